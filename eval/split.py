"""The fixed rule that puts a question into one of three files, and the search for pairs that would leak between them.

The number of a question is the first run of digits of its id, its parity that of SHA-256 of the id up to the first dash.
Below FIRST_UNSEEN, even is practice and odd is test; from there on, even is dev and odd is test. Questions that ask the same
thing in two languages share that part ("q012-vi", "q012-en") and so never part. Rules are written and weights are learned on
practice and dev; test is scored and nothing else.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import Literal, get_args

from vietnamese.text import fold

Side = Literal["practice", "dev", "test"]
SIDES: tuple[Side, ...] = get_args(Side)

FIRST_UNSEEN = 400
"""The number from which questions were written after the rules of the assistant; those below shaped them."""

NEAR_DUPLICATE = 0.6
"""Two questions across the split with this token overlap or more are one question asked twice."""

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")


def group(question_id: str) -> str:
    """The part of an id that decides its side: what stands before the first dash."""
    return question_id.split("-", 1)[0]


def side(question_id: str) -> Side:
    """The file a question belongs in; an id without a number counts as a new one."""
    name = group(question_id)
    if int(hashlib.sha256(name.encode("utf-8")).hexdigest(), 16) % 2:
        return "test"
    number = _NUMBER.search(name)
    return "practice" if number and int(number.group()) < FIRST_UNSEEN else "dev"


def tokens(texts: Iterable[str]) -> frozenset[str]:
    """The words of a question and of what was asked before it, without accents, so that one typed bare is compared too."""
    return frozenset(_WORD.findall(fold(" ".join(texts))))


def jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    """Words in common / words in either; two empty sets have nothing in common."""
    union = len(left | right)
    return len(left & right) / union if union else 0.0


def near_duplicates(
    left: Sequence[tuple[str, frozenset[str]]], right: Sequence[tuple[str, frozenset[str]]]
) -> list[tuple[str, str, float]]:
    """Pairs (id of the left, id of the right, overlap) whose overlap is NEAR_DUPLICATE or more, the closest first."""
    pairs = [(a, b, jaccard(words, others)) for a, words in left for b, others in right]
    return sorted((p for p in pairs if p[2] >= NEAR_DUPLICATE), key=lambda p: (-p[2], p[0], p[1]))
