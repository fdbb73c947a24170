"""Whether an answer says a phrase: on token boundaries, after NFC, without regard to case, markup and white space."""

import re
from collections.abc import Iterable

from eval.predictions import Prediction, answer_text
from eval.question_set import Question
from vietnamese.text import fold_markup


def says(text: str, phrase: str) -> bool:
    """Whether `phrase` stands in `text` as whole tokens: "20 người" is not in "120 người", nor "5%" in "0,5%"."""
    wanted = fold_markup(phrase).casefold()
    if not wanted:
        return False
    before = r"(?<![^\W_])(?<!\d[.,])" if wanted[0].isdigit() else r"(?<![^\W_])" if wanted[0].isalnum() else ""
    after = r"(?![^\W_])(?![.,]\d)" if wanted[-1].isdigit() else r"(?![^\W_])" if wanted[-1].isalnum() else ""
    return re.search(before + re.escape(wanted) + after, fold_markup(text).casefold()) is not None


def missing_facts(question: Question, prediction: Prediction) -> list[str]:
    """The facts (by their first spelling) of which the answer holds no spelling."""
    text = answer_text(prediction)
    return [fact[0] for fact in question.facts if not _any(text, fact)]


def forbidden_said(question: Question, prediction: Prediction) -> list[str]:
    """The strings that a right answer does not hold and this one does."""
    text = answer_text(prediction)
    return [phrase for phrase in question.forbidden if says(text, phrase)]


def _any(text: str, spellings: Iterable[str]) -> bool:
    return any(says(text, spelling) for spelling in spellings)
