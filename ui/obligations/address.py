"""The choice in the address of the page: read from it, written to it, and found again after a look at another page."""

from dataclasses import replace
from typing import Any

import streamlit as st

from ui.obligations.choice import Choice, parameters
from ui.words import Words

PREFIX = "duties_"
"""What the keys of this page's widgets begin with, before the name of a part of `Choice`."""
_LAST = "duties_chosen"
_ALWAYS = f"{PREFIX}actor"
"""The key of the box that the page always shows: Streamlit forgets it as soon as another page is shown."""


def current_choice() -> Choice:
    """The choice that the address names. Where another page was looked at meanwhile, which empties the address, the last one."""
    choice = Choice.read({name: st.query_params.get_all(name) for name in parameters()})
    last = st.session_state.get(_LAST)
    if last is not None and choice == Choice() and _ALWAYS not in st.session_state:
        choice = last
        choose(choice)
    st.session_state[_LAST] = choice
    return choice


def choose(choice: Choice) -> None:
    """Puts a choice into the address."""
    others = {name: st.query_params.get_all(name) for name in st.query_params if name not in parameters()}
    st.query_params.from_dict(others | choice.address())
    st.session_state[_LAST] = choice


def change(**parts: Any) -> None:
    """Changes some parts of the choice; the list begins at its first page."""
    choose(replace(current_choice(), **{"page": 1, **parts}))


def hold(name: str, value: object, words: Words) -> str:
    """The key of the widget of a part, which shows `value`; a widget that does already is left alone, for somebody may be typing.

    Each language has widgets of its own: the browser keeps what a choice is called, which means nothing in the other language.
    """
    key = f"{PREFIX}{name}_{words.language}"
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
    return key


def take(name: str, key: str) -> None:
    """Puts what the widget of a part shows into the address."""
    value = st.session_state[key]
    change(**{name: tuple(value) if isinstance(value, list) else value or None})
