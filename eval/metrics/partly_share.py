"""partly_share = answers of a language model with sentences left out or replaced / answers for which one was asked.

More of them is better where fewer fall back, and worse where fewer are shown as written.
"""

from eval.metrics.metric import Metric, Share
from eval.predictions import Prediction, writing
from eval.question_set import Question


def share(_question: Question, prediction: Prediction) -> Share | None:
    """1 where sentences were left out or replaced; only answers for which a model was asked take part."""
    record = writing(prediction)
    return None if record is None else Share(float(record["outcome"] == "partly"))


METRIC = Metric("partly_share", share, better="neither")
