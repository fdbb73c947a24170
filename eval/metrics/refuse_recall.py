"""refuse_recall = abstentions on unanswerable questions / unanswerable questions."""

from eval.metrics.metric import Metric, Share
from eval.predictions import Prediction, refused
from eval.question_set import Question


def share(question: Question, prediction: Prediction) -> Share | None:
    """1 when an unanswerable question is refused; answerable ones take no part."""
    return None if question.answerable else Share(float(refused(prediction)))


METRIC = Metric("refuse_recall", share)
