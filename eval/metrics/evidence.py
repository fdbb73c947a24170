"""Whether a stretch of text holds a question's evidence.

Recognised text (`read_by` "ocr") holds a span where at most MOST_MISREAD of the span's letters and digits differ: the words
are those of the document, misread here and there. Facts of an answer are compared exactly all the same.
"""

from functools import lru_cache

from eval.predictions import Citation
from eval.question_set import Question
from index.passage import ReadBy
from vietnamese.distance import nearest_distance
from vietnamese.text import fold_markup

MOST_MISREAD = 0.06


def holds(question: Question, text: str, read_by: ReadBy = "text") -> bool:
    """Any span of the evidence is a substring of the text, markup and white space folded on both sides."""
    folded = _folded(text)
    if any(_folded(span) in folded for span in question.evidence):
        return True
    return read_by == "ocr" and any(_misread(span, text) <= MOST_MISREAD for span in question.evidence)


@lru_cache(maxsize=8192)  # every passage of an index is looked through for every question
def _folded(text: str) -> str:
    return fold_markup(text)


@lru_cache(maxsize=65536)
def _misread(span: str, text: str) -> float:
    return nearest_distance(span, text)


def is_right(question: Question, citation: Citation) -> bool:
    """Whether a citation is right: its passage, or its quote, holds any one span."""
    read_by = citation.get("read_by", "text")
    return holds(question, citation["passage"], read_by) or holds(question, citation["quote"], read_by)
