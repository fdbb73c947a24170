"""At whose proposal a document was issued: questions that ask it, and the line among its legal bases that says it."""

import re

from answer.question import Question
from index.passage import Passage

_VIETNAMESE = re.compile(
    r"\btheo đề nghị của (?:ai|(?:cơ quan|đơn vị|sở|ban|phòng) nào)\b"
    r"|\b(?:ai|(?:cơ quan|đơn vị|sở|ban|phòng) nào) (?:đã |là người )?(?:(?:đề nghị|trình|đề xuất)(?: ký)? ban hành|đề nghị|đề xuất) (?:ra )?(?:bản |cái )?(?:kế hoạch|quyết định|văn bản)\b"
    r"|\b(?:kế hoạch|quyết định|văn bản)\b[^?]{0,50}\bdo (?:ai|(?:cơ quan|đơn vị|sở|ban|phòng) nào) (?:đề nghị|trình|đề xuất)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\bwho (?:has |had )?(?:proposed|requested|submitted|put forward|recommended|asked for) (?:the |this |that )?(?:proposal (?:for|behind) )?(?:[\w'’-]+ ){0,3}?(?:decision|plan)\b"
    r"|\b(?:at|on) whose (?:proposal|request|recommendation)\b(?=[^?]*\b(?:issued?|adopt(?:ed)?|approved?|decision|decree)\b)|\bwhich \w+ (?:proposed|requested|submitted|recommended) (?:the |this |that )?(?:[\w'’-]+ ){0,3}?(?:decision|plan)\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"\btheo đề nghị của (?:các )?(?P<who>[^.,;\n]+?)(?=\s+tại\b|[.,;\n]|$)", re.IGNORECASE)


def asks_proposer(question: Question) -> bool:
    """Whether it is asked at whose proposal a document was issued."""
    return bool((_ENGLISH if question.language == "en" else _VIETNAMESE).search(question.asking))


def find_proposer(text: str) -> str | None:
    """Whom a text says to have proposed its document ("Theo đề nghị của Giám đốc Sở Nội vụ …"), as written."""
    found = _SAID.search(text)
    return found["who"].strip() if found else None


def says_proposer(passage: Passage) -> bool:
    """Whether a passage among the legal bases says at whose proposal its document was issued."""
    return passage.kind == "bases" and find_proposer(passage.text) is not None
