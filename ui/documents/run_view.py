"""The run that goes on, or the last one: each file and page as it is read, what became of each, the stop button."""

from dataclasses import replace
from datetime import datetime

import streamlit as st

from ui.documents.progress import FileOutcome, Progress
from ui.documents.reasons import reason
from ui.documents.runs import Command, RunState
from ui.documents.shelf import Shelf, open_document
from ui.documents.starting import start
from ui.plain import show_plain
from ui.words import Words

_AT_WORK, _IDLE = 1.0, 4.0
"""Seconds between two looks at the run's state."""
_SEEN = "documents_run_hidden"
_LISTED = 200
_FEW = 3
_NAMED = 8


def show_run(shelf: Shelf, document_id: str | None = None) -> None:
    """The state of the runs, refreshed by itself; when one begins or ends, the whole page is drawn anew.

    Beside a document that is open, of a run that is over only what concerns that document is said.
    """
    shelf.runs.advance()  # what a server that was stopped has left waiting
    last = shelf.runs.last()
    drawn = (last.id, last.state) if last else None
    st.fragment(_show, run_every=_AT_WORK if last and last.running else _IDLE)(shelf, drawn, document_id)


def _show(shelf: Shelf, drawn: tuple[str, str] | None, document_id: str | None) -> None:
    last = shelf.runs.last()
    if last is None:
        return
    if (last.id, last.state) != drawn:
        st.rerun(scope="app")
    if last.running:
        _show_running(shelf, last, brief=document_id is not None)
    elif st.session_state.get(_SEEN) != last.id:
        _show_ended(shelf, last if document_id is None else _about(last, document_id))


def _about(run: RunState, document_id: str) -> RunState | None:
    """What a run says of one document: a switch of it, its own outcome, or that the run did not get to its end."""
    if run.command.kind != "ingest":
        return run if run.command.target == document_id else None
    outcomes = [o for o in run.progress.outcomes if o.document_id == document_id and o.action != "unchanged"]
    if not outcomes and run.state not in ("failed", "stopped"):
        return None
    return replace(run, progress=replace(run.progress, outcomes=outcomes))


def _show_running(shelf: Shelf, run: RunState, brief: bool) -> None:
    """How far a run is; `brief` leaves out what became of single files."""
    words, progress = shelf.words, run.progress
    with st.container(border=True, key="documents-run"):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            show_plain(_heading(run.command, words), "heading")
            if shelf.edit:
                st.button(words("run_stop"), icon=":material/stop_circle:", on_click=shelf.runs.stop, key="run-stop")
        if run.command.kind == "ingest":
            st.progress(_share(progress), text=_stage(progress, words))
            for name, page in list(progress.reading.items())[:_NAMED]:
                where = words("run_page", n=page[0], total=page[1]) if page else words("run_opening")
                show_plain(f"{name}: {where}", "quiet")
        waiting = [_heading(command, words) for command in shelf.runs.waiting()]
        if waiting:
            show_plain(words("run_waiting", names="; ".join(waiting)), "quiet")
        if not brief:
            _show_failures(progress, words, shelf)


def _heading(command: Command, words: Words) -> str:
    return words.name("run_kind", command.kind).format(name=command.target)


def _share(progress: Progress) -> float:
    """How much of a run is done: reading is taken to be its first seven tenths, then comes embedding."""
    read = len(progress.outcomes) / progress.files if progress.files else 0.0
    if progress.published:
        return 1.0
    embedded = progress.embedded[0] / max(progress.embedded[1], 1) if progress.embedded else 0.0
    return min(0.7 * read + 0.3 * embedded, 1.0)


def _stage(progress: Progress, words: Words) -> str:
    """What goes on, in words."""
    if progress.published:
        return words("run_published")
    if progress.embedded:
        return words("run_embedding", n=progress.embedded[0], total=progress.embedded[1])
    if progress.files is None:
        return words("run_starting")
    if len(progress.outcomes) >= progress.files > 0 and progress.count("added", "changed"):
        return words("run_model")
    return words("run_files", n=len(progress.outcomes), total=progress.files)


