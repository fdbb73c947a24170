"""The fixed rule that puts a question on one side of the split, and the search for pairs that would leak across it.

Side of a question = the parity of SHA-256 of its id up to the first dash: even is dev, odd is test. Questions that ask
the same thing in two languages share that part ("q012-vi", "q012-en") and so never part. Tuning reads dev only.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import Literal

from vietnamese.text import fold

Side = Literal["dev", "test"]

NEAR_DUPLICATE = 0.6
"""Two questions across the split with this token overlap or more are one question asked twice."""

_WORD = re.compile(r"\w+")


def group(question_id: str) -> str:
    """The part of an id that decides its side: what stands before the first dash."""
    return question_id.split("-", 1)[0]


def side(question_id: str) -> Side:
    """`int(sha256(group)) % 2`: 0 is dev, 1 is test."""
    digest = hashlib.sha256(group(question_id).encode("utf-8")).hexdigest()
    return "test" if int(digest, 16) % 2 else "dev"


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
