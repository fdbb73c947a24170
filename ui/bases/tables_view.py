"""The tables on the page: what is missing, and what each document names; both can be taken along as files."""

from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from index.citing import Citations
from ui.bases.files import document_rows, missing_rows
from ui.bases.names import held_name
from ui.bases.tables import document_table, link_list, missing_table
from ui.labels import alphabetical
from ui.plain import show_plain
from ui.spreadsheet import csv_bytes
from ui.words import Words

MISSING_AT_ONCE = 100
DOCUMENTS_AT_ONCE = 30


def show_missing(citations: Citations, words: Words) -> None:
    """What the library does not hold, most cited first."""
    missing = citations.missing
    if not missing:
        show_plain(words("bases_missing_none"))
        return
    show_plain(words("bases_missing_title"), "heading")
    _show_download("missing", lambda: missing_rows(missing, citations.documents, words), words)
    shown = missing
    if len(missing) > MISSING_AT_ONCE and not st.toggle(words("bases_all_missing", n=len(missing)), key="bases_all"):
        shown = missing[:MISSING_AT_ONCE]
    st.html(missing_table(shown, citations.documents, words))


def show_by_document(citations: Citations, silent: Sequence[str], words: Words) -> None:
    """Each document with what it names, then those that name nothing (`silent`)."""
    documents = citations.documents
    named = citations.by_document()
    order = sorted(named, key=lambda name: alphabetical(held_name(documents[name])))
    if order:
        _show_download("documents", lambda: document_rows(citations, words), words)
    shown = order
    if len(order) > DOCUMENTS_AT_ONCE and not st.toggle(
        words("bases_all_documents", n=len(order)), key="bases_all_named"
    ):
        shown = order[:DOCUMENTS_AT_ONCE]
    for name in shown:
        st.html(document_table(documents[name], named[name], documents, words))
    if silent:
        show_plain(words("bases_without"), "heading")
        st.html(link_list((documents[name] for name in silent), words))
    elif not order:
        show_plain(words("bases_none_fit"))


def _show_download(name: str, rows: Callable[[], Iterable[Sequence[str]]], words: Words) -> None:
    st.download_button(
        words("bases_download"),
        lambda: csv_bytes(rows()),
        words(f"bases_file_{name}"),
        "text/csv",
        icon=":material/download:",
        key=f"bases-{name}-csv",
        on_click="ignore",
    )
