"""A row opened: a drawer with all that is known of it, its clause as a citation is shown, and the rows before and after it."""

from collections.abc import Sequence
from datetime import date
from html import escape
from urllib.parse import quote

import streamlit as st

from index.document import Document
from index.library import Library
from obligations.obligation import Obligation
from ui.citation_view import WIDTH, show_citation
from ui.obligations.rows import citation_of, row_facts, row_text
from ui.plain import show_plain
from ui.style import read_frontend
from ui.words import PARAMETER, Words

_SHOWN = "duties_shown"

_copy = st.components.v2.component(
    "copy_row", html='<button type="button"></button>', css=read_frontend("copy.css"), js=read_frontend("copy.js")
)


def open_row(library: Library, rows: Sequence[Obligation], opened: int, today: date, words: Words) -> None:
    """Opens the drawer at one of the rows of a page; the others can be stepped to inside it."""
    st.session_state[_SHOWN] = opened
    st.dialog(words("duty_clause"), width=WIDTH, position="right")(_show)(library, rows, today, words)


def _show(library: Library, rows: Sequence[Obligation], today: date, words: Words) -> None:
    at = min(st.session_state.get(_SHOWN, 0), len(rows) - 1)
    _show_steps(at, len(rows), words)
    row = rows[at]
    citation = citation_of(row, library, at + 1)
    if row.actor:
        show_plain(row.actor if words.language == "vi" or not row.actor_en else f"{row.actor} ({row.actor_en})", "part")
    show_plain(row.action)
    if citation is None:
        show_plain(words("duty_gone"), "notice")
        return
    st.html(facts_html(row_facts(row, citation.document, today, words)))
    with st.container(horizontal=True, vertical_alignment="center"):
        text = row_text(row, citation, today, words)
        _copy(
            key=f"duties-copy-{at}",
            data={"text": text, "label": words("duty_copy"), "done": words("copied")},
            width="content",
        )
        st.html(document_link(citation.document, words), width="content")
    show_citation(library, citation, words)


def _show_steps(at: int, count: int, words: Words) -> None:
    with st.container(key="duties-steps", horizontal=True, vertical_alignment="center"):
        if st.button(words("duty_close"), icon=":material/arrow_back:", type="tertiary"):
            st.rerun()
        for name, icon, to in (
            ("before", ":material/chevron_left:", at - 1),
            ("after", ":material/chevron_right:", at + 1),
        ):
            st.button(
                words(f"duty_{name}"),
                icon=icon,
                key=f"duties-{name}",
                type="tertiary",
                disabled=not 0 <= to < count,
                on_click=_step_to,
                args=(to,),
            )


def _step_to(place: int) -> None:
    st.session_state[_SHOWN] = place


def facts_html(facts: Sequence[tuple[str, str]]) -> str:
    """Labels and values, shown literally."""
    pairs = "".join(f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>" for label, value in facts)
    return f'<dl class="duty-facts">{pairs}</dl>' if pairs else ""


def document_link(document: Document, words: Words) -> str:
    """A link to the document's own page: to its pages, or to its text with the outline where it has none."""
    part = "pages" if document.shown else "outline"
    address = f"documents?{PARAMETER}={words.language}&document={quote(document.id)}&part={part}"
    return f'<a class="duty-link" href="{escape(address)}" target="_blank">{escape(words("duty_in_document"))}</a>'
