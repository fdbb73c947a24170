"""Words of documents and people on the page, exactly as they are: never read as Markdown, HTML or LaTeX."""

import html

import streamlit as st


def plain_html(text: str, style: str) -> str:
    """A paragraph that shows `text` literally; `style` is one of our own class names."""
    return f'<p class="plain {style}">{html.escape(text)}</p>'


def show_plain(text: str, style: str = "") -> None:
    """Shows a paragraph literally, line ends kept."""
    st.html(plain_html(text, style))
