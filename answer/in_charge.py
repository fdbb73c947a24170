"""Who leads something, and who sees to a whole document being carried out: questions that ask so, and the clauses that say it."""

import re

from answer.ask import Ask
from answer.extract import coordinating_cell, leading_cell
from answer.question import Question
from answer.terms import TermWeights
from index.passage import Passage
from vietnamese.text import fold

_VIETNAMESE = re.compile(
    r"\b(?:chủ trì|đứng ra|phụ trách|chịu trách nhiệm|đầu mối)(?: việc| tổ chức| triển khai| chính)* (?:thực hiện |triển khai )?(?:bản |cái )?(?:kế hoạch|quyết định|văn bản)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(?:leads?|in charge of|runs?|heads?|responsible for(?: implementing| carrying out)?|implements?|carries out|oversees?) (?:the |this |that |its )?(?:(?!(?:in|of|under|for|from|at|by) )[\w'’-]+ ){0,5}?(?:plan|decision|scheme)\b",
    re.IGNORECASE,
)
_WHICH = r"(?:cơ quan|đơn vị|sở|ban|phòng|bên) nào"
_LEADING = re.compile(r"\b(?:chủ trì|đứng ra|đầu mối)\b", re.IGNORECASE)
_LEADING_EN = re.compile(r"\b(?:leads?|organi[sz]es?|runs?|in charge)\b", re.IGNORECASE)
_LEADS = re.compile(r"\bchu tri\b|\bdau moi\b")
_BY_WHOM = re.compile(
    r"\b(?:do|bởi) (?!đâu|ai)[^?]{2,60}\b(?:chủ trì|thực hiện|tổ chức|mở|phụ trách|đảm nhận|lo|ban hành|phê duyệt)\b"
    r"|\b(?:led|run|organi[sz]ed|handled|done|taught|approved|paid|held) by (?:the |a )?\w+|\bis it (?:the )?[^?]{2,60} (?:that|who|which)\b",
    re.IGNORECASE,
)
_PARTNERS = re.compile(
    rf"\b(?:phối hợp|chung|cùng) (?:với|cùng) (?:những )?(?:ai|họ|{_WHICH})\b|\b(?:ai|{_WHICH}) (?:cùng )?(?:phối hợp|hỗ trợ)\b|\bvới những ai\b",
    re.IGNORECASE,
)
_PARTNERS_EN = re.compile(
    r"\b(?:with|alongside) whom\b|\bwho(?:m)? (?:\w+ ){0,2}(?:assists?|helps?|supports?|works? with|lends? a hand)\b"
    r"|\bwhich \w+ (?:assists?|helps?|supports?|sits? down with|works? with|coordinates? with)\b|\bwho .* (?:work|coordinate) with\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(r"\bphoi hop\b|\bthong nhat voi\b")
_SAID = re.compile(r"\b(?:trien khai|to chuc) thuc hien (?:cac noi dung (?:cua )?)?ke hoach\b|\bthi hanh quyet dinh\b")


def asks_who_is_in_charge(question: Question) -> bool:
    """Whether it is asked who leads the carrying out of a document, not of one thing in it."""
    if question.ask is not Ask.OFFICE:
        return False
    return bool((_ENGLISH if question.language == "en" else _VIETNAMESE).search(question.asking))


def asks_whether_it_leads(question: Question) -> bool:
    """Whether it is asked of an office whether it is the one that does something."""
    return question.ask is Ask.YES_NO and _BY_WHOM.search(question.asking) is not None


def asks_who_leads(question: Question) -> bool:
    """Whether it is asked who leads something, not who takes part in it."""
    if asks_whether_it_leads(question):
        return True
    return question.ask is Ask.OFFICE and bool(
        (_LEADING_EN if question.language == "en" else _LEADING).search(question.asking)
    )


def asks_partners(question: Question) -> bool:
    """Whether it is asked with whom somebody works on something, or who helps."""
    return bool((_PARTNERS_EN if question.language == "en" else _PARTNERS).search(question.asking))


def says_partners(passage: Passage) -> float:
    """How far (0-1) a passage says who works with somebody: a row by its column, a clause by a word for it."""
    return 1.0 if coordinating_cell(passage) else 0.5 * bool(_TOGETHER.search(fold(passage.text)))


def says_who_leads(passage: Passage, weights: TermWeights) -> bool:
    """Whether a row says by its column who leads, or the block of a passage that says most of a question says it of somebody."""
    block = max(passage.blocks, key=lambda b: weights.coverage(b) + weights.pair_coverage(b))
    return bool(leading_cell(passage) or _LEADS.search(fold(block)))


def says_who_is_in_charge(passage: Passage) -> bool:
    """Whether a passage charges somebody with carrying out the document as a whole."""
    return _SAID.search(fold(passage.text)) is not None
