"""Numbered groups and classes that a question names ("đối tượng 3", "hạng II", "cấp I"): another number is another group."""

import re

from answer.question import Question
from index.passage import Passage

_NOUNS = r"(?i:đối tượng|hạng|bậc|loại|nhóm|cấp|khóa|khoá|vùng|chuyên khoa)"
_NUMBER = r"(?:[IVX]+|ii|iii|iv|\d{1,2})"  # single small letters are words
_AMOUNT = r"(?!\s*(?:%|/|[.,]\d|(?:triệu|tỷ|nghìn|đồng|tháng|năm(?! 20)|ngày|tuần|buổi|tiết|giờ|bản|người|lớp|lần|lượt|điểm)\b))"
_LABEL = re.compile(rf"\b({_NOUNS}) ({_NUMBER}\b(?:\s*(?:,|và|đến|-)\s*{_NUMBER}\b)*){_AMOUNT}")
_LABEL_EN = re.compile(
    r"\b(?i:group|category|class|grade|level|type|tier|rank|specialist)s? (\d{1,2}|II+|IV|VI+|IX|XI*)\b(?! (?:people|persons|students|days))"
)
_PART = re.compile(rf"{_NUMBER}|đến|-")
_DIGITS = {"I": 1, "V": 5, "X": 10}
LONGEST_RANGE = 20
"""Numbers of a range ("từ 1 đến 4") that are still spelt out."""


def labels_missing(question: Question, passage: Passage) -> int:
    """How many of the numbered groups that a question names a passage, its path included, does not have."""
    text = f"{' '.join(passage.section)} {passage.text} {' '.join(passage.cells.values())}"
    held = _labels(text)
    if question.language == "en":
        numbers = {number for _, number in held}
        return sum(_value(n) not in numbers for n in dict.fromkeys(_LABEL_EN.findall(question.resolved)))
    return len(_labels(question.vietnamese) - held)


def _labels(text: str) -> set[tuple[str, int]]:
    """The labels of a text; "cấp I, cấp II" as well as "cấp I, II", "đối tượng 1 và 2" and "hạng 1 đến 4"."""
    return {(_kind(noun), number) for noun, numbers in _LABEL.findall(text) for number in _spelt_out(numbers)}


def _spelt_out(numbers: str) -> list[int]:
    found: list[int] = []
    ranged = False
    for part in _PART.findall(numbers):
        if part in ("đến", "-"):
            ranged = bool(found)
            continue
        value = _value(part)
        if ranged and 0 < value - found[-1] <= LONGEST_RANGE:
            found += range(found[-1] + 1, value)
        found.append(value)
        ranged = False
    return found


def _kind(noun: str) -> str:
    """ "Chuyên khoa I" and "chuyên khoa cấp I" are one, and so are two spellings of "khóa"."""
    noun = noun.lower()
    return {"chuyên khoa": "cấp", "khoá": "khóa"}.get(noun, noun)


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    digits = [_DIGITS[d] for d in number.upper()]
    return sum(-d if d < max(digits[i:]) else d for i, d in enumerate(digits))
