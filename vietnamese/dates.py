"""Dates, periods and deadlines in Vietnamese documents and in Vietnamese or English questions.

Every pattern is written for folded text (no accents, lower case), so that documents and questions typed without
accents are read alike. Positions count in the NFC form of the text. The ISO form is shortened where parts are unknown
("2023", "2021-03"); a month and day of any year is "--08-31", a quarter "2025-Q4" ("--Q4" of any year), a period
"2021/2025".
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from vietnamese.spans import aligned_fold
from vietnamese.text import nfc

DateKind = Literal["day", "month_day", "month", "quarter", "year", "period"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written, its (shortened) ISO form, its span, and how much of it is known."""

    text: str
    iso: str
    start: int
    end: int
    kind: DateKind


@dataclass(frozen=True, slots=True)
class DeadlineMention:
    """A time set for a duty: a date, a month and day of every year, a frequency, or only words ("Sau 10 ngày …").

    `frequency` is yearly, quarterly, monthly, weekly, ongoing (thường xuyên), periodic (định kỳ) or, for "02 lần/năm",
    "2/year". A month and day without a year comes back every year.
    """

    text: str
    iso: str | None
    month_day: str | None
    frequency: str | None
    start: int
    end: int


_Known = tuple[str, DateKind] | None
_Reader = Callable[[dict[str, str | None]], _Known]

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


def _calendar(year: str | None, month: str | None = None, day: str | None = None) -> _Known:
    """The ISO form of what is known; None where it is no date."""
    if month and not 1 <= int(month) <= 12:
        return None
    if month and day:
        try:
            known = date(int(year or 2024), int(month), int(day))  # a leap year, so that 29 February stands
        except ValueError:
            return None
        return (known.isoformat(), "day") if year else (f"--{known:%m-%d}", "month_day")
    if not year:
        return None
    return (f"{year}-{int(month):02d}", "month") if month else (year, "year")


def _numeric(found: dict[str, str | None]) -> _Known:
    return _calendar(found.get("y"), found.get("m"), found.get("d"))


def _named_month(found: dict[str, str | None]) -> _Known:
    name = (found["name"] or "")[:3]
    month = next(i for i, known in enumerate(_MONTHS, 1) if known.startswith(name))
    return _calendar(found.get("y"), str(month), found.get("d"))


def _quarter(found: dict[str, str | None]) -> _Known:
    written = found["q"] or ""
    number = _QUARTERS.get(written) or int(written)
    return f"{found['y'] or '-'}-Q{number}", "quarter"


def _period(found: dict[str, str | None]) -> _Known:
    first, last = found["a"] or "", found["b"] or ""
    return (f"{first}/{last}", "period") if first < last else None


_Y4 = r"(?:19|20)\d\d"
_Y, _M, _D = rf"(?P<y>{_Y4})", r"(?P<m>\d{1,2})", r"(?P<d>\d{1,2})"
_END = r"(?![\d/]|[-.,]\d)"
_BLANK = r"[\s.…_]*"  # what is left open for a pen: "ngày     tháng     năm 2023"
_NAME = rf"(?P<name>{'|'.join(_MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
_DAY = rf"{_D}(?:st|nd|rd|th)?"
_CUE = r"\b(?:ngay|truoc|sau|den|tu|han|vao|trong|before|by|until|after|on|from|in)\s+"
_COUNTED = r"(?:nguoi|can bo|cong chuc|vien chuc|hoc vien|dai bieu|lop|lan|dong|trieu|people|persons|staff|officials)\b"
_PERIOD = r"(?:-|–|—|den(?:\s+nam)?|to|until|and)"

