"""The conversation: questions asked and answered, and those that wait. It belongs to a tab of the browser."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from operator import attrgetter
from threading import Event, RLock, Timer
from typing import Protocol
from uuid import uuid4

import streamlit as st

from answer.reply import Answer
from answer.writing.writer import Writing
from index.document import Document
from index.passage import Passage
from ui.filters import Filter
from ui.words import Words
from ui.work import Work, crew

PATIENCE = 60.0
"""Seconds that a work goes on after its tab is gone: a reload, or a network that fails for a moment, takes less."""


class Answering(Protocol):
    """What answers questions: `answer.assistant.Assistant`."""

    def stream(
        self,
        question: str,
        history: Sequence[str] = (),
        documents: Collection[str] | None = None,
        passages: Sequence[Passage] | None = None,
        stop: Event | None = None,
    ) -> Iterator[Writing | Answer]:
        """States of the answer while a model writes it, then the answer."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question that is not answered yet, with the filter it was asked under."""

    question: str
    filter: Filter


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its answer, or the fault that stood in the way of one. `history` holds the questions it could lean on."""

    id: str
    question: str
    filter: Filter
    answer: Answer | None
    fault: Callable[[Words], str] | None = None
    history: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class Conversation:
    """The turns so far and the questions that wait. A question waits until its turn is kept, so that no click loses it.

    The first that waits is at `work` once it is begun. `id` is known to its own tab alone, which finds it by that after a reload;
    two tabs may hold the same one, where a tab was doubled.
    """

    id: str = field(default_factory=lambda: uuid4().hex)
    turns: list[Turn] = field(default_factory=list)
    waiting: list[Waiting] = field(default_factory=list)
    work: Work | None = None
    _asked_after: tuple[str, ...] = ()
    _tabs: int = 0
    _lock: RLock = field(default_factory=RLock, repr=False)

    @property
    def begun(self) -> bool:
        """Whether anything was asked."""
        return bool(self.turns or self.waiting)

    @property
    def history(self) -> list[str]:
        """The questions that a follow-up may lean on, oldest first."""
        return [t.question for t in self.turns if t.answer and t.answer.status != "error"]

    def add(self, question: str, chosen: Filter) -> None:
        """Lets a question wait for its answer; one of blanks only is none."""
        if question.strip():
            self.waiting.append(Waiting(question.strip(), chosen))

    def begin(self, assistant: Answering, documents: Mapping[str, Document]) -> tuple[Waiting, Work] | None:
        """The question that has waited longest and the work on it, begun where it was not; None where none waits."""
        with self._lock:
            if not self.waiting:
                return None
            first = self.waiting[0]
            if self.work is None:
                chosen = first.filter.chosen(documents)
                self._asked_after = tuple(self.history)
                self.work = Work(partial(assistant.stream, first.question, self._asked_after, chosen, None))
                crew.take(self.work)
            return first, self.work

    def take_up(self) -> Turn | None:
        """Keeps the turn of the work that has ended; None where none has."""
        with self._lock:
            work = self.work
            if work is None or not work.ended:
                return None
            first = self.waiting.pop(0)
            history = self._asked_after if work.answer else ()
            turn = Turn(work.id, first.question, first.filter, work.answer, work.fault, history)
            self.turns.append(turn)
            self.work = None
            return turn

    def ask_again(self, turn: Turn) -> None:
        """Lets a question that failed wait once more."""
        with self._lock:
            if turn in self.turns:
                self.turns.remove(turn)
                self.waiting.append(Waiting(turn.question, turn.filter))

    def stop(self) -> None:
        """Asks the work that goes on to end now."""
        work = self.work
        if work is not None:
            work.stop()

    def enter(self) -> None:
        """A tab begins to look at it."""
        with self._lock:
            self._tabs += 1

    def leave(self) -> None:
        """A tab is gone; when it was the last one and none comes back, what goes on is stopped."""
        with self._lock:
            self._tabs -= 1
            if self._tabs <= 0 and self.work is not None and not self.work.ended:
                timer = Timer(PATIENCE, self._stop_where_left)
                timer.daemon = True
                timer.start()

    def _stop_where_left(self) -> None:
        if self._tabs <= 0:
            self.stop()


def current_conversation() -> Conversation:
    """The conversation of this browser tab."""
    if "conversation" not in st.session_state:
        st.session_state["conversation"] = Conversation()
    conversation: Conversation = st.session_state["conversation"]
    return conversation


def start_anew() -> None:
    """Begins a new conversation; the filters stay, what goes on in the old one is stopped."""
    current_conversation().stop()
    st.session_state["conversation"] = Conversation()


@st.cache_resource(
    scope="session", show_spinner=False, on_release=Conversation.leave, hash_funcs={Conversation: attrgetter("id")}
)
def look_at(conversation: Conversation) -> Conversation:
    """Lets a conversation know that this tab is there; Streamlit releases it when the tab's connection ends."""
    conversation.enter()
    return conversation
