"""What went wrong with one answer, as a person who mends the assistant would sort it."""

from typing import Literal

from eval.metrics.evidence import is_right
from eval.metrics.phrases import forbidden_said, missing_facts
from eval.predictions import Prediction, answered, citations, refused
from eval.question_set import Question

Bucket = Literal[
    "right",
    "error",
    "unsupported answer",
    "over-refusal",
    "not retrieved",
    "wrong citation",
    "missing fact",
    "forbidden",
]


def bucket(question: Question, prediction: Prediction) -> Bucket:
    """The first that fits, from the bottom of the pipeline up.

    error: the program failed. unsupported answer: answered though the documents do not say. over-refusal: abstained though
    they do. not retrieved: no citation stands in a gold document. wrong citation: the document is right, the clause is not.
    missing fact and forbidden: the evidence is cited, but the answer's words leave out a fact or hold what they must not.
    """
    if prediction["status"] == "error":
        return "error"
    if not question.answerable:
        return "unsupported answer" if answered(prediction) else "right"
    if refused(prediction):
        return "over-refusal"
    return _answer_bucket(question, prediction)


def _answer_bucket(question: Question, prediction: Prediction) -> Bucket:
    cited = citations(prediction)
    if not any(is_right(question, c) for c in cited):
        near = any(c["document_id"] in question.documents for c in cited)
        return "wrong citation" if near else "not retrieved"
    if missing_facts(question, prediction):
        return "missing fact"
    return "forbidden" if forbidden_said(question, prediction) else "right"
