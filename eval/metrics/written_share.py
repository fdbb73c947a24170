"""written_share = answers that are shown as a language model wrote them / answers for which one was asked.

Every sentence of such an answer stood in the passage that it cites.
"""

from eval.metrics.metric import Metric, Share
from eval.predictions import Prediction, writing
from eval.question_set import Question


def share(_question: Question, prediction: Prediction) -> Share | None:
    """1 where nothing was left out or replaced; only answers for which a model was asked take part."""
    record = writing(prediction)
    return None if record is None else Share(float(record["outcome"] == "written"))


METRIC = Metric("written_share", share)
