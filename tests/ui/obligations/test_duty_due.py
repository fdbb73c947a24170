"""When a row falls due, in words and in order."""

from collections.abc import Callable
from datetime import date

import pytest

from index.settings import Settings
from obligations.due import Due, due_of
from obligations.wanted import Wanted
from ui.obligations.due import due_words, falling
from ui.obligations.reading import Reading
from ui.words import Words

TODAY = date(2025, 6, 30)


@pytest.mark.parametrize(
    ("due", "said", "in_english"),
    [
        (Due("2025-08-31", "2025-08-31"), "hạn 31/8/2025", "due 2025-08-31"),
        (Due("2025-06-30", "2025-06-30"), "hạn 30/6/2025", "due 2025-06-30"),
        (Due("2021-03-31", "2021-03-31"), "đã qua", "past"),
        (Due("2025-10-01", "2025-12-31"), "hạn 1/10/2025 – 31/12/2025", "due 2025-10-01 – 2025-12-31"),
        (Due("2025-01-01", "2026-12-31"), "hạn năm 2025–2026", "due 2025–2026"),
        (Due("2026-01-01", "2026-12-31"), "hạn năm 2026", "due 2026"),
        (Due("2025-08-01", "2025-08-31"), "hạn tháng 8/2025", "due 2025-08"),
        (Due("08-31", "08-31"), "hạn kế tiếp 31/8/2025", "next due 2025-08-31"),
        (Due("06-29", "06-29"), "hạn kế tiếp 29/6/2026", "next due 2026-06-29"),
        (Due("08-31", "08-31", 2027, 2030), "hạn kế tiếp 31/8/2027", "next due 2027-08-31"),
        (Due("08-31", "08-31", 2018, 2020), "lần cuối 31/8/2020, đã qua", "last due 2020-08-31, past"),
        (Due("03-15", "03-15", 2021, 2025), "lần cuối 15/3/2025, đã qua", "last due 2025-03-15, past"),
        (Due("02-01", "02-29"), "hạn kế tiếp tháng 2/2026", "next due 2026-02"),
    ],
)  # fmt: skip
def test_the_day_in_words(due: Due, said: str, in_english: str) -> None:
    assert due_words(due, TODAY, Words("vi")) == said
    assert due_words(due, TODAY, Words("en")) == in_english


def test_the_register_sorts_by_that_day(several: Settings, opened: Callable[[Settings], Reading]) -> None:
    reading, today = opened(several), date(2015, 1, 1)  # nothing is over
    rows = reading.rows(Wanted(deadline="any"), today, 100, 0)
    dues = [due_of(row.deadline, reading.documents[row.document_id].period) for row in rows if row.deadline]
    days = [falling(due, today).last for due in dues if due]
    assert len(days) > 10 and days == sorted(days)
    assert all(dues[: len(days)])  # what names no day comes behind
