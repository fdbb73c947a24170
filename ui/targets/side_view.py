"""What several documents set, side by side: measures that they share, and what each sets for the same group."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from obligations.comparison import unit_of
from obligations.shared import SameGroup, Shared
from ui.plain import show_plain
from ui.targets.chart_view import show_shared_chart
from ui.targets.component import draw_figures
from ui.targets.drawn import Drawing, group_data, measure_name, shared_data

AT_ONCE = 20
"""Measures and groups that are drawn before the reader asks for all."""

_Found = TypeVar("_Found", Shared, SameGroup)


def show_side(shared: Sequence[Shared], groups: Sequence[SameGroup], drawing: Drawing) -> str | None:
    """Both parts; the figure that was pressed."""
    words = drawing.words
    show_plain(words("targets_shared"), "part")
    show_plain(words("targets_shared_note" if shared else "targets_shared_none"), "quiet")
    opened = None
    for number, one in enumerate(_some(shared, "shared", drawing)):
        opened = _show_shared(one, number, drawing) or opened
    if groups:
        show_plain(words("targets_groups"), "part")
        show_plain(words("targets_groups_note"), "quiet")
    for number, group in enumerate(_some(groups, "groups", drawing)):
        with st.container(border=True):
            show_plain(group.name, "heading")
            opened = draw_figures(group_data(group, drawing), f"targets-group-{number}") or opened
    return opened


def _some(found: Sequence[_Found], key: str, drawing: Drawing) -> Sequence[_Found]:
    """The first of them, all where the reader asks for them."""
    if len(found) <= AT_ONCE or st.toggle(drawing.words("targets_all_shared", n=len(found)), key=f"targets_all_{key}"):
        return found
    return found[:AT_ONCE]


def _show_shared(shared: Shared, number: int, drawing: Drawing) -> str | None:
    words = drawing.words
    with st.container(border=True):
        show_plain(words("targets_same_words" if shared.same_words else "targets_close_words"), "words")
        show_plain(measure_name(shared.first, words), "heading")
        opened = draw_figures(shared_data(shared, drawing), f"targets-shared-{number}")
        rows = [row for own in shared.rows.values() for row in own]
        for unit in dict.fromkeys(unit_of(figure) for row in rows for figure in row.figures):
            opened = show_shared_chart(rows, unit, f"shared-{number}", drawing) or opened
    return opened
