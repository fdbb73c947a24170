"""A passage as it is compared with: its clauses, each with what stands above it and the values it holds."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from answer.claims.facts import frequencies_of, numbers_of, places_of
from answer.claims.wording import worded
from vietnamese.acts import ACT_WORDS
from vietnamese.dates import DateMention, find_dates
from vietnamese.numbers import DocumentNumber
from vietnamese.offices import leading_office
from vietnamese.quantities import Quantity, find_quantities
from vietnamese.text import nfc


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence, a bullet or a row of a passage. `above` are the headings and leading lines over it, `owner` the office whose duty it is.

    `heads` names the columns of a row's cells where a line of the passage gives them.
    """

    text: str
    above: str
    owner: str
    row: bool
    heads: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Its words with those above it."""
        return worded(f"{self.above} {self.text}")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage and what it holds. `head` is the line that names its document, "" where none does; `title` are the clauses of that line."""

    text: str
    words: str
    head: str
    title: tuple[Clause, ...]
    clauses: tuple[Clause, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    numbers: tuple[DocumentNumber, ...]
    frequencies: frozenset[str]
    places: frozenset[str]


_MARKS = re.compile(r"</?\w+>|\*\*|(?m:^\s*#{1,6}\s*)")
_LEVELS = (
    (re.compile(r"\s*(?:PHẦN|Phần|CHƯƠNG|Chương|PHỤ LỤC|Phụ lục)\b"), 0),
    (re.compile(r"\s*(?:[IVXL]{1,5}|[A-Z])\.\s"), 1),
    (re.compile(r"\s*Điều\s+\d+"), 2),
    (re.compile(r"\s*(?:\d{1,3}\.\s|khoản \d{1,3}\s*$)"), 3),
    (re.compile(r"\s*\d{1,2}(?:\.\d{1,2})+\.?\s"), 4),
    (re.compile(r"\s*(?:[a-zđ]\)|điểm [a-zđ]\s*$)"), 5),
    (re.compile(r"\s*[-–•*]\s"), 6),
    (re.compile(r"\s*\+\s"), 7),
)
_PLAIN_LEVEL = 8
_NUMBER = re.compile(
    r"\s*(?:(?:[IVXL]{1,5}|[A-Z])\.\s|Điều\s+\d+\.?|\d{1,3}\.\s|\d{1,2}(?:\.\d{1,2})+\.?\s|[a-zđ]\)|[-–•*+]\s)\s*"
)
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[^\W\d_]|\d|[“\"])")
_CELL = re.compile(r"\t|\s\|\s|^\s*\|\s*|\s*\|\s*$")


_DOCUMENT_LINE = re.compile(
    rf"(?:{ACT_WORDS}|Kế hoạch|Kết luận|Đề án|Chương trình|Tờ trình|Công văn|Công điện|Văn bản|Hướng dẫn|Thông báo|Báo cáo|Quy trình)"
    r"(?: \(dự thảo\))?(?:[:,] | (?=\d|ngày |tháng |năm |của |giai đoạn |đến năm ))[^\n]{0,900}\.(?=\n)"
)
"""The line that stands above a passage in `answer.writing.sources`: kind, number, date, issuer, title."""


@lru_cache(maxsize=512)
def read_evidence(text: str) -> Evidence:
    """Reads a passage. Any text is one; an empty text holds nothing."""
    bare = _MARKS.sub(" ", nfc(text))
    named = _DOCUMENT_LINE.match(bare)
    head = named.group() if named else ""
    return Evidence(
        text=bare,
        words=worded(bare),
        head=head,
        title=(Clause(head, "", "", False),) if head else (),
        clauses=tuple(_clauses(_unwrapped(bare[len(head) :]))),
        quantities=tuple(find_quantities(bare)),
        dates=tuple(find_dates(bare)),
        numbers=tuple(numbers_of(bare)),
        frequencies=frozenset(frequencies_of(bare)),
        places=frozenset(places_of(bare)),
    )


def _unwrapped(text: str) -> list[str]:
    """The lines of a passage with those put together that only the page's width parted."""
    lines: list[str] = []
    for line in (raw.strip(" ") for raw in text.split("\n")):
        if not line.strip():
            continue
        open_line = lines and not re.search(r"[.;:!?…”]\s*$", lines[-1]) and "\t" not in line and " | " not in line
        if open_line and _level(line) == _PLAIN_LEVEL and (line[0].islower() or len(lines[-1]) > 60):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return lines


def _level(line: str) -> int:
    return next((level for pattern, level in _LEVELS if pattern.match(line)), _PLAIN_LEVEL)


_COLUMN = re.compile(
    r"(?i)\s*(?:nội dung|đối tượng|cơ quan|trách nhiệm|chỉ tiêu|số lượng|thời gian|lớp chương trình|tên|ghi chú|địa điểm|kinh phí|đơn vị|hình thức|các hoạt động)\b"
)


def _names_columns(cells: tuple[str, ...], known: bool) -> bool:
    """Whether a row names the columns of those below: it begins with "TT", or is the first and most of its cells have names of columns."""
    if re.match(r"(?i)\s*(?:s?tt|no\.?)\b", cells[0] or (cells[1] if len(cells) > 1 else "")):
        return True
    filled = [c for c in cells if c]
    return not known and 2 * sum(bool(_COLUMN.match(c)) for c in filled) > len(filled)


def _clauses(lines: list[str]) -> list[Clause]:
    clauses: list[Clause] = []
    above: list[tuple[int, str]] = []
    heads: tuple[str, ...] = ()
    for line in lines:
        cells = tuple(c.strip() for c in _CELL.split(line))
        row = len([c for c in cells if c]) > 2 or line.count("\t") > 2
        if row and _names_columns(cells, bool(heads)):
            heads = cells
            continue
        if heads and row and not any(cells[:2]) and len(cells) <= len(heads):
            heads = tuple(f"{head} {cell}".strip() for head, cell in zip_longest(_spread(heads), cells, fillvalue=""))
            continue
        level = _level(line) if not row else _PLAIN_LEVEL
        above = [(at, text) for at, text in above if at < level]
        context = " ".join(text for _, text in above)
        owner = _owner([text for _, text in above], line)
        if row:
            clauses.append(Clause(line, context, owner, True, heads if abs(len(heads) - len(cells)) <= 1 else ()))
        else:
            clauses += _sentences(line, context, owner)
            if level < _PLAIN_LEVEL or line.rstrip().endswith(":"):
                above.append((level, line))
    return clauses


_SUBJECT_WORDS = 16
"""What a later part of a sentence may leave out because its first part has said it, in words."""


def _sentences(line: str, context: str, owner: str) -> list[Clause]:
    """The sentences of a line and their parts between semicolons; the start of a sentence stands above its later parts."""
    clauses: list[Clause] = []
    subject = ""
    for part in _SENTENCE.split(line):
        if part.strip():
            clauses.append(Clause(part, f"{context} {subject}".strip(), owner, False))
            subject = (subject or " ".join(part.split()[:_SUBJECT_WORDS])) if part.rstrip().endswith(";") else ""
    return clauses


def _spread(heads: tuple[str, ...]) -> list[str]:
    """The names of columns, one that stands over several repeated over the empty ones behind it."""
    spread: list[str] = []
    for head in heads:
        spread.append(head or (spread[-1] if spread else ""))
    return spread


def _owner(above: list[str], line: str) -> str:
    """The office that the nearest numbered line names at its start, as words; "" where none does."""
    for text in [line, *reversed(above)]:
        office = leading_office(_NUMBER.sub("", text, count=1))
        if office:
            return worded(office)
    return ""
