"""Cells on sheets of their own, and back onto the page."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from ingest.layout.cell_sheet import COLUMN, LINE, cell_sheets, without_tables
from ingest.layout.table import Cell, Table

_LONG, _SHORT = (700, 210, 1400, 250), (220, 420, 250, 450)
_SIZE = (2480, 3508)


def _page() -> tuple[Image.Image, Table]:
    """A page at 300 dpi: what is written in two of four cells are black boxes."""
    page = Image.new("L", _SIZE, 255)
    pen = ImageDraw.Draw(page)
    pen.rectangle(_LONG, fill=0)
    pen.rectangle(_SHORT, fill=0)
    xs, ys = (200, 600, 1600), (200, 400, 600)
    cells = tuple(
        Cell(r, c, 1, 1, (xs[c] / _SIZE[0], ys[r] / _SIZE[1], xs[c + 1] / _SIZE[0], ys[r + 1] / _SIZE[1]))
        for r in range(2)
        for c in range(2)
    )
    return page, Table((200 / _SIZE[0], 200 / _SIZE[1], 1600 / _SIZE[0], 600 / _SIZE[1]), cells)


def _ink(image: Image.Image) -> tuple[float, float, float, float]:
    rows, columns = np.nonzero(np.asarray(image) < 128)
    return float(columns.min()), float(rows.min()), float(columns.max()), float(rows.max())


def test_a_number_stands_on_a_line_and_a_text_in_a_column_and_both_go_back_to_their_place() -> None:
    page, table = _page()
    column, line = cell_sheets(page, [table])
    assert (column.mode, line.mode) == (COLUMN, LINE)
    assert column.on_page(_ink(column.image)) == _LONG
    assert line.on_page(_ink(line.image)) == pytest.approx(_SHORT, abs=1)


def test_empty_cells_make_no_sheet() -> None:
    _, table = _page()
    assert cell_sheets(Image.new("L", _SIZE, 255), [table]) == []
    assert cell_sheets(Image.new("L", _SIZE, 255), []) == []


def test_no_sheet_is_higher_than_recognition_takes() -> None:
    page = Image.new("L", _SIZE, 255)
    pen = ImageDraw.Draw(page)
    cells = []
    for i in range(12):
        left = 100 + 180 * i
        pen.rectangle((left + 10, 60, left + 160, 3400), fill=0)
        cells.append(Cell(0, i, 1, 1, (left / _SIZE[0], 50 / _SIZE[1], (left + 180) / _SIZE[0], 3450 / _SIZE[1])))
    table = Table((100 / _SIZE[0], 50 / _SIZE[1], 2260 / _SIZE[0], 3450 / _SIZE[1]), tuple(cells))
    sheets = cell_sheets(page, [table])
    assert sum(len(sheet.pieces) for sheet in sheets) == 12
    assert max(sheet.image.height for sheet in sheets) < 16_000


def test_the_rest_of_the_page_has_no_table() -> None:
    page, table = _page()
    ImageDraw.Draw(page).rectangle((200, 1000, 300, 1040), fill=0)
    assert _ink(without_tables(page, [table])) == (200, 1000, 300, 1040)
