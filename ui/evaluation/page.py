"""The Evaluation page: a run with its figures, slices, retrieval and questions, two runs compared, feedback as drafts."""

from collections.abc import Mapping, Sequence

import streamlit as st

from index.errors import AssistantError
from index.settings import Settings, load_settings
from ui.evaluation.about_view import show_about
from ui.evaluation.cache import run_of
from ui.evaluation.compare_view import show_compare
from ui.evaluation.feedback_view import show_drafts
from ui.evaluation.figures_view import show_overview, show_retrieval, show_slices
from ui.evaluation.questions_view import show_questions
from ui.evaluation.runs import Run, State, find_runs
from ui.head import show_head
from ui.plain import show_plain
from ui.trouble import show_trouble
from ui.views import choose_view
from ui.words import Words

VIEWS = ("overview", "slices", "retrieval", "questions", "compare", "feedback")
_MAKE = "make eval"

Runs = Mapping[State, Run]


def show() -> None:
    """The page, from top to bottom."""
    words = show_head("evaluation_page", "evaluation.css")
    show_plain(words("evaluation_intro"), "quiet")
    try:
        settings = load_settings()
        states = find_runs(settings.runs)
    except AssistantError as error:
        show_trouble(error, words)
        return
    runs, faults = _readable(states)
    if faults:
        with st.expander(words("runs_broken", n=len(faults)), icon=":material/warning:", expanded=not runs):
            show_plain("\n".join(faults), "notice")
    if not states:
        show_plain(words("runs_empty", folder=settings.runs), "heading")
        show_plain(words("runs_make"))
        st.code(_MAKE, language="bash")
    if runs:
        _show_run(runs, settings, words)
    else:
        show_drafts(settings, words)


def _readable(states: Sequence[State]) -> tuple[Runs, list[str]]:
    """The runs, the one changed last first, and what is wrong with those that cannot be read."""
    runs: dict[State, Run] = {}
    faults: list[str] = []
    for state in states:
        try:
            runs[state] = run_of(state)
        except AssistantError as error:
            faults.append(str(error))
    return runs, faults


def _show_run(runs: Runs, settings: Settings, words: Words) -> None:
    state = _choose_run("run", list(runs), words("run"))
    run = runs[state]
    show_about(run, state, words)
    view = choose_view(VIEWS, "evaluation_view", "view", words)
    if view == "overview":
        show_overview(run, words)
    elif view == "slices":
        show_slices(run, words)
    elif view == "retrieval":
        show_retrieval(run, words)
    elif view == "questions":
        show_questions(run, state, words)
    elif view == "compare":
        _show_compare(runs, state, words)
    else:
        show_drafts(settings, words)


def _show_compare(runs: Runs, state: State, words: Words) -> None:
    others = [other for other in runs if other != state]
    if not others:
        show_plain(words("compare_needs_two"))
        return
    show_compare(runs[state], _choose_run("with", others, words("compare_with")), state, words)


def _choose_run(name: str, states: Sequence[State], label: str) -> State:
    """One of the runs; the first time that of the address, else the first."""
    by_name = {state.folder.name: state for state in states}
    key = f"evaluation_{name}"
    if st.session_state.get(key) not in by_name:
        wanted = st.query_params.get(name)
        st.session_state[key] = wanted if wanted in by_name else next(iter(by_name))
    chosen: str = st.selectbox(
        label, list(by_name), key=key, on_change=_remember, args=(name,), persist_state="session"
    )
    return by_name[chosen]


def _remember(name: str) -> None:
    """Puts a choice into the address, so that a link and a reload keep it."""
    st.query_params[name] = st.session_state[f"evaluation_{name}"]
