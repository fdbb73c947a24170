"""What in a sentence numbers clauses, rows and passages ("mục V.6", "nhiệm vụ 2.3", "đoạn 1") or counts sources: it states no figure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from vietnamese.numbers import find_document_numbers
from vietnamese.ordinals import plain_number
from vietnamese.quantities import find_quantities
from vietnamese.text import key, nfc

RefKind = Literal["dieu", "khoan", "diem", "muc", "phu luc", "chuong", "label"]


@dataclass(frozen=True, slots=True)
class Reference:
    """A clause or a numbered thing that a sentence names ("khoản 2", "Article 5", "Mục V.6", "Quân khu 7").

    `number` is plain ("5" for "V"), a path as it is written ("V.6"); the span is that of the number in the NFC sentence.
    """

    text: str
    kind: RefKind
    number: str
    start: int
    end: int


_REF_WORDS: dict[str, RefKind] = {
    "điều": "dieu", "article": "dieu", "articles": "dieu", "khoản": "khoan", "clause": "khoan", "clauses": "khoan", "paragraph": "khoan",
    "điểm": "diem", "point": "diem", "item": "diem", "mục": "muc", "phần": "muc", "section": "muc", "sections": "muc", "part": "muc",
    "phụ lục": "phu luc", "appendix": "phu luc", "annex": "phu luc", "chương": "chuong", "chapter": "chuong",
    "quân khu": "label", "military region": "label", "military zone": "label", "khu vực": "label", "region": "label", "hạng": "label",
    "grade": "label", "cấp": "label", "level": "label", "đối tượng": "label", "target group": "label", "group": "label", "nhóm": "label",
    "category": "label", "khóa": "label", "lần thứ": "label",
}  # fmt: skip
_STEP = r"(?:[ivxl]{1,6}|\d{1,3}|[a-hđ])"
_REFERENCE = re.compile(
    rf"(?<!\w)(?P<word>{'|'.join(sorted(_REF_WORDS, key=len, reverse=True))})\s+"
    rf"(?P<number>{_STEP}(?:\.{_STEP}){{1,5}}|\d{{1,3}}(?:\(\w{{1,2}}\)){{1,3}}|[ivxl]{{1,6}}|\d{{1,3}}|[a-zđ])(?![\w%])(?!\s*[%/])"
)
_LISTED_NUMBER = re.compile(r"(?:^|[\n(])[\s#*_|-]*(?P<number>[IVXL]{1,6}|\d{1,3}(?:\.\d{1,2})*|[a-zđ])(?=[.)\s|])")
_LABEL = re.compile(
    r"(?:^|\n)[\s#*_|-]*(?:(?:Điều|Khoản|Mục|Phần|Chương|Phụ lục)\s+)?(?P<number>[IVXL]{1,6}|[A-HĐ]|\d{1,3}(?:\.\d{1,3})*|[a-zđ])(?=[.)\s|])"
)
_LETTERED = frozenset({"diem"})


def references_of(text: str) -> list[Reference]:
    """The clauses and numbered names that a text refers to."""
    keyed, plain = key(text), nfc(text)
    found = []
    for match in _REFERENCE.finditer(keyed):
        written = plain[match.start("number") : match.end("number")]
        number = _number(match["word"], written)
        if number is not None:
            found.append(Reference(match.group(), _REF_WORDS[match["word"]], number, *match.span("number")))
    return found


def _number(word: str, written: str) -> str | None:
    """A reference's plain number; None where a word of the sentence was taken for one ("mục i" in "danh mục i ốt")."""
    steps = _steps(written)
    if len(steps) > 1:
        loose = not any(c.isdigit() or c.isupper() for c in written)
        return None if loose else ".".join(steps)
    kind = _REF_WORDS[word]
    if kind in _LETTERED:
        return None if written.isdigit() and word == "điểm" else written.lower()
    if (len(written) == 1 and written.isalpha() and written not in "IVX") or re.fullmatch(r"[ivxl]+", written):
        return None
    return plain_number(written)


def _steps(written: str) -> list[str]:
    return [step for step in re.split(r"[.()]", written) if step]


def _plain(step: str) -> str:
    return step if step.isalpha() and step.islower() else plain_number(step)


def holds_reference(passage: str, reference: Reference) -> bool:
    """Whether a passage names the same number of the same kind, or carries it at the start of a line, or its steps on lines in order."""
    own = references_of(passage)
    if reference.kind == "label":
        return any(r.number == reference.number for r in own if r.kind in {"label", "muc"})
    if any(r.number == reference.number and r.kind == reference.kind for r in own):
        return True
    if reference.kind != "phu luc" and reference.number in _listed(passage):
        return True
    return "." in reference.number and _leads(reference.number.split("."), _labels(passage))


def _listed(passage: str) -> set[str]:
    """The numbers at the starts of a passage's lines."""
    return {_plain(m["number"]) for m in _LISTED_NUMBER.finditer(passage)}


def _labels(passage: str) -> list[str]:
    return [m["number"] for m in _LABEL.finditer(passage)]


def _leads(steps: Sequence[str], labels: Sequence[str]) -> bool:
    """Whether labels lead down a path in this order; one label may hold several steps ("3.2" the steps 3 and 2)."""
    if not steps:
        return True
    for size in range(len(steps), 0, -1):
        wanted = ".".join(step.lstrip("0") or step for step in steps[:size])
        at = next(
            (i for i, label in enumerate(labels) if wanted in {label, label.lstrip("0"), plain_number(label)}), None
        )
        if at is not None and _leads(steps[size:], labels[at + 1 :]):
            return True
    return False


