"""A sheet of a workbook, written from top to bottom: what a cell holds, and how it looks."""

import math
import re
from collections.abc import Iterable, Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import RowDimension

from obligations.exports.columns import Value
from obligations.exports.headings import Language, word
from obligations.exports.text import starts_formula

MOST_UNITS = 32_767
"""What a cell holds, in UTF-16 units: a letter of Vietnamese is one, a character beyond the basic plane two."""
LINE_HEIGHT = 15.0
"""Points; a row has a few more, without which the marks below its last letters are cut off."""
MOST_LINES = 15
"""Lines of the highest row: a long quote is read in the cell, and must not hide the rows below it."""

_MARGIN = 3.0
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""Workbooks write "_x0041_" for "A"; the underscore of such words in a text must be written so itself."""
_BOLD = Font(name="Calibri", size=11, bold=True)
_FILL = PatternFill("solid", fgColor="DDE6F0")
_DAYS: dict[Language, str] = {"vi": "dd/mm/yyyy", "en": "yyyy-mm-dd"}
_FIRST_DAY = date(1900, 3, 1)
"""Days before it have no number that all programs read alike: Excel counts a 29 February 1900."""


class Sheet:
    """Rows are on the disk before the next one comes, so the sheet keeps one cell for each column and look, and none of its rows.

    `widths` are those of the columns in characters. `left` puts numbers and days to the left, too. `cut` counts the texts that
    were too long for a cell.
    """

    def __init__(
        self, book: Workbook, title: str, widths: Sequence[int], language: Language, left: bool = False
    ) -> None:
        self.cut = 0
        self._alignment = Alignment("left" if left else None, "top", wrap_text=True)
        self._sheet = book.create_sheet(title)
        self._widths = widths
        self._language = language
        self._cells: dict[tuple[int, str], Cell] = {}
        self._heights: dict[int, RowDimension] = {}
        self._rows = 0
        for place, width in enumerate(widths, 1):
            self._sheet.column_dimensions[get_column_letter(place)].width = width

    def as_table(self, rows: int) -> None:
        """A header that stays in sight and on every printed page, with a filter over so many rows below it; before the first row."""
        self._sheet.freeze_panes = "A2"
        self._sheet.auto_filter.ref = f"A1:{get_column_letter(len(self._widths))}{rows + 1}"
        self._sheet.print_title_rows = "1:1"
        self._sheet.page_setup.orientation = "landscape"

    def headings(self, words: Iterable[str]) -> None:
        """Adds a row of headings."""
        texts = list(words)
        self._append([self._cell(place, text, "heading") for place, text in enumerate(texts)], self._lines(texts))

    def line(self, values: Sequence[Value]) -> None:
        """Adds a row."""
        cells = [None if value is None else self._of(place, value) for place, value in enumerate(values)]
        self._append(cells, self._lines(values))

    def _append(self, cells: list[Cell | None], lines: int) -> None:
        self._rows += 1
        # Heights are given: nobody else sees to them. LibreOffice takes those of a file that names Excel as they are.
        if lines not in self._heights:
            self._heights[lines] = RowDimension(self._sheet, ht=lines * LINE_HEIGHT + _MARGIN)
        self._sheet.row_dimensions[self._rows] = self._heights[lines]
        self._sheet.append(cells)
        del self._sheet.row_dimensions[self._rows]

    def _lines(self, values: Sequence[Value]) -> int:
        """How many lines the longest text of a row takes."""
        lengths = (
            math.ceil(len(value) / width)
            for value, width in zip(values, self._widths, strict=False)
            if isinstance(value, str)
        )
        return min(max(lengths, default=1) or 1, MOST_LINES)

    def _of(self, place: int, value: str | int | float | date) -> Cell:
        if isinstance(value, date):
            if value >= _FIRST_DAY:
                return self._cell(place, value, "day")
            value = value.isoformat()
        if not isinstance(value, str):
            return self._cell(place, value, "number")
        return self._cell(place, self._fitting(value), "sign" if starts_formula(value) else "text")

    def _cell(self, place: int, value: str | int | float | date, look: str) -> Cell:
        cell = self._cells.get((place, look))
        if cell is None:
            cell = self._cells[place, look] = self._new(look)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"  # not "f" for "=1+1", nor "e" for "#N/A"
        return cell

    def _new(self, look: str) -> Cell:
        cell = WriteOnlyCell(self._sheet)
        cell.alignment = self._alignment
        if look == "heading":
            cell.font, cell.fill = _BOLD, _FILL
        elif look == "day":
            cell.number_format = _DAYS[self._language]
        elif look == "sign":
            cell.quotePrefix = True  # it stays text when somebody edits it
        return cell

    def _fitting(self, text: str) -> str:
        """The text as a cell may hold it, cut where it is too long."""
        escaped = _ESCAPE.sub("_x005F_", text)
        if len(escaped) * 2 <= MOST_UNITS or len(escaped.encode("utf-16-le")) // 2 <= MOST_UNITS:
            return escaped
        self.cut += 1
        note = word("cut", self._language)
        units = escaped.encode("utf-16-le")[: 2 * (MOST_UNITS - len(note))]
        return units.decode("utf-16-le", "ignore") + note
