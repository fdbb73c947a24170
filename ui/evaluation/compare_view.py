"""Two runs compared on the page: differences with intervals, then the questions whose outcome changed, regressions first."""

from collections.abc import Sequence

import streamlit as st

from eval.compare import Change, Comparison
from index.errors import AssistantError
from ui.evaluation.cache import comparison_of, predictions_of, scores_of
from ui.evaluation.charts import interval_chart
from ui.evaluation.comparison import WAYS, changes, difference_bars, differences
from ui.evaluation.questions_view import gold_of, may_read, show_answered
from ui.evaluation.runs import Run, State
from ui.plain import show_plain
from ui.trouble import explain
from ui.words import Words

_SIDES = ("after", "before")


def show_compare(run: Run, before: State, after: State, words: Words) -> None:
    """What `run`, in `after`, differs in from the run in `before`."""
    try:
        with st.spinner(words("comparing")):  # some seconds for thousands of questions
            found = comparison_of(before, after)
        show_plain(words("compare_note", n=found.n), "quiet")
        if any(found.writers):
            theirs, own = (model or words("writer_none") for model in found.writers)
            show_plain(words("compare_writers", after=own, before=theirs), "quiet")
        _show_differences(found, words)
        _show_changes(found, words)
        if found.changes:
            _show_changed(run, found.changes, {"before": before, "after": after}, words)
    except AssistantError as error:
        show_plain(explain(error, words), "notice")


def _show_differences(found: Comparison, words: Words) -> None:
    for broken in found.broken:
        show_plain(broken, "notice")
    rows = difference_bars(found, words)
    if rows:
        st.altair_chart(interval_chart(rows, words, line=0.0, share=False), alt=words("difference"))
    st.html(differences(found, words))


def _show_changes(found: Comparison, words: Words) -> None:
    if not found.changes:
        show_plain(words("changed_none"), "part")
        return
    show_plain(words("changed", n=len(found.changes)), "part")
    for way in WAYS:
        some = [change for change in found.changes if change.way == way]
        if some:
            show_plain(f"{words.name('change', way)} ({len(some)})", "heading")
            st.html(changes(some, words))


def _show_changed(run: Run, changed: Sequence[Change], sides: dict[str, State], words: Words) -> None:
    """One of the changed questions, as either run answered it."""
    if run.held_out and not may_read(words):
        return
    questions = predictions_of(sides["after"]).questions
    labels = {c.id: f"{c.id} · {words.name('change', c.way)} · {questions.get(c.id, '')}" for c in changed}
    if st.session_state.get("evaluation_changed") not in labels:
        st.session_state["evaluation_changed"] = changed[0].id
    chosen = st.selectbox(words("question"), list(labels), format_func=labels.__getitem__, key="evaluation_changed")
    side = st.segmented_control(
        words("run"),
        _SIDES,
        format_func=words,
        default="after",
        key="evaluation_side",
        required=True,
        label_visibility="collapsed",
    )
    state = sides[side or "after"]
    show_answered(scores_of(state)[chosen], predictions_of(state), gold_of(run, words), words)
