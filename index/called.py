"""What a document is called where another one names it: its kind, or a law's name, and what is said of it behind its number."""

import re
from collections.abc import Sequence

from index.document import Relation
from vietnamese.acts import ACT_WORDS, LAWS
from vietnamese.dates import find_dates
from vietnamese.numbers import DocumentNumber, find_document_numbers, same_number
from vietnamese.text import fold_markup, nfc, tidy

_LONGEST = 240
"""Characters of a description; what is longer is cut between words."""
_DATE_REACH = 45  # characters behind a number in which its date stands, as where relations are read
_OTHER_KINDS = (
    "Kế hoạch|Kết luận|Đề án|Tờ trình|Thông báo|Chương trình hành động|Chương trình|Công văn|Công điện|Hướng dẫn|Báo cáo|Thông tri|"
    "Văn bản hợp nhất|Sắc lệnh"
)
_SAYS_NUMBER = r",?\s*(?:số:?\s*)?$"
_KIND = re.compile(rf"\b(?P<kind>{ACT_WORDS}|{_OTHER_KINDS})\s*{_SAYS_NUMBER}", re.IGNORECASE)
_LAW_WORDS = "|".join(LAWS)
# "Luật Biển Việt Nam số 18/2012/QH13": the last law that is named, but the first where that one changes others.
_CHANGING_LAW = re.compile(rf"\b(?P<name>(?:{_LAW_WORDS})\s+sửa đổi[^;:]*?){_SAYS_NUMBER}")
_LAW = re.compile(rf".*\b(?P<name>(?:{_LAW_WORDS})\s[^;:.()]*?){_SAYS_NUMBER}")
# Behind a new name that does not belong to what was named before it: ", Nghị quyết số", "và Nghị định".
_NEXT = re.compile(
    rf"(?:[,;.]|\bvà|\bhoặc)\s*(?:{ACT_WORDS}|{_OTHER_KINDS}|văn bản)(?:\s[^;:.,()]{{0,120}}?)?{_SAYS_NUMBER}",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"^(?:của|về|ban hành|quy định|phê duyệt|sửa đổi|bổ sung|hướng dẫn|thực hiện|triển khai|thí điểm)\b", re.IGNORECASE
)
_SUBJECT_ENDS = re.compile(
    r";|\.(?=\s|$)|\s(?i:như sau|hết hiệu lực|kể từ|đã được|đến hết ngày)\b|:\s*$"
    # the sentence goes on: ", Ủy ban nhân dân Tỉnh ban hành Kế hoạch …"
    r"|,\s(?=(?:Ủy ban|Uỷ ban|UBND|Thủ tướng|Phó|Bộ|Sở)\b[^;]*\b(?:ban hành|xây dựng|có ý kiến|đề nghị)\b)"
)


def law_name(relation: Relation) -> str:
    """The name of a law that is cited without a number."""
    return tidy(re.split(r",?\s+ngày\s+\w", nfc(relation.text))[0])


class Called:
    """What relations call the documents that they name: kind (or a law's name) and subject. Each is read once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str | None, str | None], tuple[str, str]] = {}
        self._numbers: dict[str, list[DocumentNumber]] = {}

    def __call__(self, relation: Relation) -> tuple[str, str]:
        if relation.number is None:
            return law_name(relation), ""
        same = relation.text, relation.number, relation.date
        if same not in self._known:
            self._known[same] = self._read(fold_markup(relation.text), relation.number, relation.date)
        return self._known[same]

    def _read(self, text: str, number: str, date: str | None) -> tuple[str, str]:
        if text not in self._numbers:
            self._numbers[text] = find_document_numbers(text)
        numbers = self._numbers[text]
        places = [i for i, n in enumerate(numbers) if same_number(n.number, number)]
        if not places:
            return "", ""
        at = next((i for i in places if _dated(text, numbers[i]) == date), places[0])
        before = text[numbers[at - 1].end if at else 0 : numbers[at].start]
        return _kind(before), _subject(text, numbers, at)


def _dated(text: str, number: DocumentNumber) -> str | None:
    return next((d.iso for d in find_dates(text[number.end : number.end + _DATE_REACH])), None)


def _kind(before: str) -> str:
    """The kind of a document by the words before its number, or the law's name: "Nghị định", "Luật Biển Việt Nam"."""
    law = _CHANGING_LAW.search(before) or _LAW.search(before)
    if law:
        return tidy(law["name"])
    kind = _KIND.search(before)
    return kind["kind"][0].upper() + kind["kind"][1:] if kind else ""


def _subject(text: str, numbers: Sequence[DocumentNumber], at: int) -> str:
    """What a document is called behind its number and day: "của Chính phủ về công tác văn thư"; empty where nothing is.

    It ends where the next document is named, unless that one belongs to the name ("sửa đổi Nghị định số …").
    """
    start = numbers[at].end
    end = next((n.start for n in numbers[at + 1 :] if _NEXT.search(text[start : n.start])), len(text))
    tail = text[start:end] if end == len(text) else _NEXT.sub("", text[start:end])
    day = next((d for d in find_dates(tail[:_DATE_REACH]) if d.kind in ("day", "month", "year")), None)
    if day is not None and len(tail[: day.start].strip(" ,()")) <= len("ngày"):
        tail = tail[day.end :]
    tail = tidy(_SUBJECT_ENDS.split(tail.lstrip(" ,)"))[0]).rstrip(" ,:(")
    if not _SUBJECT.match(tail):
        return ""
    return tail if len(tail) <= _LONGEST else tail[:_LONGEST].rsplit(" ", 1)[0] + " …"
