"""A reliability diagram as SVG: how often what was claimed with a probability held, bin by bin, over a count of the questions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from eval.calibration import Bin
from eval.markup import Html, element

_SIDE = 300
_LEFT, _TOP = 54, 20
_GAP, _STRIP = 22, 46
_FLOOR = _TOP + _SIDE + _GAP + _STRIP
_WIDTH, _HEIGHT = _LEFT + _SIDE + 16, _FLOOR + 42
_TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_BLUE, _RED = "#4a76bd", "#b3392c"


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of a diagram: its title for those who do not see it, its axes, the mark of the threshold, the decimal mark."""

    title: str
    across: str
    up: str
    threshold: str
    decimal: str = "."


def reliability_diagram(bins: Sequence[Bin], threshold: float, labels: Labels) -> Html:
    """Each bin as a point with its 95 % interval, mean probability across and share that held upwards; the diagonal is perfect.

    Below, how many questions each bin has. The threshold is a dashed line through both.
    """
    return element(
        "svg",
        element("title", labels.title),
        *_frame(labels),
        *_counts(bins),
        *_mark(threshold, labels),
        *(part for b in bins for part in _point(b)),
        role="img",
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        width=_WIDTH,
        height=_HEIGHT,
        font_family="system-ui, sans-serif",
        font_size=12,
    )


def _frame(labels: Labels) -> Iterator[Html]:
    for tick in _TICKS:
        shown = f"{tick:.1f}".replace(".", labels.decimal)
        yield _line(_x(tick), _y(0), _x(tick), _y(1), stroke_opacity=0.15)
        yield _line(_x(0), _y(tick), _x(1), _y(tick), stroke_opacity=0.15)
        yield _text(_x(tick), _FLOOR + 16, shown)
        yield _text(_x(0) - 6, _y(tick) + 4, shown, text_anchor="end")
    yield _line(_x(0), _y(0), _x(1), _y(1), stroke_opacity=0.6, stroke_dasharray="2 4")
    yield _text(_x(0.5), _FLOOR + 36, labels.across)
    yield _text(0, 0, labels.up, transform=f"translate(14 {_y(0.5):.1f}) rotate(-90)")


def _counts(bins: Sequence[Bin]) -> Iterator[Html]:
    most = max((b.n for b in bins), default=0)
    yield _line(_x(0), _FLOOR, _x(1), _FLOOR, stroke_opacity=0.4)
    for b in bins:
        if b.n:
            height = _STRIP * b.n / most
            x, width = _x(b.low) + 2, _x(b.high) - _x(b.low) - 4
            size = {"width": f"{width:.1f}", "height": f"{height:.1f}"}
            yield element("rect", x=f"{x:.1f}", y=f"{_FLOOR - height:.1f}", fill=_BLUE, fill_opacity=0.45, **size)
            yield _text(x + width / 2, _FLOOR - height - 3, str(b.n), font_size=10)


def _mark(threshold: float, labels: Labels) -> Iterable[Html]:
    x = _x(threshold)
    yield _line(x, _TOP, x, _FLOOR, color=_RED, stroke_width=1.5, stroke_dasharray="6 4")
    said = f"{labels.threshold} {threshold:g}".replace(".", labels.decimal)
    yield _text(x, _TOP - 6, said, fill=_RED)


def _point(b: Bin) -> Iterator[Html]:
    value, low, high = b.held["value"], b.held["low"], b.held["high"]
    if b.probability is None or value is None or low is None or high is None:
        return
    x = _x(b.probability)
    yield _line(x, _y(low), x, _y(high), color=_BLUE, stroke_width=2, stroke_opacity=0.6)
    yield element("circle", cx=f"{x:.1f}", cy=f"{_y(value):.1f}", r=4.5, fill=_BLUE)


def _x(share: float) -> float:
    return _LEFT + _SIDE * share


def _y(share: float) -> float:
    return _TOP + _SIDE * (1 - share)


def _line(x1: float, y1: float, x2: float, y2: float, color: str = "currentColor", **style: Any) -> Html:
    ends = {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
    return element("line", stroke=color, **{name: f"{at:.1f}" for name, at in ends.items()}, **style)


def _text(x: float, y: float, words: str, **style: Any) -> Html:
    return element(
        "text", words, x=f"{x:.1f}", y=f"{y:.1f}", **{"fill": "currentColor", "text_anchor": "middle"} | style
    )
