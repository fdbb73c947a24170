"""citation_precision = citations that are right / citations, over the answerable questions that cite.

Right is what it is in citation_recall. A second citation that supports another part of the answer counts against it where
the set names no evidence for that part; citation_document_precision is the lenient reading.
"""

from eval.metrics.evidence import is_right
from eval.metrics.metric import Metric, Share
from eval.predictions import Prediction, citations
from eval.question_set import Question


def share(question: Question, prediction: Prediction) -> Share | None:
    """Right citations of all citations; not for unanswerable questions or answers that cite nothing."""
    cited = citations(prediction)
    if not question.answerable or not cited:
        return None
    return Share(sum(is_right(question, c) for c in cited), len(cited))


METRIC = Metric("citation_precision", share)
