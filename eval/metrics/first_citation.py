"""first_citation = answerable questions whose first citation is right / answerable questions.

First is the one with the lowest marker. Right is what it is in citation_recall; no citation counts as 0.
"""

from eval.metrics.evidence import is_right
from eval.metrics.metric import Metric, Share
from eval.predictions import Citation, Prediction, citations
from eval.question_set import Question


def share(question: Question, prediction: Prediction) -> Share | None:
    """1 when the first citation is right; not for unanswerable questions."""
    if not question.answerable:
        return None
    first = sorted(citations(prediction), key=_marker)[:1]
    return Share(float(any(is_right(question, c) for c in first)))


def _marker(citation: Citation) -> int:
    marker = citation.get("marker")
    return marker if isinstance(marker, int) else 0  # without markers the order given stands


METRIC = Metric("first_citation", share)
