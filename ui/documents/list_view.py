"""The list of the documents with its search and filters."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from ui.documents.listing import ORDERS, Listed, Wanted, choose, forces, listed, options, row
from ui.documents.shelf import Shelf, open_document
from ui.plain import show_plain
from ui.style import read_frontend
from ui.words import Words

AT_ONCE = 100

_documents = st.components.v2.component(
    "documents",
    html='<div class="documents"></div>',
    css=read_frontend("documents.css"),
    js=read_frontend("table.js", "documents.js"),
)


def show_list(shelf: Shelf) -> None:
    """The documents that meet what is searched for; a press on one opens it."""
    words = shelf.words
    assert shelf.library is not None
    items = listed(shelf.library)
    wanted = _show_filters(items, words)
    found = choose(items, wanted)
    if wanted.limits:
        show_plain(words("filter_result", n=len(found), total=len(items)), "quiet")
    if not found:
        show_plain(words("documents_none_fit"))
        return
    shown = found
    if len(found) > AT_ONCE and not st.toggle(words("documents_all", n=len(found)), key="documents_all"):
        shown = found[:AT_ONCE]
    force = forces(shown, shelf.library.documents, date.today())
    data = {
        "label": words("documents_page"),
        "heads": [words(key) for key in ("document_title", "date", "issuer", "column_state", "column_content")],
        "rows": [row(item, force[item.document.id], words) for item in shown],
    }
    opened = _documents(key="documents-list", data=data, on_opened_change=lambda: None).opened
    if opened:
        open_document(opened)
        st.rerun()


def _show_filters(items: Sequence[Listed], words: Words) -> Wanted:
    text = st.text_input(
        words("documents_search"),
        key="documents_search",
        placeholder=words("documents_search_hint"),
        persist_state="session",  # it is the same list when a document has been looked at
    )
    if len(items) < 2:
        return Wanted(text)
    there = options(items)
    with st.expander(words("documents_filters"), icon=":material/filter_list:"):
        columns = st.columns(4)
        kind = _choice(columns[0], "type", there["type"], words)
        province = _choice(columns[1], "province", there["province"], words)
        state = _choice(columns[2], "state", there["state"], words)
        order = columns[3].selectbox(
            words("documents_order"),
            ORDERS,
            format_func=lambda o: words.name("order", o),
            key="documents_order",
            persist_state="session",
        )
    return Wanted(text, kind, province, state, order)


def _choice(place: st.delta_generator.DeltaGenerator, name: str, there: Sequence[str], words: Words) -> str | None:
    key = f"documents_{name}"
    if st.session_state.get(key) not in there:
        st.session_state[key] = None
    chosen: str | None = place.selectbox(
        words.name("documents_filter", name),
        there,
        index=None,
        format_func=lambda value: words.name("state", value) if name == "state" else value,
        placeholder=words("filter_any"),
        key=key,
        persist_state="session",
    )
    return chosen
