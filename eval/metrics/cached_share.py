"""cached_share = answers that a language model had written at an earlier time / answers for which one was asked.

They cost this run nothing, and their tokens and milliseconds are those of that time.
"""

from eval.metrics.metric import Metric, Share
from eval.predictions import Prediction, writing
from eval.question_set import Question


def share(_question: Question, prediction: Prediction) -> Share | None:
    """1 where the words come from an earlier call; only answers for which a model was asked take part."""
    record = writing(prediction)
    return None if record is None else Share(float(record["cached"]))


METRIC = Metric("cached_share", share, better="neither")