_COUNTED = (
    r"%|\d|(?:tỷ|tỉ|triệu|nghìn|ngàn|phần trăm|đồng|người|lớp|năm|tháng|ngày|tuần|giờ|lần|cán bộ|công chức|viên chức|đại biểu|"
    r"percent|per cent|million|billion|thousand|people|persons?|officials?|class(?:es)?|years?|months?|weeks?|days?|hours?|times?)\b"
)
_ROW = re.compile(
    r"(?<!\w)(?:nhiệm vụ|công việc|hoạt động|nội dung|giải pháp|mục tiêu|chỉ tiêu|số thứ tự|thứ tự|stt|tt|dòng|hàng|lớp|task|activity|duty|item|row|line|"
    rf"solution|measure|target|course|class|entry|no\.?)(?: cụ thể| chung| chính)?\s+(?:số\s+)?(?P<number>\d{{1,3}}(?:\.\d{{1,2}})*)(?![\w%/-])(?!\s*(?:{_COUNTED}))"
)
_FURTHER = re.compile(
    rf"(?:\s*,\s*|\s+(?:và|hoặc|đến|and|or|to)\s+|\s*[-–]\s*)(?P<number>{_STEP}(?:\.{_STEP})*)(?![\w%/])(?!\s*(?:{_COUNTED}))"
)
_PASSAGE = re.compile(
    r"(?<!\w)(?:đoạn(?: trích| văn)?|trích đoạn|nguồn|tài liệu|văn bản|passages?|excerpts?|extracts?|sources?|documents?|texts?)\s+(?:số\s+|no\.?\s*)?"
    rf"(?P<number>\d{{1,3}})(?![\w%/])(?!\.\d)(?!\s*(?:{_COUNTED}))"
)
_SEVERAL = re.compile(
    r"\s+(?:different |separate |distinct |conflicting |cited |given |retrieved )*(?:(?P<source>đoạn|trích đoạn|văn bản|tài liệu|nguồn|kế hoạch|quyết định|phụ lục|"
    r"passages|documents|sources|excerpts|texts|plans|decisions|appendices|annexes)|(?P<value>con số|số liệu|mức|figures|numbers|values|amounts|levels))(?!\w)"
)


_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def without_labels(text: str, passages: Sequence[str], markers: Sequence[int], items: int) -> str:
    """A text in NFC, as long as before, without the numbers that only name clauses, rows and passages or count sources.

    `passages` are the cited ones, `markers` theirs, `items` is the number of bullets under the text. A number stays, to be looked
    for as a figure, where no passage has such a row and none is cited by that marker.
    """
    letters = list(nfc(text))
    labels = (*_of_clauses(text, passages), *_of_passages(text, markers))
    for start, end in (*labels, *_of_sources(text, markers, items), *_of_years(text, passages)):
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def _of_clauses(text: str, passages: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The spans of the numbers of clauses and rows, those of labels of groups ("đối tượng 1") left out, which tell groups apart."""
    keyed = key(text)
    closed = [(n.start, n.end) for n in find_document_numbers(text)]
    named = [r for r in references_of(text) if r.kind != "label"]
    yield from ((r.start, r.end) for r in named if "." in r.number)
    listed = set[str]().union(*(_listed(p) for p in passages)) if named or _ROW.search(keyed) else set()
    ends = [r.end for r in named]
    for row in _ROW.finditer(keyed):
        if row["number"].lstrip("0") in listed:
            ends.append(row.end())
            yield row.span("number")
    for end in ends:
        while (more := _FURTHER.match(keyed, end)) and not any(a < more.end() and more.start() < b for a, b in closed):
            if ".".join(map(plain_number, _steps(more["number"]))) not in listed:
                break
            yield more.span("number")
            end = more.end()


def _of_passages(text: str, markers: Sequence[int]) -> Iterator[tuple[int, int]]:
    keyed = key(text)
    for match in _PASSAGE.finditer(keyed):
        if int(match["number"]) in markers:
            yield match.span("number")
            more = _FURTHER.match(keyed, match.end())
            if more and more["number"].isdigit() and int(more["number"]) in markers:
                yield more.span("number")


def _of_sources(text: str, markers: Sequence[int], items: int) -> Iterator[tuple[int, int]]:
    """The spans of what counts the cited passages ("the two plans") or the figures that a sentence sets beside each other, with the noun."""
    keyed = key(text)
    for quantity in find_quantities(text):
        match = _SEVERAL.match(keyed, quantity.end)
        if match is None or not 1 < quantity.value <= 12:
            continue
        given = {len(markers), items}
        if match["value"]:
            given.add(len(_ranges(keyed, match.end())))
        if quantity.value in given:
            yield quantity.start, match.end()


_ALL_YEARS = re.compile(r"(?:each of the|all(?: of the)?|the|over|cả|suốt|trong|từng)\s+$")


def _of_years(text: str, passages: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The spans of what counts the years that the passages name ("in each of the three years")."""
    keyed = key(text)
    named = max((len(set(_YEAR.findall(p))) for p in passages), default=0)
    for quantity in find_quantities(text):
        counts = quantity.unit == "year" and quantity.word and _ALL_YEARS.search(keyed[: quantity.start])
        if counts and 1 < quantity.value <= named:
            yield quantity.start, quantity.end


def _ranges(keyed: str, start: int) -> list[str]:
    """The figures behind a place, a range as one."""
    return re.findall(r"\d[\d.,]*(?:\s*(?:-|–|đến|to)\s*\d[\d.,]*)?", keyed[start:])