def _show_ended(shelf: Shelf, run: RunState | None) -> None:
    if run is None:
        return
    words, progress = shelf.words, run.progress
    with st.container(border=True, key="documents-run"):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            show_plain(summary(run, words), "heading")
            st.button(
                words("run_hide"), icon=":material/close:", type="tertiary", key="run-hide", on_click=_hide, args=(run,)
            )
        if run.state == "failed":
            show_plain(reason(run.error, shelf.settings, words), "notice")
            show_plain(words("run_index_stays"), "quiet")
        elif run.state == "stopped":
            show_plain(words("run_index_stays"), "quiet")
        _show_failures(progress, words, shelf)
        if run.state in ("done", "partly"):  # of the others nothing was published
            _show_outcomes(progress, words, run.id)
        if shelf.edit:
            _show_way_on(shelf, run)


def summary(run: RunState, words: Words) -> str:
    """How a run ended, in a line with its time."""
    progress, when = run.progress, datetime.fromtimestamp(run.started).strftime("%H:%M")
    if run.state in ("stopped", "failed"):
        what = words.name("run_name", run.command.kind).format(name=run.command.target)
        return f"{words.name('run_ended', run.state)}: {what} ({when})"
    if run.command.kind != "ingest":
        return f"{words.name('run_done', run.command.kind).format(name=run.command.target)} ({when})"
    counts = ((action, progress.count(action)) for action in ("added", "changed", "removed", "failed"))
    said = [f"{n} {words.name('action', action)}" for action, n in counts if n]
    return words("run_summary", what=", ".join(said) or words("run_nothing"), when=when)


def _hide(run: RunState) -> None:
    st.session_state[_SEEN] = run.id


def _show_failures(progress: Progress, words: Words, shelf: Shelf) -> None:
    """What could not be read and why: a few at once, more than that folded away."""
    failed = [o for o in progress.outcomes if o.action == "failed"]
    few = len(failed) <= _FEW
    with st.container() if few else st.expander(words("run_failures", n=len(failed)), icon=":material/warning:"):
        for outcome in failed[:_LISTED]:
            why = reason(outcome.detail, shelf.settings, words, outcome.name)
            show_plain(f"{outcome.name}: {why}", "notice")


def _show_outcomes(progress: Progress, words: Words, run: str) -> None:
    """What was added, changed and removed, each new one with a button that opens it."""
    changed = [o for o in progress.outcomes if o.action in ("added", "changed", "removed")]
    if not changed:
        return
    with st.expander(words("run_outcomes", n=len(changed))):
        for number, outcome in enumerate(changed[:_LISTED]):
            with st.container(horizontal=True, vertical_alignment="center"):
                show_plain(outcome_line(outcome, words))
                if outcome.action != "removed" and number < _NAMED:
                    target = outcome.document_id or outcome.name
                    key = f"run-open-{run}-{number}"
                    st.button(words("open_document"), key=key, type="tertiary", on_click=open_document, args=(target,))


def outcome_line(outcome: FileOutcome, words: Words) -> str:
    """A file's outcome with what was read of it."""
    facts = [words.name("action", outcome.action)]
    if outcome.pages:
        facts.append(words("documents_pages", n=outcome.pages))
    if outcome.passages:
        facts.append(words("documents_passages", n=outcome.passages))
    if outcome.read_by == "ocr":
        facts.append(words("read_by.ocr"))
    if outcome.seconds is not None:
        facts.append(words("seconds", n=f"{outcome.seconds:.1f}".replace(".", "," if words.language == "vi" else ".")))
    return f"{outcome.name}: {', '.join(facts)}"


def _show_way_on(shelf: Shelf, run: RunState) -> None:
    """The way back from a withdrawal, and another try where a run did not get to its end."""
    words, command = shelf.words, run.command
    if run.state == "done" and command.kind != "ingest":
        back = Command("restore" if command.kind == "withdraw" else "withdraw", command.target)
        st.button(words.name("run_back", command.kind), key="run-back", on_click=start, args=(shelf.runs, back))
    elif run.state in ("failed", "stopped"):
        st.button(
            words("try_again"), icon=":material/refresh:", key="run-again", on_click=start, args=(shelf.runs, command)
        )
