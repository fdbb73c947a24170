"""tokens_out = median over the answers for which a language model was asked of (tokens that it wrote).

Of an answer that it had written at an earlier time, those of that time. Thoughts before the answer count where the server
counts them.
"""

from eval.metrics.metric import Metric, Share
from eval.predictions import Prediction, writing
from eval.question_set import Question


def share(_question: Question, prediction: Prediction) -> Share | None:
    """The tokens that it wrote; not where the server does not tell."""
    record = writing(prediction)
    return None if record is None or record["tokens_out"] is None else Share(record["tokens_out"])


METRIC = Metric("tokens_out", share, summary="median", better="lower", unit="tokens")
