"""first_word_ms = median over the calls of a language model that brought a word of (milliseconds to the first).

Of an answer that it had written at an earlier time, those of that time.
"""

from eval.metrics.metric import Metric, Share
from eval.predictions import Prediction, writing
from eval.question_set import Question


def share(_question: Question, prediction: Prediction) -> Share | None:
    """Milliseconds to the first word; not where none came."""
    record = writing(prediction)
    return None if record is None or record["first_ms"] is None else Share(record["first_ms"])


METRIC = Metric("first_word_ms", share, summary="median", better="lower", unit="milliseconds")
