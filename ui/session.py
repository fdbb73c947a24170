"""The conversation: questions asked and answered, and those that wait. It lives as long as the browser's tab."""

import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol
from uuid import uuid4

import streamlit as st

from answer.reply import Answer
from index.document import Document
from index.errors import AssistantError
from ui.filters import Filter
from ui.trouble import explain
from ui.words import Words

logger = logging.getLogger(__name__)


class Asked(Protocol):
    """What answers questions: `answer.assistant.Assistant.ask`."""

    def __call__(
        self, question: str, history: Sequence[str] = (), documents: Collection[str] | None = None
    ) -> Answer: ...


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


@dataclass(slots=True)
class Conversation:
    """The turns so far and the questions that wait. A question waits until its turn is kept, so that no click loses it."""

    turns: list[Turn] = field(default_factory=list)
    waiting: list[Waiting] = field(default_factory=list)

    @property
    def history(self) -> list[str]:
        """The questions that a follow-up may lean on, oldest first."""
        return [t.question for t in self.turns if t.answer and t.answer.status != "error"]

    def add(self, question: str, chosen: Filter) -> None:
        """Lets a question wait for its answer; one of blanks only is none."""
        if question.strip():
            self.waiting.append(Waiting(question.strip(), chosen))

    def answer_next(self, ask: Asked, documents: Mapping[str, Document]) -> Turn:
        """Answers the question that waited longest and keeps the turn; an unexpected fault is kept in its place."""
        waiting = self.waiting[0]
        turn = _answered(waiting, self.history, ask, documents)
        self.turns.append(turn)
        self.waiting.pop(0)
        return turn

    def ask_again(self, turn: Turn) -> None:
        """Lets a question that failed wait once more."""
        self.turns.remove(turn)
        self.waiting.append(Waiting(turn.question, turn.filter))


def _answered(waiting: Waiting, history: Sequence[str], ask: Asked, documents: Mapping[str, Document]) -> Turn:
    turn_id = uuid4().hex
    try:
        answer = ask(waiting.question, history, waiting.filter.chosen(documents))
    except AssistantError as error:
        return Turn(turn_id, waiting.question, waiting.filter, None, partial(explain, error))
    except Exception as error:
        logger.exception("A question was not answered")
        kind = type(error).__name__
        return Turn(turn_id, waiting.question, waiting.filter, None, lambda words: words("fault_logged", kind=kind))
    return Turn(turn_id, waiting.question, waiting.filter, answer, history=tuple(history))


def current_conversation() -> Conversation:
    """The conversation of this browser tab."""
    if "conversation" not in st.session_state:
        st.session_state["conversation"] = Conversation()
    conversation: Conversation = st.session_state["conversation"]
    return conversation


def start_anew() -> None:
    """Begins a new conversation; the filters stay."""
    st.session_state["conversation"] = Conversation()
