"""quote_recall = answerable questions of which a quote holds the evidence / answerable questions.

Stricter than citation_recall: the quoted words themselves hold a span, and not only the passage around them.
"""

from eval.metrics.evidence import holds
from eval.metrics.metric import Metric, Share
from eval.predictions import Prediction, citations
from eval.question_set import Question


def share(question: Question, prediction: Prediction) -> Share | None:
    """1 when any quote holds a span; not for unanswerable questions."""
    if not question.answerable:
        return None
    return Share(float(any(holds(question, c["quote"], c.get("read_by", "text")) for c in citations(prediction))))


METRIC = Metric("quote_recall", share)
