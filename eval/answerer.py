"""What answers the questions of a run: the assistant, or a baseline that it is compared with."""

import sys
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from answer.check import CheckFailed
from eval.journal import Journal
from eval.predictions import MISSING, Prediction
from eval.question_set import Question
from index.errors import AssistantError

_EVERY = 100
"""Questions between two lines of progress in a log."""


class Answerer(Protocol):
    """Anything that answers one question. The same question gets the same answer, timings aside."""

    def answer(self, question: Question) -> Prediction:
        """The answer in the contract's JSON form, with the question's `id` and `timings_ms`.

        Raises an AssistantError where this one question cannot be answered: the run records it and goes on.
        """
        ...


class Reply(Protocol):
    """An answer that can be written down."""

    def as_json(self) -> Mapping[str, Any]:
        """The answer in the contract's form."""
        ...


class Asked(Protocol):
    """What is asked in the way the assistant is."""

    def ask(self, question: str, history: Sequence[str] = ()) -> Reply:
        """The answer to a question that was asked after those of `history`."""
        ...


class AssistantAnswerer:
    """The assistant as one answerer among others."""

    def __init__(self, assistant: Asked) -> None:
        self._assistant = assistant

    def answer(self, question: Question) -> Prediction:
        """Asks as a person would, the questions of `history` first."""
        return {**self._assistant.ask(question.question, question.history).as_json(), "id": question.id}


def answer_all(
    answerer: Answerer, questions: Sequence[Question], journal: Journal, name: str
) -> tuple[list[Prediction], list[str]]:
    """A prediction for each question, in order, and a message for each that failed; progress on standard error under `name`.

    What the journal has is not asked again, failures aside. A question that fails gets the status "error".
    """
    for place, question in enumerate(questions, 1):
        if _failed(journal.rows.get(question.id, MISSING)):
            journal.append(_answer(answerer, question))
        _show(name, place, len(questions))
    predictions = [journal.rows[q.id] for q in questions]
    return predictions, [f"{p['id']}: {p.get('error') or p['answer']}" for p in predictions if _failed(p)]


def _answer(answerer: Answerer, question: Question) -> Prediction:
    try:
        return answerer.answer(question)
    except (AssistantError, CheckFailed) as error:
        return {**MISSING, "id": question.id, "question": question.question, "error": str(error)}


def _show(name: str, place: int, total: int) -> None:
    """Progress that overwrites itself on a terminal; in a log, a line now and then."""
    if sys.stderr.isatty():
        print(f"\r{name}: {place}/{total} questions", end="" if place < total else "\n", file=sys.stderr, flush=True)
    elif place % _EVERY == 0 or place == total:
        print(f"{name}: {place}/{total} questions", file=sys.stderr, flush=True)


def _failed(prediction: Prediction) -> bool:
    return bool(prediction["status"] == "error")
