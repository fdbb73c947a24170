"""sentences_kept = sentences of a language model that stand as written / its sentences that state something.

Those of answers that were not shown because too few of them stood count as well.
"""

from eval.metrics.metric import Metric, Share
from eval.predictions import Prediction, writing
from eval.question_set import Question


def share(_question: Question, prediction: Prediction) -> Share | None:
    """Kept sentences of all; not for answers of which no sentence was checked."""
    record = writing(prediction)
    if record is None or not record["sentences"]:
        return None
    return Share(record["kept"], record["sentences"])


METRIC = Metric("sentences_kept", share)
