"""The numbers of clauses in figures: Roman numerals and numbers in words are made alike."""

import re

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_WORDS = {
    "nhất": 1, "hai": 2, "nhì": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_ROMAN = re.compile(r"([IVXLC]+)([A-Za-zđ]?)")


def roman_value(numeral: str) -> int:
    """The value of a Roman numeral in capitals ("XIV" is 14)."""
    values = [_VALUES[c] for c in numeral]
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def roman_numeral(value: int) -> str:
    """The Roman numeral of a number from 1 to 399 (14 is "XIV")."""
    numeral = ""
    for numerals, size in (
        ("C", 100),
        ("XC", 90),
        ("L", 50),
        ("XL", 40),
        ("X", 10),
        ("IX", 9),
        ("V", 5),
        ("IV", 4),
        ("I", 1),
    ):
        count, value = divmod(value, size)
        numeral += numerals * count
    return numeral


def plain_number(number: str) -> str:
    """A clause's number in figures: "IV" and "04" are "4", "thứ hai" is "2", "IIa" is "2a"; a letter stays as it is, in small."""
    roman = _ROMAN.fullmatch(number)
    if roman:
        return f"{roman_value(roman[1])}{roman[2].lower()}"
    word = number.lower().removeprefix("thứ").strip()
    return str(_WORDS.get(word, word.lstrip("0") or word))
