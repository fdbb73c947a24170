"""Questions that ask to whom a document applies, who may take part and who comes first, and the clauses that say so: the first under a heading of
their own ("Đối tượng áp dụng", "Phạm vi, đối tượng"), which hardly ever hold the words of such a question.
"""

import re

from answer.ask import Ask
from answer.question import Question
from index.passage import Passage
from vietnamese.text import fold

_ASKS = frozenset((Ask.LIST, Ask.WHAT, Ask.OFFICE, Ask.YES_NO))
_VIETNAMESE = re.compile(
    r"\b(?:những|các) (?:ai|(?:(?:hạng|loại|kiểu|diện) )?(?:người|cán bộ) nào|nhóm (?:người )?nào|đối tượng nào)\b|\bđối tượng (?:nào|gì|đào tạo|áp dụng)\b"
    r"|\bnhóm (?:người|đối tượng)\b[^?]*\b(?:nào|ai|gì)\b|\b(?:áp dụng|dành) (?:cho|đối với|với) (?:những )?(?:ai|người|cán bộ|công chức|viên chức|nhân viên|cộng tác viên|tình nguyện viên)\b|\bai (?:được|thuộc|nằm trong)\b"
    r"|\b(?:thuộc|nằm trong) (?:nhóm|diện|đối tượng)\b|\b(?:mấy|bao nhiêu) (?:nhóm )?đối tượng\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\bwho (?:may|can|could|is eligible|are eligible|does .* apply to|is covered|are covered|falls?|qualif\w+|(?:\w+ly )?(?:is|are|counts?|count) (?:\w+ly )?(?:as|in scope))\b|\bam i (?:in scope|covered|eligible)\b|\b(?:target|eligible) groups?\b"
    r"|\bto whom does\b|\b(?:which|what) (?:groups?|categories|kinds? of people|people|staff)\b|\bwho (?:is|are) .*\b(?:meant|intended|open) (?:for|to)\b|\bfor whom\b"
    r"|\b(?:plan|decision|scheme|programme)s? (?:also |even |really )?(?:covers?|includes?|takes? in|appl(?:y|ies) to) (?:[\w'’-]+ ){0,4}?(?:me|us|him|her|them|people|persons?|staff|officials|workers?|helpers?|volunteers?|teachers?|members|employees)\b"
    r"|\bwho (?:is|are|was) (?:the |this |that )?(?:[\w'’-]+ ){0,5}?(?:plan|decision|scheme|course|programme|document)s? (?:meant |intended )?for\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\bưu tiên\b|\b(?:những )?ai (?:được )?(?:cử |xét |chọn |đi |học )*trước\b|\bnhường (?:phần )?trước\b|\bphần trước\b",
    re.IGNORECASE,
)
_FIRST_EN = re.compile(
    r"\bpriorit\w+|\bprefer(?:s|red|ence)?\b|\bfavou?r(?:s|ed)?\b|\b(?:comes?|goes?|go|picked|chosen|sent) first\b|\bfirst in line\b|\bprecedence\b",
    re.IGNORECASE,
)
_HEADING = re.compile(r"\bdoi tuong\b")
_ALONE = re.compile(
    r"^[\w. ]{0,6}doi tuong[^,;]*$"
)  # not "Đối tượng, nội dung …", under which other things are said too
_NUMBERED = re.compile(r"^[\w.]{1,4}[.)]?$")  # a step without words: the heading above it speaks
FURTHER = 0.6
LONGEST_HEADING = 60
"""Characters; a longer step of a section path is a clause that only speaks of those it is for."""


def asks_audience(question: Question) -> bool:
    """Whether it is asked to whom a document, or what it provides, applies."""
    if question.ask not in _ASKS or asks_who_is_first(question):
        return False
    if question.language == "en":
        return bool(_ENGLISH.search(question.resolved))
    return bool(_VIETNAMESE.search(question.vietnamese))


def asks_who_is_first(question: Question) -> bool:
    """Whether it is asked who is preferred among those whom a document is for."""
    return bool((_FIRST_EN if question.language == "en" else _FIRST).search(question.asking))


def says_who_is_first(passage: Passage) -> bool:
    """Whether a passage prefers somebody or something."""
    return "uu tien" in fold(passage.text)


def says_audience(passage: Passage) -> float:
    """How far (0-1) a passage stands under a heading on those to whom its document applies: its own, or one further above."""
    steps = [len(s) <= LONGEST_HEADING and _HEADING.search(fold(s)) is not None for s in passage.section]
    above = steps[-1:] if len(passage.section) < 2 or not _NUMBERED.match(passage.section[-1]) else steps[-2:]
    if any(above):
        return 1.0
    return FURTHER * any(s and _ALONE.match(fold(step)) for s, step in zip(steps, passage.section, strict=True))
