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
