"""Which offices the documents speak of at all: what one must do that none names is not what another must do."""

import re
from collections.abc import Collection
from threading import Lock

from answer.ask import Ask
from answer.question import Question
from index.library import Library
from vietnamese.offices import find_offices
from vietnamese.text import fold, syllables

_OWN_NAMED = re.compile(r"^(?:sở|phòng|ban|bộ|chi cục|cục|vụ|trung tâm|hội|liên đoàn|viện|quỹ)\s", re.IGNORECASE)
"""Offices that documents call by their name. Schools, stations and the Party's bodies are also spoken of in general."""
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
        self._of: dict[str, list[frozenset[str]]] = {}

    def lacks(self, question: Question) -> bool:
        """Whether a question wants the duties of an office that the documents it means never name."""
        asked = question.ask is Ask.DUTY and bool(question.offices)
        return asked and not self.holds(question.offices, question.scope.documents)

    def holds(self, names: Collection[str], documents: Collection[str] | None) -> bool:
        """Whether one of `documents` (None: any) names an office that one of the names may mean: "Phòng Tài chính" may be the
        "Phòng Kế hoạch - Tài chính". True as well for names by which documents may speak of it in another way.
        """
        meant = [_field(name) for name in names]
        if not all(meant) or not all(map(_OWN_NAMED.match, names)):
            return True
        held = self._library.documents
        searched = [d for d in (held if documents is None else documents) if d in held]
        return not searched or any(field <= known for d in searched for known in self._named_in(d) for field in meant)

    def _named_in(self, document_id: str) -> list[frozenset[str]]:
        with self._lock:
            if document_id not in self._of:
                passages = self._library.passages_of(document_id)
                names = {o.name for p in passages for o in find_offices(f"{p.context}\n{p.text}")}
                self._of[document_id] = list({_field(name) for name in names})
            return self._of[document_id]


def _field(name: str) -> frozenset[str]:
    return frozenset(syllables(fold(name))) - _SAYS_NO_FIELD
