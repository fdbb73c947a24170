"""The head of a page, the same on all of them: the switch between the languages, the page's own styles, its title."""

import streamlit as st

from ui.style import FRONTEND
from ui.words import Words, chosen_language, show_language_switch


def show_head(title: str, stylesheet: str) -> Words:
    """Begins a page: `title` is a key of its words, `stylesheet` a file of `ui/frontend`. The words in the reader's language."""
    words = Words(chosen_language())
    with st.sidebar:
        show_language_switch(words)
    st.html(FRONTEND / stylesheet)
    st.title(words(title), anchor=False)
    return words
