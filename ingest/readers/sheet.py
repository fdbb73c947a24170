"""Reads tables: .xlsx by the values it keeps, .xls and .ods by LibreOffice's .xlsx of them, and .csv."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from index.errors import InputError
from ingest.office.convert import convert
from ingest.office.heads import is_head_line
from ingest.office.kind import Kind, kind_of, refuse
from ingest.office.legacy import refuse_legacy
from ingest.office.package import open_package
from ingest.readers import html, text
from ingest.reading import Job, RawLine, Reading

MAX_ROWS = 200_000  # of all sheets, empty ones among them
MAX_COLUMNS = 1_000
MAX_CELLS = 3_000_000
_CONVERTED: dict[Kind, str] = {"xls": ".xls", "ods": ".ods"}
_DELIMITERS = ",;\t|"
_SNIFFED_ROWS = 50
_NARROWEST_ROW = 3  # cells: with fewer, a row is told from a paragraph only where each is filled
_GROUPED = re.compile(r"#[,.]##0|0[,.]000\b")
_DECIMALS = re.compile(r"\.(0+)")
_SPACE = re.compile(r"\s+")
# What the library raises over markup that is well-formed and still no workbook, beside its own error.
_DAMAGED = (
    KeyError, ValueError, TypeError, SyntaxError, AttributeError, IndexError, EOFError, OSError, BadZipFile, InvalidFileException
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of one row as shown, and its number in the sheet or file."""

    number: int
    cells: tuple[str, ...]

    @property
    def filled(self) -> list[str]:
        return [cell for cell in self.cells if cell]

    @property
    def is_head(self) -> bool:
        """Whether it is part of a document's head or signature, set in cells to stand side by side."""
        return any(is_head_line(cell) for cell in self.filled)


def read_workbook(path: Path, job: Job) -> Reading:
    """The visible sheets of a workbook: their rows with the values that were last shown. Raises InputError by name."""
    kind = kind_of(path)
    if kind == "html":
        return html.read(path, job)
    if kind == "xlsx":
        return _read_workbook(path, path)
    suffix = _CONVERTED.get(kind)
    if suffix is None:
        raise refuse(path, kind)
    return _read_workbook(path, convert(path, "xlsx", job.scratch, suffix))


def read_csv(path: Path, job: Job) -> Reading:
    """The rows of a .csv, whatever of comma, semicolon, tab and bar parts its cells. Raises InputError as for text files."""
    lines = [line.text for line in text.read(path, job).lines]
    delimiter = _delimiter(lines)
    rows = []
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter, strict=False)
    first = 1
    try:
        for cells in reader:
            rows.append(_Row(first, tuple(_tidy(cell) for cell in cells)))
            first = reader.line_num + 1
            _refuse_size(path, len(rows), len(cells), 0)
    except csv.Error as error:
        raise InputError(
            f"{path}: line {first} is no row of a table ({error}); save the table again as CSV."
        ) from error
    return _reading(path, list(_sheet_lines(rows, counted=True)))


def _read_workbook(path: Path, stored: Path) -> Reading:
    with open_package(stored, path):
        pass  # sizes and markup are checked before anything else opens the file
    # Opened here: the library leaves a file open that it cannot read.
    with stored.open("rb") as file:
        try:
            book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
            lines = list(_book_lines(path, book))
        except _DAMAGED as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise  # not the workbook but the system has something to say
            raise InputError(
                f"{path}: no workbook can be made of it ({error}); save it again where it was written."
            ) from error
    return _reading(path, lines)


def _book_lines(path: Path, book: Any) -> Iterator[RawLine]:
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    for sheet in sheets:
        found = list(_sheet_lines(_rows(path, sheet)))
        if found and len(sheets) > 1:
            yield RawLine(_tidy(sheet.title), None, begins=True)
        yield from found


def _reading(path: Path, lines: Sequence[RawLine]) -> Reading:
    if not lines:
        raise InputError(f"{path}: the table holds no words or figures; replace it or remove it.")
    refuse_legacy(path, (line.text for line in lines))
    return Reading(tuple(lines))


