"""Reads .pdf files: the text layer where it is sound, recognition of the drawn page where it is not."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2 as pdfium
from PIL.Image import Image

from index.document import Box
from index.errors import InputError
from ingest.layout.boxes import centre, shares
from ingest.layout.pdf_tables import page_tables
from ingest.layout.table import Table, table_lines
from ingest.ocr.recognise import recognise_page
from ingest.ocr.tesseract import TesseractFailed, TesseractMissing
from ingest.pdf.columns import in_columns
from ingest.pdf.drawing import DPI, draw_page
from ingest.pdf.fields import filled, has_fields, is_blank
from ingest.pdf.file import PdfFile, opened
from ingest.pdf.gate import Verdict, judge
from ingest.pdf.letters import page_letters, place_lines
from ingest.pdf.line import Line, Token, words_of
from ingest.pdf.paragraphs import PageLine, with_begins
from ingest.pdf.running import running_lines
from ingest.reading import Job, PageNote, RawLine, Reading, ReadPage, Word

Size = tuple[float, float]
_NOTED: dict[Verdict, tuple[PageNote, ...]] = {"scrambled": ("scrambled",), "legacy_font": ("legacy_font",)}


@dataclass(frozen=True, slots=True)
class _PageRead:
    """A page and its lines, before what runs along from page to page is known."""

    page: ReadPage
    lines: tuple[PageLine, ...] = ()


def read(path: Path, job: Job) -> Reading:
    """The lines of a PDF, page by page, in reading order, without running heads and page numbers.

    Nothing in the file is run, and attachments are not opened. Raises InputError: protected by a password, damaged, more
    pages than `job.max_pages`, a page too large to be drawn, no words at all; TesseractMissing where a page must be
    recognised and the command is not installed.
    """
    with opened(path, job.scratch, job.max_pages) as file:
        pages = []
        for index in range(file.pages):
            pages.append(_read_page(file, index, path, job))
            job.on_page(index + 1, file.pages)
        shown = file.shown
    lines = tuple(_lines(pages))
    if not any(c.isalnum() for line in lines for c in line.text):
        raise InputError(
            f"{path}: no words were found on any page; if it shows Vietnamese text, scan it again with 300 dots an inch, else remove it."
        )
    return Reading(lines, tuple(read.page for read in pages), shown)


def _lines(pages: Sequence[_PageRead]) -> Iterator[RawLine]:
    running = running_lines([[line.raw for line in read.lines] for read in pages])
    kept = [
        [line for i, line in enumerate(read.lines) if i not in gone] for read, gone in zip(pages, running, strict=True)
    ]
    for lines in with_begins(kept, [(read.page.width, read.page.height) for read in pages]):
        yield from lines


def _read_page(file: PdfFile, index: int, path: Path, job: Job) -> _PageRead:
    page = file.page(index)
    if page is None:
        raise InputError(f"{path}: page {index + 1} is damaged; save the file anew from where it came from.")
    try:
        verdict, lines, notes = _text_layer(file.plain_text(index), page)
        if verdict == "blank":
            return _PageRead(_page(page, index + 1, ("blank",)))
        if verdict != "text":
            return _recognised(page, index + 1, path, job, _NOTED.get(verdict, ()))
        read = _from_text(page, index + 1, lines, notes)
        return _with_fields(read, page, path, job) if index == 0 else read
    finally:
        page.close()


def _text_layer(plain: str | None, page: pdfium.PdfPage) -> tuple[Verdict, list[Line], tuple[PageNote, ...]]:
    """What the text layer is worth, and its lines: as pypdf reads them, or as pdfium does where those are not sound."""
    letters = page_letters(page)
    first: Verdict | None = None
    for text, notes in ((plain, ()), (letters.text, _NOTED["scrambled"])):
        if text is None:
            continue
        verdict = judge(text, page, letters.text)
        if verdict in ("text", "blank"):
            return verdict, place_lines(text, letters), notes
        first = first or verdict
    return first or "picture", [], ()


def _from_text(page: pdfium.PdfPage, number: int, lines: Sequence[Line], notes: tuple[PageNote, ...]) -> _PageRead:
    size: Size = page.get_size()
    tables = [table for table in page_tables(page) if table.columns > 1]
    placed = tuple(_table_rows(lines, tables, number, size))
    if any("\t" in line.raw.text for line in placed):
        notes = (*notes, "table")
    return _PageRead(_page(page, number, notes), placed)


def _page(page: pdfium.PdfPage, number: int, notes: tuple[PageNote, ...]) -> ReadPage:
    width, height = page.get_size()
    return ReadPage(number, width, height, notes=notes)


def _table_rows(lines: Sequence[Line], tables: Sequence[Table], number: int, size: Size) -> Iterator[PageLine]:
    """The lines of a page from top to bottom, the words of its tables taken out of the running text and put into rows."""
    words: list[list[Word]] = [[] for _ in tables]
    between: list[list[Line]] = [[] for _ in range(len(tables) + 1)]
    band = 0
    for line in lines:
        rest: list[Token] = []
        for token in line.tokens:
            table = _table_of(token, tables, size)
            if table is None:
                rest.append(token)
            else:
                words[table] += words_of([token], size)
        if rest:
            left = Line(tuple(rest))
            band = _band(left, tables, size, band)
            between[band].append(left)
    for i, band_lines in enumerate(between):
        for column in in_columns(band_lines, size[0]):
            yield from (PageLine(line.raw(number, size), column.is_side) for line in column.lines)
        if i < len(tables):
            yield from map(PageLine, table_lines(tables[i], words[i], number))


def _table_of(token: Token, tables: Sequence[Table], size: Size) -> int | None:
    if token.box is None or not tables:
        return None
    box = shares(token.box, size)
    return next((i for i, table in enumerate(tables) if table.holds(box)), None)


def _band(line: Line, tables: Sequence[Table], size: Size, before: int) -> int:
    """How many tables stand above a line; a line without a place stands where the one before it does."""
    if line.box is None:
        return before
    middle = centre(line.box)[1] / size[1]
    return sum(table.box[1] < middle for table in tables)


def _recognised(page: pdfium.PdfPage, number: int, path: Path, job: Job, notes: tuple[PageNote, ...]) -> _PageRead:
    with _naming(path):
        read, lines = recognise_page(draw_page(page, path, job.max_pixels), number, page.get_size())
    noted = replace(read, notes=tuple(dict.fromkeys((*notes, *read.notes))))
    return _PageRead(noted, tuple(PageLine(line, is_scanned=True) for line in lines))


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """What recognition has to say, with the name of the file that it does not know."""
    try:
        yield
    except (TesseractMissing, TesseractFailed) as error:
        raise type(error)(f"{path}: {error}") from error


def _with_fields(read: _PageRead, page: pdfium.PdfPage, path: Path, job: Job) -> _PageRead:
    """The first page with number and date filled in where its text leaves them blank and a signature's field shows them."""
    if not any(is_blank(line.raw.text) for line in read.lines) or not has_fields(page):
        return read

    def draw(part: Box) -> Image:
        return draw_page(page, path, job.max_pixels, part)

    with _naming(path):
        lines = tuple(replace(line, raw=filled(line.raw, draw, DPI) or line.raw) for line in read.lines)
    if lines == read.lines:
        return read
    return _PageRead(replace(read.page, notes=(*read.page.notes, "form_fields")), lines)
