"""Numbered groups and classes that a question names ("đối tượng 3", "hạng II", "cấp I"): another number is another group."""

import re

from answer.question import Question
from index.passage import Passage
from vietnamese.text import fold

_NOUNS = "doi tuong|hang|bac|loai|nhom|cap|khoa|vung|chuyen khoa|phu luc|chuong|muc"
_NUMBER = r"(?:[ivx]+|\d{1,2})"
_LABEL = re.compile(rf"\b({_NOUNS}) ({_NUMBER})\b(?!\s*(?:%|nguoi|lop|/|[.,]\d))")
_LABEL_EN = re.compile(
    rf"\b(?:group|category|class|grade|level|type|tier|rank|target group|specialist(?: level)?) ({_NUMBER})\b",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}


def labels_missing(question: Question, passage: Passage) -> int:
    """How many of the numbered groups that a question names a passage, its path included, does not have."""
    text = fold(f"{' '.join(passage.section)} {passage.text} {' '.join(passage.cells.values())}")
    numbers = {_value(m) for m in re.findall(rf"\b{_NUMBER}\b", text)}
    if question.language == "en":
        return sum(_value(n) not in numbers for n in _LABEL_EN.findall(question.resolved))
    held = {(_kind(noun), _value(n)) for noun, n in _labels(text)}
    asked = {(_kind(noun), _value(n)) for noun, n in _LABEL.findall(fold(question.vietnamese))}
    return len(asked - held)


def _labels(text: str) -> list[tuple[str, str]]:
    """The labels of a text; "cấp I, cấp II" as well as "cấp I, II" and "đối tượng 1 và 2"."""
    found: list[tuple[str, str]] = []
    for noun, numbers in re.findall(rf"\b({_NOUNS}) ({_NUMBER}(?:\s*(?:,|va|den|-)\s*{_NUMBER})*)\b", text):
        found += [(noun, n) for n in re.findall(_NUMBER, numbers)]
    return found


def _kind(noun: str) -> str:
    """ "Chuyên khoa I" and "chuyên khoa cấp I" are one."""
    return "cap" if noun == "chuyen khoa" else noun


def _value(number: str) -> int:
    number = number.lower()
    return _ROMAN.get(number, int(number) if number.isdigit() else 0)
