"""The chat page: questions, answers with their sources, filters, feedback and exports."""

from dataclasses import dataclass
from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from answer.assistant import Assistant
from answer.question import LONGEST
from answer.reply import Answer, Citation
from index.errors import AssistantError
from ui.answer_view import show_answer
from ui.citation_view import open_citation
from ui.examples import fitting_examples
from ui.export import Exported, docx_export, markdown_export
from ui.feedback import show_feedback
from ui.filters import Filter, describe, show_filters
from ui.kept import keep_over_reload
from ui.labels import alphabetical, reader_of_questions, short_name
from ui.plain import show_plain
from ui.resources import open_assistant
from ui.session import Conversation, Turn, Waiting, current_conversation, look_at, start_anew
from ui.trouble import show_trouble
from ui.words import Words, chosen_language, show_language_switch
from ui.work import Work
from ui.writing_view import LOOK_SECONDS, show_writing

_AT_ONCE = 1.0
"""Seconds for which a question is waited for before the page shows that its answer is being written: most need no model's words."""
_PASSING = ("unreachable", "slow", "refused", "failed", "stopped")
"""Why a model did not write, where another try may end otherwise."""
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Page:
    """What every part of the page needs."""

    assistant: Assistant
    conversation: Conversation
    words: Words


def show() -> None:
    """The page, from top to bottom."""
    words = Words(chosen_language())
    with st.sidebar:
        show_language_switch(words)
    try:
        assistant = open_assistant(words)
    except AssistantError as error:
        show_trouble(error, words)
        return
    if assistant.writer:
        keep_over_reload()  # an answer may be a minute's work
    page = Page(assistant, current_conversation(), words)
    look_at(page.conversation)
    with st.sidebar:
        chosen = show_filters(assistant.library.documents, words)
    _show_head(page)
    _show_update(page)
    if not page.conversation.begun:
        _show_welcome(page, chosen)
    opened = _show_turns(page)
    _show_input(page, chosen)
    if opened:
        open_citation(assistant.library, *opened, words)


def _show_head(page: Page) -> None:
    words = page.words
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title(words("app_title"), anchor=False, width="content")
        if page.conversation.begun:
            with st.container(horizontal=True, width="content"):
                st.button(words("new_conversation"), icon=":material/add_comment:", on_click=start_anew)
                _show_export(page)


def _show_export(page: Page) -> None:
    turns, words = page.conversation.turns, page.words  # read when it is clicked: this run may still add to them
    about = Exported(page.assistant.library.documents, date.today())
    name = f"hoi-dap-{about.today.isoformat()}"
    with st.popover(words("export"), icon=":material/download:"):
        st.download_button(
            words("export_markdown"),
            lambda: markdown_export(turns, words, about),
            f"{name}.md",
            "text/markdown",
            on_click="ignore",
            width="stretch",
        )
        st.download_button(
            words("export_docx"),
            lambda: docx_export(turns, words, about),
            f"{name}.docx",
            _DOCX,
            on_click="ignore",
            width="stretch",
        )


def _show_update(page: Page) -> None:
    """Says once that the documents have changed since this tab last looked."""
    now = page.assistant.library.publication_id
    seen = st.session_state.get("publication", now)
    st.session_state["publication"] = now
    if seen != now:
        show_plain(page.words("updated"), "update")


def _show_welcome(page: Page, chosen: Filter) -> None:
    words, documents = page.words, page.assistant.library.documents
    show_plain(words("intro_written" if page.assistant.writer else "intro"), "quiet")
    examples = fitting_examples(documents, words.language)
    if examples:
        show_plain(words("examples"), "heading")
        with st.container(key="examples", gap="small"):
            for number, question in enumerate(examples):
                add = page.conversation.add
                st.button(question, key=f"example-{number}", on_click=add, args=(question, chosen), width="stretch")
    with st.expander(words("documents_held", n=len(documents))):
        for document in sorted(documents.values(), key=lambda d: alphabetical(short_name(d))):
            show_plain(short_name(document), "heading")
            show_plain(document.title or document.file, "quiet")


