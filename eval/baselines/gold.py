"""Baseline "gold": the assistant given the passages that hold the evidence; the ceiling of all that stands behind retrieval."""

from collections.abc import Sequence

from answer.assistant import Assistant
from eval.answerer import as_prediction
from eval.gold import Gold
from eval.predictions import Prediction
from eval.question_set import Question


class GivenEvidence:
    """Answers each question of a set from the passages of its documents that hold its evidence.

    A question without evidence is answered from no passage, and so is one whose evidence no passage holds whole. Of an assistant
    with a language model the program alone is asked: a ceiling that a model writes under would be none.
    """

    def __init__(self, assistant: Assistant, questions: Sequence[Question]) -> None:
        passages = assistant.library.all_passages()
        if assistant.writer is not None:
            assistant = Assistant(assistant.library, assistant.today, assistant.glossary)
        self._assistant = assistant
        self._given = {
            q.id: [p for p in Gold.of(q, passages).passages if p.document_id in q.documents] for q in questions
        }

    def answer(self, question: Question) -> Prediction:
        """The assistant's answer in the contract's form; the question must be one of the set."""
        given = self._given[question.id]
        return as_prediction(question, self._assistant.ask(question.question, question.history, passages=given))
