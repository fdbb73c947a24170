"""Thumbs and comments on answers, kept in the record beside the index."""

from typing import Any

import streamlit as st

from index.errors import AssistantError
from index.library import Library
from index.record.feedback import Verdict
from ui.answer_view import show_copy
from ui.plain import show_plain
from ui.session import Turn
from ui.trouble import explain
from ui.words import Words

_VERDICTS: tuple[Verdict, Verdict] = ("down", "up")
"""By the number that the thumbs give."""


def feedback_json(turn: Turn) -> dict[str, Any]:
    """The answer in the contract's form, its `id` the turn's, and `history`: what had been asked before, oldest first."""
    return {**turn.answer.as_json(), "id": turn.id, "history": list(turn.history)} if turn.answer else {}


@st.fragment
def show_feedback(library: Library, turn: Turn, words: Words) -> None:
    """The copy button and thumbs in a row, and once a thumb is given the comment under them.

    A verdict is kept at once, replaced when it changes or is commented on, and forgotten when the thumb is taken back.
    """
    with st.container(horizontal=True, vertical_alignment="center"):
        show_copy(turn, words)
        thumb = st.feedback("thumbs", key=f"verdict-{turn.id}", persist_state="session")
    if thumb is None:
        _take_back(library, turn, words)
        return
    kept = _kept(turn)
    comment = kept[1] if kept else ""
    with st.form(f"comment-{turn.id}", border=False):
        key = f"comment-text-{turn.id}"
        written = st.text_input(
            words("comment"), placeholder=words("comment_hint"), max_chars=2000, key=key, persist_state="session"
        )
        if st.form_submit_button(words("send")):
            comment = written.strip()
    show_plain(_save(library, turn, _VERDICTS[thumb], comment, words), "quiet")


def _take_back(library: Library, turn: Turn, words: Words) -> None:
    """Forgets a verdict whose thumb was pressed once more."""
    if _kept(turn) is None:
        return
    try:
        library.remove_feedback(turn.id)
    except AssistantError as error:
        show_plain(explain(error, words), "quiet")
        return
    del st.session_state[f"kept-{turn.id}"]


def _kept(turn: Turn) -> tuple[Verdict, str] | None:
    """The verdict and comment on a turn that are in the record."""
    kept: tuple[Verdict, str] | None = st.session_state.get(f"kept-{turn.id}")
    return kept


def _save(library: Library, turn: Turn, verdict: Verdict, comment: str, words: Words) -> str:
    """Keeps a verdict that is not kept yet; what to say about it."""
    if _kept(turn) != (verdict, comment):
        try:
            library.save_feedback(turn.question, feedback_json(turn), verdict, comment)
        except AssistantError as error:
            return explain(error, words)
        st.session_state[f"kept-{turn.id}"] = (verdict, comment)
    return words("comment_kept" if comment else "verdict_kept")
