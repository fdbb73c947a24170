"""fallback_share = answers of which nothing that a language model wrote is shown / answers for which one was asked.

They are the extractive answers. Lower is better.
"""

from eval.metrics.metric import Metric, Share
from eval.predictions import Prediction, writing
from eval.question_set import Question


def share(_question: Question, prediction: Prediction) -> Share | None:
    """1 where the extractive answer is shown; only answers for which a model was asked take part."""
    record = writing(prediction)
    return None if record is None else Share(float(record["outcome"] == "extractive"))


METRIC = Metric("fallback_share", share, better="lower")
