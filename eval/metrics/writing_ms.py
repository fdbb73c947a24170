"""writing_ms = median over the calls of a language model that brought a word of (milliseconds in all).

A call that was given up takes part with the time until then; one without a word, which a broken connection ends at once, has
none. Of an answer that was written at an earlier time, those of that time.
"""

from eval.metrics.metric import Metric, Share
from eval.predictions import Prediction, writing
from eval.question_set import Question


def share(_question: Question, prediction: Prediction) -> Share | None:
    """Milliseconds of the whole call; not where no word came."""
    record = writing(prediction)
    return None if record is None or record["first_ms"] is None else Share(record["total_ms"])


METRIC = Metric("writing_ms", share, summary="median", better="lower", unit="milliseconds")
