"""The Sources page: which documents rest on which others, as a graph and as tables, and which of those the library lacks."""

from html import escape

import streamlit as st

from index.citing import Citations
from index.errors import AssistantError, IndexMissing
from index.library import Library
from index.settings import load_settings
from ui.bases.filters_view import show_filters
from ui.bases.graph_view import show_graph
from ui.bases.tables_view import show_by_document, show_missing
from ui.head import show_head
from ui.plain import show_plain
from ui.resources import open_library
from ui.trouble import show_trouble
from ui.views import choose_view
from ui.words import PARAMETER, Words

VIEWS = ("graph", "missing", "documents")


def show() -> None:
    """The page, from top to bottom."""
    words = show_head("bases_page", "bases.css")
    show_plain(words("bases_intro"), "quiet")
    try:
        library = open_library(load_settings())
    except IndexMissing:
        _show_empty(words)
        return
    except AssistantError as error:
        show_trouble(error, words)
        return
    with st.spinner(words("bases_reading")):
        citations = _citations(library.publication_id, library)
    if citations.answering:
        _show_citations(citations, words)
    else:
        _show_empty(words)


@st.cache_resource(max_entries=2, show_spinner=False)
def _citations(publication: str, _library: Library) -> Citations:
    """What the documents of a publication cite: seconds for many hundreds, so it is kept."""
    del publication  # a part of the key
    return Citations.of(_library.all_documents())


def _show_empty(words: Words) -> None:
    show_plain(words("bases_empty"), "notice")
    st.html(f'<a href="documents?{PARAMETER}={words.language}">{escape(words("documents_go"))}</a>')


def _show_citations(citations: Citations, words: Words) -> None:
    show_plain(summary(citations, words), "heading")
    if not citations.cited:
        show_plain(words("bases_none"))
        return
    wanted = show_filters(citations, words)
    found = citations.where(wanted)
    if wanted.limits:
        show_plain(words("bases_fit", n=len(found.cited), total=len(citations.cited)), "quiet")
    view = choose_view(VIEWS, "bases_view", "bases_view", words)
    if not found.cited and view != "documents":
        show_plain(words("bases_none_fit"))
    elif view == "graph":
        show_graph(found, words)
    elif view == "missing":
        show_missing(found, words)
    else:
        show_by_document(found, citations.silent(wanted), words)


def summary(citations: Citations, words: Words) -> str:
    """How many documents there are, how many they name, and how many of those are missing."""
    held = words("bases_documents", n=len(citations.answering))
    withdrawn = len(citations.documents) - len(citations.answering)
    if withdrawn:
        held += words("bases_left_out", n=withdrawn)
    named = words("bases_cited", n=len(citations.cited))
    return " · ".join([held, named, *([words("bases_missing", n=len(citations.missing))] if citations.cited else [])])
