"""What became of the answers for which a language model was asked: the part `writing` of `metrics.json`, a model at a time."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from eval.bootstrap import Figure, figure
from eval.metrics import WRITING
from eval.predictions import OUTCOMES, Prediction, WritingRow, writing
from eval.progress import counted
from eval.scores import Score

SUMMED = ("tokens_in", "tokens_out")
"""Metrics of which the sum is told, too."""
SLOWEST = ("first_word_ms", "writing_ms")
"""Metrics of which the 90th percentile is told, too."""


@dataclass(frozen=True, slots=True)
class Writings:
    """One model's answers. `outcomes` and `troubles` count them, the latter by why nothing is shown, the most frequent first.

    `metrics` are those of `eval.metrics.WRITING`; `sums` and `p90` are None where the server told nothing or no word came.
    """

    model: str
    asked: int
    prompts: tuple[str, ...]
    outcomes: Mapping[str, int]
    troubles: Mapping[str, int]
    metrics: Mapping[str, Figure]
    sums: Mapping[str, int | None]
    p90: Mapping[str, float | None]

    @property
    def warning(self) -> str | None:
        """What must be known before any figure of the run is read; None where some answers are shown as the model wrote them."""
        if self.outcomes["written"]:
            return None
        became = counted(self.outcomes, self.troubles)
        if self.outcomes["partly"]:
            return f"No answer is shown as {self.model} wrote it: of {self.asked}, {became}."
        return (
            f"Nothing that {self.model} wrote is shown: of {self.asked} answers, {became}. "
            "All figures are those of the extractive answers: this run passes nothing."
        )

    @property
    def fell_back(self) -> bool:
        """Whether nothing that the model wrote is shown in the whole run."""
        return self.outcomes["extractive"] == self.asked

    def as_json(self) -> dict[str, Any]:
        """All of it."""
        return asdict(self)

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> "Writings":
        """What `as_json` wrote."""
        return cls(**{**row, "prompts": tuple(row["prompts"])})


def writings(scores: Sequence[Score], predictions: Sequence[Prediction]) -> list[Writings]:
    """A model each, by name; none where no model was asked. Scores and predictions are of the same questions."""
    asked: dict[str, list[tuple[WritingRow, Score]]] = {}
    for score, prediction in zip(scores, predictions, strict=True):
        record = writing(prediction)
        if record is not None:
            asked.setdefault(record["model"], []).append((record, score))
    return [_writings(model, asked[model]) for model in sorted(asked)]


def read_writings(metrics: Mapping[str, Any]) -> list[Writings]:
    """The models of a run's `metrics.json`; none where no model was asked, or an earlier version wrote it."""
    return [Writings.from_json(row) for row in metrics.get("writing", ())]


def warnings(metrics: Mapping[str, Any]) -> list[str]:
    """What stands at the top of a run's report."""
    return [w.warning for w in read_writings(metrics) if w.warning is not None]


def fallbacks(metrics: Mapping[str, Any]) -> list[str]:
    """The warnings of models of which nothing is shown: such a run passes nothing."""
    return [w.warning for w in read_writings(metrics) if w.fell_back and w.warning is not None]


def _writings(model: str, asked: Sequence[tuple[WritingRow, Score]]) -> Writings:
    records, scores = [r for r, _ in asked], [s for _, s in asked]
    outcomes = Counter(r["outcome"] for r in records)
    troubles = Counter(r["trouble"] for r in records if r["trouble"])
    values = {m.name: [s.shares.get(m.name) for s in scores] for m in WRITING}
    tops = {name: [share.top for share in shares if share is not None] for name, shares in values.items()}
    return Writings(
        model=model,
        asked=len(asked),
        prompts=tuple(sorted({r["prompt"] for r in records})),
        outcomes={name: outcomes[name] for name in OUTCOMES},
        troubles=dict(sorted(troubles.items(), key=lambda t: (-t[1], t[0]))),
        metrics={m.name: figure(values[m.name], m.summary) for m in WRITING},
        sums={name: round(sum(tops[name])) if tops[name] else None for name in SUMMED},
        p90={name: _p90(tops[name]) for name in SLOWEST},
    )


def _p90(values: Iterable[float]) -> float | None:
    known = list(values)
    return round(float(np.percentile(known, 90)), 1) if known else None
