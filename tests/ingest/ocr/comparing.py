"""The character error rate of recognised lines."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from vietnamese.text import key, nfc


def plain(text: str) -> str:
    """NFC, one tone placement, one kind of quotes and dashes, white space folded; case stays."""
    text = re.sub(r"[“”„]", '"', nfc(text))
    text = re.sub(r"[‘’]", "'", re.sub(r"[–—]", "-", text))
    folded = "".join(low.upper() if c.isupper() else low for c, low in zip(text, key(text), strict=True))
    return " ".join(folded.split())


def error_rate(expected: str, read: str) -> float:
    """Letters to be changed, added or left out, as a share of those expected."""
    right = plain(expected)
    return Levenshtein.distance(right, plain(read)) / len(right)


def body_error_rate(expected: str, lines: Sequence[str]) -> float:
    """The rate of a body among all lines of a page: of those from its first line to its last, found by trying."""
    return min(
        error_rate(expected, " ".join(lines[start:end]))
        for start in range(min(len(lines), 25))
        for end in range(start + 1, len(lines) + 1)
        if abs(len(" ".join(lines[start:end])) - len(expected)) < 0.2 * len(expected)
    )
