"""over_refusal_rate = answerable questions that were refused / answerable questions. Lower is better."""

from eval.metrics.metric import Metric, Share
from eval.predictions import Prediction, refused
from eval.question_set import Question


def share(question: Question, prediction: Prediction) -> Share | None:
    """1 when an answerable question is refused; unanswerable ones take no part."""
    return Share(float(refused(prediction))) if question.answerable else None


METRIC = Metric("over_refusal_rate", share, better="lower")
