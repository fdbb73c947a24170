"""refuse_f1 = 2 x right abstentions / (abstentions + unanswerable questions).

The harmonic mean of refuse_precision and refuse_recall, written with counts: 2 TP / (2 TP + FP + FN).
"""

from eval.metrics.metric import Metric, Share
from eval.predictions import Prediction, refused
from eval.question_set import Question


def share(question: Question, prediction: Prediction) -> Share | None:
    """What a question adds to both sums; a question that is answerable and not refused adds nothing."""
    abstained, unanswerable = refused(prediction), not question.answerable
    bottom = int(abstained) + int(unanswerable)
    return Share(2.0 * (abstained and unanswerable), bottom) if bottom else None


METRIC = Metric("refuse_f1", share)
