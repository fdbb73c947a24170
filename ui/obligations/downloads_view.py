"""The rows that are listed as files: a workbook, CSV, and their deadlines as a calendar; each is made when it is asked for."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from index.library import Library
from obligations.exports.about import About
from obligations.exports.calendar import calendar
from obligations.exports.csv_rows import csv_rows
from obligations.exports.workbook import MOST_ROWS, workbook
from obligations.obligation import Obligation
from ui.download import media_type
from ui.obligations.choice import Choice
from ui.obligations.labels import number
from ui.obligations.reading import Reading
from ui.plain import show_plain
from ui.words import Words

_A_MINUTE = 100_000
"""Rows of a workbook that take a minute, on a slow machine."""
_LONG = 30_000
"""Rows from which it is said how long that takes."""


def show_downloads(library: Library, reading: Reading, choice: Choice, count: int, today: date, words: Words) -> None:
    """The three files of the rows that meet the filters."""
    wanted = choice.wanted(today)
    order = today if choice.order == "deadline" else None
    about = About(library.publication_id, library.manifest["created"], wanted, reading.total(), today)
    documents, language = reading.documents, words.language

    def rows() -> list[Obligation]:
        return reading.register.where(wanted, order)

    with st.popover(words("duties_download"), icon=":material/download:", disabled=not count):
        show_plain(words("duties_download_about", n=count if count == 1 else number(count, words)), "quiet")
        if count >= _LONG:
            show_plain(words("duties_many", n=number(count, words), minutes=-(-count // _A_MINUTE)), "quiet")
        if count > MOST_ROWS:
            show_plain(words("duties_too_many", most=number(MOST_ROWS, words)), "notice")
        else:
            _button("xlsx", lambda: workbook(rows(), documents, about, language), today, words)
        _button("csv", lambda: csv_rows(rows(), documents, language), today, words)
        _button("ics", lambda: calendar(rows(), documents, about, language).data, today, words)
        show_plain(words("duties_download_ics"), "quiet")


def _button(suffix: str, make: Callable[[], bytes], today: date, words: Words) -> None:
    name = f"nhiem-vu-{today.isoformat()}.{suffix}"
    st.download_button(
        words(f"duties_{suffix}"),
        make,
        name,
        "text/calendar" if suffix == "ics" else media_type(name),
        key=f"duties-{suffix}",
        on_click="ignore",
        width="stretch",
    )
