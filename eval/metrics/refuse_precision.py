"""refuse_precision = abstentions on unanswerable questions / abstentions."""

from eval.metrics.metric import Metric, Share
from eval.predictions import Prediction, refused
from eval.question_set import Question


def share(question: Question, prediction: Prediction) -> Share | None:
    """1 for an abstention that is right, 0 for one that is not; only abstentions take part."""
    return Share(float(not question.answerable)) if refused(prediction) else None


METRIC = Metric("refuse_precision", share)