def _show_turns(page: Page) -> tuple[Answer, Citation] | None:
    """The turns kept, then the questions that wait; the citation that the reader has just opened."""
    opened: tuple[Answer, Citation] | None = None
    written = page.conversation.take_up()
    for turn in list(page.conversation.turns):
        _show_question(page, turn.question, turn.filter)
        with _reply(page):
            opened = _show_reply(page, turn, done=turn is written) or opened
    while first := page.conversation.begin(page.assistant, page.assistant.library.documents):
        if not _answer(page, *first):
            break
    for later in page.conversation.waiting[1:]:
        _show_question(page, later.question, later.filter)
        with _reply(page):
            show_plain(page.words("waits_for_turn"), "quiet")
    return opened


def _answer(page: Page, waiting: Waiting, work: Work) -> bool:
    """Shows a question with its answer, or how that is being written; whether it is there."""
    _show_question(page, waiting.question, waiting.filter)
    with _reply(page):
        with st.spinner(page.words("searching")):
            work.wait(_AT_ONCE if page.assistant.writer else None)
        if not work.ended:
            st.fragment(_show_work, run_every=LOOK_SECONDS)(page, work)
            return False
        turn = page.conversation.take_up()
        if turn is None:  # a double of this tab was faster
            st.rerun()
        _show_reply(page, turn, reveal=True)
    return True


def _reply(page: Page) -> DeltaGenerator:
    return st.chat_message(page.words("assistant"), avatar=":material/account_balance:")


def _show_work(page: Page, work: Work) -> None:
    """An answer while it is written, looked at again and again; once it is there, the whole page is drawn anew."""
    if work.ended:
        st.rerun(scope="app")
    look_at(page.conversation)  # the connection may have been lost and made anew
    show_writing(work, page.words)


def _show_question(page: Page, question: str, chosen: Filter) -> None:
    with st.chat_message(page.words("you"), avatar=":material/person:"):
        st.text(question)
        if chosen:
            names = describe(chosen, page.assistant.library.documents)
            show_plain(page.words("filtered_by", names=names), "quiet")


def _show_reply(page: Page, turn: Turn, *, reveal: bool = False, done: bool = False) -> tuple[Answer, Citation] | None:
    words = page.words
    if turn.answer is None:
        show_plain(words("failed"), "heading")
        if turn.fault:
            show_plain(turn.fault(words), "notice")
        again = page.conversation.ask_again
        st.button(words("asked_again"), key=f"again-{turn.id}", icon=":material/refresh:", on_click=again, args=(turn,))
        return None
    citation = show_answer(turn, turn.answer, words, page.assistant.writer, reveal=reveal, done=done)
    _offer_writing(page, turn)
    show_feedback(page.assistant.library, turn, words)
    return (turn.answer, citation) if citation else None


def _offer_writing(page: Page, turn: Turn) -> None:
    """Another try where the model did not write for a reason that may have passed."""
    writing = turn.answer.writing if turn.answer else None
    if page.assistant.writer and writing and writing.trouble in _PASSING:
        again = page.conversation.ask_again
        said = page.words("write_again")
        st.button(said, key=f"write-{turn.id}", icon=":material/refresh:", on_click=again, args=(turn,))


def _show_input(page: Page, chosen: Filter) -> None:
    words, documents = page.words, page.assistant.library.documents
    blocked = chosen.chosen(documents) == frozenset()
    with st.bottom:
        if blocked:
            show_plain(words("filter_empty"), "notice")
        elif chosen:
            show_plain(words("filtered_by", names=describe(chosen, documents)), "quiet")
        st.chat_input(
            words("ask_blocked" if blocked else "ask"),
            key="question",
            max_chars=LONGEST,
            disabled=blocked,
            submit_mode="disable",  # a second question sent in the same moment would replace the first
            on_submit=_take_question,
            args=(page.conversation, chosen),
        )
        if page.assistant.writer:
            show_plain(reader_of_questions(page.assistant.writer, words), "quiet")


def _take_question(conversation: Conversation, chosen: Filter) -> None:
    conversation.add(st.session_state["question"], chosen)
