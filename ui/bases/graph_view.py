"""The graph on the page: drawn by Streamlit's own bundle in the browser, with what its boxes and lines stand for."""

from html import escape

import streamlit as st

from index.citing import TYPES, Citations
from ui.bases.graph import MOST, drawing
from ui.plain import show_plain
from ui.words import Words


def show_graph(citations: Citations, words: Words) -> None:
    """The graph with its legend; it scrolls inside itself where it is wider or higher than its place."""
    drawn = drawing(citations, words)
    if drawn.shown < drawn.total:
        show_plain(words("bases_graph_limit", most=MOST, shown=drawn.shown, total=drawn.total), "notice")
    st.html(legend_html(citations, words))
    show_plain(words("bases_graph_scroll"), "quiet narrow")
    alt = words("bases_graph_alt", documents=drawn.documents, cited=drawn.cited)
    with st.container(key="bases-graph"):
        st.graphviz_chart(drawn.dot, alt=alt)
    show_plain(words("bases_graph_note"), "quiet")


def legend_html(citations: Citations, words: Words) -> str:
    """The kinds of boxes and lines that the graph has."""
    states = {cited.state for cited in citations.cited} | {"held"}
    kinds = {kind for cited in citations.cited for kind in cited.types}
    boxes = [(f"box {s}", words.name("bases_state", s)) for s in ("held", "withdrawn", "missing") if s in states]
    lines = [(f"line {kind}", words.name("relation", kind)) for kind in TYPES if kind in kinds]
    items = "".join(f'<li><span class="{style}"></span>{escape(text)}</li>' for style, text in boxes + lines)
    return f'<ul class="bases-legend" aria-label="{escape(words("bases_legend"))}">{items}</ul>'
