"""Targets as charts: the years across, the figures upwards, one unit a chart, ranges as bars from their lowest to their highest."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from html import escape
from importlib import import_module
from typing import Any, Literal

import altair as alt

from obligations.comparison import MeasureRow, Slot, slot_of, slots_of, unit_of
from obligations.exports.text import shortened
from obligations.stated import Stated
from ui.targets.drawn import slot_name
from ui.words import Words

# Altair asks a pandas that it finds among the loaded modules about every value, and fails on one that the thread of another
# session is just loading. So it is loaded whole first.
import_module("pandas")

Shape = Literal["range", "exact", "least", "most"]
COLOURS = ("#1b4f8a", "#c2571a", "#2b7a4b", "#8a3b8f", "#a3321f", "#4a6b8a", "#8a6d1b", "#566373")
"""Of documents, in their order; so many are drawn at once."""
HEIGHT, LOW = 260, 180
"""Pixels of a chart, and of one of a single column."""
MOST_TARGETS = 6
"""Targets that have a colour each; of more, each document has one."""
PICKED = "picked"
_APART = 0.035
"""What two marks must be apart to stand one above the other, as a share of the highest figure."""
_LONGEST = 160
"""Characters of a measure in a tooltip."""
_NAMED = 3
"""Measures that a tooltip names."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure in one column of a chart, of one series, and how many targets have it. `lane` is its place beside others.

    `ids` are those of its figures, joined by blanks.
    """

    slot: str
    series: str
    lane: str
    low: float
    high: float
    middle: float
    shape: Shape
    count: str
    said: str
    ids: str


@dataclass(frozen=True, slots=True)
class Joint:
    """A point of the line that joins the figures of one target over the years."""

    slot: str
    series: str
    lane: str
    value: float
    target: str


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn for one unit: the columns in order, the series with a colour each, the marks and lines."""

    unit: str
    slots: tuple[str, ...]
    series: tuple[str, ...]
    lanes: tuple[str, ...]
    marks: tuple[Mark, ...]
    joints: tuple[Joint, ...]
    is_dated: bool


_Spot = tuple[str, Slot, float, float, Shape]
"""Where a figure stands: its series, column, lowest and highest value, shape."""


def chart_of(
    rows: Iterable[MeasureRow], unit: str, names: Mapping[str, str], words: Words, most_targets: int = MOST_TARGETS
) -> Chart:
    """The chart of one unit; a figure without a number is left out. `names` are those of the documents to draw, by id.

    So many targets are a series each; of more, each document is one.
    """
    drawn = [row for row in rows if row.document_id in names and any(_drawable(f, unit) for f in row.figures)]
    series = _series(drawn, names, most_targets)
    spots: dict[_Spot, list[Stated]] = {}
    for row, name in zip(drawn, series, strict=True):
        for figure in row.figures:
            if _drawable(figure, unit):
                spots.setdefault(_spot(figure, name), []).append(figure)
    lanes = _lanes(spots, tuple(dict.fromkeys(series)))
    slots = slots_of(figure for figures in spots.values() for figure in figures)
    return Chart(
        unit,
        tuple(slot_name(slot, words) for slot in slots),
        tuple(dict.fromkeys(series)),
        tuple(sorted(set(lanes.values()))),
        tuple(_mark(spot, figures, lanes[spot], words) for spot, figures in spots.items()),
        tuple(
            joint for row, name in zip(drawn, series, strict=True) for joint in _joints(row, name, unit, lanes, words)
        ),
        any(isinstance(slot, int) for slot in slots),
    )


def _series(rows: Sequence[MeasureRow], names: Mapping[str, str], most_targets: int) -> list[str]:
    """What each row is drawn as: itself where there are few, else its document."""
    if len(rows) > most_targets:
        return [names[row.document_id] for row in rows]
    several = len({row.document_id for row in rows}) > 1
    called = [_called(row, names[row.document_id] if several else "") for row in rows]
    return [
        name if called.count(name) == 1 else f"{name} ({called[: place + 1].count(name)})"
        for place, name in enumerate(called)
    ]


def _called(row: MeasureRow, document: str) -> str:
    words = row.first.words if row.first.part is None else f"{row.first.words} - {row.first.part}"
    return f"{document}: {words}" if document else words


def _mark(spot: _Spot, figures: Sequence[Stated], lane: str, words: Words) -> Mark:
    name, slot, low, high, shape = spot
    count = f"×{len(figures)}" if len(figures) > 1 else ""
    ids = " ".join(figure.id for figure in figures)
    return Mark(
        slot_name(slot, words), name, lane, low, high, (low + high) / 2, shape, count, _tooltip(figures, words), ids
    )


def draw(chart: Chart, words: Words) -> alt.LayerChart:
    """The chart itself; a press on a mark chooses it under the name `PICKED`."""
    base = _across(chart, [asdict(mark) for mark in chart.marks])
    low = alt.Y("low:Q", title=None, axis=_axis(chart, words), scale=_scale(chart))
    seen = base.encode(color=_colour(chart), tooltip=_told())
    ranges = seen.transform_filter("datum.shape == 'range'")
    shapes = {"exact": "circle", "least": "triangle-up", "most": "triangle-down"}
    pick = alt.selection_point(name=PICKED, fields=["ids"])
    layers = [
        ranges.mark_rule(strokeWidth=9, opacity=0.45).encode(y=low, y2="high:Q"),
        ranges.mark_tick(thickness=2, width=13).encode(y=low),
        ranges.mark_tick(thickness=2, width=13).encode(y="high:Q"),
        *(
            seen.transform_filter(f"datum.shape == '{name}'")
            .mark_point(shape=drawn, filled=True, size=85, opacity=1)
            .encode(y=low)
            for name, drawn in shapes.items()
        ),
        base.mark_text(dy=-11, fontSize=11).encode(y="high:Q", text="count:N", color=_colour(chart)),
        base.mark_point(filled=True, size=480, opacity=0).encode(y="middle:Q", tooltip=_told()).add_params(pick),
    ]
    if chart.joints:
        line = _across(chart, [asdict(joint) for joint in chart.joints]).mark_line(strokeWidth=1.5, opacity=0.6)
        layers.insert(0, line.encode(y="value:Q", color=_colour(chart), detail="target:N"))
    return alt.LayerChart(layer=layers).properties(height=HEIGHT if len(chart.slots) > 1 else LOW)


