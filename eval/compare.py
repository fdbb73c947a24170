"""Two runs over the same questions: what is better, what is worse, and by more than chance."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from eval.bootstrap import Figure, difference, figure
from eval.metrics import GUARDED, METRICS, WRITING, Better, Metric, Share, Summary
from eval.retrieval import MEASURES
from eval.run_folder import Finished, read
from eval.scores import Score
from eval.writing import fallbacks, read_writings
from index.errors import SettingError

TOLERANCE = 0.02
"""How far a guarded metric may drop before it counts, if the interval of the drop excludes 0."""

_RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Line:
    """One metric: its figure in A and in B, and B minus A. `dropped` where a guarded one fell beyond the tolerance."""

    name: str
    better: Better
    a: Figure
    b: Figure
    difference: Figure
    dropped: bool


@dataclass(frozen=True, slots=True)
class Change:
    """A question whose bucket is another: `worse` from right to a failure, `better` back, `other` between failures."""

    id: str
    language: str
    kind: str
    a: str
    b: str
    way: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two runs differ in. `alone` are questions that only one of them has, those that a sample leaves out aside; `broken` the
    hard rules that B breaks; `writers` the language models that wrote in A and in B, "" where none did.
    """

    a: str
    b: str
    n: int
    tolerance: float
    alone: tuple[str, ...]
    metrics: tuple[Line, ...]
    changes: tuple[Change, ...]
    broken: tuple[str, ...]
    writers: tuple[str, str] = ("", "")

    @property
    def passed(self) -> bool:
        """No guarded metric dropped and no hard rule broke."""
        return not self.broken and not any(line.dropped for line in self.metrics)

    def as_json(self) -> dict[str, Any]:
        """All of it."""
        return asdict(self) | {"passed": self.passed}


def compare(place_a: Path, place_b: Path, tolerance: float = TOLERANCE) -> Comparison:
    """Compares two finished runs on the questions that both have.

    Raises SettingError for a folder that is no finished run, and for runs of different question files.
    """
    a, b = read(place_a), read(place_b)
    _same_questions(a, b)
    shared = [i for i in a.scores if i in b.scores]
    pairs = [(a.scores[i], b.scores[i]) for i in shared]
    return Comparison(
        str(place_a),
        str(place_b),
        len(pairs),
        tolerance,
        tuple(sorted(_alone(a, b) + _alone(b, a))),
        tuple(_lines(pairs, tolerance)),
        tuple(sorted(_changes(pairs), key=lambda c: ("worse", "other", "better").index(c.way))),
        tuple(broken_rules(b)),
        (_writers(a), _writers(b)),
    )


Pairs = Sequence[tuple[Score, Score]]


def _same_questions(a: Finished, b: Finished) -> None:
    first, second = a.manifest.get("questions", {}), b.manifest.get("questions", {})
    if first.get("sha256") != second.get("sha256"):
        raise SettingError(
            f"The runs answer different question files: {a.folder} has {_named(first)}, {b.folder} has {_named(second)}. "
            "Run both on one file."
        )


def _alone(run: Finished, other: Finished) -> list[str]:
    """The questions that only `run` has, none where the other answers a sample."""
    if "sample_of" in other.manifest.get("questions", {}):
        return []
    return [i for i in run.scores if i not in other.scores]


def _writers(run: Finished) -> str:
    return ", ".join(w.model for w in read_writings(run.metrics))


def _named(questions: dict[str, Any]) -> str:
    return f"{questions.get('file')} (sha256 {str(questions.get('sha256'))[:12]})"


def _lines(pairs: Pairs, tolerance: float) -> Iterator[Line]:
    for metric in _metrics(pairs):
        shares = [(x.shares.get(metric.name), y.shares.get(metric.name)) for x, y in pairs]
        yield _line(metric.name, metric.better, shares, metric.summary, tolerance)
    searched = [(x.retrieval, y.retrieval) for x, y in pairs if x.retrieval and y.retrieval]
    for stage in searched[0][0] if searched else ():
        for measure in MEASURES:
            values = [(Share(x[stage][measure]), Share(y[stage][measure])) for x, y in searched]
            yield _line(f"{stage} {measure}", "higher", values, "ratio", tolerance)


def _metrics(pairs: Pairs) -> Sequence[Metric]:
    """Those of written answers where a language model was asked in one run at least."""
    asked = any(WRITING[0].name in score.shares for pair in pairs for score in pair)
    return (*METRICS, *WRITING) if asked else METRICS


def _line(
    name: str, better: Better, shares: Iterable[tuple[Share | None, Share | None]], summary: Summary, tolerance: float
) -> Line:
    both = list(shares)
    a, b = [x for x, _ in both], [y for _, y in both]
    change = difference(b, a, summary)
    value, high = change["value"], change["high"]
    fell = value is not None and high is not None and value < -tolerance and high < 0
    return Line(name, better, figure(a, summary), figure(b, summary), change, name in GUARDED and fell)


def _changes(pairs: Pairs) -> Iterator[Change]:
    for a, b in pairs:
        if a.bucket != b.bucket:
            way = "worse" if a.bucket == _RIGHT else "better" if b.bucket == _RIGHT else "other"
            yield Change(a.id, a.language, a.kind, a.bucket, b.bucket, way)


def broken_rules(run: Finished) -> Iterator[str]:
    """The hard rules that a run breaks: a quote that is not verbatim, an answer without a citation, each with its question; a language
    model of which nothing is shown.
    """
    yield from fallbacks(run.metrics)
    for score in run.scores.values():
        quotes = score.shares.get("quote_verbatim")
        if quotes is not None and quotes.top < quotes.bottom:
            yield f"{score.id}: a quote that is not verbatim"
        if score.status in ("answered", "partial") and not score.citations:
            yield f"{score.id}: an answer without a citation"
