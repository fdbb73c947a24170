"""citation_document_precision = citations that stand in a gold document / citations, over the answerable questions that cite.

The lenient reading of citation_precision: the right document, whatever the clause.
"""

from eval.metrics.metric import Metric, Share
from eval.predictions import Prediction, citations
from eval.question_set import Question


def share(question: Question, prediction: Prediction) -> Share | None:
    """Citations in the question's documents of all citations; not for unanswerable questions or answers that cite nothing."""
    cited = citations(prediction)
    if not question.answerable or not cited:
        return None
    return Share(sum(c["document_id"] in question.documents for c in cited), len(cited))


METRIC = Metric("citation_document_precision", share)
