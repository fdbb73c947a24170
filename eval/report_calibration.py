"""The part of a report on the decision when to answer: a reliability diagram, its table, and what other thresholds would refuse."""

from collections.abc import Iterable, Mapping
from typing import Any

from eval.bootstrap import Figure
from eval.calibration import BEST, Bin, Calibration, Tried
from eval.diagram import Labels, reliability_diagram
from eval.markup import Html, element, table
from eval.terminal import interval, shown, with_interval

HEADING = "When to answer"
_LABELS = Labels(
    title="Reliability diagram: probability and share that held in each bin, as in the table beside it.",
    across="probability",
    up="share whose evidence is at hand",
    threshold="threshold",
)
_NOT_MEASURED = "Not measured: the probability of an answer is known of runs of the assistant alone."


def calibration_section(metrics: Mapping[str, Any]) -> Iterable[Html]:
    """The section; where a run has no probabilities, it says so."""
    yield element("h2", HEADING)
    if "calibration" not in metrics:
        yield element("p", _NOT_MEASURED)
        return
    found = Calibration.from_json(metrics["calibration"])
    yield element("p", _summary(found))
    if not found.n:
        return
    yield element(
        "div",
        element("figure", reliability_diagram(found.bins, found.threshold, _LABELS)),
        table(("probability", "questions", "mean", "share that held"), map(_bin_row, found.bins)),
        css="beside",
    )
    yield element(
        "p",
        "The same answers with another threshold, over all questions of the run; what no probability decided stays as it was.",
    )
    heads = ("threshold", "over_refusal_rate", "refuse_recall")
    yield table(heads, (_tried_row(t, found.threshold) for t in found.thresholds))


def _summary(found: Calibration) -> str:
    ece = "–" if found.ece is None else f"{found.ece:.3f}"
    return (
        f"A probability decided {found.n} questions; {found.without} were answered or refused without one. It holds where the "
        f"evidence is among the best {BEST} passages, never for an unanswerable question. Brier score "
        f"{with_interval('brier', found.brier)}, expected calibration error {ece}; 0 is perfect. Points on the diagonal "
        "claim what they hold, points above it too little, points below it too much."
    )


def _bin_row(b: Bin) -> tuple[object, ...]:
    return f"{b.low:.1f} to {b.high:.1f}", b.n, shown("", b.probability), _cell(b.held)


def _tried_row(tried: Tried, used: float) -> tuple[object, ...]:
    mark = " (in use)" if tried.threshold == used else ""
    return f"{tried.threshold:g}{mark}", _cell(tried.over_refusal_rate), _cell(tried.refuse_recall)


def _cell(figure: Figure) -> Html:
    return element("span", shown("", figure["value"]), " ", element("small", interval("", figure)))
