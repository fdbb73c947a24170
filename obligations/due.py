"""When a deadline falls due: the days that its words leave no doubt about."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from index.document import Period
from obligations.obligation import Deadline
from vietnamese.dates import DateMention, find_dates
from vietnamese.spans import aligned_fold

_YEAR = re.compile(r"(?:19|20)\d\d")
_LEAP = 2024  # so that 29 February is a day


@dataclass(frozen=True, slots=True)
class Due:
    """The first and the last day of a time limit, both inclusive: ISO days, or both "MM-DD" for what comes back every year.

    A limit "before" or "on" a day has that day twice. What comes back does so from `from_year` until `until_year`, the years of
    the document's period; None where nothing bounds it on that side.
    """

    first: str
    last: str
    from_year: int | None = None
    until_year: int | None = None

    @property
    def comes_back(self) -> bool:
        """Whether it falls due every year."""
        return len(self.last) == len("MM-DD")

    def days(self, first: date, last: date) -> Iterator[tuple[date, date]]:
        """The times it lasts, first and last day each, whose last day lies between two days, both inclusive; in order."""
        for year in range(first.year, last.year + 1) if self.comes_back else (None,):
            if year is not None and not (self.from_year or year) <= year <= (self.until_year or year):
                continue
            begins, ends = _day(self.first, year), _day(self.last, year)
            if first <= ends <= last:
                yield begins, ends


def due_of(deadline: Deadline, period: Period | None) -> Due | None:
    """When a deadline of a document for a period falls due; None where its words name no day, month, quarter or year.

    A day or month without a year comes back in each year of the period; a document for one year means that year.
    """
    if deadline.date is not None:
        return Due(deadline.date, deadline.date)
    if deadline.month_day is not None:
        year = _year_beside(deadline)
        return _in_years(*_of_month_day(deadline.month_day), period if year is None else Period(year, year))
    named = [m for m in find_dates(deadline.text) if m.kind in ("quarter", "month", "year", "period")]
    return _span(named[-1], period) if named and not _begins_then(deadline.text, named[-1]) else None


def _begins_then(text: str, mention: DateMention) -> bool:
    """Whether a text says no more than that something begins then: "từ năm 2021"."""
    return aligned_fold(text)[: mention.start].rstrip().endswith(("tu", "ke tu", "tu nam", "sau"))


def _year_beside(deadline: Deadline) -> int | None:
    """The year of a month that a limit names: "tháng 8/2025"; None where it comes back, or names no year."""
    years = set(_YEAR.findall(deadline.text))
    return int(years.pop()) if len(years) == 1 and deadline.frequency is None else None


def _of_month_day(month_day: str) -> tuple[str, str]:
    if len(month_day) > 2:
        return month_day, month_day
    return f"{month_day}-01", f"{month_day}-{monthrange(_LEAP, int(month_day))[1]:02d}"


def _span(mention: DateMention, period: Period | None) -> Due:
    """The days of a quarter, month, year or run of years as `vietnamese.dates` writes them."""
    if mention.kind == "quarter":
        year, number = mention.iso.rsplit("-Q", 1)
        last = int(number) * 3
        first_day, last_day = f"{last - 2:02d}-01", f"{last:02d}-{monthrange(_LEAP, last)[1]:02d}"
        return _in_years(first_day, last_day, Period(int(year), int(year)) if year.isdecimal() else period)
    if mention.kind == "month":
        first_day, last_day = _of_month_day(mention.iso[5:])
        return _in_years(first_day, last_day, Period(int(mention.iso[:4]), int(mention.iso[:4])))
    first, _, last_year = mention.iso.partition("/")
    return Due(f"{first}-01-01", f"{last_year or first}-12-31")


def _in_years(first: str, last: str, period: Period | None) -> Due:
    """Days of a year in one year, or every year of a period."""
    if period is None:
        return Due(first, last)
    if period.start == period.end:
        return Due(_day(first, period.end).isoformat(), _day(last, period.end).isoformat())
    return Due(first, last, period.start, period.end)


def _day(known: str, year: int | None) -> date:
    """A day, of that year where it names none; 29 February is the 28th where there is no other."""
    if year is None or len(known) > len("MM-DD"):
        return date.fromisoformat(known)
    month, day = int(known[:2]), int(known[3:])
    return date(year, month, min(day, monthrange(year, month)[1]))
