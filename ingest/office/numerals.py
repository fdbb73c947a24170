"""Counting with letters and Roman numerals, as lists do."""

from collections.abc import Iterator

_LONGEST = 50  # letters or Roman signs of one number: beyond it a file is damaged
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def letters(count: int) -> str:
    """a to z, then aa, bb: what Word counts with, which knows no đ."""
    if count < 1 or count > 26 * _LONGEST:
        return str(count)
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def roman(count: int) -> str:
    """i, ii, iii, iv; a figure where no such numeral is written."""
    return "".join(_signs(count)) if 0 < count < 5000 else str(count)


def _signs(count: int) -> Iterator[str]:
    for worth, signs in _ROMAN:
        yield signs * (count // worth)
        count %= worth
