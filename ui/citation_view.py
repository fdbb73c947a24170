"""A citation opened: a drawer with what the document is, the passage with the quote marked, and the whole document at it."""

from collections.abc import Sequence

import streamlit as st

from answer.reply import Answer, Citation
from index.document import Document
from index.library import Library
from ui.document_view import show_document, show_passage
from ui.download import show_download
from ui.labels import place, section_path, short_name, short_path, show_date, warnings
from ui.page_view import show_cited_pages
from ui.plain import show_plain
from ui.style import read_frontend
from ui.words import Words

WIDTH = 720
"""Pixels of the drawer; a narrower window is filled."""
_SHOWN = "source_marker"
_VIEWS = ("pages", "text")
_LONGEST_PATH = 200
"""Characters of a section path; a longer one, as tables have, would push the quote off the screen and is cut."""
_keys = st.components.v2.component(
    "drawer",
    html="<span></span>",
    js=read_frontend("drawer.js"),
    isolate_styles=False,  # it looks for the drawer that it lies in
)


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
    _keys(key="drawer")


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
    """The document's name and warnings, the section path, the passage, the document itself."""
    document = citation.document
    key = f"{document.id}-{citation.passage.id}-{citation.marker}"
    show_plain(short_name(document), "heading")
    if document.title:
        show_plain(document.title)
    known = (document.issuer, document.date and show_date(document.date, words), document.file)
    current = library.documents.get(document.id)
    with st.container(horizontal=True, vertical_alignment="center"):
        show_plain(" · ".join(value for value in known if value), "quiet")
        if current:
            show_download(library.files, current, key, words)
    for warning in warnings(citation, words):
        show_plain(warning, "badge")
    if citation.passage.section:
        path = section_path(citation)
        show_plain(path if len(path) <= _LONGEST_PATH else short_path(citation.passage.section), "section")
    where = place(citation, words)
    show_plain(f"{words('passage')} ({where})" if where else words("passage"), "heading")
    show_passage(citation, key, words)
    if current:
        _show_whole(library, current, citation, key, words)
    else:
        show_plain(words("document_gone"), "notice")


def _show_whole(library: Library, document: Document, citation: Citation, key: str, words: Words) -> None:
    """The document as it is now, at the quote: its pages first where it has any, or its text."""
    pages = library.pages_of(document.id) if document.shown else ()
    if pages and _choose_view(key, words) == "pages":
        show_cited_pages(library, document, pages, citation, f"pages-{key}", words)
        return
    if not pages:
        show_plain(words("whole_document"), "heading")
    show_document(library, citation, key, words)


def _choose_view(key: str, words: Words) -> str:
    chosen: str = st.segmented_control(
        words("source_view"),
        _VIEWS,
        default=_VIEWS[0],
        format_func=lambda view: words(f"source_view.{view}"),
        required=True,
        key=f"view-{key}",
        label_visibility="collapsed",
    )
    return chosen
