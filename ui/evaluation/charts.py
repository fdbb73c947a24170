"""Charts of a run: figures with their intervals, and counts."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from importlib import import_module

import altair as alt

from ui.evaluation.runs import Figure
from ui.words import Words

# Altair asks a pandas that it finds among the loaded modules about every value, and fails on one that the thread of another
# session is just loading. So it is loaded whole first.
import_module("pandas")

BLUE = "#1b4f8a"
GREY = "#7d8894"
RED = "#a3321f"

_ROW = 26
"""Pixels of a row."""
_AXIS = 44
"""Pixels of the axis under the rows, which Streamlit counts into the height."""
_LABEL = 190
"""Pixels that a row's name may take; what is longer is cut, and whole in the tooltip."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a chart: its name, where it stands and reaches, what the tooltip says."""

    name: str
    value: float
    low: float
    high: float
    said: str


def bars(figures: Iterable[tuple[str, Figure, str]]) -> list[Bar]:
    """A bar for each (name, figure, what the tooltip says) that has a value; one without an interval is as wide as a point."""
    return [
        Bar(
            name,
            figure.value,
            figure.value if figure.low is None else figure.low,
            figure.value if figure.high is None else figure.high,
            said,
        )
        for name, figure, said in figures
        if figure.value is not None
    ]


def interval_chart(rows: Sequence[Bar], words: Words, line: float | None, share: bool) -> alt.LayerChart:
    """A point with its interval for each row, from the top in the order given.

    `line` draws a dashed line there, such as the figure of all questions. `share` keeps the axis at least from 0 to 1.
    """
    base = alt.Chart(alt.InlineData(values=[asdict(row) for row in rows])).encode(y=_names(), tooltip=_tooltip())
    low = alt.X(
        "low:Q",
        title=None,
        axis=_axis(words),
        scale=alt.Scale(domain=[0, 1]) if share else alt.Scale(nice=True, padding=12),
    )
    layers: list[alt.Chart] = [
        base.mark_rule(color=BLUE, strokeWidth=2, opacity=0.55).encode(x=low, x2="high:Q"),
        base.mark_point(color=BLUE, filled=True, size=70, opacity=1).encode(x="value:Q"),
    ]
    if line is not None:
        at = alt.Chart(alt.InlineData(values=[{"at": line}]))
        layers.insert(0, at.mark_rule(color=GREY, strokeDash=[4, 4]).encode(x="at:Q"))
    return _sized(alt.LayerChart(layer=layers), rows)


def count_chart(rows: Sequence[tuple[str, int]], words: Words, right: str) -> alt.LayerChart:
    """A bar with its count for each (name, count), in the order given; the one called `right` is blue, the rest red."""
    values = [{"name": name, "value": n, "said": str(n), "color": BLUE if name == right else RED} for name, n in rows]
    base = alt.Chart(alt.InlineData(values=values)).encode(y=_names(), tooltip=_tooltip())
    count = alt.X("value:Q", title=None, axis=_axis(words, whole=True), scale=alt.Scale(nice=True))
    drawn = base.mark_bar(height=_ROW // 2).encode(x=count, color=alt.Color("color:N", scale=None))
    text = base.mark_text(align="left", dx=5).encode(x="value:Q", text="said:N")
    return _sized(alt.LayerChart(layer=[drawn, text]), rows)


def _names() -> alt.Y:
    return alt.Y(
        "name:N",
        sort=None,
        title=None,
        axis=alt.Axis(
            labelLimit=_LABEL, labelOverlap=False, labelFlush=False, ticks=False, domain=False, labelPadding=8
        ),
    )


def _tooltip() -> list[alt.Tooltip]:
    return [alt.Tooltip("name:N", title=" "), alt.Tooltip("said:N", title="  ")]


def _axis(words: Words, whole: bool = False) -> alt.Axis:
    """Few ticks, with the decimal mark of the language."""
    number = f"format(datum.value, '{',d' if whole else '~g'}')"
    label = f"replace({number}, '.', ',')" if words.language == "vi" and not whole else number
    return alt.Axis(tickCount=5, labelExpr=label, tickMinStep=1 if whole else alt.Undefined)


def _sized(chart: alt.LayerChart, rows: Sequence[object]) -> alt.LayerChart:
    return chart.properties(height=_ROW * len(rows) + _AXIS)
