"""Misspelt English words of a question, put right by the words of the glossary."""

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from answer.stopwords import STOP
from vietnamese.glossary import Glossary

if TYPE_CHECKING:
    from spellchecker import SpellChecker

_WORD = re.compile(r"[A-Za-z]+")
_SHORTEST = 5  # letters: shorter words have too many neighbours
_ASKED = ("signed", "issued", "dated", "number", "deadline", "draft", "appendix", "replaced", "amended", "recipients")
"""Words by which a fact of a document is asked for, which the glossary need not hold."""
_SHORT_FORMS = {
    "dept": "department",
    "depts": "departments",
    "govt": "government",
    "prov": "provincial",
    "dist": "district",
}


class EnglishSpeller:
    """Knows the English words of the glossary; a word that is no English one and one slip away from one of them becomes it."""

    def __init__(self, glossary: Glossary) -> None:
        names = (name for entry in glossary.entries for name in entry.en)
        self._words = sorted(
            {w.lower() for name in names for w in _WORD.findall(name) if len(w) >= _SHORTEST - 1} | {*_ASKED}
        )
        self._known = frozenset(self._words) | STOP

    def correct(self, text: str, keep: Iterable[str] = ()) -> str:
        """The question with slips mended and short forms written out; words that no glossary word is near stay, and those
        of the names in `keep`.
        """
        kept = {w for name in keep for w in _WORD.findall(name)}
        return _WORD.sub(lambda m: m.group() if m.group() in kept else self._mend(m.group()), text)

    def _mend(self, word: str) -> str:
        lower = word.lower()
        if lower in _SHORT_FORMS:
            return _SHORT_FORMS[lower]
        if len(word) < _SHORTEST or self._is_known(lower) or _is_english(lower):
            return word
        near = process.extract(lower, self._words, scorer=DamerauLevenshtein.distance, score_cutoff=1, limit=None)
        words = sorted((name for name, *_ in near if len(name) >= _SHORTEST), key=lambda name: name[0] != lower[0])
        return words[0] if words else word  # a slip is hardly ever in the first letter

    def _is_known(self, word: str) -> bool:
        """Known as it stands or without an English ending, so that "trains" and "planned" are left alone."""
        stems = {
            word,
            word.removesuffix("s"),
            word.removesuffix("es"),
            word.removesuffix("ed"),
            word.removesuffix("ing"),
            word.removesuffix("d"),
        }
        return bool(stems & self._known) or f"{word.removesuffix('ies')}y" in self._known


def _is_english(word: str) -> bool:
    """Whether an English dictionary has the word: "unsure" is no slip of "ensure"."""
    return word in _dictionary()


@cache
def _dictionary() -> "SpellChecker":
    from spellchecker import SpellChecker  # reads a dictionary of some 160,000 words: only English questions need it

    return SpellChecker(language="en")
