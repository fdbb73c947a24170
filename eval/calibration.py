"""How far the probability that decides whether to answer can be believed, and what other thresholds would refuse.

The probability is one of a right answer being at hand: a question holds where its evidence is among the best passages of the final
stage, as `eval.learn` counts it. An unanswerable question never does.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from eval.bootstrap import Figure, figure
from eval.metrics import Share
from eval.predictions import Prediction, refused
from eval.question_set import Question
from eval.ranks import Retrieved

BINS = 10
"""Bins of one width, from 0 to 1."""
BEST = 3
"""Passages among which the evidence must be."""
THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
"""Those that are tried on the answers of a run."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a run's questions were decided by: the probability from which one is answered, and that of each question by id.

    None where no probability decided: a question answered from metadata, refused by a rule, or answered side by side.
    """

    threshold: float
    probabilities: Mapping[str, float | None]


class Claim(NamedTuple):
    """The probability of one question, and whether it held."""

    probability: float
    held: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The questions with a probability from `low` up to `high`: how many, their mean probability, the share that held."""

    low: float
    high: float
    n: int
    probability: float | None
    held: Figure


@dataclass(frozen=True, slots=True)
class Tried:
    """What the assistant would refuse with another threshold: two metrics over all questions of the run."""

    threshold: float
    over_refusal_rate: Figure
    refuse_recall: Figure


@dataclass(frozen=True, slots=True)
class Calibration:
    """The part `calibration` of `metrics.json`.

    n: questions that a probability decided; without: those that none did. brier: mean squared distance of probability and outcome,
    0 at best. ece: expected calibration error, the mean distance of a bin's probability from its share, weighed by its questions.
    """

    threshold: float
    n: int
    without: int
    brier: Figure
    ece: float | None
    bins: tuple[Bin, ...]
    thresholds: tuple[Tried, ...]

    def as_json(self) -> dict[str, Any]:
        """All of it."""
        return asdict(self)

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> "Calibration":
        """What `as_json` wrote."""
        bins = tuple(Bin(**b) for b in row["bins"])
        return cls(**{**row, "bins": bins, "thresholds": tuple(Tried(**t) for t in row["thresholds"])})


def calibrate(
    questions: Sequence[Question],
    predictions: Sequence[Prediction],
    decisions: Decisions,
    found: Mapping[str, Retrieved],
) -> Calibration:
    """Holds the probabilities of a run against what its search `found` for the answerable questions, by id."""
    probabilities = decisions.probabilities
    claims = [Claim(p, reached(found.get(q.id))) for q in questions if (p := probabilities.get(q.id)) is not None]
    bins = binned(claims)
    return Calibration(
        threshold=decisions.threshold,
        n=len(claims),
        without=len(questions) - len(claims),
        brier=brier(claims),
        ece=expected_error(bins),
        bins=bins,
        thresholds=tuple(_tried(t, questions, predictions, probabilities) for t in THRESHOLDS),
    )


def reached(found: Retrieved | None) -> bool:
    """Whether the evidence is among the best passages; not so for a question without any, which nothing was found for."""
    rank = None if found is None else found.ranks["final"]
    return rank is not None and rank <= BEST


def binned(claims: Iterable[Claim]) -> tuple[Bin, ...]:
    """The claims in BINS bins; a probability on the border of two counts in the upper one, 1 in the last."""
    groups: list[list[Claim]] = [[] for _ in range(BINS)]
    for claim in claims:
        groups[min(int(claim.probability * BINS), BINS - 1)].append(claim)
    return tuple(
        Bin(
            low=place / BINS,
            high=(place + 1) / BINS,
            n=len(group),
            probability=round(sum(c.probability for c in group) / len(group), 4) if group else None,
            held=figure([Share(float(c.held)) for c in group]),
        )
        for place, group in enumerate(groups)
    )


def brier(claims: Iterable[Claim]) -> Figure:
    """The mean squared distance of probability and outcome, with its interval."""
    return figure([Share((c.probability - c.held) ** 2) for c in claims])


def expected_error(bins: Iterable[Bin]) -> float | None:
    """The mean distance of probability and share over the bins, weighed by their questions; None without any."""
    filled = [
        (b.n, abs(b.probability - value))
        for b in bins
        if b.probability is not None and (value := b.held["value"]) is not None
    ]
    total = sum(n for n, _ in filled)
    return round(sum(n * distance for n, distance in filled) / total, 4) if total else None


def _tried(
    threshold: float,
    questions: Sequence[Question],
    predictions: Sequence[Prediction],
    probabilities: Mapping[str, float | None],
) -> Tried:
    outcomes = [
        (q.answerable, Share(float(_refused_at(threshold, p, probabilities.get(q.id)))))
        for q, p in zip(questions, predictions, strict=True)
    ]
    return Tried(
        threshold,
        over_refusal_rate=figure([share for answerable, share in outcomes if answerable]),
        refuse_recall=figure([share for answerable, share in outcomes if not answerable]),
    )


def _refused_at(threshold: float, prediction: Prediction, probability: float | None) -> bool:
    """What no probability decides stays as it was, and so does a question that failed."""
    if probability is None or prediction["status"] == "error":
        return refused(prediction)
    return probability < threshold
