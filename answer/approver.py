"""Who approves something: questions that ask it, and clauses that name the office before the word for it."""

import re
from dataclasses import dataclass

from answer.question import Question
from index.passage import Passage
from vietnamese.offices import find_offices
from vietnamese.text import tidy

_WHICH = r"(?:(?:cơ quan|đơn vị|sở|ban|phòng|bên|cấp) nào)"
_VIETNAMESE = re.compile(
    rf"\b(?:ai|{_WHICH}) (?:là người |có quyền |có thẩm quyền |sẽ )?(?:phê duyệt|ký duyệt|duyệt|thông qua)\b"
    rf"|\b(?:do|được) (?:ai|{_WHICH}) (?:phê duyệt|ký duyệt|duyệt|thông qua)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\bwho (?:\w+ )?(?:approves?|signs? off)\b|\bwhich \w+ (?:approves?|signs? off)\b|\bapproved by (?:whom|which)\b|\bby whom\b[^?]*\bapproved\b",
    re.IGNORECASE,
)
_APPROVES = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:để\s+)?(?:xem xét,?\s*)?(?:phê duyệt|duyệt|thông qua)\b(?P<what>\s[^.;:|()\n]{0,200}(?=[.;:|()\n]|$))?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Approver:
    """An office, and what it approves, both as written; nothing where the text does not go on."""

    office: str
    what: str = ""


def asks_approver(question: Question) -> bool:
    """Whether it is asked who approves something that a clause provides for."""
    if question.ask.about_document:
        return False
    return bool((_ENGLISH if question.language == "en" else _VIETNAMESE).search(question.asking))


def find_approver(text: str) -> Approver | None:
    """The first office that a text has approve something ("trình Chủ tịch UBND tỉnh phê duyệt kế hoạch"), and what."""
    for mention in find_offices(text):
        match = _APPROVES.match(text, mention.end)
        if match:
            return Approver(mention.name, tidy(match["what"] or ""))
    return None


def says_approver(passage: Passage) -> bool:
    """Whether a passage has an office approve something."""
    return find_approver(passage.text) is not None
