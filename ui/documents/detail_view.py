"""A document opened: its name, what can be done with it, and its parts, one at a time."""

import streamlit as st

from index.document import Document
from ui.documents.actions_view import show_actions
from ui.documents.correct_view import show_correction
from ui.documents.editions_view import show_editions
from ui.documents.facts_view import show_facts
from ui.documents.listing import badges, listed_one, province, read_by, size
from ui.documents.outline import outline_data
from ui.documents.pages_view import show_document_pages
from ui.documents.shelf import Shelf, close_document
from ui.documents.tables import table_html, tables
from ui.labels import short_name
from ui.plain import show_plain
from ui.style import read_frontend
from ui.words import Words

PARTS = ("facts", "outline", "tables", "pages", "editions", "correct")
_PART = "part"
_TABLES_AT_ONCE = 20

_outline = st.components.v2.component(
    "outline",
    html='<div class="outline"></div>',
    css=read_frontend("outline.css"),
    js=read_frontend("outline.js"),
)


def show_detail(shelf: Shelf, document: Document) -> None:
    """The open document, from top to bottom."""
    words = shelf.words
    assert shelf.library is not None
    st.button(
        words("documents_back"),
        icon=":material/arrow_back:",
        type="tertiary",
        on_click=close_document,
        key="documents-back",
    )
    show_plain(document.title or document.id, "part")
    item = listed_one(shelf.library, document)
    named = document.type or document.title  # else its short name is that of its file, which stands beside it
    name = short_name(document) if named else province(document, words) or document.issuer
    about = (name, document.file, size(item, words), read_by(item, words))
    show_plain(" · ".join(dict.fromkeys(text for text in about if text and text != document.title)), "quiet")
    for badge in badges(document, words):
        show_plain(badge, "badge")
    if document.withdrawn:
        show_plain(words("withdrawn_about"), "notice")
    show_actions(shelf, document)
    _show_part(shelf, document, _choose_part(shelf))


def _choose_part(shelf: Shelf) -> str:
    """The part to show, as the address has it."""
    parts = [part for part in PARTS if shelf.edit or part != "correct"]
    key = "documents_part"
    wanted = st.query_params.get(_PART)
    st.session_state[key] = wanted if wanted in parts else parts[0]
    chosen = st.segmented_control(
        shelf.words("view"),
        parts,
        format_func=lambda part: shelf.words.name("part", part),
        key=key,
        required=True,
        on_change=_remember,
        label_visibility="collapsed",
        wrap=True,
    )
    return chosen or parts[0]


def _remember() -> None:
    st.query_params[_PART] = st.session_state["documents_part"]


def _show_part(shelf: Shelf, document: Document, part: str) -> None:
    words, library = shelf.words, shelf.library
    assert library is not None
    if part == "facts":
        show_facts(document, shelf.documents, words)
    elif part == "outline":
        _outline(key=f"outline-{document.id}", data=outline_data(library.passages_of(document.id), words))
    elif part == "tables":
        _show_tables(shelf, document, words)
    elif part == "pages":
        show_document_pages(library, document, words)
    elif part == "editions":
        show_editions(shelf, document)
    else:
        show_correction(shelf, document)


def _show_tables(shelf: Shelf, document: Document, words: Words) -> None:
    assert shelf.library is not None
    found = tables(shelf.library.passages_of(document.id))
    if not found:
        show_plain(words("tables_none"), "quiet")
        return
    shown = found
    if len(found) > _TABLES_AT_ONCE and not st.toggle(words("tables_all", n=len(found)), key=f"tables-{document.id}"):
        shown = found[:_TABLES_AT_ONCE]
    for number, table in enumerate(shown, 1):
        label = words("table_label", n=number, rows=len(table.rows))
        show_plain(label, "heading")
        if table.path:
            show_plain(" › ".join(table.path), "quiet")
        st.html(table_html(table, label, words))
