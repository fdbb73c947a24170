"""A citation opened: a drawer with what the document is, the passage with the quote marked, and the whole document at it."""

from collections.abc import Sequence

import streamlit as st

from answer.reply import Answer, Citation
from index.library import Library
from ui.document_view import show_document, show_passage
from ui.labels import place, section_path, short_name, show_date, warnings
from ui.plain import show_plain
from ui.words import Words

WIDTH = 720
"""Pixels of the drawer; a narrower window is filled."""
_SHOWN = "source_marker"


def open_citation(library: Library, answer: Answer, opened: Citation, words: Words) -> None:
    """Opens the drawer at a citation or a nearest passage of an answer; the others of its kind can be reached inside it."""
    st.session_state[_SHOWN] = opened.marker
    title, group = ("source", answer.citations) if opened in answer.citations else ("nearest", answer.nearest)
    st.dialog(words(title), width=WIDTH, position="right")(_show)(library, group, words)


def _show(library: Library, citations: Sequence[Citation], words: Words) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(words("back"), icon=":material/arrow_back:", type="tertiary"):
            st.rerun()
        if len(citations) > 1:
            _show_choice(citations, words)
    citation = next((c for c in citations if c.marker == st.session_state.get(_SHOWN)), citations[0])
    show_citation(library, citation, words)


def _show_choice(citations: Sequence[Citation], words: Words) -> None:
    st.segmented_control(
        words("citations"),
        [c.marker for c in citations],
        format_func=lambda marker: f"{marker}",
        required=True,
        key=_SHOWN,
        label_visibility="collapsed",
    )


def show_citation(library: Library, citation: Citation, words: Words) -> None:
    """The document's name and warnings, the section path, the passage, the whole document."""
    document = citation.document
    key = f"{document.id}-{citation.passage.id}-{citation.marker}"
    show_plain(short_name(document), "heading")
    if document.title:
        show_plain(document.title)
    known = (document.issuer, document.date and show_date(document.date, words), document.file)
    show_plain(" · ".join(value for value in known if value), "quiet")
    for warning in warnings(citation, words):
        show_plain(warning, "badge")
    if citation.passage.section:
        show_plain(section_path(citation), "section")
    where = place(citation, words)
    show_plain(f"{words('passage')} ({where})" if where else words("passage"), "heading")
    show_passage(citation, key, words)
    show_plain(words("whole_document"), "heading")
    show_document(library, citation, key, words)
