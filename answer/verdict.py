"""Yes or no, where one clause decides it: it says all that the question says and nothing that would bind it, or it gives another
figure for the same. In doubt neither is said: a wrong "yes" costs more than a clause without one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from answer.ask import Ask
from answer.claims.verdict import check_claims
from answer.extract import head_office
from answer.question import Question
from answer.terms import Term, TermWeights
from index.document import Document
from index.library import Library
from index.passage import Passage
from vietnamese.glossary import Glossary
from vietnamese.numbers import Figure, find_figures
from vietnamese.text import fold

SAID = 0.9
"""Share of a question's terms that a clause must hold to decide it."""
FEWEST_TERMS = 2
LONGEST = 32
"""Words of a question that one clause can decide; a longer one tells a story."""
# What makes a question more than "is it so?": another question word, a choice, an order in time, "only", "still".
_MORE_ASKED = re.compile(
    r"\b(?:nào|gì|ai|đâu|bao nhiêu|mấy|sao|hay là|trước|sau|chỉ|luôn|ngay|đã|còn|mọi|tất cả|vẫn|rồi|ngoài|nếu|khi)\b"
    r"|\b(?:what|which|who|whom|where|when|how|why|or|before|after|only|always|already|still|all|straight|immediately|apart|if|once|same)\b",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(?:ít nhất|tối thiểu|tối đa|hơn|dưới|trên|quá|khoảng|at least|at most|more|less|fewer|under|over|below|above|up to|about)\b",
    re.IGNORECASE,
)
# What binds a clause: conditions, exceptions, intentions, encouragement, and any "no".
_BINDS = re.compile(
    r"\b(?:nếu|trường hợp|khi|đủ|trừ|ngoại trừ|nghiên cứu|xem xét|khuyến khích|tùy|cần thiết|dự kiến|không|chưa|chẳng|cấm|miễn|hạn chế|kiến nghị|đề xuất)\b",
    re.IGNORECASE,
)
_STRIVES = re.compile(r"\bphan dau\b")  # folded: what is striven for is often misspelt ("phân đầu")
_OBLIGES = re.compile(r"\b(?:phải|bắt buộc|must|have to|has to|need to|obliged)\b", re.IGNORECASE)
_OBLIGED = re.compile(r"\b(?:phải|bắt buộc|bảo đảm|đảm bảo|có trách nhiệm)\b", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:không (?!chuyên trách|ngừng|gian|khí)\w+|not|no|never)\b|n't\b", re.IGNORECASE)
_ASKS_VI = re.compile(
    r"[,;]?\s*(?:có )?(?:phải|đúng|được)?\s*(?:hay )?(?:không|chưa)(?: ạ| nhỉ| vậy)?$|^có phải ", re.IGNORECASE
)
_IS_IT = re.compile(
    r"\bcó (?:phải )?(?=(?:là|được|nằm|bắt|phải|thuộc|tham|bao|cử|mở|tổ|áp|yêu|quy|giao|hỗ|ưu)\b)", re.IGNORECASE
)
_ASKING = frozenset(
    tuple(words.split())
    for words in ("yêu cầu", "quy định", "kế hoạch", "quyết định", "văn bản", "dự thảo", "bắt buộc", "nêu", "bảo đảm")
)
_PER_CENT = re.compile(r"(\d+)\s*(?:per ?cent|phần trăm)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a clause decides: `answer`, the place of the block that does, and for a "no" the figure that it gives in place of the
    one asked about.
    """

    answer: Literal["yes", "no"]
    block: int
    figure: str = ""


def decide(
    question: Question, passage: Passage, document: Document, library: Library, glossary: Glossary
) -> Decision | None:
    """What the first block of a passage that decides a yes-or-no question says; None where none does."""
    stated = statement(question)
    if stated is None:
        return None
    numbers = find_figures(stated)
    words = [t for t in question.terms if not _is_of_the_asking(t)]
    if len(words) < FEWEST_TERMS or not all(t.mapped for t in words):
        return None
    weights = TermWeights(library, [replace(t, share=1.0) for t in words])
    above = "\n".join((document.title or "", document.province or "", document.issuer or "", *passage.section))
    subject = head_office(passage) or (passage.section[-1] if len(passage.blocks) == 1 and passage.section else "")
    for place, block in enumerate(passage.blocks):
        if _BINDS.search(block) or _STRIVES.search(fold(block)) or weights.coverage(f"{subject} {block}") < SAID:
            continue
        if _OBLIGES.search(stated) and not _OBLIGED.search(block):
            continue
        verdicts = check_claims(f"{stated} [1].", {1: f"{above}\n{block}"}, glossary)
        if all(v.ok for v in verdicts):
            return Decision("yes", place)
        other = _other_figure(numbers, block)
        if other and not _BOUND.search(stated):
            return Decision("no", place, other)
    return None


def statement(question: Question) -> str | None:
    """A yes-or-no question as the statement that it asks about; None where it asks for more, or says "not" itself."""
    if question.ask is not Ask.YES_NO or question.leaned:
        return None
    text = _PER_CENT.sub(r"\1%", question.wording.strip().rstrip(" ?.!"))
    if question.language != "en":
        text = _IS_IT.sub("", _ASKS_VI.sub("", text))
    if len(text.split()) > LONGEST or re.search(r"[.?!;]\s", text) or _MORE_ASKED.search(text) or _DENIES.search(text):
        return None
    return text


def _is_of_the_asking(term: Term) -> bool:
    """A number, which is compared by itself, or a word for the document and that it provides something."""
    return any(wording in _ASKING or all(part.isdigit() for part in wording) for wording in term.alternatives)


def _other_figure(asked: Sequence[Figure], block: str) -> str | None:
    """The one figure of a block of the kind of the one figure that is asked about, where it is another."""
    if len(asked) != 1:
        return None
    kind = _kind(asked[0])
    given = [f for f in find_figures(block) if _kind(f) == kind]
    if len(given) != 1 or not kind or _digits(given[0]) & _digits(asked[0]):
        return None
    return given[0].text


def _kind(figure: Figure) -> str:
    return "%" if "%" in figure.text else fold(figure.unit or "")


def _digits(figure: Figure) -> set[str]:
    return {number.lstrip("0") for number in re.findall(r"\d+", figure.text)}
