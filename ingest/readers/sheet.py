"""Reads tables: .xlsx by the values it keeps, .xls and .ods by LibreOffice's .xlsx of them, and .csv."""

import csv
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from index.errors import InputError
from ingest.office.convert import convert
from ingest.office.heads import is_head_line
from ingest.office.kind import Kind, kind_of, refuse
from ingest.office.legacy import refuse_legacy
from ingest.office.package import Package, open_package
from ingest.readers import html, text
from ingest.reading import Job, RawLine, Reading

MAX_ROWS = 200_000  # of all sheets, empty ones among them
MAX_COLUMNS = 1_000
MAX_CELLS = 3_000_000
_UNKNOWN = "#NAME?"  # the value of a formula with a function that the program lacks
_CONVERTED: dict[Kind, str] = {"xls": ".xls", "ods": ".ods"}
_DELIMITERS = ",;\t|"
_SNIFFED_ROWS = 50
_NARROWEST_ROW = 3  # cells: with fewer, a row is told from a paragraph only where each is filled
_SECTION = re.compile(r'(?:"[^"]*"|\\.|[^;])*')  # of a number format: the first is that of positive numbers
# What a format has besides digits and literals: blanks as wide as a sign, fillings, colours, and languages.
_UNSEEN = re.compile(
    r'("[^"]*"|\\.)|_.|\*.|\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color ?\d+|\$-[^]]*)\]', re.IGNORECASE
)
_LITERAL = r'"[^"]*"|\\.|\[\$[^]]*\]|[-+()$₫€% ]'
_NUMBER_FORM = re.compile(rf"((?:{_LITERAL})*)(#,##0|#,###|0|#)(?:\.(0{{0,6}})(#{{0,6}}))?((?:{_LITERAL})*)")
_MOST_EXACT = 1e15  # above, a workbook keeps no units of a number
_SPACE = re.compile(r"\s+")
# What the library raises over markup that is well-formed and still no workbook, beside its own error.
_DAMAGED = (
    KeyError, ValueError, TypeError, SyntaxError, AttributeError, IndexError, EOFError, OSError, BadZipFile, InvalidFileException,
    zlib.error,
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
        return _read_workbook(path, _calculated(path, job))
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


def _calculated(path: Path, job: Job) -> Path:
    """The workbook with a value for each formula: where it keeps none, as programs write it, LibreOffice calculates them."""
    if not _lacks_values(path, path):
        return path
    calculated = convert(path, "xlsx", job.scratch, ".xlsx")
    if _lacks_values(calculated, path, {_UNKNOWN}):
        raise InputError(
            f"{path}: it keeps no values of its formulas, and not all of them can be calculated here; "
            "open it where it was written and save it again."
        )
    return calculated


def _lacks_values(stored: Path, path: Path, none: Set[str] = frozenset()) -> bool:
    """Whether a sheet has a formula without a value, or with one of `none`."""
    with open_package(stored, path) as package:
        sheets = [name for name in package.names if "/worksheets/" in name and name.endswith(".xml")]
        with _naming(path):
            return any(_lacks_value(package, name, none) for name in sheets)


def _lacks_value(package: Package, name: str, none: Set[str]) -> bool:
    with package.archive.open(name) as part:
        cells = etree.iterparse(part, tag=("{*}c", "{*}row"), resolve_entities=False, no_network=True, load_dtd=False)
        for _, element in cells:
            # A row has no formula of its own, only its cells.
            if next(element.iterchildren("{*}f"), None) is not None:
                value = element.findtext("{*}v") or ""
                # A text without letters is a value as well.
                if value in none or (not value and element.get("t") != "str"):
                    return True
            element.clear()
            while element.getprevious() is not None:  # empty ones fill the memory as well
                del element.getparent()[0]
    return False


def _read_workbook(path: Path, stored: Path) -> Reading:
    with open_package(stored, path):
        pass  # sizes and markup are checked before anything else opens the file
    # Opened here: the library leaves a file open that it cannot read.
    with stored.open("rb") as file, _naming(path):
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        lines = list(_book_lines(path, book))
    return _reading(path, lines)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Names the workbook where what reads it finds it damaged."""
    try:
        yield
    except _DAMAGED as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise  # not the workbook but the system has something to say
        raise InputError(
            f"{path}: no workbook can be made of it ({error}); save it again where it was written."
        ) from error


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

    `form` is the number format of the cell; of one that is not known here, a number comes as it is kept. Text stays as it is, on one line.
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
        return _shown_number(value, form or "General")
    return _tidy(str(value))


def _shown_number(value: float, form: str) -> str:
    section = _SECTION.match(form)
    known = _NUMBER_FORM.fullmatch(_UNSEEN.sub(r"\1", section[0] if section else form))
    if known is None or not abs(value) < _MOST_EXACT:
        return _by_points(_plain(value))
    before, digits, decimals, optional, after = known.groups(default="")
    shares = _literals(before + after).count(None)
    if shares > 1:
        return _by_points(_plain(value))
    # Fifteen digits are what a workbook calculates with, and a half goes away from zero.
    number = Decimal(f"{value:.15g}").scaleb(2 * shares)
    number = number.quantize(Decimal(1).scaleb(-len(decimals + optional)), ROUND_HALF_UP)
    written = f"{number:,f}" if "," in digits else f"{number:f}"
    for _ in optional:
        written = written.removesuffix("0")
    written = _by_points(written.removesuffix("."))
    sign, amount = ("-", written[1:]) if written.startswith("-") else ("", written)
    return _tidy(f"{sign}{_said(before)}{amount}{_said(after)}")


def _literals(tokens: str) -> list[str | None]:
    """The texts of a format's literals; None for the sign of a share."""
    found: list[str | None] = []
    for token in re.findall(_LITERAL, tokens):
        if token == "%":
            found.append(None)
        elif token.startswith("[$"):
            found.append(token[2:-1].split("-")[0])  # a currency and the number of its language
        else:
            found.append(token.strip('"') if token.startswith('"') else token[-1])
    return found


def _said(tokens: str) -> str:
    return "".join("%" if text is None else text for text in _literals(tokens))


def _by_points(written: str) -> str:
    """Points group thousands here and commas part decimals."""
    return written.translate(str.maketrans(",.", ".,"))


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
