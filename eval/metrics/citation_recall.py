"""citation_recall = answerable questions with a right citation / answerable questions.

A citation is right when the passage it stands in (or its quote) holds any one span of the evidence. An abstention counts as 0.
"""

from eval.metrics.evidence import is_right
from eval.metrics.metric import Metric, Share
from eval.predictions import Prediction, citations
from eval.question_set import Question


def share(question: Question, prediction: Prediction) -> Share | None:
    """1 when any citation is right; not for unanswerable questions."""
    return Share(float(any(is_right(question, c) for c in citations(prediction)))) if question.answerable else None


METRIC = Metric("citation_recall", share)
