"""Whether a question asks for a sum of money, which only a clause with a sum in đồng answers."""

import re

from answer.ask import Ask
from answer.question import Question

_PAID = r"học phí|lệ phí|hệ số lương|mức lương|tiền lương|lương|tiền (?:ăn|ở|công|phòng|nghỉ|học|thưởng|vé)|thù lao|công tác phí|phụ cấp|trợ cấp|mức (?:chi|hỗ trợ|phạt|đóng|thu)|học bổng|định mức"
_ALONE = r"(?=\s*(?:[?.,;!]|$)|\s+(?:một|mỗi|cho|trong|khi|để|theo|từ|ở|tại|thì|vậy|hả|à|ạ|nhỉ|và|hay|nếu|mà|so|là|trên|với|về|nữa)\b)"
"""Behind "bao nhiêu": a noun there is what is counted, as in "được cấp bao nhiêu cây giống"."""
_PER = r"(?:một|mỗi|cho một|1) (?:đêm|tiết|buổi|ngày|giờ|suất|khóa|khoá|tháng|người)"
_VIETNAMESE = re.compile(
    r"\bbao nhiêu (?:tiền|t[ỷỉ]|triệu|nghìn|đồng|kinh phí|ngân sách)\b(?! (?:chí|lệ))|\bmấy (?:t[ỷỉ]|triệu|đồng)\b(?! (?:chí|lệ))|\bt[ỷỉ] đồng\b|\bbằng tiền\b|\bsố tiền\b|\b(?:nhiều|ít|tốn) tiền hơn\b"
    rf"|\b(?:{_PAID})\b[^?.;]{{0,60}}\b(?:mức nào|là gì|(?:bao nhiêu|mấy){_ALONE})"
    rf"|\b(?:trả|hỗ trợ|thanh toán|đóng|phạt|lĩnh|tốn|hết|cấp|chi) (?:thêm )?(?:tối đa )?bao nhiêu{_ALONE}|\bbao nhiêu {_PER}(?: được\b|\?|$)"
    r"|\bin đồng\b|\b(?:học phí|mức lương|tiền lương|mức phạt)\b[^?.,;]{0,40}\blà gì\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\bhow much (?:money|funding|cash|does|do|did|is|are|was|were|will|would|can|of (?:the|its|that|this))\b[^?]*\b(?:pay|paid|pays|cost|costs|get|receive|earn|reimburse\w*|charge\w*|spent|spend|money|budget|funding|worth)\b"
    r"|\bhow much money\b|\bin (?:dong|đồng)\b(?! (?:th[aá]p|nai|h[oớ]i|h[aà]))|\bvnd\b|\bwhat (?:does|do|did|will|would) [^?]*\bcost\b|\b(?:what|which|how much|how big an?|how high an?|how large an?) (?:[\w-]+ ){0,4}(?:per diem|allowances?|stipends?|salary|salaries|fees?|tuition|honorari\w+|daily rate|wages?|pay rate|grant amount|fine|price|sum)\b"
    r"|\bwhat(?:['’]s| is| are| was| were| would be) the (?:[\w-]+ ){0,3}(?:fees?|salary|tuition|amount|allowances?|stipend|cost|price|fine)\b"
    r"|\b(?:money|funds|funding|budget)\b[^?]*\b(?:divided|split|broken down)\b",
    re.IGNORECASE,
)
_SPOKEN_OF = re.compile(
    r"\b(?:học phí|mức lương|tiền lương|fees?|salary|salaries|tuition|amount|allowances?|stipends?)\b", re.IGNORECASE
)
_TOTAL = re.compile(
    r"\b(?:total|overall|whole) (?:budget|cost|funding|expenditure|amount)\b"
    r"|\btổng (?:kinh phí|ngân sách|chi phí|mức chi|số tiền|dự toán)\b[^?]*\b(?:bao nhiêu|mấy|là)\b",
    re.IGNORECASE,
)
_ELSE = frozenset((Ask.OFFICE, Ask.FUNDING, Ask.WHICH_DOCUMENT, Ask.DUTY))
_SUM = re.compile(r"\d\s*(?:t[ỷỉ]|triệu|nghìn|đồng|vnđ|vnd)\b(?! (?:chí|lệ))", re.IGNORECASE)


def asks_money(question: Question) -> bool:
    """Whether the figure that a question asks for is a sum of money."""
    return _wants_sum(question) or (question.ask is Ask.NUMBER and bool(_SPOKEN_OF.search(question.wording)))


def wants_sum(question: Question) -> bool:
    """Whether nothing but a sum of money answers a question, however it asks for it."""
    if question.ask is Ask.FUNDING and _TOTAL.search(question.wording):
        return True
    return question.ask not in _ELSE and _wants_sum(question)


def names_money(text: str) -> bool:
    """Whether a text names a sum of money."""
    return bool(_SUM.search(text))


def _wants_sum(question: Question) -> bool:
    return bool((_ENGLISH if question.language == "en" else _VIETNAMESE).search(question.wording))
