"""Text of documents as files for other programs may hold it."""

import re

_NOT_WRITABLE = re.compile("[^\t\n\r -~\x80-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML or a calendar may not hold: control characters, halves of surrogate pairs, what is no character."""
FORMULA = "=+\\-@＝＋－＠"
"""What a formula begins with, wide forms too, as the inside of a class in a regular expression."""
_NEXT_CELL = re.compile(rf";(?=[\"']*[{FORMULA}])")
"""Where a spreadsheet that parts cells at semicolons, as the Vietnamese settings of Windows have it, would see a formula begin."""
_STARTS_FORMULA = re.compile(rf"\s*[{FORMULA}]")


def clean(text: str) -> str:
    """The text without what no file may hold, every run of blanks and line ends one space."""
    return " ".join(_NOT_WRITABLE.sub("", text).split())


def starts_formula(text: str) -> bool:
    """Whether a spreadsheet might take a text for a formula."""
    return _STARTS_FORMULA.match(text) is not None


def as_text(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: a text that begins like one has an apostrophe before it, and a semicolon before
    such a sign a blank behind it."""
    apart = _NEXT_CELL.sub("; ", cell)
    return f"'{apart}" if starts_formula(apart) else apart


def shortened(text: str, length: int) -> str:
    """The text in at most so many characters, never half a word where it has blanks; "…" where something was cut off."""
    if len(text) <= length:
        return text
    head = text[: length - 1]
    return head.rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
