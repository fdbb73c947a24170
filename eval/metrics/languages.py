"""Which language an answer is written in, quotes aside."""

import re
from typing import Literal

from eval.predictions import Prediction, answer_text, citations
from vietnamese.text import fold_markup, has_accents

_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")
_LETTERS = re.compile(r"[^\W\d_]+")
_FEWEST = 3
_MARKED = 0.5


def written_in(prediction: Prediction) -> Literal["vi", "en"] | None:
    """Vietnamese when more than half of the words bear its marks, English otherwise; None for an answer without words.

    Running Vietnamese has marks on about three words of four. What is quoted is left out, unless next to nothing remains:
    then the quote is the answer, and its language counts.
    """
    whole = fold_markup(answer_text(prediction))
    words = _LETTERS.findall(_without_quotes(whole, prediction))
    if len(words) < _FEWEST:
        words = _LETTERS.findall(whole)
    if not words:
        return None
    return "vi" if sum(map(has_accents, words)) > _MARKED * len(words) else "en"


def _without_quotes(text: str, prediction: Prediction) -> str:
    for citation in citations(prediction):
        for line in (citation["quote"], *citation["quote"].split("\n")):
            if folded := fold_markup(line):
                text = text.replace(folded, " ")
    return _QUOTED.sub(" ", text)
