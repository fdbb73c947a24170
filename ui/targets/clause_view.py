"""A target's clause, opened as a citation is: the passage with the clause marked, and the whole document at it."""

import streamlit as st

from answer.reply import Citation
from index.library import Library
from obligations.obligation import Obligation
from ui.citation_view import WIDTH, show_citation
from ui.plain import show_plain
from ui.words import Words


def cite(row: Obligation, library: Library) -> Citation | None:
    """The citation of a row's clause; None where the document is no longer held, or not as it was read."""
    document = library.documents.get(row.document_id)
    if document is None:
        return None
    passage = next((p for p in library.passages_of(row.document_id) if p.id == row.passage_id), None)
    if passage is None:
        return None
    last = None
    if row.places is not None and row.page is not None:
        last = library.lines_of(row.document_id)[row.places[1]].page
    return Citation(1, document, passage, row.quote, row.lines, row.page, row.places, last)


def open_clause(library: Library, row: Obligation, words: Words) -> None:
    """Opens the drawer at a row's clause."""
    st.dialog(words("targets_clause_title"), width=WIDTH, position="right")(_show)(library, row, words)


def _show(library: Library, row: Obligation, words: Words) -> None:
    if st.button(words("targets_back"), icon=":material/arrow_back:", type="tertiary"):
        st.rerun()
    citation = cite(row, library)
    if citation is None:
        show_plain(words("targets_clause_gone"), "notice")
        return
    show_citation(library, citation, words)
