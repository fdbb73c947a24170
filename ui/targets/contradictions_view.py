"""Contradictions inside a document: both clauses beside each other, word for word, each to be opened."""

from collections.abc import Sequence

import streamlit as st

from obligations.comparison import slots_of
from obligations.contradictions import Contradiction, Side
from obligations.obligation import Obligation
from ui.labels import last_headings, short_path
from ui.plain import show_plain
from ui.targets.drawn import Drawing, document_name, measure_name, place_name, slot_name
from ui.targets.marked import clause_html
from ui.words import Words

AT_ONCE = 5
"""Contradictions that are shown before the reader asks for the others."""
MOST = 50
"""Contradictions that are shown at all; filters lead to the others."""


def show_contradictions(found: Sequence[Contradiction], drawing: Drawing) -> Obligation | None:
    """Every contradiction with its clauses; the row whose clause was asked for."""
    words = drawing.words
    if not found:
        show_plain(words("targets_contradictions_none"), "quiet")
        return None
    show_plain(words("targets_contradictions", n=len(found)), "part")
    shown = found[:AT_ONCE]
    if len(found) > AT_ONCE and st.toggle(
        words("targets_contradictions_all", n=len(found)), key="targets_contradictions"
    ):
        shown = found[:MOST]
        if len(found) > MOST:
            show_plain(words("targets_contradictions_cut", n=MOST), "notice")
    opened = None
    for number, contradiction in enumerate(shown):
        opened = _show(contradiction, number, drawing) or opened
    return opened


def _show(contradiction: Contradiction, number: int, drawing: Drawing) -> Obligation | None:
    words = drawing.words
    first = contradiction.sides[0].first
    opened = None
    with st.container(border=True, key=f"targets-contradiction-{number}"):
        show_plain(words("targets_excludes" if contradiction.excludes else "targets_disagrees"), "badge")
        show_plain(document_name(contradiction.document_id, drawing), "heading")
        show_plain(words("targets_about", measure=measure_name(first, words)), "quiet")
        for place, (column, side) in enumerate(
            zip(st.columns(len(contradiction.sides)), contradiction.sides, strict=True)
        ):
            with column:
                if _show_side(side, f"{number}-{place}", words):
                    opened = side.first.row
    return opened


def _show_side(side: Side, key: str, words: Words) -> bool:
    """One clause; whether it was asked for."""
    row = side.first.row
    show_plain(f"{' · '.join(side.values)} ({years_of_side(side, words)})", "stated")
    st.html(clause_html(row.quote, side.figures))
    where = " · ".join(part for part in (short_path(last_headings(row.section)), place_name(row, words)) if part)
    show_plain(where, "quiet")
    return st.button(words("targets_clause"), key=f"targets-clause-{key}", icon=":material/open_in_new:")


def years_of_side(side: Side, words: Words) -> str:
    """The years that a clause's figures are for, in words."""
    return ", ".join(slot_name(slot, words).lower() for slot in slots_of(side.figures))