def _rows(path: Path, sheet: Any) -> list[_Row]:
    sheet.reset_dimensions()  # what the file says of its size may be wrong, and rows would be filled up to it
    rows, total = [], 0
    for number, cells in enumerate(sheet.iter_rows(), 1):
        total += len(cells)
        _refuse_size(path, number, 0, total)
        shown = [shown_value(cell.value, cell.number_format) if cell.value is not None else "" for cell in cells]
        while shown and not shown[-1]:
            shown.pop()
        _refuse_size(path, number, len(shown), total)
        if shown:
            rows.append(_Row(number, tuple(shown)))
    return rows


def _refuse_size(path: Path, rows: int, columns: int, cells: int) -> None:
    if rows > MAX_ROWS or columns > MAX_COLUMNS or cells > MAX_CELLS:
        raise InputError(
            f"{path}: a table of more than {MAX_ROWS:,} rows, {MAX_COLUMNS:,} columns or {MAX_CELLS:,} cells; "
            "keep what is a document of it, or split it."
        )


def _sheet_lines(rows: Sequence[_Row], counted: bool = False) -> Iterator[RawLine]:
    """The rows of the table as rows, what stands above and below it as lines. `counted`: row numbers are lines of the file."""
    first, end = _table(rows)
    table = rows[first:end]
    left = min((i for row in table for i, cell in enumerate(row.cells) if cell), default=0)
    right = max((i + 1 for row in table for i, cell in enumerate(row.cells) if cell), default=0)
    width = max(right - left, _NARROWEST_ROW)
    for i, row in enumerate(rows):
        line = row.number if counted else None
        if first <= i < end:
            cells = row.cells[left:right]
            if row.filled:
                yield RawLine("\t".join([*cells, *[""] * (width - len(cells))]), line, begins=True)
        else:
            yield from (RawLine(cell, line, begins=True) for cell in row.filled)


def _table(rows: Sequence[_Row]) -> tuple[int, int]:
    """First and end of the rows that are the table: from the first with several cells to the last, heads and signatures aside."""
    most = max((len(row.filled) for row in rows if not row.is_head), default=0)
    if most < 2:
        return 0, 0
    enough = min(most, _NARROWEST_ROW)
    first = next(i for i, row in enumerate(rows) if len(row.filled) >= enough and not row.is_head)
    end = next((i for i in range(first + 1, len(rows)) if rows[i].is_head), len(rows))
    while len(rows[end - 1].filled) < 2:
        end -= 1
    return first, end


def shown_value(value: object, form: str | None) -> str:
    """A value as a Vietnamese reader sees it in its cell: 12/03/2024, 1.250.000 where the form groups digits, 12,5%.

    `form` is the number format of the cell. Text stays as it is, on one line.
    """
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, datetime):
        at = f" {value:%H:%M}" if (value.hour, value.minute) != (0, 0) else ""
        return f"{value:%d/%m/%Y}{at}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, int | float):
        return _shown_number(value, (form or "General").split(";")[0])
    return _tidy(str(value))


def _shown_number(value: float, form: str) -> str:
    share = form.count("%") > 0
    decimals = _DECIMALS.search(form)
    number = value * 100 if share else value
    if form in ("General", "@") or not re.search(r"[0#]", form):
        written = _plain(number)
    else:
        written = f"{number:,.{len(decimals[1]) if decimals else 0}f}"
        if not _GROUPED.search(form):
            written = written.replace(",", "")
    # Points group thousands here and commas part decimals.
    return written.translate(str.maketrans(",.", ".,")) + ("%" if share else "")


def _plain(number: float) -> str:
    """A number as it is kept, without the digits that binary fractions add."""
    if isinstance(number, int) or (number.is_integer() and abs(number) < 1e15):
        return str(int(number))
    return f"{number:.10f}".rstrip("0").rstrip(".") if 1e-6 < abs(number) < 1e15 else f"{number:.6g}"


def _tidy(cell: str) -> str:
    return _SPACE.sub(" ", cell).strip()


def _delimiter(lines: Sequence[str]) -> str:
    """What parts the cells: the sign that gives most rows the same number of them, and more than one."""
    sample = [f"{line}\n" for line in lines if line.strip()][:_SNIFFED_ROWS]

    def fit(delimiter: str) -> tuple[float, int]:
        widths = [len(cells) for cells in csv.reader(sample, delimiter=delimiter) if cells]
        width, rows = Counter(widths).most_common(1)[0] if widths else (1, 0)
        return (rows / max(len(widths), 1), width) if width > 1 else (0.0, 0)

    return max(_DELIMITERS, key=fit)
