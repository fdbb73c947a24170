"""The calendar, read back as calendar programs read it."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest
from icalendar import Calendar

from index.document import Period
from obligations.exports.calendar import LONGEST_SUMMARY, calendar
from obligations.exports.headings import LANGUAGES, Language
from obligations.exports.text import clean
from obligations.obligation import Deadline, Obligation
from obligations.wanted import Wanted
from tests.obligations.exports.made_rows import DAY, HOSTILE, QUOTE, about, document, documents, due, hostile, row


def events(rows: Sequence[Obligation], language: Language = "vi", **fields: Any) -> list[Any]:
    plan = document(**fields)
    data = calendar(rows, {plan.id: plan}, about(), language).data
    return list(Calendar.from_ical(data).walk("VEVENT"))


def about_it(data: bytes) -> list[str]:
    """The lines of a calendar's own text, which the library hands out as it stands in the file."""
    said: Any = Calendar.from_ical(data)["x-wr-caldesc"]
    return re.sub(r"\\(.)", lambda escaped: "\n" if escaped[1] == "n" else escaped[1], said).split("\n")


def days(event: Any) -> list[date]:
    """The days of an event, of one without an end those until 2032."""
    first: date = event["dtstart"].dt
    if "rrule" not in event:
        return [first]
    rule = event["rrule"]
    assert rule["FREQ"] == ["YEARLY"]
    assert set(rule) <= {"FREQ", "UNTIL", "BYMONTH", "BYMONTHDAY"}
    until = rule["UNTIL"][0] if "UNTIL" in rule else date(2032, 12, 31)
    assert type(until) is date  # the same kind as the start
    if "BYMONTH" in rule:
        assert [int(rule["BYMONTH"][0]), rule["BYMONTHDAY"]] == [2, [-1]]
        every = [date.fromordinal(date(year, 3, 1).toordinal() - 1) for year in range(first.year, until.year + 1)]
    else:
        every = [first.replace(year=year) for year in range(first.year, until.year + 1)]
    assert every[0] == first  # the rule and the start agree
    return [day for day in every if day <= until]


def test_a_day_is_an_event_that_lasts_all_of_it() -> None:
    (event,) = events([due("Trước 31/3/2021")])
    assert days(event) == [date(2021, 3, 31)]
    assert event["dtstart"].params["VALUE"] == event["dtend"].params["VALUE"] == "DATE"
    assert event["dtend"].dt == date(2021, 4, 1)
    assert event["dtstamp"].dt == datetime(DAY.year, DAY.month, DAY.day, tzinfo=UTC)
    assert event["transp"] == "TRANSPARENT"
    assert event["summary"] == "Sở Nội vụ: mở các lớp bồi dưỡng"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Trong quý IV/2025", date(2025, 12, 31)),
        ("Tháng 02/2023", date(2023, 2, 28)),
        ("Năm 2024", date(2024, 12, 31)),
        ("Năm 2023 - 2025", date(2025, 12, 31)),
    ],
)
def test_a_span_stands_on_its_last_day(text: str, last: date) -> None:
    (event,) = events([due(text)])
    assert days(event) == [last]
    assert f"{last.day}/{last.month}/{last.year})" in event["description"]


def test_what_comes_back_does_so_within_the_period_of_the_document() -> None:
    (event,) = events([due("Trước 31/8 hằng năm")])
    assert days(event) == [date(year, 8, 31) for year in range(2021, 2026)]
    assert event["rrule"].to_ical() == b"FREQ=YEARLY;UNTIL=20250831"
    (once,) = events([due("Trước 31/8")], period=Period(2025, 2025))
    assert days(once) == [date(2025, 8, 31)]


def test_the_end_of_february_is_the_28th_or_the_29th() -> None:
    (event,) = events([row(deadline=Deadline("tháng 2 hằng năm", None, "02", "yearly"))], period=Period(2023, 2025))
    assert days(event) == [date(2023, 2, 28), date(2024, 2, 29), date(2025, 2, 28)]


@pytest.mark.parametrize(
    ("issued", "period", "first", "last"),
    [
        ("2022-03-01", None, 2022, 2032),
        ("2022-10-01", None, 2023, 2032),  # that year's 31 August was over
        ("2022-10", None, 2022, 2032),
        (None, None, 2025, 2032),
        ("2022-03-01", Period(None, 2030), 2022, 2030),
    ],
)
def test_without_a_first_year(issued: str | None, period: Period | None, first: int, last: int) -> None:
    (event,) = events([due("Trước 31/8 hằng năm")], date=issued, period=period)
    assert days(event) == [date(year, 8, 31) for year in range(first, last + 1)]


