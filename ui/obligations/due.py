"""When a row next falls due, in words."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from obligations.due import Due
from ui.labels import show_date
from ui.words import Words


@dataclass(frozen=True, slots=True)
class Falling:
    """The first and the last day of the next time, or of the last one where none comes any more; `over` tells which."""

    first: date
    last: date
    over: bool


def falling(due: Due, today: date) -> Falling:
    """When something next falls due: the day that the register sorts by."""
    year = today.year
    if due.comes_back:
        year += due.last < f"{today:%m-%d}"
        year = max(min(year, due.until_year or year), due.from_year or 0)
    first, last = next(due.days(date(year, 1, 1), date(year, 12, 31))) if due.comes_back else _once(due)
    return Falling(first, last, last < today)


def _once(due: Due) -> tuple[date, date]:
    return date.fromisoformat(due.first), date.fromisoformat(due.last)


def due_words(due: Due, today: date, words: Words) -> str:
    """The day by which something is to be done, or that it is over: "hạn kế tiếp 31/8/2026", "đã qua"."""
    when = falling(due, today)
    if when.over and not due.comes_back:
        return words("duty_due_over")  # the day stands in what the document says
    key = "duty_due_last" if when.over else "duty_due_next" if due.comes_back else "duty_due"
    return words(key, day=days_words(when.first, when.last, words))


def days_words(first: date, last: date, words: Words) -> str:
    """A day; a whole month or year as that, other spans as their ends."""
    if first == last:
        return show_date(last.isoformat(), words)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        years = str(last.year) if first.year == last.year else f"{first.year}–{last.year}"
        return words("duty_year", year=years)
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1] and first.month == last.month
    if whole and first.year == last.year:
        return words("duty_month_of", month=last.month, year=last.year)
    return f"{show_date(first.isoformat(), words)} – {show_date(last.isoformat(), words)}"
