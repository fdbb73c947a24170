"""From the picture of a page to its lines of text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PIL import Image

from ingest.layout.cell_sheet import without_tables
from ingest.layout.ink import shows_ink
from ingest.layout.scan_tables import find_tables
from ingest.layout.table import Table, table_lines
from ingest.ocr.blanks import without_handwriting
from ingest.ocr.cells import find_cell_words
from ingest.ocr.columns import Columns, find_foot, find_head, lines_in_order
from ingest.ocr.paragraphs import paragraph_starts
from ingest.ocr.rows import part_row, rows_of
from ingest.ocr.rubbish import is_signed, makes_sense, sense, without_rubbish
from ingest.ocr.sheet import Sheet, make_sheet, turned
from ingest.ocr.spelling import respell
from ingest.ocr.tesseract import find_turn, find_words
from ingest.ocr.words import PixelBox, ScannedLine, ScannedWord, calibrated, mean_confidence
from ingest.reading import PageNote, RawLine, ReadPage, Word

LOW_CONFIDENCE = 0.75
"""Mean confidence of a page below which it is marked as unsure."""

_COLUMN = 4  # tesseract's mode for one column of text of different sizes
_BLOCK = 6  # for one block of text
_LINE = 7  # for one line
_UPRIGHT = 0.65  # a page with this share of syllables and more stands upright
_GUESSED = 0.5  # confidence; below it, poor scans still hold mostly syllables, other scripts and pictures do not
_FEWEST_WORDS = 20  # for their share in syllables to tell
_STAMP = (0.35, 0.1)  # of the page's width and height
_MARGIN = 0.6  # heights of type around what is recognised once more
_LARGER = 1.4  # times the size, for the same


@dataclass(frozen=True, slots=True)
class _Seen:
    """A sheet and its words as recognised, rubbish taken out."""

    sheet: Sheet
    words: tuple[ScannedWord, ...]
    tables: tuple[Table, ...]

    @property
    def confidence(self) -> float:
        return mean_confidence(self.words)


def recognise_page(image: Image.Image, number: int, size: tuple[float, float]) -> tuple[ReadPage, tuple[RawLine, ...]]:
    """A page's lines in reading order, recognised, and what is known of the page.

    `number` counts from 1; `size` is the page's width and height in points as it is shown. Boxes are shares of the page as
    given, however it was turned for recognition. A page without words, or with guesses only, has no lines; it is noted as
    "blank", or as "low_confidence" where something stands on it.
    Raises TesseractMissing and TesseractFailed, which name neither file nor page: the reader knows both.
    """
    seen = _see_upright(make_sheet(image, size))
    lines = _lines(seen, number) if seen.words else ()
    confidence = _page_confidence(lines)
    if confidence is not None and _is_guessed(seen.words, confidence):
        lines, confidence = (), None
    return ReadPage(number, *size, "ocr", confidence, _notes(seen, lines, confidence)), lines


def _see_upright(sheet: Sheet) -> _Seen:
    """The page recognised as it is, and where that makes little sense, as tesseract would turn it."""
    seen = _see(sheet)
    if sense(seen.words) >= _UPRIGHT:
        return seen
    turn = find_turn(sheet.image, round(sheet.dpi))
    if not turn:
        return seen
    other = _see(turned(sheet, turn))
    return max(seen, other, key=lambda seen: sense(seen.words) * len(seen.words))


def _see(sheet: Sheet) -> _Seen:
    tables = [table for table in find_tables(sheet.image) if not _is_stamp(table)]
    dpi = round(sheet.dpi)
    words = without_rubbish(respell(find_words(without_tables(sheet.image, tables), _COLUMN, dpi)))
    return _Seen(sheet, words + respell(find_cell_words(sheet.image, tables, dpi)), tuple(tables))


def _is_stamp(table: Table) -> bool:
    """Whether a frame is no larger than the stamps that offices put on what they receive."""
    left, top, right, bottom = table.box
    return right - left < _STAMP[0] and bottom - top < _STAMP[1]


def _lines(seen: _Seen, number: int) -> tuple[RawLine, ...]:
    """The lines of a page from top to bottom; the words of each table are taken out of the running text and become rows."""
    found: list[tuple[float, tuple[RawLine, ...]]] = []
    running = list(seen.words)
    for table in seen.tables:
        inside = [word for word in running if table.holds(_upright_share(seen.sheet, word))]
        running = [word for word in running if word not in inside]
        found.append((table.box[1] * seen.sheet.image.height, _table_rows(seen.sheet, table, inside, number)))
    at = 0
    lines = _running_lines(seen.sheet, running)
    raw: list[RawLine] = []
    for top, rows in sorted(found, key=lambda part: part[0]):
        while at < len(lines) and lines[at][0].box[1] < top:
            raw.append(_raw(seen.sheet, *lines[at], number))
            at += 1
        raw += rows
    return tuple(raw + [_raw(seen.sheet, *line, number) for line in lines[at:]])


def _running_lines(sheet: Sheet, words: Sequence[ScannedWord]) -> list[tuple[ScannedLine, bool | None]]:
    """The lines outside tables in reading order, and for those of the body whether a paragraph begins with them."""
    rows = rows_of(words)
    head = find_head(rows)
    foot = find_foot(rows, sheet.image.width)
    if foot:
        rows = rows[: foot.start] + _foot_rows(sheet, rows[foot.start : foot.end], foot.cut) + rows[foot.end :]
        foot = find_foot(rows, sheet.image.width) or foot
    first = head.end if head else 0
    last = foot.start if foot else len(rows)
    above = lines_in_order(rows[:first], [head] if head else [])
    kept = [without_handwriting(line, lambda line: _again(sheet, line.box, _LINE)) for line in above]
    body = [line for line in lines_in_order(rows[first:last], []) if makes_sense(line)]
    below = lines_in_order(rows[last:], [Columns(0, foot.end - last, foot.cut)] if foot else [])
    return [
        *((line, None) for line in kept if line and makes_sense(line)),
        *zip(body, paragraph_starts(body), strict=True),
        *((line, None) for line in below if (is_signed(line) if _is_right(line, foot) else makes_sense(line))),
    ]


def _is_right(line: ScannedLine, foot: Columns | None) -> bool:
    return foot is not None and line.box[0] >= foot.cut


def _foot_rows(sheet: Sheet, rows: Sequence[ScannedLine], cut: float) -> list[ScannedLine]:
    """The rows of a foot, each column recognised by itself, where that reads better."""
    sides = [[word for row in rows for word in part_row(row, cut)[side]] for side in (0, 1)]
    words: list[ScannedWord] = []
    for number, (side, left, right) in enumerate(zip(sides, (0.0, cut), (cut, float(sheet.image.width)), strict=True)):
        top, bottom = min(row.box[1] for row in rows), max(row.box[3] for row in rows)
        again = without_rubbish(_again(sheet, (left, top, right, bottom), _BLOCK))
        better = again if _weight(again) > _weight(side) else tuple(side)
        words += [replace(word, line=(number, *word.line)) for word in better]
    return rows_of(words)


def _weight(words: Sequence[ScannedWord]) -> float:
    return sum(word.confidence * len(word.text) for word in words if word.confidence > 0.5)


def _again(sheet: Sheet, box: PixelBox, mode: int) -> tuple[ScannedWord, ...]:
    """The words in a part of the sheet, recognised by itself and in a larger size; boxes are those of the sheet."""
    margin = round(_MARGIN * sheet.dpi / 10)
    left, top = max(0, int(box[0]) - margin), max(0, int(box[1]) - margin)
    right, bottom = min(sheet.image.width, int(box[2]) + margin), min(sheet.image.height, int(box[3]) + margin)
    part = sheet.image.crop((left, top, right, bottom))
    part = part.resize((round(part.width * _LARGER), round(part.height * _LARGER)), Image.Resampling.LANCZOS)
    return tuple(
        replace(
            word,
            left=word.left / _LARGER + left,
            top=word.top / _LARGER + top,
            right=word.right / _LARGER + left,
            bottom=word.bottom / _LARGER + top,
        )
        for word in respell(find_words(part, mode, round(sheet.dpi * _LARGER)))
    )


def _upright_share(sheet: Sheet, word: ScannedWord) -> tuple[float, float, float, float]:
    """Where a word stands on the sheet, in shares: tables are found on it, not on the page as given."""
    width, height = sheet.image.size
    return word.left / width, word.top / height, word.right / width, word.bottom / height


def _table_rows(sheet: Sheet, table: Table, words: Sequence[ScannedWord], number: int) -> tuple[RawLine, ...]:
    placed = [Word(word.text, _upright_share(sheet, word)) for word in words]
    given = {id(word): Word(word.text, sheet.share(scanned.box)) for word, scanned in zip(placed, words, strict=True)}
    rows = table_lines(table, placed, number, "ocr", [word.confidence for word in words])
    rows = tuple(replace(row, confidence=calibrated(row.confidence or 0.0)) for row in rows)
    return tuple(replace(row, words=tuple(given[id(word)] for word in row.words)) for row in rows)


def _raw(sheet: Sheet, line: ScannedLine, begins: bool | None, number: int) -> RawLine:
    words = tuple(Word(word.text, sheet.share(word.box)) for word in line.words)
    return RawLine(line.text, None, number, words, "ocr", calibrated(line.confidence), begins)


def _page_confidence(lines: Sequence[RawLine]) -> float | None:
    """The mean over all lines, weighted by their letters; None where there are none."""
    letters = sum(len(line.text) for line in lines)
    return sum((line.confidence or 0.0) * len(line.text) for line in lines) / letters if letters else None


def _is_guessed(words: Sequence[ScannedWord], confidence: float) -> bool:
    """Whether a page's words are what recognition makes of pictures and of scripts that it does not know."""
    return confidence < _GUESSED and (len(words) < _FEWEST_WORDS or sense(words) < _UPRIGHT)


def _notes(seen: _Seen, lines: Sequence[RawLine], confidence: float | None) -> tuple[PageNote, ...]:
    notes: list[PageNote] = ["ocr"]
    if confidence is None:
        return ("ocr", "low_confidence") if shows_ink(seen.sheet.image) else ("ocr", "blank")
    if seen.sheet.turn:
        notes.append("turned")
    if seen.sheet.skew:
        notes.append("deskewed")
    if any("\t" in line.text for line in lines):
        notes.append("table")
    if confidence < LOW_CONFIDENCE:
        notes.append("low_confidence")
    return tuple(notes)