# Where two overlap, the form that stands first here is taken. The group `at` is the date where a cue stands before it.
_FORMS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (rf"\b(?:ngay\s*)?{_D}\s+thang\s+{_M}\s*,?\s+nam\s+{_Y}{_END}", _numeric),
        (rf"\bngay{_BLANK}thang{_BLANK}(?:{_M}{_BLANK})?nam\s+{_Y}{_END}", _numeric),
        (rf"\bngay{_BLANK}/\s?{_M}\s?/\s?{_Y}{_END}", _numeric),
        (rf"(?:\bngay\s+)?(?<![\d/.,-]){_D}(?P<sep>\s?[/.-]\s?){_M}(?P=sep){_Y}(?![\d/]|-\w)", _numeric),
        (rf"(?<![\d/.,-]){_Y}-{_M}-{_D}(?![\d/-])", _numeric),
        (rf"(?<![\d/.,-]){_Y}-(?P<m>0[1-9]|1[0-2])(?![\d/-])", _numeric),
        (rf"\b{_NAME}\s+{_DAY}(?!\w)(?:,?\s+{_Y}{_END})?", _named_month),
        (rf"\b{_DAY}(?:\s+of)?\s+{_NAME}(?:,?\s+{_Y}{_END})?", _named_month),
        (rf"\b{_NAME}(?:\s+of)?,?\s+{_Y}{_END}", _named_month),
        (rf"\bthang\s+{_M}\s*(?:[/-]|,?\s+nam\b)\s*{_Y}{_END}", _numeric),
        (rf"\b(?:ngay\s+)?{_D}\s+thang\s+{_M}(?![\d/])", _numeric),
        (rf"{_CUE}(?P<at>{_M}/{_Y}){_END}", _numeric),
        (rf"{_CUE}(?:ngay\s+)?(?P<at>{_D}/{_M})(?![\d/])", _numeric),
        (rf"\bquy\s+(?P<q>iv|i{{1,3}}|[1-4])\b(?:\s*(?:[/-]|,?\s+nam\b)\s*{_Y}{_END})?", _quarter),
        (rf"\bq(?P<q>[1-4])\b(?:\s*[/-]?\s*{_Y}{_END})?", _quarter),
        (rf"\b(?P<q>first|second|third|fourth|last)\s+quarter\b(?:\s+(?:of\s+)?{_Y}{_END})?", _quarter),
        (
            rf"\b(?:(?:giai doan|nhiem ky|nien khoa|nam|period)\s+)?(?<![\d/.,-])(?P<a>{_Y4})\s*{_PERIOD}\s*(?P<b>{_Y4}){_END}",
            _period,
        ),
        (rf"\bnam\s+{_Y}{_END}", _numeric),
        (rf"(?<![\w/.,-]){_Y}{_END}(?!\w|-\w|\s?%|\s+{_COUNTED})", _numeric),
    )
)


def find_dates(text: str) -> list[DateMention]:
    """The dates, months, quarters, years and periods a text names, in its order; what is left blank is left out."""
    text = nfc(text)
    folded = aligned_fold(text)
    taken: list[DateMention] = []
    for pattern, reader in _FORMS:
        for match in pattern.finditer(folded):
            start, end = match.span("at") if "at" in pattern.groupindex else match.span()
            known = reader(match.groupdict())
            if known and _is_quarter_word(text, start, known[1]) and not _overlaps(taken, start, end):
                taken.append(DateMention(text[start:end], known[0], start, end, known[1]))
    return sorted(taken, key=lambda d: d.start)


def find_years(text: str) -> list[int]:
    """The years of a text's dates and of both ends of its periods, each once, in the text's order."""
    return list(dict.fromkeys(year for mention in find_dates(text) for year in _years(mention)))


def find_period(text: str) -> tuple[int | None, int] | None:
    """The period a title speaks of: its "giai đoạn", else its "năm", else (None, year) for "đến năm"; None without a year.

    An outlook ("định hướng đến năm 2030") says nothing where the title names a period or a year of its own.
    """
    dates = find_dates(text)
    folded = aligned_fold(nfc(text))
    for first, last in (_years(d) for d in dates if d.kind == "period"):
        return first, last
    ends: list[int] = []
    for mention in dates:
        for year in _years(mention):
            if not _UNTIL.search(folded[: mention.start]):
                return year, year
            ends.append(year)
    return (None, ends[0]) if ends else None


def _years(mention: DateMention) -> list[int]:
    return [int(y) for y in re.findall(rf"(?<!\d){_Y4}(?!\d)", mention.iso)]


def _is_quarter_word(text: str, start: int, kind: DateKind) -> bool:
    """Whether a folded "quy" is a quarter: "quý" or "quy", not "quỹ"."""
    return kind != "quarter" or text[start : start + 3].lower() not in {"quỹ", "quỳ", "quỵ", "quỷ"}


def _overlaps(taken: Iterable[DateMention | DeadlineMention], start: int, end: int) -> bool:
    return any(start < other.end and other.start < end for other in taken)


