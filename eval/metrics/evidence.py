"""Whether a stretch of text holds a question's evidence."""

from functools import lru_cache

from eval.predictions import Citation
from eval.question_set import Question
from vietnamese.text import fold_markup


def holds(question: Question, text: str) -> bool:
    """Any span of the evidence is a substring of the text, markup and white space folded on both sides."""
    folded = _folded(text)
    return any(_folded(span) in folded for span in question.evidence)


@lru_cache(maxsize=8192)  # every passage of an index is looked through for every question
def _folded(text: str) -> str:
    return fold_markup(text)


def is_right(question: Question, citation: Citation) -> bool:
    """Whether a citation is right: its passage, or its quote, holds any one span."""
    return holds(question, citation["passage"]) or holds(question, citation["quote"])
