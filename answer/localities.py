"""Districts, towns and communes that a question names: where no document meant speaks of one, it says nothing of that place."""

import re
from collections.abc import Collection, Sequence
from itertools import takewhile

from answer.question import Question
from answer.stopwords import STOP
from index.library import Library
from vietnamese.provinces import find_provinces_folded
from vietnamese.text import fold, key

_NAME = r"[^\W\d_][\w'’]*(?:[ -][^\W\d_][\w'’]*){0,3}"
_VIETNAMESE = re.compile(
    rf"\b(?:(?i:huyện|huyen|thị xã|thi xa|thị trấn|thi tran|thành phố|thanh pho|phường|(?<!dia )phuong|quận)|[Tt][Pp]\.?|[Xx]ã|(?<!thi )[Xx]a) (?P<name>{_NAME})"
)
_ENGLISH = re.compile(rf"\b(?P<name>{_NAME}) (?:[Dd]istrict|[Cc]ommune|[Ww]ard|[Tt]own|[Cc]ity)\b(?!-)")
_NO_PLACE = frozenset(("", "an", "tinh uy", "uy", "uy ban nhan dan", "ubnd", "hdnd", "hoi", "doi", "i", "ii", "iii"))
_TALK = STOP - {"an"}  # "An Nhon" is a town


def localities_missing(question: Question, library: Library) -> list[str]:
    """The districts, towns and communes named in a question that the documents it means (all, where it means none) nowhere name.

    A province of the index is none of them, and neither is what is written without capitals.
    """
    # Where accents are restored, capitals are lost.
    named = _named(question.text if question.language == "vi_unaccented" else question.resolved)
    documents = question.scope.documents or frozenset(library.documents)
    return [name for name in named if not _speaks_of(library, documents, name)]


def _named(text: str) -> list[str]:
    behind = [_capitals(m["name"].split()) for m in _VIETNAMESE.finditer(text)]
    before = [_capitals(m["name"].split()[::-1])[::-1] for m in _ENGLISH.finditer(text)]
    before = [[w for w in words if w.lower() not in _TALK] for words in before]
    names = [" ".join(words) for words in [*behind, *before]]
    return [n for n in dict.fromkeys(names) if fold(n) not in _NO_PLACE and not find_provinces_folded(n)]


def _capitals(words: Sequence[str]) -> list[str]:
    """The words up to the first that is written small."""
    return [*takewhile(lambda w: w[0].isupper(), words)]


def _speaks_of(library: Library, documents: Collection[str], name: str) -> bool:
    """Whether a passage of some documents names a place, with or without its accents."""
    wanted = re.compile(rf"\b{re.escape(key(fold(name)))}\b")
    return any(wanted.search(key(fold(p.searchable))) for d in documents for p in library.passages_of(d))
