"""What answers the questions of a run: the assistant, or a baseline that it is compared with."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from answer.check import CheckFailed
from answer.reply import Citation
from answer.writing.sources import source_head
from answer.writing.state import Trouble
from eval.journal import Journal
from eval.predictions import MISSING, Prediction, writing
from eval.progress import Progress
from eval.question_set import Question
from index.errors import AssistantError

_OF_THE_SERVER: frozenset[Trouble] = frozenset({"unreachable", "refused", "failed"})
"""Troubles of a language model that may be over when a run goes on; the others are its own and would come again."""


class Answerer(Protocol):
    """Anything that answers one question. The same question gets the same answer, timings aside."""

    def answer(self, question: Question) -> Prediction:
        """The answer in the contract's JSON form, with the question's `id` and `timings_ms`.

        Raises an AssistantError where this one question cannot be answered: the run records it and goes on.
        """
        ...


class Reply(Protocol):
    """An answer that can be written down."""

    @property
    def citations(self) -> Sequence[Citation]:
        """What it cites, in order."""
        ...

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
        return as_prediction(question, self._assistant.ask(question.question, question.history))


def as_prediction(question: Question, reply: Reply) -> Prediction:
    """A reply of the assistant in the contract's form. Each citation has, in `above`, what stands over its passage as a language
    model reads it: the document's line with its date and years, the headings, the heads of a row's columns.
    """
    row = reply.as_json()
    cited = [
        {**written, "above": source_head(citation.document, citation.passage)}
        for written, citation in zip(row["citations"], reply.citations, strict=True)
    ]
    return {**row, "citations": cited, "id": question.id}


def answer_all(
    answerer: Answerer, questions: Sequence[Question], journal: Journal, name: str
) -> tuple[list[Prediction], list[str]]:
    """A prediction for each question, in order, and a message for each that failed; progress on standard error under `name`.

    What the journal has is not asked again, failures and faults of a language model's server aside. A question that fails gets the
    status "error".
    """
    progress = Progress(name, len(questions))
    for question in questions:
        if _may_end_otherwise(journal.rows.get(question.id, MISSING)):
            journal.append(_answer(answerer, question))
        progress.passed(journal.rows[question.id])
    predictions = [journal.rows[q.id] for q in questions]
    return predictions, [f"{p['id']}: {p.get('error') or p['answer']}" for p in predictions if _failed(p)]


def _answer(answerer: Answerer, question: Question) -> Prediction:
    try:
        return answerer.answer(question)
    except (AssistantError, CheckFailed) as error:
        return {**MISSING, "id": question.id, "question": question.question, "error": str(error)}


def _may_end_otherwise(prediction: Prediction) -> bool:
    record = writing(prediction)
    return _failed(prediction) or (record is not None and record["trouble"] in _OF_THE_SERVER)


def _failed(prediction: Prediction) -> bool:
    return bool(prediction["status"] == "error")
