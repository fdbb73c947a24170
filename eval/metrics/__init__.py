"""The metrics of an answer, one a file; each module's docstring is its formula."""

from eval.metrics import (
    answer_correct,
    answer_language_match,
    citation_document_precision,
    citation_precision,
    citation_recall,
    cited_chars,
    fact_recall,
    first_citation,
    number_support,
    over_refusal_rate,
    quote_recall,
    quote_verbatim,
    refuse_f1,
    refuse_precision,
    refuse_recall,
    unsupported_answer_rate,
)
from eval.metrics.metric import Metric, Share, Summary

METRICS: tuple[Metric, ...] = tuple(
    module.METRIC
    for module in (
        answer_correct,
        citation_recall,
        quote_recall,
        first_citation,
        citation_precision,
        citation_document_precision,
        fact_recall,
        answer_language_match,
        quote_verbatim,
        number_support,
        cited_chars,
        refuse_precision,
        refuse_recall,
        refuse_f1,
        unsupported_answer_rate,
        over_refusal_rate,
    )
)
"""Every metric, in the order in which a report shows them."""

GUARDED = ("citation_recall", "first_citation", "answer_correct", "refuse_f1")
"""The headline: what a change must not make worse."""

__all__ = ["GUARDED", "METRICS", "Metric", "Share", "Summary"]
