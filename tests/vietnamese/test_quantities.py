"""Quantities read alike from both languages, with what they count and how they are bounded."""

import pytest

from vietnamese.quantities import find_quantities, same_unit


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1.500 triệu đồng", 1.5e9, "money"),
        ("1,5 tỷ đồng", 1.5e9, "money"),
        ("VND 1.5 billion", 1.5e9, "money"),
        ("1,000 people", 1000, "people"),
        ("1.000 người", 1000, "people"),
        ("62,1%", 62.1, "percent"),
        ("62.1 percent", 62.1, "percent"),
        ("62,1 phần trăm", 62.1, "percent"),
        ("hai mươi lăm người", 25, "people"),
        ("twenty-five people", 25, "people"),
        ("một trăm bốn mươi người", 140, "people"),
        ("one hundred and forty people", 140, "people"),
        ("năm ngày làm việc", 5, "workday"),
        ("hai mươi năm", 20, "year"),
        ("02 lần/năm", 2, "times"),
        ("twice a year", 2, "times"),
        ("hai phần ba tổng số đại biểu", 2 / 3, "share"),
        ("two thirds of the deputies", 2 / 3, "share"),
        ("khoảng 1/3 chữ ký", 1 / 3, "share"),
        ("/02 lớp", 2, "class"),
        ("06 (sáu) tháng", 6, "month"),
        ("05 (năm) ngày làm việc", 5, "workday"),
        ("15 (mười lăm) ngày", 15, "day"),
        ("sáu mươi (60) ngày", 60, "day"),
        ("six (6) months", 6, "month"),
        ("5 (năm) triệu đồng", 5e6, "money"),
        ("một nghìn hai trăm người", 1200, "people"),
        ("hai triệu ba trăm nghìn đồng", 2.3e6, "money"),
        ("một tỷ năm trăm triệu đồng", 1.5e9, "money"),
        ("2 tỷ 500 triệu đồng", 2.5e9, "money"),
        ("two thousand five hundred people", 2500, "people"),
        ("a thousand people", 1000, "people"),
        ("a million dong", 1e6, "money"),
        ("two dozen people", 24, "people"),
        ("hai chục người", 20, "people"),
        ("2 triệu rưỡi đồng", 2.5e6, "money"),
        ("một năm rưỡi", 1.5, "year"),
    ],
)
def test_value_and_unit(text: str, value: float, unit: str) -> None:
    (found,) = find_quantities(text)
    assert found.value == pytest.approx(value)
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("ít nhất 03 lớp", "min"),
        ("tối thiểu 80%", "min"),
        ("từ 05 năm trở lên", "min"),
        ("at least three classes", "min"),
        ("5 years or more", "min"),
        ("sau 10 ngày", "min"),
        ("không quá 02 năm", "max"),
        ("tối đa 05 tờ", "max"),
        ("dưới 45 tuổi", "max"),
        ("từ 1.000.000 dân trở xuống", "max"),
        ("chậm nhất là 45 ngày", "max"),
        ("trong thời hạn 10 ngày", "max"),
        ("no more than 85 deputies", "max"),
        ("within ten days", "max"),
        ("not less than 10%", "min"),
        ("không dưới 10%", "min"),
        ("50 người", None),
    ],
)
def test_bound(text: str, bound: str | None) -> None:
    (found,) = find_quantities(text)
    assert found.bound == bound


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("06 (bảy) tháng", [6, 7]),
        ("6 (sáu) tháng, 3 (ba) lớp", [6, 3]),
        ("12 lớp (12 người)", [12, 12]),
        ("2 triệu\t500 nghìn", [2e6, 5e5]),
        ("500 nghìn 2 triệu", [5e5, 2e6]),
        ("2 triệu 5 người", [2e6, 5]),
    ],
)
def test_numbers_that_are_not_one(text: str, values: list[float]) -> None:
    assert [q.value for q in find_quantities(text)] == values


def test_the_bound_of_a_number_with_its_repetition_is_kept() -> None:
    (found,) = find_quantities("trong thời hạn 06 (sáu) tháng")
    assert (found.text, found.bound) == ("06 (sáu)", "max")


def test_a_bound_stays_with_its_own_figure() -> None:
    one, five = find_quantities("One seal covers at most 5 sheets")
    assert (one.bound, five.bound) == (None, "max")


@pytest.mark.parametrize("text", ["từ 30 đến 50 cán bộ", "30 - 50 người", "between 30 and 50 people", "30-50 people"])
def test_a_range_is_two_ends_of_one_unit(text: str) -> None:
    low, high = find_quantities(text)
    assert (low.value, low.bound, low.unit) == (30, "min", "people")
    assert (high.value, high.bound, high.unit) == (50, "max", "people")
    assert low.ranged
    assert high.ranged


@pytest.mark.parametrize(
    "text",
    [
        "Điều 5, khoản 2 và Quân khu 7",
        "ngày 31 tháng 8 năm 2023",
        "Quyết định số 2106/QĐ-UBND",
        "giai đoạn 2021 - 2025",
        "2. Sở Tài chính",
        "1.1 Rà soát",
        "mỗi năm, hằng năm, trong năm",
        "as soon as once approved",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert find_quantities(text) == []


def test_units_that_can_count_the_same() -> None:
    assert same_unit("people", "deputy")
    assert same_unit(None, "people")
    assert not same_unit("deputy", "resident")
    assert not same_unit(None, "percent")
    assert not same_unit("year", "month")
