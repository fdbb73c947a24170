"""Sentences that only give the question back: what small models write where they find no answer."""

import re

from answer.claims.wording import is_function_word
from vietnamese.text import fold, syllables

ECHO = 0.9
"""The share of a sentence's content words from which it says no more than the question, if the question has them."""
_MARKER = re.compile(r"\[\d+\]")
_REPLIES = frozenset(("yes", "no", "có", "không", "đúng", "vâng", "vậy", "dạ"))


def echoes(sentence: str, question: str) -> bool:
    """Whether a sentence says nothing that the question does not ask, with or without a yes or no before it.

    "Is it already decided?" - "It is already decided." Words are compared, and no passage need be wrong for that to be false.
    """
    asked = set(syllables(fold(question)))
    said = [w for w in syllables(_MARKER.sub(" ", sentence)) if not is_function_word(w) and w not in _REPLIES]
    return bool(said) and sum(fold(w) in asked for w in said) >= ECHO * len(said)
