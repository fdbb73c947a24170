"""The questions of a run on the page: which to see, and the one that is open."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from eval.scores import Score
from index.errors import AssistantError
from index.settings import PROJECT
from ui.evaluation.cache import predictions_of, scores_of
from ui.evaluation.question_view import show_question
from ui.evaluation.runs import Gold, Predictions, Run, State, read_gold
from ui.evaluation.selection import Selection, selected
from ui.plain import show_plain
from ui.trouble import explain
from ui.words import Words

LISTED = 1000
"""Questions that are offered at once."""
_QUESTIONS = PROJECT / "eval" / "questions"
_OPEN = "evaluation_question"


def show_questions(run: Run, state: State, words: Words) -> None:
    """The choice and the open question; of the held-out set only where the reader insists."""
    if run.held_out and not may_read(words):
        return
    try:
        _show_chosen(run, scores_of(state), predictions_of(state), words)
    except AssistantError as error:
        show_plain(explain(error, words), "notice")


def _show_chosen(run: Run, scores: Mapping[str, Score], predictions: Predictions, words: Words) -> None:
    found = selected(scores.values(), predictions.questions, _choose(list(scores.values()), words))
    show_plain(words("questions_found", n=len(found), total=len(scores)), "quiet")
    if found:
        show_answered(_open(found, predictions.questions, words), predictions, gold_of(run, words), words)
    else:
        show_plain(words("question_none"))


def show_answered(score: Score, predictions: Predictions, gold: Gold, words: Words) -> None:
    """One question with its answer, where the run has it."""
    if score.id in predictions:
        prediction = predictions.read(score.id)
        show_question(score, gold.of(score.id, predictions.questions[score.id]), prediction, words)
    else:
        show_plain(words("prediction_missing"), "notice")


def may_read(words: Words) -> bool:
    """Says what reading the held-out set does to it; whether the reader wants to all the same."""
    show_plain(words("held_out_note"), "notice")
    return st.toggle(words("held_out_show"), key="evaluation_held_out")


def _choose(scores: Sequence[Score], words: Words) -> Selection:
    with st.container(horizontal=True):
        buckets, languages, kinds = (
            _several(group, [str(getattr(score, group)) for score in scores], words)
            for group in ("bucket", "language", "kind")
        )
    text = st.text_input(words("filter_words"), key="evaluation_words", max_chars=200, persist_state="session")
    return Selection(buckets, languages, kinds, text)


def _several(group: str, codes: Sequence[str], words: Words) -> tuple[str, ...]:
    """Some of the codes that occur; one that no longer does is dropped from the choice first."""
    key = f"evaluation_{group}"
    if key in st.session_state:
        st.session_state[key] = [code for code in st.session_state[key] if code in codes]
    chosen = st.multiselect(
        words(f"filter_{group}"),
        list(dict.fromkeys(codes)),
        format_func=partial(words.name, group),
        placeholder=words("filter_any"),
        key=key,
        persist_state="session",
    )
    return tuple(chosen)


def _open(found: Sequence[Score], questions: Mapping[str, str], words: Words) -> Score:
    """The question that is open: chosen from the list, or stepped to."""
    listed = {score.id: score for score in found[:LISTED]}
    if len(found) > LISTED:
        show_plain(words("questions_first", shown=LISTED), "quiet")
    if st.session_state.get(_OPEN) not in listed:
        st.session_state[_OPEN] = next(iter(listed))
    labels = {i: f"{i} · {words.name('bucket', s.bucket)} · {questions.get(i, '')}" for i, s in listed.items()}
    chosen: str = st.selectbox(
        words("question"), list(listed), format_func=labels.__getitem__, key=_OPEN, persist_state="session"
    )
    ids = list(listed)
    at = ids.index(chosen)
    with st.container(horizontal=True):
        for label, step in (("question_previous", -1), ("question_next", 1)):
            there = 0 <= at + step < len(ids)
            target = ids[at + step] if there else chosen
            st.button(words(label), on_click=_step_to, args=(target,), disabled=not there)
    return listed[chosen]


def _step_to(question_id: str) -> None:
    st.session_state[_OPEN] = question_id


def gold_of(run: Run, words: Words) -> Gold:
    """The questions of the set; says where they are not those of the run any more, or are not at hand."""
    try:
        gold = read_gold(run, (_QUESTIONS, run.folder))
    except AssistantError as error:
        show_plain(explain(error, words), "notice")
        return Gold({})
    if gold.changed:
        show_plain(words("gold_changed", file=run.question_file), "notice")
    return gold
