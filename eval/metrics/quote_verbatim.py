"""quote_verbatim = citations whose quote is a non-empty verbatim part of their passage / citations. Must be 1.

Verbatim: a substring after NFC, with markup and white space folded on both sides. The prediction's own passage is what it is
compared with, so that predictions can be scored where the documents are not at hand.
"""

from eval.metrics.metric import Metric, Share
from eval.predictions import Citation, Prediction, citations
from eval.question_set import Question
from vietnamese.text import fold_markup


def share(_question: Question, prediction: Prediction) -> Share | None:
    """Verbatim quotes of all citations; not for answers that cite nothing."""
    cited = citations(prediction)
    return Share(sum(map(is_verbatim, cited)), len(cited)) if cited else None


def is_verbatim(citation: Citation) -> bool:
    """Whether the quote is not empty and stands in the passage."""
    quote = fold_markup(citation["quote"])
    return bool(quote) and quote in fold_markup(citation["passage"])


METRIC = Metric("quote_verbatim", share)
