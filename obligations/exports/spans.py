"""The days of a time limit in words: "31/8 hằng năm, 2021–2025", "1/10/2025–31/12/2025"."""

from datetime import date

from obligations.due import Due
from obligations.exports.headings import MONTHS, Language, word


def yearly_words(due: Due, language: Language) -> str:
    """When something that comes back falls due, and in which years.

    Never a bare day and month: spreadsheets make dates of this year of them.
    """
    return word("yearly", language, days=_days(due, language), years=_years(due, language))


def span_words(due: Due, language: Language) -> str:
    """The days of any time limit; of one that lasts a day, that day alone."""
    if due.comes_back:
        return yearly_words(due, language)
    first, last = (day_words(date.fromisoformat(day), language) for day in (due.first, due.last))
    return last if due.first == due.last else f"{first}–{last}"


def day_words(day: date, language: Language) -> str:
    """A day as Vietnamese writes it; English keeps the ISO form."""
    return f"{day.day}/{day.month}/{day.year}" if language == "vi" else day.isoformat()


def _days(due: Due, language: Language) -> str:
    first, last = (_of_year(day, language) for day in (due.first, due.last))
    if due.first == due.last:
        return last
    if due.first[:2] == due.last[:2]:  # a month is the only limit that begins and ends in the same one
        number = int(due.last[:2])
        return word("whole_month", language, n=number, name=MONTHS[number - 1])
    return f"{first}–{last}"


def _of_year(month_day: str, language: Language) -> str:
    month, day = int(month_day[:2]), int(month_day[3:])
    return f"{day}/{month}" if language == "vi" else f"{day} {MONTHS[month - 1]}"


def _years(due: Due, language: Language) -> str:
    first, last = due.from_year, due.until_year
    if first is not None and last is not None:
        return word("years.both", language, a=first, b=last)
    if first is not None:
        return word("years.from", language, a=first)
    return "" if last is None else word("years.until", language, b=last)
