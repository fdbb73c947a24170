"""What a mechanism adds and costs: the same questions answered with it and without it, held against each other."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, Literal

from eval.bootstrap import Figure, difference
from eval.metrics import METRICS, Share
from eval.predictions import Prediction
from eval.question_set import LANGUAGES
from eval.scores import Score

MEASURED = {
    m.name: m
    for name in (
        "citation_recall",
        "first_citation",
        "answer_correct",
        "refuse_f1",
        "unsupported_answer_rate",
        "over_refusal_rate",
    )
    for m in METRICS
    if m.name == name
}
"""The metrics that a mechanism is judged by, by name."""

Verdict = Literal["adds", "harms", "both", "not shown", "nothing"]
"""adds, harms, both: a metric is better, worse with the mechanism (one better, another worse) by an interval that
excludes 0. not shown: answers change, but no interval excludes 0. nothing: no answer changes.
"""


@dataclass(frozen=True, slots=True)
class Told:
    """What one question was told, as far as a mechanism is judged by it: its share of each metric, whether it was
    `right` (cited and said rightly, or rightly refused), and a hash of what the reader sees.
    """

    id: str
    language: str
    right: bool
    words: str
    shares: Mapping[str, Share | None]

    @classmethod
    def of(cls, score: Score, prediction: Prediction) -> "Told":
        """From a scored answer."""
        seen = hashlib.sha256(f"{prediction['status']} {prediction['answer']}".encode()).hexdigest()[:16]
        return cls(score.id, score.language, score.bucket == "right", seen, {n: score.shares[n] for n in MEASURED})

    def as_json(self) -> dict[str, Any]:
        """The row as it is kept: a share is [top, bottom], null where the metric does not apply."""
        shares = {name: None if share is None else list(share) for name, share in self.shares.items()}
        return {"id": self.id, "language": self.language, "right": self.right, "words": self.words, "shares": shares}

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> "Told":
        """What `as_json` wrote."""
        shares = {name: None if share is None else Share(*share) for name, share in row["shares"].items()}
        return cls(row["id"], row["language"], row["right"], row["words"], shares)


@dataclass(frozen=True, slots=True)
class Changed:
    """How many of `n` questions are told something else without the mechanism; those `gained`, right only with it, and
    `lost`, right only without it; and the metrics with it minus those without, each with its paired interval.
    """

    n: int
    answers: int
    gained: int
    lost: int
    adds: Mapping[str, Figure]

    @property
    def verdict(self) -> Verdict:
        """What the figures show."""
        better = any(_side(name, figure) > 0 for name, figure in self.adds.items())
        worse = any(_side(name, figure) < 0 for name, figure in self.adds.items())
        if better or worse:
            return "both" if better and worse else "adds" if better else "harms"
        return "not shown" if self.answers else "nothing"

    def as_json(self) -> dict[str, Any]:
        """All of it."""
        counts = {"n": self.n, "answers": self.answers, "gained": self.gained, "lost": self.lost}
        return {**counts, "verdict": self.verdict, "adds": dict(self.adds)}


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds of the processor for an answer, over `n` questions, each asked with and without the mechanism one
    after the other: both medians, and the median of what each question took more.
    """

    n: int
    with_it: float
    without: float
    more: float

    def as_json(self) -> dict[str, float]:
        """All of it."""
        return {"n": self.n, "with": self.with_it, "without": self.without, "more": self.more}


@dataclass(frozen=True, slots=True)
class Effect:
    """One mechanism: what it changes over all questions and over those of each language, and what it costs; `uncalled`
    are the functions of it that no question of the set came to.
    """

    name: str
    what: str
    all: Changed
    languages: Mapping[str, Changed]
    cost: Cost | None
    uncalled: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """As `ablation.json` has it."""
        described = {"name": self.name, "what": self.what, "uncalled": list(self.uncalled)}
        languages = {name: part.as_json() for name, part in self.languages.items()}
        return {**described, **self.all.as_json(), "languages": languages, "ms": self.cost and self.cost.as_json()}


def changed(full: Sequence[Told], without: Sequence[Told]) -> Changed:
    """The same questions in the same order, with the mechanism and without it."""
    pairs = list(zip(full, without, strict=True))
    return Changed(
        len(pairs),
        sum(a.words != b.words for a, b in pairs),
        sum(a.right and not b.right for a, b in pairs),
        sum(b.right and not a.right for a, b in pairs),
        {name: _difference(full, without, name) for name in MEASURED},
    )


def by_language(full: Sequence[Told], without: Sequence[Told]) -> dict[str, Changed]:
    """The same for the questions of each language that has some."""
    found = {}
    for language in LANGUAGES:
        ours, theirs = ([told for told in side if told.language == language] for side in (full, without))
        if ours:
            found[language] = changed(ours, theirs)
    return found


def cost(times: Sequence[tuple[float, float]]) -> Cost | None:
    """From what each question took with and without the mechanism; None where none could be timed."""
    if not times:
        return None
    ours, theirs, more = [a for a, _ in times], [b for _, b in times], [a - b for a, b in times]
    return Cost(len(times), *(round(median(values), 1) for values in (ours, theirs, more)))


def _difference(full: Sequence[Told], without: Sequence[Told], name: str) -> Figure:
    ours, theirs = ([told.shares[name] for told in side] for side in (full, without))
    if ours == theirs and any(share is not None and share.bottom for share in ours):
        n = sum(share is not None for share in ours)
        return {"value": 0.0, "low": 0.0, "high": 0.0, "n": n}  # what every resample would give
    return difference(ours, theirs, MEASURED[name].summary)


def _side(name: str, figure: Figure) -> int:
    """1 where a difference with its whole interval is for the better, -1 where it is for the worse, else 0."""
    low, high = figure["low"], figure["high"]
    if low is None or high is None or low <= 0 <= high:
        return 0
    return 1 if (low > 0) == (MEASURED[name].better == "higher") else -1
