"""The time that a question names, and the days that it means."""

from datetime import date

import pytest

from answer.register.when import find_when, spoken

TODAY = date(2025, 6, 30)
YEARS = (2021, 2025)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("việc phải xong trong quý IV/2025", "2025-10-01", "2025-12-31"),
        ("viec phai xong trong quy 4/2025", "2025-10-01", "2025-12-31"),
        ("what is due in the fourth quarter of 2025", "2025-10-01", "2025-12-31"),
        ("what is due in Q4 2025", "2025-10-01", "2025-12-31"),
        ("việc đến hạn trong tháng 8 năm 2025", "2025-08-01", "2025-08-31"),
        ("tasks due in August 2025", "2025-08-01", "2025-08-31"),
        ("due on 31 March 2021", "2021-03-31", "2021-03-31"),
        ("trong năm 2023", "2023-01-01", "2023-12-31"),
        ("từ tháng 3 đến tháng 6 năm 2025", "2025-03-01", "2025-06-30"),
        ("between March 2025 and June 2025", "2025-03-01", "2025-06-30"),
        ("tháng này", "2025-06-01", "2025-06-30"),
        ("thang sau", "2025-07-01", "2025-07-31"),
        ("next quarter", "2025-07-01", "2025-09-30"),
        ("quý này", "2025-04-01", "2025-06-30"),
        ("năm sau", "2026-01-01", "2026-12-31"),
        ("tuần này", "2025-06-30", "2025-07-06"),
        ("trong 30 ngày tới", "2025-06-30", "2025-07-30"),
        ("next 3 months", "2025-06-30", "2025-09-30"),
    ],
)
def test_a_time_is_the_days_from_first_to_last(text: str, first: str, last: str) -> None:
    found = find_when(text, TODAY)
    assert found is not None
    assert found[0].windows(YEARS) == [(date.fromisoformat(first), date.fromisoformat(last))]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("trước 31/3/2021", "2021-03-31"),  # "before" a day is that day in the documents
        ("by 31 March 2021", "2021-03-31"),
        ("chậm nhất ngày 31/3/2021", "2021-03-31"),
        ("trước quý IV/2025", "2025-09-30"),
        ("before August 2025", "2025-07-31"),
        ("before 2025", "2024-12-31"),
        ("by the end of August 2025", "2025-08-31"),
        ("đến hết năm 2025", "2025-12-31"),
        ("cuối quý II/2025", "2025-06-30"),
    ],
)
def test_by_a_time_is_all_that_is_due_until_then(text: str, last: str) -> None:
    found = find_when(text, TODAY)
    assert found is not None
    assert found[0].windows(YEARS) == [(date(2021, 1, 1), date.fromisoformat(last))]


@pytest.mark.parametrize(
    ("text", "first"),
    [("sau ngày 30/6/2025", "2025-07-01"), ("from 1 July 2025", "2025-07-01"), ("sau quý II/2025", "2025-07-01")],
)
def test_after_a_time_is_all_that_is_due_from_then(text: str, first: str) -> None:
    found = find_when(text, TODAY)
    assert found is not None
    assert found[0].windows(YEARS) == [(date.fromisoformat(first), date(2025, 12, 31))]


@pytest.mark.parametrize("text", ["trong tháng 8", "in August", "thang 8"])
def test_a_month_without_a_year_is_meant_in_every_year(text: str) -> None:
    found = find_when(text, TODAY)
    assert found is not None
    assert found[0].is_any_year
    assert found[0].windows((2021, 2022)) == [
        (date(2021, 8, 1), date(2021, 8, 31)),
        (date(2022, 8, 1), date(2022, 8, 31)),
    ]


def test_a_leap_day_is_the_last_of_february_elsewhere() -> None:
    found = find_when("trước ngày 29/2", TODAY)
    assert found is not None
    assert [last for _, last in found[0].windows((2023, 2024))] == [date(2023, 2, 28), date(2024, 2, 29)]


@pytest.mark.parametrize(
    "text", ["Sở Nội vụ phải làm gì", "May I ask who signs?", "năm 2023 hay năm 2024", "tháng 13", "điều 8"]
)
def test_no_time_is_found_where_none_or_two_are_named(text: str) -> None:
    assert find_when(text, TODAY) is None


def test_the_words_of_a_time_are_told_with_those_before_them() -> None:
    text = "Sở Nội vụ phải làm gì trước ngày 31/8/2025?"
    found = find_when(text, TODAY)
    assert found is not None
    assert [text[a:b] for a, b in found[1]] == ["trước ngày 31/8/2025"]


@pytest.mark.parametrize(
    ("text", "vietnamese", "english"),
    [
        ("trong quý IV/2025", "trong quý IV/2025", "in the fourth quarter of 2025"),
        ("in August", "trong tháng 8", "in August"),
        ("trước 31/8/2025", "chậm nhất ngày 31/8/2025", "by 31 August 2025"),
        ("đến hết tháng 8/2025", "chậm nhất hết tháng 8/2025", "by the end of August 2025"),
        ("from 1 July 2025", "từ ngày 1/7/2025", "from 1 July 2025"),
        ("giai đoạn 2021-2025", "trong giai đoạn 2021 - 2025", "between 2021 and 2025"),
        ("on 31 August", "vào ngày 31/8", "on 31 August"),
    ],
)
def test_a_time_is_said_in_both_languages(text: str, vietnamese: str, english: str) -> None:
    found = find_when(text, TODAY)
    assert found is not None
    assert (spoken(found[0], "vi"), spoken(found[0], "en")) == (vietnamese, english)
