"""The targets of each document as a table by measure and year, and the same as a file."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from obligations.comparison import DocumentTable, tables_of
from obligations.stated import Stated
from ui.plain import show_plain
from ui.targets.component import draw_figures
from ui.targets.drawn import Drawing, document_name, table_data
from ui.targets.table_file import table_csv

MOST_DOCUMENTS = 20
"""Documents whose tables are drawn before the reader asks for all."""
MOST_ROWS = 12
"""Rows of one of several documents that are drawn before the reader asks for all of its."""


def show_tables(figures: Sequence[Stated], drawing: Drawing) -> str | None:
    """A table for each document; the figure that was pressed."""
    words = drawing.words
    tables = tables_of(figures)
    st.download_button(
        words("targets_download"),
        lambda: table_csv(tables, drawing),
        "chi-tieu.csv",
        "text/csv",
        icon=":material/download:",
        on_click="ignore",
    )
    shown = tables[:MOST_DOCUMENTS]
    if len(tables) > MOST_DOCUMENTS and st.toggle(words("targets_all_documents", n=len(tables)), key="targets_all"):
        shown = tables
    opened = None
    for table in shown:
        opened = _show_table(table, len(tables) > 1, drawing) or opened
    return opened


def _show_table(table: DocumentTable, is_one_of_many: bool, drawing: Drawing) -> str | None:
    name, rows = table.document_id, len(table.rows)
    show_plain(document_name(name, drawing), "part")
    place = st.container()
    whole = (
        st.toggle(drawing.words("targets_all_rows", n=rows), key=f"targets-all-{name}")
        if is_one_of_many and rows > MOST_ROWS
        else True
    )
    with place:
        return draw_figures(table_data(table if whole else first_rows(table), drawing), f"targets-{name}")


def first_rows(table: DocumentTable) -> DocumentTable:
    """The beginning of a table."""
    return replace(table, rows=table.rows[:MOST_ROWS])
