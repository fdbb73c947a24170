"""The metrics of an answer, one a file; each module's docstring is its formula."""

from eval.metrics import (
    answer_correct,
    answer_language_match,
    cached_share,
    citation_document_precision,
    citation_precision,
    citation_recall,
    cited_chars,
    fact_recall,
    fallback_share,
    first_citation,
    first_word_ms,
    number_support,
    over_refusal_rate,
    partly_share,
    quote_recall,
    quote_verbatim,
    refuse_f1,
    refuse_precision,
    refuse_recall,
    sentences_kept,
    tokens_in,
    tokens_out,
    unsupported_answer_rate,
    writing_ms,
    written_share,
)
from eval.metrics.metric import Better, Metric, Share, Summary

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
"""Every metric that any program's answers have, in the order in which a report shows them."""

WRITING: tuple[Metric, ...] = tuple(
    module.METRIC
    for module in (
        written_share,
        partly_share,
        fallback_share,
        sentences_kept,
        tokens_in,
        tokens_out,
        first_word_ms,
        writing_ms,
        cached_share,
    )
)
"""Those of answers for which a language model was asked; a run without one has none of them."""

GUARDED = ("citation_recall", "first_citation", "answer_correct", "refuse_f1")
"""The headline: what a change must not make worse."""

__all__ = ["GUARDED", "METRICS", "WRITING", "Better", "Metric", "Share", "Summary"]
