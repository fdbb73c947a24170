"""Numbers of clauses in figures."""

import pytest

from vietnamese.ordinals import plain_number, roman_numeral, roman_value


@pytest.mark.parametrize(
    ("written", "plain"),
    [("IV", "4"), ("XIX", "19"), ("IIa", "2a"), ("04", "4"), ("5a", "5a"), ("thứ hai", "2"), ("THỨ NHẤT", "1"), ("đ", "đ"), ("2.1", "2.1")],
)  # fmt: skip
def test_plain_numbers(written: str, plain: str) -> None:
    assert plain_number(written) == plain


def test_roman_numerals() -> None:
    assert [roman_value(r) for r in ("I", "IV", "IX", "XL", "XCIX", "CL")] == [1, 4, 9, 40, 99, 150]


def test_roman_numerals_are_written_as_they_are_read() -> None:
    assert [roman_numeral(n) for n in (1, 4, 9, 14, 40, 99)] == ["I", "IV", "IX", "XIV", "XL", "XCIX"]
    assert all(roman_value(roman_numeral(n)) == n for n in range(1, 400))
