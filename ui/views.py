"""The switch between the parts of a page, of which one is shown at a time."""

from collections.abc import Sequence

import streamlit as st

from ui.words import Words

_VIEW = "view"
"""The parameter of the address that names the part."""


def choose_view(views: Sequence[str], key: str, group: str, words: Words) -> str:
    """The part to show; the first time that of the address, else the first of `views`.

    `key` is that of the switch. `group` is the key of its label, and names each part with the part's code behind a point.
    """
    if st.session_state.get(key) not in views:
        wanted = st.query_params.get(_VIEW)
        st.session_state[key] = wanted if wanted in views else views[0]
    chosen = st.segmented_control(
        words(group),
        views,
        format_func=lambda view: words.name(group, view),
        key=key,
        required=True,
        on_change=_remember,
        args=(key,),
        label_visibility="collapsed",
        wrap=True,
        persist_state="session",
    )
    return chosen or views[0]


def _remember(key: str) -> None:
    """Puts the choice into the address, so that a link and a reload keep it."""
    st.query_params[_VIEW] = st.session_state[key]
