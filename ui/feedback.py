"""Thumbs and comments on answers, kept in the record beside the index."""

from typing import Any

import streamlit as st

from index.errors import AssistantError
from index.library import Library
from index.record import Verdict
from ui.plain import show_plain
from ui.session import Turn
from ui.words import Words

_VERDICTS: tuple[Verdict, Verdict] = ("down", "up")
"""By the number that the thumbs give."""


def feedback_json(turn: Turn) -> dict[str, Any]:
    """The answer in the contract's form, its `id` the turn's: of several verdicts on one id the last one counts."""
    return {**turn.answer.as_json(), "id": turn.id} if turn.answer else {}


@st.fragment
def show_feedback(library: Library, turn: Turn, words: Words) -> None:
    """Thumbs, and once one is given a comment. A verdict is kept at once, and again with its comment."""
    thumb = st.feedback("thumbs", key=f"verdict-{turn.id}")
    if thumb is None:
        return
    verdict = _VERDICTS[thumb]
    said = _save(library, turn, verdict, "", words("verdict_kept"))
    with st.form(f"comment-{turn.id}", border=False):
        comment = st.text_input(words("comment"), placeholder=words("comment_hint"), max_chars=2000)
        if st.form_submit_button(words("send")) and comment.strip():
            said = _save(library, turn, verdict, comment.strip(), words("comment_kept"))
    show_plain(said, "quiet")


def _save(library: Library, turn: Turn, verdict: Verdict, comment: str, thanks: str) -> str:
    """Keeps a verdict that is not kept yet; what to say about it."""
    key = f"kept-{turn.id}"
    kept: tuple[Verdict, str] | None = st.session_state.get(key)
    if kept == (verdict, comment) or (kept and kept[0] == verdict and not comment):
        return thanks
    try:
        library.save_feedback(turn.question, feedback_json(turn), verdict, comment)
    except AssistantError as error:
        return str(error)
    st.session_state[key] = (verdict, comment)
    return thanks
