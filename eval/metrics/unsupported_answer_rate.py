"""unsupported_answer_rate = unanswerable questions that got an answer / unanswerable questions. Lower is better."""

from eval.metrics.metric import Metric, Share
from eval.predictions import Prediction, answered
from eval.question_set import Question


def share(question: Question, prediction: Prediction) -> Share | None:
    """1 when an unanswerable question is answered, in whole or in part; answerable ones take no part."""
    return None if question.answerable else Share(float(answered(prediction)))


METRIC = Metric("unsupported_answer_rate", share, better="lower")
