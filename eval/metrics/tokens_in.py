"""tokens_in = median over the answers for which a language model was asked of (tokens that it read).

Of an answer that it had written at an earlier time, those of that time.
"""

from eval.metrics.metric import Metric, Share
from eval.predictions import Prediction, writing
from eval.question_set import Question


def share(_question: Question, prediction: Prediction) -> Share | None:
    """The tokens of prompt and passages; not where the server does not tell."""
    record = writing(prediction)
    return None if record is None or record["tokens_in"] is None else Share(record["tokens_in"])


METRIC = Metric("tokens_in", share, summary="median", better="lower", unit="tokens")
