"""The charts on the page, one for each unit."""

from collections.abc import Sequence

import streamlit as st

from obligations.comparison import MeasureRow, tables_of, units_of
from obligations.stated import Stated
from ui.plain import show_plain
from ui.targets.charts import COLOURS, MOST_TARGETS, PICKED, Chart, chart_of, draw, legend_html, summary
from ui.targets.component import draw_figures
from ui.targets.drawn import Drawing, document_names, picked_data

_LEAST = 2
"""Marks that a chart must have to say more than a figure does."""


def show_charts(figures: Sequence[Stated], drawing: Drawing) -> str | None:
    """A chart for each unit that has several figures and a year, the one with the most first; the figure that was pressed."""
    words = drawing.words
    rows = [row for table in tables_of(figures) for row in table.rows]
    charts = [_chart(rows, unit, drawing) for unit in units_of(figures)]
    drawn = [chart for chart in charts if _says_more(chart)]
    if not drawn:
        show_plain(words("targets_chart_none"))
        return None
    show_plain(words("targets_chart_note"), "quiet")
    if len({row.document_id for row in rows}) > len(COLOURS):
        show_plain(words("targets_chart_first", n=len(COLOURS)), "notice")
    opened = None
    for chart in drawn:
        show_plain(words("targets_chart_unit", unit=chart.unit), "part")
        opened = _draw(chart, rows, f"charts-{chart.unit}", drawing) or opened
    left = [chart.unit for chart in charts if not _says_more(chart)]
    if left:
        show_plain(words("targets_chart_single", units=", ".join(left)), "quiet")
    return opened


def show_shared_chart(rows: Sequence[MeasureRow], unit: str, key: str, drawing: Drawing) -> str | None:
    """The chart of a measure that several documents set, each with a colour; none for one document. The figure that was pressed."""
    chart = _chart(rows, unit, drawing, 0)
    return _draw(chart, rows, f"{key}-{unit}", drawing) if len(chart.series) >= _LEAST else None


def _says_more(chart: Chart) -> bool:
    """Whether a chart shows more than a figure does."""
    return len(chart.marks) >= _LEAST and chart.is_dated


def _chart(rows: Sequence[MeasureRow], unit: str, drawing: Drawing, most_targets: int = MOST_TARGETS) -> Chart:
    names = document_names(dict.fromkeys(row.document_id for row in rows), drawing)
    first = dict(list(names.items())[: len(COLOURS)])
    return chart_of(rows, unit, first, drawing.words, most_targets)


def _draw(chart: Chart, rows: Sequence[MeasureRow], key: str, drawing: Drawing) -> str | None:
    """The chart, and under it the figures of the mark that the reader has chosen in it."""
    label = drawing.words("targets_chart", unit=chart.unit)
    said = f"{label}. {summary(chart)}"
    state = st.altair_chart(
        draw(chart, drawing.words), key=f"targets-chart-{key}", alt=said, on_select="rerun", selection_mode=PICKED
    )
    st.html(legend_html(chart))
    chosen = {name for mark in state["selection"].get(PICKED, []) for name in mark.get("ids", "").split()}
    picked = [figure for row in rows for figure in row.figures if figure.id in chosen]
    if not picked:
        return None
    return draw_figures(picked_data(picked, label, drawing), f"targets-picked-{key}")
