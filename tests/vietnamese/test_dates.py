"""Dates, periods and deadlines as documents and questions write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.dates import find_dates, find_deadlines, find_period, find_years
from vietnamese.text import fold, nfc


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Bình Định, ngày 13 tháng 06 năm 2023", ["2023-06-13"]),
        ("13/06/2023 và 2023-06-13", ["2023-06-13", "2023-06-13"]),
        ("Nghị định số 101/2017/NĐ-CP ngày 01/9/2017", ["2017-09-01"]),
        ("ngày 01 tháng 6 năm 2022 của Ban", ["2022-06-01"]),
        ("tháng 3 năm 2021; tháng 3/2021", ["2021-03", "2021-03"]),
        ("Số:    Hậu Giang, ngày     tháng     năm 2023", ["2023"]),
        ("ngày  /6/2023", ["2023-06"]),
        ("ngày tháng 3 năm 2021", ["2021-03"]),
        ("ngày … tháng … năm …", []),
        ("quý IV/2025 và trong quý IV hàng năm", ["2025-Q4", "--Q4"]),
        ("Q4 2025, fourth quarter of 2025", ["2025-Q4", "2025-Q4"]),
        ("giai đoạn 2021 - 2025, tầm nhìn đến năm 2030", ["2021/2025", "2030"]),
        ("by 31 August or August 31, 2021 or in 2024", ["--08-31", "2021-08-31", "2024"]),
        ("trước ngày 31/8", ["--08-31"]),
        ("30/02/2023", []),
        ("2106/QĐ-UBND, 29/2022/QĐ-UBND, 36/2024/QH15", []),
        ("150 người/3 lớp, từ 30 - 50%", []),
        ("quỹ 1, quy trình", []),
        ("2030 người", []),
    ],
)
def test_dates(text: str, iso: list[str]) -> None:
    assert [d.iso for d in find_dates(text)] == iso
    assert [d.iso for d in find_dates(fold(text).replace("quy 1", ""))] == iso


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gửi về Sở Nội vụ trước ngày 31/8 cho năm sau liền kề", [("trước ngày 31/8", None, "08-31", "yearly")]),
        (
            "a) Trước 31/3/2021 b) Trước 31/8 hàng năm",
            [("Trước 31/3/2021", "2021-03-31", None, None), ("Trước 31/8 hàng năm", None, "08-31", "yearly")],
        ),
        ("Hằng năm", [("Hằng năm", None, None, "yearly")]),
        ("Mỗi năm, cử 02 đến 03 cán bộ", [("Mỗi năm", None, None, "yearly")]),
        ("Thường xuyên trong năm", [("Thường xuyên trong năm", None, None, "ongoing")]),
        ("nguồn kinh phí chi thường xuyên", []),
        ("02 lần/năm", [("02 lần/năm", None, None, "2/year")]),
        ("tổng kết trong quý IV/2025", [("trong quý IV/2025", "2025-Q4", None, None)]),
        ("Trong quý IV hàng năm", [("Trong quý IV hàng năm", None, None, "yearly")]),
        ("Phấn đấu đến năm 2025, có 100%", [("đến năm 2025", "2025", None, None)]),
        ("Năm 2023 - 2025", [("Năm 2023 - 2025", "2023/2025", None, None)]),
        ("Kế hoạch đào tạo năm 2023", []),
        ("Căn cứ Nghị định số 101/2017/NĐ-CP ngày 01/9/2017", []),
        (
            "sơ kết sau 03 năm, tổng kết sau 05 năm thực hiện",
            [("sơ kết sau 03 năm", None, None, None), ("tổng kết sau 05 năm", None, None, None)],
        ),
        ("báo cáo định kỳ 6 tháng", [("định kỳ 6 tháng", None, None, "periodic")]),
        ("họp mỗi tháng 01 lần", [("mỗi tháng 01 lần", None, None, "1/month")]),
        ("chuyển giao ngay sau khi nhận được.", [("ngay sau khi nhận được", None, None, None)]),
        (
            "phát hành trong ngày, chậm nhất là trong ngày làm việc tiếp theo.",
            [("trong ngày", None, None, None), ("chậm nhất là trong ngày làm việc tiếp theo", None, None, None)],
        ),
        ("before 31 August", [("before 31 August", None, "08-31", "yearly")]),
    ],
)
def test_deadlines(text: str, expected: list[tuple[str, str | None, str | None, str | None]]) -> None:
    assert [(d.text, d.iso, d.month_day, d.frequency) for d in find_deadlines(text)] == expected


def test_a_deadline_may_be_words_alone() -> None:
    text = "Sau 10 ngày kể từ ngày Thông tư, Quyết định có hiệu lực thi hành"
    assert [d.text for d in find_deadlines(text)] == [text]


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("giai đoạn 2023 - 2025, định hướng đến năm 2030", (2023, 2025)),
        ("trên địa bàn tỉnh đến năm 2030", (None, 2030)),
        ("năm 2023", (2023, 2023)),
        ("năm 2023, định hướng đến năm 2030", (2023, 2023)),
        ("từ năm 2021 đến năm 2025", (2021, 2025)),
        ("2021–2025", (2021, 2025)),
        ("Quy chế làm việc", None),
    ],
)
def test_period(title: str, period: tuple[int | None, int] | None) -> None:
    assert find_period(title) == period


def test_years() -> None:
    assert find_years("giai đoạn 2021 - 2025, ngày 01/9/2017, đến năm 2025, Quyết định 2106/QĐ-UBND") == [
        2021,
        2025,
        2017,
    ]


@given(st.text() | st.text(alphabet="0123456789/.- ngaythánăm quýIV%"))
def test_spans_slice_back(text: str) -> None:
    whole = nfc(text)
    assert all(whole[d.start : d.end] == d.text for d in find_dates(text))
    assert all(whole[d.start : d.end] == d.text for d in find_deadlines(text))
    find_period(text)


@given(st.dates())
def test_a_written_date_is_read(day: object) -> None:
    iso = str(day)
    year, month, date = iso.split("-")
    if "1900" <= year < "2100":
        assert [d.iso for d in find_dates(f"ngày {date} tháng {month} năm {year}")] == [iso]
        assert [d.iso for d in find_dates(f"ngày {int(date)}/{int(month)}/{year}")] == [iso]
