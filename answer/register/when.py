"""The time that a question about the register names: "trong quý IV/2025", "by 31 March 2021", "tháng sau"."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from answer.reply import Language
from vietnamese.dates import DateMention, find_dates
from vietnamese.spans import aligned_fold
from vietnamese.text import nfc

Relation = Literal["in", "by", "after"]
Span = tuple[int, int]

MOST_YEARS = 60
"""Years of a corpus that a month without a year is looked for in, the latest ones."""
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_QUARTERS = ("first", "second", "third", "fourth")
_BARE_MONTH = re.compile(r"\bthang\s+(?P<m>\d{1,2})(?![\d/.-])")
_NAMED_MONTH = re.compile(
    rf"\b(?P<name>{'|'.join(m for m in _MONTHS if m != 'may')})\b|(?<=\bin )may\b|(?<=\bby )may\b|(?<=\bbefore )may\b|(?<=\bduring )may\b"
)
_THIS = re.compile(
    r"\b(?P<vi>tuan|thang|quy|nam)\s+(?P<step>nay|sau|toi|truoc|ngoai)\b|\b(?P<this_day>hom nay|today)\b"
    r"|\b(?P<move>this|next|last|coming)\s+(?P<en>week|month|quarter|year)\b"
)
_COMING = re.compile(
    r"\b(?P<n>\d{1,3})\s+(?P<vi>ngay|tuan|thang)\s+(?:toi|nua|sap toi|sau|tiep theo)\b"
    r"|\b(?:next|coming)\s+(?P<m>\d{1,3})\s+(?P<en>days?|weeks?|months?)\b"
)
_UNITS = {"tuan": "week", "thang": "month", "quy": "quarter", "nam": "year", "ngay": "day"}
_BY = re.compile(
    r"\b(?:(?P<strict>truoc|before)|cham nhat|muon nhat|khong qua|den het|het|den|toi|han|by|until|no later than|up to|at the latest)"
    r"(?P<end>(?:\s+(?:la|vao|cho den|den|het|khi|cuoi|the end of|the))*)(?:\s+(?:ngay|thang))?\s*$"
)
_AFTER = re.compile(r"\b(?:(?P<strict>sau|after)|ke tu|tu|from|since|as of)(?:\s+(?:khi|ngay|the))*\s*$")
_IN = re.compile(
    r"\b(?:trong|vao|o|in|during|within|for|on|of|throughout)(?:\s+(?:suot|vong|the|thoi gian|cac))*(?:\s+ngay)?\s*$"
)
_ENDS = re.compile(r"\b(?:cuoi|the end of|end of)(?:\s+(?:the))?\s*$")
_TO = re.compile(r"\s*(?:-|–|den|toi|cho den|and|va|to|until|through)\s*(?:ngay\s+|het\s+)?")
_FROM = re.compile(r"\b(?:tu|giua|trong khoang|between|from)(?:\s+ngay)?\s*$")


@dataclass(frozen=True, slots=True)
class When:
    """The days that a question asks of, from `first` to `last`, both inclusive: ISO days, or both "MM-DD" where it names no year.

    "By" a day leaves open when it begins, "after" one when it ends. `iso` is what was named, as `vietnamese.dates` writes it.
    `is_year` says that it is no more than a year, or a run of years.
    """

    relation: Relation
    iso: str
    first: str
    last: str
    is_year: bool = False

    @property
    def is_any_year(self) -> bool:
        """Whether it names days without a year."""
        return len(self.last) == len("MM-DD")

    def windows(self, years: Sequence[int]) -> list[tuple[date, date]]:
        """The first and last day of each stretch of time that is meant; `years` are those that the register knows of."""
        if not years:
            return []
        if self.is_any_year:
            return [self._of(year) for year in sorted(years)[-MOST_YEARS:]]
        first, last = date.fromisoformat(self.first), date.fromisoformat(self.last)
        if self.relation == "by":
            first = min(date(min(years), 1, 1), last)
        if self.relation == "after":
            last = max(date(max(years), 12, 31), first)
        return [(first, last)]

    def _of(self, year: int) -> tuple[date, date]:
        first = "01-01" if self.relation == "by" else self.first
        last = "12-31" if self.relation == "after" else self.last
        return _day(f"{year}-{first}"), _day(f"{year}-{last}")


def find_when(text: str, today: date) -> tuple[When, list[Span]] | None:
    """The time that a text names, and the stretches that name it with the words before them; None where it names none.

    Of several times that do not make a span the first counts, and None is said where two of them differ.
    """
    text = nfc(text)
    folded = aligned_fold(text)
    named = _named(text, folded, today)
    if not named:
        return None
    if len(named) == 2 and _TO.fullmatch(folded, named[0].end, named[1].start) and named[0].kind != "period":
        return _between(folded, named)
    if len({mention.iso for mention in named}) > 1:
        return None
    spans = [(_begin(folded, mention), mention.end) for mention in named]
    return _one(folded, named[0]), spans


def spoken(when: When, language: Language) -> str:
    """A time as a sentence of an answer names it: "trong quý IV/2025", "by 31 March 2021"."""
    english = language == "en"
    name = (_english if english else _vietnamese)(when.iso)
    words = {"in": ("trong", "in"), "by": ("chậm nhất hết", "by the end of"), "after": ("từ", "from")}[when.relation]
    if _is_day(when.iso) and when.relation != "after":
        words = {"in": ("vào", "on"), "by": ("chậm nhất", "by")}[when.relation]
    if "/" in when.iso and english:
        words = (words[0], {"in": "between", "by": "by", "after": "after"}[when.relation])
    return f"{words[english]} {name}"


def _named(text: str, folded: str, today: date) -> list[DateMention]:
    """The times that a text names, those without a year and those beside today among them, in its order."""
    found = list(find_dates(text))
    for match in (*_BARE_MONTH.finditer(folded), *_NAMED_MONTH.finditer(folded)):
        groups = match.groupdict()
        month = int(groups["m"]) if groups.get("m") else _MONTHS.index(groups.get("name") or "may") + 1
        if 1 <= month <= 12 and not _overlaps(found, match.span()):
            found.append(DateMention(match.group(), f"--{month:02d}", *match.span(), "month"))
    for match in (*_COMING.finditer(folded), *_THIS.finditer(folded)):
        if not _overlaps(found, match.span()):
            found.append(DateMention(match.group(), _beside(match, today), *match.span(), "period"))
    return sorted(found, key=lambda mention: mention.start)


def _overlaps(found: Sequence[DateMention], span: Span) -> bool:
    return any(span[0] < mention.end and mention.start < span[1] for mention in found)


def _beside(match: re.Match[str], today: date) -> str:
    """The ISO form of a time that is named by how it lies to today."""
    groups = match.groupdict()
    count = groups.get("n") or groups.get("m")
    unit = _UNITS.get(groups.get("vi") or "", (groups.get("en") or "day").removesuffix("s"))
    if count is not None:
        return f"{today.isoformat()}/{_later(today, int(count), unit).isoformat()}"
    step = groups.get("step") or groups.get("move") or "nay"
    ahead = {"nay": 0, "this": 0, "truoc": -1, "ngoai": -1, "last": -1}.get(step, 1)
    if unit == "week":
        monday = today + timedelta(days=7 * ahead - today.weekday())
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    moved = _later(today, ahead * {"quarter": 3, "year": 12}.get(unit, 1), "month")
    if unit == "quarter":
        return f"{moved.year}-Q{(moved.month + 2) // 3}"
    return {"year": f"{moved:%Y}", "month": f"{moved:%Y-%m}", "day": today.isoformat()}[unit]


def _later(day: date, count: int, unit: str) -> date:
    if unit != "month":
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _one(folded: str, mention: DateMention) -> When:
    first, last = _bounds(mention.iso)
    before = folded[max(0, mention.start - 48) : mention.start]
    is_year = bool(re.fullmatch(r"\d{4}(?:/\d{4})?", mention.iso))
    by = _BY.search(before)
    if by is not None:
        strict = by["strict"] and first != last and not _ENDS.search(before)
        return _before(mention.iso) if strict else When("by", mention.iso, first, last, is_year)
    if _ENDS.search(before):
        return When("by", mention.iso, first, last, is_year)
    after = _AFTER.search(before)
    if after is not None:
        return _behind(mention.iso) if after["strict"] else When("after", mention.iso, first, last, is_year)
    return When("in", mention.iso, first, last, is_year)


def _before(iso: str) -> When:
    """By the day before a month, a quarter or a year begins."""
    first, _ = _bounds(iso)
    if len(first) == len("MM-DD"):
        ends = _day(f"2023-{first}") - timedelta(days=1)
        return When("by", f"--{ends:%m-%d}", f"{ends:%m-%d}", f"{ends:%m-%d}")
    ends = date.fromisoformat(first) - timedelta(days=1)
    return When("by", ends.isoformat(), ends.isoformat(), ends.isoformat())


def _behind(iso: str) -> When:
    """From the day after a day, a month, a quarter or a year."""
    _, last = _bounds(iso)
    if len(last) == len("MM-DD"):
        begins = _day(f"2023-{last}") + timedelta(days=1)
        return When("after", f"--{begins:%m-%d}", f"{begins:%m-%d}", f"{begins:%m-%d}")
    begins = date.fromisoformat(last) + timedelta(days=1)
    return When("after", begins.isoformat(), begins.isoformat(), begins.isoformat())


def _between(folded: str, named: Sequence[DateMention]) -> tuple[When, list[Span]]:
    """From the first day of one time to the last day of another; the year of the second is that of the first as well."""
    (first, _), (_, last) = (_bounds(mention.iso) for mention in named)
    if len(first) < len(last):
        first = f"{last[:4]}-{first}"
    if len(last) < len(first):
        last = f"{first[:4]}-{last}"
    begins = _FROM.search(folded, max(0, named[0].start - 40), named[0].start)
    when = When("in", f"{first}/{last}", first, last)
    return when, [(begins.start() if begins else _begin(folded, named[0]), named[1].end)]


def _begin(folded: str, mention: DateMention) -> int:
    """Where the words before a time begin that say how it is meant."""
    begin = mention.start
    for pattern in (_ENDS, _BY, _AFTER, _IN):
        found = pattern.search(folded, max(0, begin - 48), begin)
        begin = found.start() if found else begin
    return begin


def _bounds(iso: str) -> tuple[str, str]:
    """The first and last day of a time in ISO form, as `When` has them."""
    if "/" in iso:
        first, last = iso.split("/")
        return _bounds(first)[0], _bounds(last)[1]
    year, bare = ("", iso[2:]) if iso.startswith("--") else (iso[:4], iso[5:])
    head = f"{year}-" if year else ""
    if not bare:
        return f"{head}01-01", f"{head}12-31"
    if bare.startswith("Q"):
        month = 3 * int(bare[1])
        return f"{head}{month - 2:02d}-01", f"{head}{month:02d}-{monthrange(2023, month)[1]:02d}"
    if len(bare) == len("MM"):
        return f"{head}{bare}-01", f"{head}{bare}-{monthrange(int(year or 2023), int(bare))[1]:02d}"
    return f"{head}{bare}", f"{head}{bare}"


def _day(iso: str) -> date:
    """A day; 29 February is the 28th in a year that has none."""
    year, month, day = map(int, iso.split("-"))
    return date(year, month, min(day, monthrange(year, month)[1]))


def _is_day(iso: str) -> bool:
    return bool(re.fullmatch(r"(?:\d{4}-|--)\d\d-\d\d", iso))


def _vietnamese(iso: str) -> str:
    if "/" in iso:
        first, last = iso.split("/")
        if len(first) == len(last) == len("2021"):
            return f"giai đoạn {first} - {last}"
        return f"khoảng {_vietnamese(first)} đến {_vietnamese(last)}"
    year, bare = ("", iso[2:]) if iso.startswith("--") else (iso[:4], iso[5:])
    behind = f"/{year}" if year else ""
    if not bare:
        return f"năm {year}"
    if bare.startswith("Q"):
        return f"quý {('I', 'II', 'III', 'IV')[int(bare[1]) - 1]}{behind}"
    month, _, day = bare.partition("-")
    return f"ngày {int(day)}/{int(month)}{behind}" if day else f"tháng {int(month)}{behind}"


def _english(iso: str) -> str:
    if "/" in iso:
        first, last = iso.split("/")
        return f"{_english(first)} and {_english(last)}"
    year, bare = ("", iso[2:]) if iso.startswith("--") else (iso[:4], iso[5:])
    behind = f" {year}" if year else ""
    if not bare:
        return year
    if bare.startswith("Q"):
        return f"the {_QUARTERS[int(bare[1]) - 1]} quarter" + (f" of {year}" if year else "")
    month, _, day = bare.partition("-")
    name = _MONTHS[int(month) - 1].capitalize()
    return f"{int(day)} {name}{behind}" if day else f"{name}{behind}"
