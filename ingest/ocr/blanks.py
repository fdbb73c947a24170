"""The number and the day of a document, which are often written in by hand: read surely, or not at all."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ingest.ocr.words import ScannedLine, ScannedWord
from vietnamese.text import fold

Reread = Callable[[ScannedLine], Sequence[ScannedWord]]
"""Recognises a line once more, in another size: what was written by hand seldom comes out the same twice."""

_SURE = 0.7
_NUMBER_LINE = re.compile(r"^s[oó][^a-z0-9]")
_DATE_LINE = re.compile(r"\bng[aà]y.*n[aă]m")
_SERIAL = re.compile(r"^(?P<serial>[^/]*?)(?P<code>[/-]\s*[^\W\d_].*)?$")
_DAY = re.compile(r"^(?P<word>ng[^\W\d_]y|th[^\W\d_]ng|n[^\W\d_]m)?(?P<value>.*)$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+[a-z]?")
_FIELDS = frozenset({"ngay", "thang", "nam"})


def without_handwriting(line: ScannedLine, reread: Reread) -> ScannedLine | None:
    """The line of a head without a serial, day or month that is not sure; other lines as they are. None where nothing is left."""
    folded = fold(line.text)
    if _NUMBER_LINE.match(folded):
        return _line(_serial(line, reread))
    if _DATE_LINE.search(folded):
        return _line(_day(line, reread))
    return line


def _line(words: Sequence[ScannedWord]) -> ScannedLine | None:
    return ScannedLine(tuple(words)) if words else None


def _serial(line: ScannedLine, reread: Reread) -> list[ScannedWord]:
    """The words of "Số: 12/QĐ-UBND", without what stands before the slash where it is not sure."""
    head, rest = line.words[0], list(line.words[1:])
    slash = next((i for i, word in enumerate(rest) if "/" in word.text), None)
    if slash is None:
        return list(line.words)
    before = "".join(word.text for word in rest[:slash])
    match = _SERIAL.match(rest[slash].text)
    serial = before + (match["serial"] if match else "")
    sure = min(word.confidence for word in rest[: slash + 1]) >= _SURE
    if not serial or (sure and _is_number(serial) and serial in _digits(reread(line))):
        return list(line.words)
    code = (match["code"] or "") if match else ""
    return [head, *([replace(rest[slash], text=code)] if code else []), *rest[slash + 1 :]]


def _day(line: ScannedLine, reread: Reread) -> list[ScannedWord]:
    """The words of "Hà Nội, ngày 5 tháng 6 năm 2026" without the values that are not sure."""
    again = _digits(reread(line)) if _digits(line.words) else frozenset()
    kept: list[ScannedWord] = []
    in_date = False
    for word in line.words:
        match = _DAY.match(word.text)
        value = match["value"].strip(".,:") if match else word.text
        named = match is not None and match["word"] is not None and fold(match["word"]) in _FIELDS
        in_date = in_date or named
        if not in_date or not value or (word.confidence >= _SURE and _is_number(value) and value in again):
            kept.append(word)
        elif named and match is not None:
            kept.append(replace(word, text=match["word"]))
    return kept


def _is_number(text: str) -> bool:
    return _DIGITS.fullmatch(text) is not None


def _digits(words: Sequence[ScannedWord]) -> frozenset[str]:
    return frozenset(_DIGITS.findall(" ".join(word.text for word in words)))
