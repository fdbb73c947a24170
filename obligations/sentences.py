"""Sentences and their parts: a block of text cut at full stops and semicolons, brackets and quotations left whole."""

import re

_OPENS, _CLOSES = "([“", ")]”"
_ABBREVIATED = re.compile(r"(?:\b(?:TP|Tp|TX|Tx|Q|P|H|TT|ThS|TS|PGS|GS|BS|CN|KS|đ/c|v\.v|St)|\b\d{1,2}|\.\.)$")
_NEXT = re.compile(r"\s+[\"“(]?\s*\w")
_STRAY = re.compile(r"^[\s,;.\-–:/]+|[\s,;:/]+$|\s*\./\.\s*$")


def parts_of_text(text: str) -> list[str]:
    """The sentences of a block, those with semicolons cut there as well."""
    parts: list[str] = []
    start = depth = 0
    for at, letter in enumerate(text):
        if letter in _OPENS:
            depth += 1
        elif letter in _CLOSES:
            depth = max(0, depth - 1)
        elif depth == 0 and (letter == ";" or (letter == "." and _ends(text, at))):
            parts.append(text[start : at + 1])
            start = at + 1
    parts.append(text[start:])
    return [part.strip() for part in parts if re.search(r"\w", part)]


def plain(text: str) -> str:
    """A part without the punctuation around it and the "./." that ends a document."""
    return _STRAY.sub("", _STRAY.sub("", text.strip())).rstrip(" .")


def _ends(text: str, at: int) -> bool:
    """Whether a full stop ends a sentence: a capital follows, and no abbreviation stands before it."""
    following = _NEXT.match(text, at + 1)
    if following is None:
        return False
    return text[following.end() - 1].isupper() and not _ABBREVIATED.search(text[:at])
