"""Time limits: cells of time columns, and what sentences say."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligations.deadlines import find_limits, read_time, split_letters, split_times
from obligations.obligation import Deadline, Frequency
from vietnamese.text import fold


def limits(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    found = [limit.deadline for limit in find_limits(text)]
    return [(d.text, d.date, d.month_day, d.frequency) for d in found]


@pytest.mark.parametrize(
    ("cell", "day", "month_day", "frequency"),
    [
        ("Trước ngày 31/8", None, "08-31", "yearly"),
        ("Trước ngày 31/8 hằng năm", None, "08-31", "yearly"),
        ("Trước ngày 31 tháng 8 năm 2021", "2021-08-31", None, None),
        ("31-12-2024", "2024-12-31", None, None),
        ("Tháng 6", None, "06", None),
        ("Tháng 6/2025", None, "06", None),
        ("Từ 01/3/2024 đến 15/4/2024", "2024-04-15", None, None),
        ("T6/2025", None, "06", None),
        ("Tuần 2 tháng 6", None, "06", None),
        ("Quý IV/2025", None, None, None),
        ("Quý II hằng năm", None, None, "yearly"),
        ("Năm 2024 - 2026", None, None, None),
        ("Thường xuyên", None, None, None),
        ("Định kỳ hằng năm", None, None, "yearly"),
        ("02 lần/năm", None, None, "half-yearly"),
        ("6 tháng một lần", None, None, "half-yearly"),
        ("Định kỳ 6 tháng", None, None, "half-yearly"),
        ("Trong 6 tháng", None, None, None),
        ("Hằng quý", None, None, "quarterly"),
        ("Ngày 15 hằng tháng", None, None, "monthly"),
        ("Hằng tuần", None, None, "weekly"),
        ("Sau 10 ngày kể từ ngày có quyết định", None, None, None),
        ("Theo Kế hoạch số 45/KH-UBND ngày 01/02/2023", None, None, None),
        ("Ngày 31/02", None, None, None),
    ],
)
def test_a_cell(cell: str, day: str | None, month_day: str | None, frequency: Frequency | None) -> None:
    assert read_time(cell) == Deadline(cell, day, month_day, frequency)


def test_a_day_without_a_year_in_a_plan_of_one_year_does_not_come_back() -> None:
    assert read_time("Trước ngày 31/8", repeats=False) == Deadline("Trước ngày 31/8", None, "08-31", None)


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("a) Trước 31/3 b) Thường xuyên", [("a", "Trước 31/3"), ("b", "Thường xuyên")]),
        (
            "Sơ kết trong năm 2026; tổng kết trong năm 2028",
            [("", "trong năm 2026"), ("", "trong năm 2028")],
        ),
        ("Tháng 3 và tháng 9", [("", "Tháng 3"), ("", "tháng 9")]),
        ("Thường xuyên và theo yêu cầu", [("", "Thường xuyên và theo yêu cầu")]),
        ("Quý I, II", [("", "Quý I, II")]),
    ],
)
def test_a_cell_with_several_times(cell: str, parts: list[tuple[str, str]]) -> None:
    assert [(part.letter, part.text) for part in split_times(cell)] == parts


@pytest.mark.parametrize(
    ("cell", "time"),
    [
        ("Nghiệm thu trong tháng 11/2026", "trong tháng 11/2026"),
        ("Gửi Sở Y tế trước 31/8", "trước 31/8"),
        ("Ban hành kế hoạch trong quý I", "trong quý I"),
        ("Báo cáo: hằng quý", "hằng quý"),
        ("a) Lập danh sách trước 15/3", "a) Lập danh sách trước 15/3"),
        ("Hoàn thành trước 31/12/2026", "Hoàn thành trước 31/12/2026"),
        ("Thường xuyên trong năm", "Thường xuyên trong năm"),
        ("Theo kế hoạch năm 2026", "Theo kế hoạch năm 2026"),
        ("Thực hiện theo kế hoạch hằng năm", "Thực hiện theo kế hoạch hằng năm"),
        ("Sau khi tổng kết năm 2026", "Sau khi tổng kết năm 2026"),
        ("Tổ chức theo yêu cầu", "Tổ chức theo yêu cầu"),
    ],
)
def test_the_work_before_a_time_is_left_out(cell: str, time: str) -> None:
    assert [part.text for part in split_times(cell)] == [time]


@pytest.mark.parametrize("text", ["a) Một lần", "b) Hai c) Ba", "lớp a) và lớp c)"])
def test_letters_that_do_not_count_from_a_divide_nothing(text: str) -> None:
    assert [part.text for part in split_letters(text)] == [text]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("gửi về Sở Nội vụ trước ngày 31/8 để tổng hợp", [("trước ngày 31/8", None, "08-31", "yearly")]),
        ("gửi báo cáo chậm nhất ngày 05/12/2025", [("chậm nhất ngày 05/12/2025", "2025-12-05", None, None)]),
        ("hoàn thành trong năm 2025", [("hoàn thành trong năm 2025", None, None, None)]),
        ("Hằng năm, rà soát đội ngũ", [("Hằng năm", None, None, "yearly")]),
        ("Hằng năm, các đơn vị báo cáo trước ngày 31/10", [("trước ngày 31/10", None, "10-31", "yearly")]),
        ("báo cáo định kỳ hằng quý", [("định kỳ hằng quý", None, None, "quarterly")]),
        ("báo cáo trước ngày 15 hằng tháng", [("trước ngày 15 hằng tháng", None, None, "monthly")]),
        (
            "trả lời trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ",
            [("trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ", None, None, None)],
        ),
        (
            "báo cáo vào ngày 15/6 và ngày 15/12 hằng năm",
            [("vào ngày 15/6", None, "06-15", "yearly"), ("ngày 15/12 hằng năm", None, "12-15", "yearly")],
        ),
        (
            "trả lời chậm nhất là mười lăm ngày, kể từ ngày nhận đơn",
            [("chậm nhất là mười lăm ngày, kể từ ngày nhận đơn", None, None, None)],
        ),
        (
            "trong thời hạn 20 ngày kể từ ngày nhận hồ sơ đã sửa đổi, bổ sung, thực hiện cấp giấy phép",
            [("trong thời hạn 20 ngày kể từ ngày nhận hồ sơ đã sửa đổi, bổ sung", None, None, None)],
        ),
        (
            "Trong thời hạn 30 ngày kể từ ngày nhận đơn thì phải trả lời",
            [("Trong thời hạn 30 ngày kể từ ngày nhận đơn", None, None, None)],
        ),
        (
            "Trong thời hạn 05 ngày kể từ ngày bầu Chủ tịch, Phó Chủ tịch xã, phải gửi kết quả",
            [("Trong thời hạn 05 ngày kể từ ngày bầu Chủ tịch, Phó Chủ tịch xã", None, None, None)],
        ),
        ("Quý I hằng năm, xây dựng chương trình", [("Quý I hằng năm", None, None, "yearly")]),
        (
            "định kỳ 6 tháng (trước ngày 15/6) báo cáo",
            [("định kỳ 6 tháng (trước ngày 15/6)", None, "06-15", "half-yearly")],
        ),
        (
            "sơ kết trước ngày 30/6/2026, tổng kết trước ngày 31/12/2028",
            [
                ("trước ngày 30/6/2026", "2026-06-30", None, None),
                ("trước ngày 31/12/2028", "2028-12-31", None, None),
            ],
        ),
    ],
)
def test_limits_of_a_sentence(text: str, found: list[tuple[str, str | None, str | None, str | None]]) -> None:
    assert limits(text) == found
    without_accents = [(fold(a), b, c, d) for a, b, c, d in found]
    assert [(fold(a), b, c, d) for a, b, c, d in limits(fold(text))] == without_accents


@pytest.mark.parametrize(
    "text",
    [
        "ban hành kế hoạch đào tạo hằng năm và các văn bản hướng dẫn",
        "thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017",
        "cử người đi học năm 2025",
        "phấn đấu đến năm 2025 đạt 80%",
        "thời gian đào tạo 02 năm",
        "cán bộ tuyển dụng trước ngày 01/7/2020",
        "Sở Nội vụ theo dõi, đôn đốc",
    ],
)
def test_no_limit(text: str) -> None:
    assert limits(text) == []


_DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))
_LEADS = st.sampled_from(["Trước ngày ", "trước ", "Chậm nhất ngày ", "Hoàn thành trước ngày ", "Ngày "])
_ZEROS = st.booleans()


def _day_and_month(day: date, zeros: bool) -> tuple[str, str]:
    return (f"{day.day:02d}", f"{day.month:02d}") if zeros else (str(day.day), str(day.month))


@given(_DAYS, _LEADS, _ZEROS, st.sampled_from(["{d}/{m}/{y}", "{d}-{m}-{y}", "{d}.{m}.{y}", "{d} tháng {m} năm {y}"]))
def test_any_form_of_a_full_date_is_the_same_day(day: date, lead: str, zeros: bool, form: str) -> None:
    d, m = _day_and_month(day, zeros)
    text = f"{lead}{form.format(d=d, m=m, y=day.year)}"
    for written in (text, fold(text), text.upper()):
        assert read_time(written) == Deadline(written, day.isoformat(), None, None)


@given(_DAYS, _LEADS, _ZEROS, st.sampled_from(["{d}/{m}", "{d} tháng {m}"]), st.booleans())
def test_any_form_of_a_day_and_month_is_the_same(day: date, lead: str, zeros: bool, form: str, yearly: bool) -> None:
    d, m = _day_and_month(day, zeros)
    text = f"{lead}{form.format(d=d, m=m)}{' hằng năm' if yearly else ''}"
    month_day = f"{day.month:02d}-{day.day:02d}"
    assert read_time(text) == Deadline(text, None, month_day, "yearly")
    assert read_time(text, repeats=False) == Deadline(text, None, month_day, "yearly" if yearly else None)


@given(_DAYS, st.sampled_from(["trước ngày", "chậm nhất ngày", "hoàn thành trước ngày", "xong trước ngày"]))
def test_a_limit_is_found_with_its_place_in_any_sentence(day: date, cue: str) -> None:
    phrase = f"{cue} {day.day}/{day.month}/{day.year}"
    text = f"gửi báo cáo kết quả về Sở Nội vụ {phrase} để tổng hợp"
    (limit,) = find_limits(text)
    assert limit.deadline.date == day.isoformat()
    assert text[limit.start : limit.end] == phrase


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    for limit in find_limits(text):
        assert limit.start < limit.end
    read_time(text)
    split_times(text)
