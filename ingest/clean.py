"""From lines as stored to lines of record: NFC, markup and odd blanks removed, headings that were glued together parted."""

import re
from collections.abc import Iterable, Iterator

from index.document import SourceLine
from ingest.reading import RawLine
from vietnamese.text import nfc

_GLUED = re.compile(r"\*{4,}")  # the end of one bold run against the start of the next: two headings on one line
_TAG = re.compile(r"</?\w+>")
_MARK = re.compile(r"[*#|]+")
_BLANK = re.compile(r"[^\S\t]+")
_RULE = re.compile(r"^[-_=*/.:\s]{3,}$")
_PIPED = re.compile(r"^\s*\|(.*)\|\s*$")  # a row of a Markdown table


def clean_lines(lines: Iterable[RawLine]) -> tuple[SourceLine, ...]:
    """The lines that hold words, in order. Tabs part the cells of a table row.

    Markup becomes a space, as in the verbatim rule, so that every stretch of a clean line is verbatim in the file.
    """
    return tuple(line for line, _ in pair_lines(lines))


def pair_lines(lines: Iterable[RawLine]) -> Iterator[tuple[SourceLine, RawLine]]:
    """The clean lines, each with the line as stored that it comes from."""
    place = 0
    for raw in lines:
        for piece in _GLUED.split(nfc(raw.text)):
            text = _clean_text(piece)
            if text.strip() and not _RULE.match(text):
                yield SourceLine(text, raw.line, raw.page, place, raw.read_by, raw.confidence, raw.begins), raw
                place += 1


def _clean_text(text: str) -> str:
    piped = _PIPED.match(text)
    if piped:
        text = piped.group(1).replace("|", "\t")
    cells = _MARK.sub(" ", _TAG.sub(" ", text)).split("\t")
    return "\t".join(_BLANK.sub(" ", cell).strip() for cell in cells)
