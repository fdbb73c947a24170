"""The Targets page: what the documents want reached, by measure and year, side by side, and where one contradicts itself."""

from collections.abc import Mapping

import streamlit as st

from index.document import Document
from index.errors import AssistantError
from index.settings import load_settings
from obligations.comparison import chosen_figures
from obligations.obligation import Obligation
from ui.filters import Filter
from ui.head import show_head
from ui.plain import show_plain
from ui.resources import open_register
from ui.targets.board import Board, board_of, sides_of
from ui.targets.chart_view import show_charts
from ui.targets.choice import Choice
from ui.targets.choice_view import clear_choice, show_choice
from ui.targets.clause_view import open_clause
from ui.targets.contradictions_view import show_contradictions
from ui.targets.drawn import Drawing, contradicted_ids
from ui.targets.side_view import show_side
from ui.targets.table_view import show_tables
from ui.trouble import show_trouble
from ui.words import Words


def show() -> None:
    """The page, from top to bottom."""
    words = show_head("targets_page", "targets.css")
    try:
        with st.spinner(words("targets_reading")):
            library, register = open_register(load_settings())
            board = board_of(register, library)
    except AssistantError as error:
        show_trouble(error, words)
        return
    show_plain(words("targets_intro"), "quiet")
    if not board.figures:
        show_plain(words("targets_none"))
        return
    opened = _show_board(board, library.documents, words)
    if opened is not None:
        open_clause(library, opened, words)


def _show_board(board: Board, documents: Mapping[str, Document], words: Words) -> Obligation | None:
    """The choices and what they leave; the row whose clause was asked for."""
    named = dict.fromkeys(figure.row.document_id for figure in board.figures)
    there = {name: documents[name] for name in named if name in documents}
    choice = show_choice(board.figures, there, words)
    wanted = Filter(choice.documents, choice.provinces).chosen(there)
    figures = chosen_figures(board.figures, choice.sought, wanted)
    shown = sum(not figure.inner for figure in figures)
    held = len({figure.row.document_id for figure in figures})
    show_plain(words("targets_found", n=shown, documents=held), "quiet")
    if not shown:
        show_plain(words("targets_none_fit"))
        st.button(words("targets_clear"), icon=":material/filter_list_off:", on_click=clear_choice)
        return None
    ids = {figure.id for figure in figures}
    drawing = Drawing(documents, contradicted_ids(board.contradictions), words)
    opened = show_contradictions([c for c in board.contradictions if c.figures & ids], drawing)
    if choice.view == "side":
        pressed = _show_side(board, choice, wanted, held, drawing)
    else:
        pressed = (show_charts if choice.view == "charts" else show_tables)(figures, drawing)
    figure = board.figure(pressed)
    return figure.row if figure else opened


def _show_side(board: Board, choice: Choice, wanted: frozenset[str] | None, held: int, drawing: Drawing) -> str | None:
    """The documents side by side, where there are two or more; the figure that was pressed."""
    if held < 2:
        show_plain(drawing.words("targets_side_needs_two"))
        return None
    return show_side(*sides_of(board, choice.sought, wanted), drawing)
