"""What the reader looks for on the Sources page."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from index.citing import TYPES, Citations, Wanted
from ui.bases.names import held_name
from ui.labels import alphabetical
from ui.words import Words

_Option = TypeVar("_Option", bound=str)


def show_filters(citations: Citations, words: Words) -> Wanted:
    """The search and the choices; a chosen document that is gone is dropped first."""
    text = st.text_input(
        words("bases_words"),
        key="bases_words",
        placeholder=words("bases_words_hint"),
        max_chars=200,
        persist_state="session",
    )
    names = {name: held_name(citations.documents[name]) for name in citations.answering}
    by_name = sorted(names, key=lambda name: alphabetical(names[name]))
    kinds = {kind for cited in citations.cited for kind in cited.types}
    with st.expander(words("bases_filters"), icon=":material/filter_list:"):
        left, right = st.columns(2)
        with left:
            documents = _choice("document", by_name, names, words)
        with right:
            there = [kind for kind in TYPES if kind in kinds]
            types = _choice("type", there, {kind: words.name("relation", kind) for kind in there}, words)
        missing = st.toggle(words("bases_filter_missing"), key="bases_missing", persist_state="session")
    return Wanted(tuple(documents), tuple(types), missing, text)


def _choice(name: str, options: Sequence[_Option], labels: dict[_Option, str], words: Words) -> list[_Option]:
    key = f"bases_{name}"
    if key in st.session_state:
        st.session_state[key] = [value for value in st.session_state[key] if value in options]
    return st.multiselect(
        words(f"bases_filter_{name}"),
        options,
        format_func=lambda option: labels.get(option, option),
        placeholder=words("filter_any"),
        key=key,
        persist_state="session",
    )
