"""cited_chars = median over the answers that cite of (characters of the passages that the answer cites).

How much a person must read to check an answer. A passage cited twice counts once.
"""

from eval.metrics.metric import Metric, Share
from eval.predictions import Prediction, answered, citations
from eval.question_set import Question


def share(_question: Question, prediction: Prediction) -> Share | None:
    """The characters of the distinct passages; not for abstentions or answers that cite nothing."""
    if not answered(prediction) or not citations(prediction):
        return None
    passages = {(c["document_id"], c["passage"]) for c in citations(prediction)}
    return Share(sum(len(passage) for _, passage in passages))


METRIC = Metric("cited_chars", share, summary="median", better="lower", unit="characters")
