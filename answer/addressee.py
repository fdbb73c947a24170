"""To whom something is reported, sent or handed in, and through whom: questions that ask so, and clauses that say it."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from answer.proposer import asks_proposer
from answer.question import Question
from index.passage import Passage
from vietnamese.offices import OfficeMention, find_offices
from vietnamese.text import fold

_SOMEBODY = r"(?:ai|đâu|nơi nào|chỗ nào|(?:những )?(?:cơ quan|đơn vị|sở|ban|phòng|bên|cấp|bộ phận) nào)\b"
_VIETNAMESE = re.compile(
    rf"(?<!chương )(?<!quy )(?<!quá )(?<!lộ )(?<!giáo )(?<!tờ )\b(?:báo|báo cáo|phản ánh|trình|gửi|gởi|nộp|kiến nghị|kêu|đề xuất (?:với|lên))\b(?! (?:đi )?(?:đào tạo|học))(?: [^\s?,;]+){{0,4}}? {_SOMEBODY}(?!\s*(?:đào tạo|học)\b)"
    r"|\bqua (?:ai|đâu|cửa nào|(?:ban|sở|phòng|cơ quan|đơn vị|bộ phận) nào)\b",
    re.IGNORECASE,
)
_SEND = r"(?:report|submit|send|sent|hand|file|forward|notif|inform)\w*"
_ENGLISH = re.compile(
    rf"\b{_SEND}\b[^?]*\b(?:to|through|via) (?:whom|which (?:office|department|body|division|board|agency|unit))\b"
    rf"|\b(?:to|through|via) (?:whom|which \w+)\b[^?]*\b{_SEND}\b"
    rf"|\bwhere (?:do|does|must|should|is|are|to)\b[^?]*\b{_SEND}\b|\bwho(?:m)? (?:do|does|must|should|to)\b[^?]*\b{_SEND}\b",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:báo cáo|phản ánh|trình|gửi|nộp|kiến nghị|thông báo)\b(?:(?!\bcủa\b)[^;.,()]){0,60}$", re.IGNORECASE
)
_AUTHORITY = re.compile(r"\s+có thẩm quyền\b", re.IGNORECASE)
_THROUGH = re.compile(r"\s*\(\s*(?:thông )?qua\s+(?P<office>[^()]+?)\s*\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Addressee:
    """The office something goes to, and the one it goes through, "" where none is said; as written."""

    office: str
    through: str = ""


def asks_addressee(question: Question) -> bool:
    """Whether it is asked to whom, or through whom, something is reported, sent or handed in."""
    if question.ask.about_document or asks_proposer(question):
        return False
    return bool((_ENGLISH if question.language == "en" else _VIETNAMESE).search(question.asking))


def find_addressee(text: str, asked: Collection[str] = ()) -> Addressee | None:
    """The first office of a text to which it tells somebody to report, send or hand in something. One of the offices `asked`, which the
    question itself names (without accents), is passed over, for the one it is reached through where there is one.
    """
    for mention in find_offices(text):
        if not _TO.search(text[: mention.start]):
            continue
        match = _THROUGH.match(text, mention.end)
        through = match["office"] if match else ""
        if not _is_named(mention, asked):
            return Addressee(mention.name + _authority(text, mention), through)
        if through:
            return Addressee(through)
    return None


def _authority(text: str, mention: OfficeMention) -> str:
    """What "các cơ quan" goes on with, without which it names nobody."""
    behind = _AUTHORITY.match(text, mention.end)
    return behind.group() if behind else ""


def says_addressee(passage: Passage) -> bool:
    """Whether a passage tells somebody to report, send or hand in something to an office."""
    return find_addressee(passage.text) is not None


def _is_named(mention: OfficeMention, asked: Collection[str]) -> bool:
    return fold(mention.name) in asked