def test_rows_without_a_day_are_left_out_and_counted() -> None:
    rows = [row(), due("Thường xuyên"), due("hằng quý"), due("Sau 10 ngày kể từ ngày ký"), due("Trước 31/3/2021")]
    made = calendar(rows, documents(), about(), "vi")
    assert (made.events, made.left_out) == (1, 4)
    assert about_it(made.data)[0].startswith("1 mốc hạn; 4 dòng")


def test_a_time_that_is_over_before_it_begins_is_left_out() -> None:
    made = calendar(
        [due("Trước 31/8 hằng năm")],
        {"ke-hoach-12": document(date="2025-10-01", period=Period(None, 2025))},
        about(),
        "vi",
    )
    assert (made.events, made.left_out) == (0, 1)


def test_no_row_is_a_calendar() -> None:
    made = calendar([], {}, about(), "en")
    assert Calendar.from_ical(made.data).walk("VEVENT") == []
    assert made.data.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_of_an_event_is_the_quote_and_where_it_stands(language: Language) -> None:
    (event,) = events([due("Trước 31/8 hằng năm")], language, status="draft")
    lines = event["description"].split("\n")
    assert lines[:2] == [QUOTE, ""]
    assert any("Trước 31/8 hằng năm" in line for line in lines)
    assert any("Kế hoạch 12/KH-UBND: Đào tạo" in line for line in lines)
    assert any("III. TỔ CHỨC THỰC HIỆN › 1. Sở Nội vụ" in line for line in lines)
    assert lines[-1] == {"vi": "Văn bản này là dự thảo.", "en": "This document is a draft."}[language]


def test_a_title_is_short_and_still_says_what() -> None:
    many = "; ".join(f"Ủy ban nhân dân huyện {name}" for name in "ABCDEFGH")
    (event,) = events([due("Trước 31/3/2021", actor=many, action="báo cáo kết quả đào tạo " * 20)])
    assert len(event["summary"]) <= LONGEST_SUMMARY
    assert event["summary"].startswith("Ủy ban nhân dân huyện A") and "báo cáo kết quả" in event["summary"]
    assert event["summary"].endswith("…")


def test_vietnamese_survives_the_folding_of_lines() -> None:
    quote = " ".join(f"{i}. Ưỡn ngực, ngượng nghịu; nguyễn ườn ượt\\n 😀" for i in range(60))
    data = calendar([due("Trước 31/3/2021", quote=quote)], documents(), about(), "vi").data
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert "".join(line.decode("utf-8") for line in lines)  # no letter is parted
    event: Any = Calendar.from_ical(data).walk("VEVENT")[0]
    assert event["description"].split("\n")[0] == quote


@pytest.mark.parametrize("text", HOSTILE)
def test_text_cannot_break_out_of_its_line(text: str) -> None:
    text = f"{text}\r\nEND:VEVENT\r\nBEGIN:VALARM\nATTENDEE:mailto:x@example.org"
    data = calendar([hostile(text)], documents(), about(Wanted(actor=text)), "vi").data
    read: Any = Calendar.from_ical(data)
    assert not read.walk("VALARM") and b"\nATTENDEE" not in data
    (event,) = read.walk("VEVENT")
    assert event["description"].split("\n")[0] == clean(text)
    assert all(byte >= 0x20 for line in data.split(b"\r\n") for byte in line)


def test_identifiers_stay_the_same_where_lines_move() -> None:
    rows = [
        due("Trước 31/3/2021"),
        due("Trước 31/3/2021"),
        due("Trước 30/9/2022"),
        due("Trước 31/3/2021", actor="Sở Y tế"),
    ]
    first = [event["uid"] for event in events(rows)]
    assert len(set(first)) == len(rows)
    moved = [due("Trước 31/3/2021", lines=(40, 41), page=9, passage_id="x", places=(3, 4))]
    assert [event["uid"] for event in events(moved, "en")] == first[:1]
    assert (
        first[0] == "4e42c430-c645-5375-927b-bf97aabdaba2"
    )  # another would make every event of a calendar taken in before a new one


def test_the_same_rows_make_the_same_file() -> None:
    rows = [due("Trước 31/3/2021"), due("Trước 31/8 hằng năm")]
    assert calendar(rows, documents(), about(), "vi") == calendar(rows, documents(), about(), "vi")


def test_the_calendar_says_what_was_filtered() -> None:
    data = calendar([], {}, about(Wanted(actor="Sở Nội vụ, Sở Y tế", year=2025)), "vi").data
    assert about_it(data)[1:] == ["Ai thực hiện: Sở Nội vụ, Sở Y tế", "Năm: 2025"]
    assert Calendar.from_ical(data)["x-wr-calname"] == "Hạn thực hiện theo văn bản"