_UNTIL = re.compile(r"(?:\bden|\btoi|\buntil|\bto|\bby)\s*$")
_YEARLY = r"(?:(?:hang|moi)\s+nam|annually|yearly|(?:every|each)\s+year)"
_BY = re.compile(
    r"\b(?:truoc|cham nhat|muon nhat|khong qua|han chot|han cuoi|den het|den|trong|sau|before|by|no later than|until|within|in|after)"
    r"(?:\s+(?:la|vao|den|the|cuoi|dau|end of))*(?:\s+ngay)?\s*$"
)
_CELL_START = re.compile(r"(?:^|[\n\t>|])[\s*_]*(?:[a-h]\)\s*)?$")
_EACH_YEAR = re.compile(rf"\s*{_YEARLY}\b")
_FREQUENCIES: tuple[tuple[re.Pattern[str], str | None], ...] = tuple(
    (re.compile(pattern), frequency)
    for pattern, frequency in (
        (
            r"\b(?:(?:so ket|tong ket)\s+)?(?:sau|trong vong|trong thoi (?:han|gian)|within|after)\s+\d+\s+(?:ngay|tuan|thang|nam|days?|weeks?|months?|years?)\b"
            r"(?:\s+(?:lam viec|working))?(?:,?\s+(?:ke tu|tinh tu|from|of the)\b[^.;\n\t]*)?",
            None,
        ),
        (
            r"\b(?:moi|hang|mot)\s+(?P<per>nam|quy|thang|tuan)\s+(?:it nhat\s+)?(?P<n>\d{1,3}|mot|hai|ba|bon)\s+(?:lan|ky)\b",
            "count",
        ),
        (r"\bngay sau khi\s+[^.,;\n\t]{2,60}|\bngay trong ngay\b", None),
        (
            r"\b(?:cham nhat(?: la)?\s+)?trong ngay(?:\s+lam viec(?:\s+tiep theo)?|\s+van ban do duoc ky)?(?=[.,;\s]|$)(?!\s+\d)",
            None,
        ),
        (r"\b(?P<n>\d{1,3}|mot|hai|ba|bon)\s+lan\s*(?:/|moi|trong|mot)\s*(?P<per>nam|quy|thang|tuan)\b", "count"),
        (
            r"\b(?P<n>\d{1,3}|once|twice)\s*(?:times?)?\s+(?:a|per|each|every)\s+(?P<per>year|quarter|month|week)\b",
            "count",
        ),
        (
            r"\b(?:theo\s+)?dinh ky(?:\s+(?:(?:hang|moi)\s+(?:nam|quy|thang|tuan)|\d+\s+(?:thang|nam|ngay)(?:/lan| mot lan)?))?",
            "periodic",
        ),
        (rf"\b{_YEARLY}\b", "yearly"),
        (r"\b(?:(?:hang|moi)\s+quy|quarterly|every quarter)\b", "quarterly"),
        (r"\b(?:(?:hang|moi)\s+thang|monthly|every month)\b", "monthly"),
        (r"\b(?:(?:hang|moi)\s+tuan|weekly|every week)\b", "weekly"),
        (r"(?<!chi )(?<!giao duc )(?<!nguon )\bthuong xuyen(?:\s+trong nam)?\b|\bregularly\b|\bongoing\b", "ongoing"),
    )
)
_COUNTS = {"mot": "1", "once": "1", "hai": "2", "twice": "2", "ba": "3", "bon": "4"}
_PER = {"nam": "year", "quy": "quarter", "thang": "month", "tuan": "week"}


def find_deadlines(text: str) -> list[DeadlineMention]:
    """The times a text sets: "trước ngày 31/8", "Hằng năm", "02 lần/năm", "Trong quý IV hàng năm", "sơ kết sau 03 năm".

    A date counts only behind a word that makes it a time limit, or alone at the start of a line or a table cell.
    """
    text = nfc(text)
    folded = aligned_fold(text)
    taken = [found for d in find_dates(text) if (found := _dated(text, folded, d))]
    for pattern, frequency in _FREQUENCIES:
        for match in pattern.finditer(folded):
            start = match.start()
            end = start + len(match.group().rstrip())
            if not _overlaps(taken, start, end):
                taken.append(DeadlineMention(text[start:end], None, None, _how_often(match, frequency), start, end))
    return sorted(taken, key=lambda d: d.start)


def _dated(text: str, folded: str, mention: DateMention) -> DeadlineMention | None:
    before = folded[max(0, mention.start - 40) : mention.start]
    cue = _BY.search(before)
    if cue:
        start = mention.start - len(before) + cue.start()
    elif mention.kind in {"year", "period"} and folded.startswith("nam", mention.start) and _CELL_START.search(before):
        start = mention.start
    else:
        return None
    again = _EACH_YEAR.match(folded, mention.end)
    end = again.end() if again else mention.end
    month_day = mention.iso[2:] if mention.kind == "month_day" else None
    iso = None if mention.iso.startswith("--") else mention.iso
    yearly = bool(again) or month_day is not None
    return DeadlineMention(text[start:end], iso, month_day, "yearly" if yearly else None, start, end)


def _how_often(match: re.Match[str], frequency: str | None) -> str | None:
    if frequency == "count":
        count, per = match["n"], match["per"]
        return f"{_COUNTS.get(count) or int(count)}/{_PER.get(per, per)}"
    if frequency == "periodic":
        within = re.search(r"\b(?:hang|moi)\s+(nam|quy|thang|tuan)", match.group())
        return f"{_PER[within.group(1)]}ly" if within else frequency
    return frequency
