"""When deadlines fall due."""

from datetime import date

import pytest

from index.document import Period
from obligations.deadlines import read_time
from obligations.due import Due, due_of

FIVE_YEARS = Period(2021, 2025)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Trước 31/3/2021", Due("2021-03-31", "2021-03-31")),
        ("trước ngày 31/8", Due("08-31", "08-31", 2021, 2025)),
        ("Tháng 02 hằng năm", Due("02-01", "02-29", 2021, 2025)),
        ("tháng 8/2025", Due("2025-08-01", "2025-08-31")),
        ("T3/2024", Due("2024-03-01", "2024-03-31")),
        ("Quý II năm 2024", Due("2024-04-01", "2024-06-30")),
        ("Trong quý IV hàng năm", Due("10-01", "12-31", 2021, 2025)),
        ("Năm 2023", Due("2023-01-01", "2023-12-31")),
        ("Năm 2023 - 2025", Due("2023-01-01", "2025-12-31")),
        ("Từ năm 2021", None),
        ("Hằng năm", None),
        ("Thường xuyên", None),
        ("Sau 10 ngày kể từ ngày ký", None),
    ],
)
def test_the_days_that_words_leave_no_doubt_about(text: str, due: Due | None) -> None:
    assert due_of(read_time(text), FIVE_YEARS) == due


def test_a_day_without_a_year_is_one_day_in_a_plan_of_one_year() -> None:
    assert due_of(read_time("trước ngày 31/8"), Period(2024, 2024)) == Due("2024-08-31", "2024-08-31")
    assert due_of(read_time("trước ngày 31/8"), None) == Due("08-31", "08-31")


def test_what_comes_back_has_a_time_in_each_year_of_its_document() -> None:
    due = Due("02-01", "02-29", 2023, 2024)
    times = list(due.days(date(2020, 1, 1), date(2030, 1, 1)))
    assert times == [(date(2023, 2, 1), date(2023, 2, 28)), (date(2024, 2, 1), date(2024, 2, 29))]
    assert list(due.days(date(2024, 2, 28), date(2024, 2, 28))) == []


def test_a_span_is_due_on_its_last_day() -> None:
    due = Due("2023-01-01", "2025-12-31")
    assert list(due.days(date(2024, 1, 1), date(2024, 12, 31))) == []
    assert list(due.days(date(2025, 10, 1), date(2025, 12, 31))) == [(date(2023, 1, 1), date(2025, 12, 31))]
