"""Which offices the documents speak of: what one must do that none names is not what another must do."""

import re
from collections.abc import Collection, Mapping
from itertools import pairwise
from threading import Lock

from index.library import Library
from vietnamese.offices import find_offices
from vietnamese.text import fold, syllables

MOST_MEANT = 3
"""Offices that a short name may mean; one that fits more says nothing."""
_OWN_NAMED = re.compile(r"^(?:sở|phòng|ban|bộ|chi cục|cục|vụ|trung tâm|hội|liên đoàn|viện|quỹ)\s", re.IGNORECASE)
"""Offices that documents call by their name. Schools, stations and the Party's bodies are also spoken of in general."""
_SIDE = re.compile(r"\b(?:bên|phía|đằng)\s+((?:\w+\s+){0,3}\w+)", re.IGNORECASE)
"""Before an office of which only the field is said."""
_SAYS_NO_FIELD = frozenset(
    syllables(
        "so phong ban bo vu cuc chi tong van truong vien hoc trung tam uy hoi dong doan khoa to bo phan giam doc pho chu tich thu bi "
        "chanh hieu nguoi dung dau tinh huyen xa thanh pho thi cap cua va cac nhan dan ubnd hdnd"
    )
)
"""Folded syllables of heads, posts and levels, which tell no office from another by themselves."""


class OfficesHeld:
    """The offices that each document names, found when they are first asked for. Safe to share between threads."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lock = Lock()
        self._of: dict[str, Mapping[str, str]] = {}

    def holds(self, names: Collection[str], documents: Collection[str] | None) -> bool:
        """Whether one of `documents` (None: any) names an office that one of the names may mean: "Phòng Tài chính" may be the
        "Phòng Kế hoạch - Tài chính". True as well for names by which documents may speak of it in another way.
        """
        meant = [_field(name) for name in names]
        if not all(meant) or not all(map(_OWN_NAMED.match, names)):
            return True
        searched = self._searched(documents)
        known = {_field(name) for d in searched for name in self._named_in(d).values()}
        return not searched or any(field <= k for k in known for field in meant)

    def called(self, names: tuple[str, ...], documents: Collection[str] | None) -> tuple[str, ...]:
        """The names of an office as `documents` (None: any) write it: "Phòng Tài chính" where there is only a "Phòng Kế hoạch -
        Tài chính". As given where they name it so, or name too many that it may be, or none.
        """
        if not names or not all(_field(n) and _OWN_NAMED.match(n) for n in names):
            return names
        if documents is None and all(map(self._words_known, names)):  # somewhere; to look for it everywhere takes long
            return names
        held: dict[str, str] = {}
        for document_id in self._searched(documents):
            held |= self._named_in(document_id)
        if any(_said(name) in held for name in names):
            return names
        longer = tuple(h for h in held.values() if any(_shortens(name, h) for name in names))
        return longer if 0 < len(longer) <= MOST_MEANT else names

    def spoken(self, text: str, documents: Collection[str] | None) -> str:
        """A text in which an office of `documents` is called by its field alone ("bên Nội vụ"), with its name; else as given."""
        match = _SIDE.search(text)
        if match is None or not documents:
            return text
        words = match[1].split()
        named = {name for d in self._searched(documents) for name in self._named_in(d).values()}
        for size in range(len(words), 0, -1):
            called = _said(" ".join(words[:size]))
            meant = [name for name in named if _OWN_NAMED.match(name) and _said(_OWN_NAMED.sub("", name)) == called]
            if len({_said(name) for name in meant}) == 1:
                at = match.start(1)
                return text[: match.start()] + meant[0] + text[at + len(" ".join(words[:size])) :]
        return text

    def _words_known(self, name: str) -> bool:
        """Whether each two neighbouring words of a name stand beside each other in some passage."""
        return all(self._library.document_frequency(f"{a}_{b}") for a, b in pairwise(syllables(name)))

    def _searched(self, documents: Collection[str] | None) -> list[str]:
        held = self._library.documents
        return [d for d in (held if documents is None else documents) if d in held]

    def _named_in(self, document_id: str) -> Mapping[str, str]:
        """The offices of a document, by their names without signs."""
        with self._lock:
            if document_id not in self._of:
                passages = self._library.passages_of(document_id)
                names = [o.name for p in passages for o in find_offices(f"{p.context}\n{p.text}")]
                self._of[document_id] = {_said(name): name for name in names}
            return self._of[document_id]


def _shortens(name: str, office: str) -> bool:
    """Whether a name is that of an office with words left out; the kind of office stays."""
    heads = fold(name).split()[0], fold(office).split()[0]
    return heads[0] == heads[1] and _field(name) < _field(office)


def _said(name: str) -> str:
    """A name without signs: "Phòng Kế hoạch - Tài chính" is also written without the dash."""
    return " ".join(syllables(name))


def _field(name: str) -> frozenset[str]:
    return frozenset(syllables(fold(name))) - _SAYS_NO_FIELD
