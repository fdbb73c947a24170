"""The pages of a PDF that LibreOffice made: their sizes, and their words where they stand, in the order of the document."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from index.document import Box
from index.errors import InputError
from ingest.layout.boxes import around, on_page, same_height
from ingest.reading import Job, ReadPage

_Rectangle = tuple[float, float, float, float]  # left, bottom, right, top in points, from the bottom left
_NOT_TEXT = frozenset({0, 2, 0xFFFE, 0xFFFF})  # what the library puts where a line or a hyphen ends
_SAME_BASELINE = 0.5  # points
_BLANK = 0.1  # of the letter's height: a wider gap parts words


@dataclass(frozen=True, slots=True)
class ShownWord:
    """A word as a page shows it."""

    text: str
    page: int
    box: Box

    def stands_before(self, other: "ShownWord") -> bool:
        """Whether both stand on one line of type and this one further left."""
        return self.page == other.page and self.box[0] < other.box[0] and same_height(self.box, other.box)


@dataclass(frozen=True, slots=True)
class Shown:
    """All pages, and the words of all of them one after another."""

    pages: tuple[ReadPage, ...]
    words: tuple[ShownWord, ...]


def read_shown(pdf: Path, path: Path, job: Job) -> Shown:
    """The pages of `pdf`, which shows the document `path`. Raises InputError where there are more than `job` allows."""
    pages: list[ReadPage] = []
    words: list[ShownWord] = []
    document = pypdfium2.PdfDocument(pdf)
    try:
        total = len(document)
        if total > job.max_pages:
            raise InputError(f"{path}: {total:,} pages are above the limit of {job.max_pages:,}; split the file.")
        for number in range(1, total + 1):
            page = document[number - 1]
            width, height = page.get_size()
            found = list(_page_words(page, number, width, height))
            words += found
            pages.append(ReadPage(number, width, height, notes=() if found else ("blank",)))
            page.close()
            job.on_page(number, total)
    finally:
        document.close()
    return Shown(tuple(pages), tuple(words))


def _page_words(page: pypdfium2.PdfPage, number: int, width: float, height: float) -> Iterator[ShownWord]:
    text = page.get_textpage()
    try:
        line: list[_Glyph] = []
        for glyph in _glyphs(text.raw, text.count_chars()):
            if line and abs(glyph.baseline - line[-1].baseline) > _SAME_BASELINE:
                yield from _line_words(line, number, width, height)
                line = []
            line.append(glyph)
        yield from _line_words(line, number, width, height)
    finally:
        text.close()


class _Glyph(NamedTuple):
    text: str
    x: float
    baseline: float
    box: _Rectangle


def _glyphs(text: object, count: int) -> Iterator[_Glyph]:
    """The letters and signs of a page in the order that they are drawn in."""
    x, y, rectangle = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    for i in range(count):
        code = pdfium.FPDFText_GetUnicode(text, i)
        if code in _NOT_TEXT or (written := chr(code)).isspace():
            continue
        if not pdfium.FPDFText_GetCharOrigin(text, i, x, y) or not pdfium.FPDFText_GetLooseCharBox(text, i, rectangle):
            continue
        box = (rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        yield _Glyph(written, x.value, y.value, box)


def _line_words(line: list[_Glyph], number: int, width: float, height: float) -> Iterator[ShownWord]:
    """The words of one line of type. Letters that the font lacks are drawn after it in another one, so places decide."""
    line.sort(key=lambda glyph: glyph.x)
    first = 0
    for i in range(1, len(line) + 1):
        if i < len(line) and line[i].box[0] - line[i - 1].box[2] < _BLANK * (line[i].box[3] - line[i].box[1]):
            continue
        word = line[first:i]
        if word:
            covered = around([glyph.box for glyph in word])
            yield ShownWord("".join(glyph.text for glyph in word), number, _share(covered, width, height))
        first = i


def _share(rectangle: _Rectangle, width: float, height: float) -> Box:
    left, bottom, right, top = rectangle
    return on_page((left / width, 1 - top / height, right / width, 1 - bottom / height))
