"""Folding that keeps positions: where a word is found in the folded text, there it stands in the text."""

from functools import cache

from vietnamese.text import fold


@cache
def _folded(char: str) -> str:
    folded = fold(char)
    return folded if len(folded) == 1 else char


def aligned_fold(text: str) -> str:
    """`fold`, letter for letter, so that every string keeps its length: a letter that folds to none or to several stays."""
    return "".join(map(_folded, text))