def _across(chart: Chart, values: list[dict[str, Any]]) -> alt.Chart:
    """Values placed in their columns, each in its lane."""
    axis = alt.Axis(labelAngle=0, labelLimit=90, ticks=False)
    slot = alt.X("slot:N", sort=list(chart.slots), title=None, axis=axis)
    return alt.Chart(alt.InlineData(values=values)).encode(
        x=slot, xOffset=alt.XOffset("lane:N", sort=list(chart.lanes))
    )


def summary(chart: Chart) -> str:
    """What a chart shows in words, for those who do not see it."""
    return "; ".join(
        f"{mark.series}, {mark.slot}: {mark.said.partition(chr(10))[0]} {mark.count}".strip() for mark in chart.marks
    )


def legend_html(chart: Chart) -> str:
    """Which colour is which series, every name whole and escaped."""
    items = (
        f'<li><span class="colour" style="background: {colour}"></span>{escape(name)}</li>'
        for name, colour in zip(chart.series, COLOURS, strict=False)
    )
    return f'<ul class="legend">{"".join(items)}</ul>'


def _told() -> list[alt.Tooltip]:
    return [alt.Tooltip("series:N", title=" "), alt.Tooltip("said:N", title="  ")]


def _scale(chart: Chart) -> alt.Scale:
    """From zero up; shares at least to 100."""
    highest = max((mark.high for mark in chart.marks), default=0)
    top = max(100.0, highest) if chart.unit == "%" else highest
    return alt.Scale(domain=[0, top * 1.08 or 1], nice=False)


def _colour(chart: Chart) -> alt.Color:
    scale = alt.Scale(domain=list(chart.series), range=list(COLOURS[: len(chart.series)]))
    return alt.Color("series:N", scale=scale, legend=None)  # `legend_html` has room for long names


def _axis(chart: Chart, words: Words) -> alt.Axis:
    """Few ticks, with the marks of the language; whole ones where all figures are."""
    number = "format(datum.value, ',~g')"
    if words.language == "vi":
        number = f"replace(replace(replace({number}, '.', '·'), /,/g, '.'), '·', ',')"
    whole = all(value == int(value) for mark in chart.marks for value in (mark.low, mark.high))
    return alt.Axis(tickCount=5, labelExpr=number, tickMinStep=1 if whole else alt.Undefined)


def _drawable(figure: Stated, unit: str) -> bool:
    return unit_of(figure) == unit and (figure.low is not None or figure.high is not None)


def _spot(figure: Stated, series: str) -> _Spot:
    low = figure.high if figure.low is None else figure.low
    high = figure.low if figure.high is None else figure.high
    shape: Shape = "exact" if low == high else "range"
    if figure.high is None or figure.low is None:
        shape = "least" if figure.high is None else "most"
    return series, slot_of(figure), low or 0.0, high or 0.0, shape


def _lanes(spots: Collection[_Spot], series: Sequence[str]) -> dict[_Spot, str]:
    """Beside each other what would lie on each other: the marks of one series in one column, each in the first free lane."""
    taken: dict[tuple[str, Slot], list[list[tuple[float, float]]]] = {}
    lanes: dict[_Spot, str] = {}
    apart = _APART * max((spot[3] for spot in spots), default=0.0)
    for spot in sorted(spots, key=lambda spot: (spot[0], str(spot[1]), spot[2:])):
        name, slot, low, high, _ = spot
        beside = taken.setdefault((name, slot), [])
        lane = next(
            (n for n, spans in enumerate(beside) if all(high + apart < a or b + apart < low for a, b in spans)),
            len(beside),
        )
        if lane == len(beside):
            beside.append([])
        beside[lane].append((low, high))
        lanes[spot] = f"{series.index(name):03d}-{lane:03d}"
    return lanes


def _tooltip(figures: Sequence[Stated], words: Words) -> str:
    named = list(dict.fromkeys(figure.words for figure in figures))
    said = [figures[0].value, *(f"• {shortened(text, _LONGEST)}" for text in named[:_NAMED])]
    if len(named) > _NAMED:
        said.append(words("targets_chart_more", n=len(named) - _NAMED))
    return "\n".join(said)


def _joints(row: MeasureRow, name: str, unit: str, lanes: Mapping[_Spot, str], words: Words) -> Iterable[Joint]:
    """The points of a target whose figure changes over the years; none where a year has several figures."""
    yearly = [figure for figure in row.figures if figure.year is not None and _drawable(figure, unit)]
    spots = [_spot(figure, name) for figure in yearly]
    if len({spot[2:] for spot in spots}) > 1 and len({spot[1] for spot in spots}) == len(spots):
        for spot in spots:
            yield Joint(slot_name(spot[1], words), name, lanes[spot], (spot[2] + spot[3]) / 2, row.first.id)
