"""Which language an answer is written in, quotes aside."""

import re
from typing import Literal

from eval.predictions import Prediction, answer_text, citations, is_written
from vietnamese.text import fold_markup, has_accents

_QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|\"[^\"]*\"")
_LETTERS = re.compile(r"[^\W\d_]+")
_FEWEST = 3
_MARKED = 0.5


def written_in(prediction: Prediction) -> Literal["vi", "en"] | None:
    """Vietnamese when more than half of the words bear its marks, English otherwise; None for an answer without words.

    Running Vietnamese has marks on about three words of four. What is quoted is left out, unless next to nothing remains:
    then the quote is the answer, and its language counts. Quoted is what stands in quotation marks; of an answer that is made
    of its citations, their words too. A language model that copies them without marks has written in their language.
    """
    whole = fold_markup(answer_text(prediction))
    words = _LETTERS.findall(_without_quotes(whole, prediction))
    if len(words) < _FEWEST:
        words = _LETTERS.findall(whole)
    if not words:
        return None
    return "vi" if sum(map(has_accents, words)) > _MARKED * len(words) else "en"


def _without_quotes(text: str, prediction: Prediction) -> str:
    for citation in () if is_written(prediction) else citations(prediction):
        for line in (citation["quote"], *citation["quote"].split("\n")):
            if folded := fold_markup(line):
                text = text.replace(folded, " ")
    while (bare := _QUOTED.sub(" ", text)) != text:  # quotes within quotes, the inner ones first
        text = bare
    return text
