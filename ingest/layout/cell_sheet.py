"""The cells of a page's tables below one another on sheets of their own, which recognition reads better and faster than
the page: side by side it takes the lines of neighbouring cells for one line, and one call for each cell takes too long.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from PIL import Image

from index.document import Box
from ingest.layout.boxes import height, width
from ingest.layout.ink import Ink, find_ink, paper_level, solid
from ingest.layout.table import Cell, Table

_INSET = 1.0  # points within a cell's border that are left out: what remains of its rules
_AROUND = 6.0  # points kept above and below the type of a cell: marks on capitals are too fine to be found
_GAP = 6.0  # points between two cells
_SHORT = (
    48.0,
    24.0,
)  # points: what is written in a cell that holds a number or a word, at most, with what is kept around it
_APART = 30.0  # points between two short cells that stand beside each other
_ON_A_LINE = 30  # short cells
_LARGE = 3.1  # pixels a point at which single letters and digits are read best
_CLEAR = 0.92  # of the paper's brightness: the edges of what was cut out must not show
_HIGHEST = 12_000  # pixels of a sheet; tesseract takes 32,767 at most
_LEAST_INK = 4  # solid squares of a cell that holds a word

COLUMN, LINE = 6, 7
Pixels = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Part of a page, left, top, right and bottom in pixels, and where its upper left corner stands on the sheet."""

    page: Pixels
    x: int
    y: int

    def distance(self, x: float, y: float) -> float:
        """How far a point of the sheet lies outside the piece; 0 within it."""
        right, bottom = self.x + width(self.page), self.y + height(self.page)
        return max(self.x - x, 0.0, x - right) + max(self.y - y, 0.0, y - bottom)


@dataclass(frozen=True, slots=True)
class CellSheet:
    """A picture of cells to be recognised in tesseract's page segmentation `mode`: below one another as one column, or
    beside each other as one line, where they hold a number or a word each. Those are seldom read right in a column, nor in
    the size of running text: the picture is `scale` times as large as the page.
    """

    image: Image.Image
    pieces: tuple[_Piece, ...]
    mode: int
    scale: float = 1.0

    def on_page(self, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        """Where a box in pixels of the sheet, say that of a word, stands in pixels of the page."""
        left, top, right, bottom = (edge / self.scale for edge in box)
        x, y = (left + right) / 2, (top + bottom) / 2
        piece = min(self.pieces, key=lambda p: p.distance(x, y))
        across, down = piece.page[0] - piece.x, piece.page[1] - piece.y
        return left + across, top + down, right + across, bottom + down


def cell_sheets(image: Image.Image, tables: Sequence[Table]) -> list[CellSheet]:
    """The written cells of all tables of a page, on as many sheets as it takes; [] where nothing is written in them.

    `image` is the page without its rules (`scan_tables.without_rules`), in grey.
    """
    ink = find_ink(image)
    cells = [cell for table in tables for cell in table.cells]
    boxes = [box for cell in cells if (box := _written(ink, cell, image)) is not None]
    point = ink.point * ink.factor
    short = [box for box in boxes if width(box) <= _SHORT[0] * point and height(box) <= _SHORT[1] * point]
    long = [box for box in boxes if box not in short]
    sheets = [_column(image, batch, point) for batch in _batches(long)]
    return sheets + [_line(image, short[i : i + _ON_A_LINE], point) for i in range(0, len(short), _ON_A_LINE)]


def without_tables(image: Image.Image, tables: Sequence[Table]) -> Image.Image:
    """The page with its tables painted over in white: what is left to be recognised as running text."""
    left = image.copy()
    for table in tables:
        left.paste(255, _pixels(table.box, image))
    return left


def _pixels(box: Box, image: Image.Image) -> Pixels:
    return (
        int(box[0] * image.width),
        int(box[1] * image.height),
        round(box[2] * image.width),
        round(box[3] * image.height),
    )


def _written(ink: Ink, cell: Cell, image: Image.Image) -> Pixels | None:
    """The part of a cell that is written on."""
    rows, columns = ink.window(cell.box, margin=-round(_INSET * ink.point))
    letters = solid(ink.mask[rows, columns])
    if int(letters.sum()) < _LEAST_INK:
        return None
    around = round(_AROUND * ink.point)
    down, across = np.nonzero(letters)
    top, bottom = _extent(down, rows, around)
    left, right = _extent(across, columns, around)
    f = ink.factor
    return left * f, top * f, min(image.width, right * f), min(image.height, bottom * f)


def _extent(written: npt.NDArray[np.intp], window: slice, around: int) -> tuple[int, int]:
    """From the first written place of a window to the last one, with some more around them where the window has it."""
    start, end = window.start + int(written.min()) - around, window.start + int(written.max()) + 2 + around
    return max(window.start, start), min(window.stop, end)


def _batches(boxes: Sequence[Pixels]) -> Iterator[list[Pixels]]:
    batch: list[Pixels] = []
    for box in boxes:
        if batch and sum(map(height, batch)) + height(box) > _HIGHEST:
            yield batch
            batch = []
        batch.append(box)
    if batch:
        yield batch


def _column(image: Image.Image, boxes: Sequence[Pixels], point: float) -> CellSheet:
    gap = round(_GAP * point)
    pieces, y = [], gap
    for box in boxes:
        pieces.append(_Piece(box, gap, y))
        y += height(box) + gap
    return _drawn(image, pieces, COLUMN, gap)


def _line(image: Image.Image, boxes: Sequence[Pixels], point: float) -> CellSheet:
    """Cells beside each other, standing on one base line as far as their letters do."""
    gap, apart, foot = round(_GAP * point), round(_APART * point), max(map(height, boxes))
    pieces, x = [], 2 * gap
    for box in boxes:
        pieces.append(_Piece(box, x, gap + foot - height(box)))
        x += width(box) + apart
    sheet = _drawn(image, pieces, LINE, gap)
    scale = max(1.0, _LARGE / point)
    size = round(sheet.image.width * scale), round(sheet.image.height * scale)
    return replace(sheet, image=_clear(sheet.image).resize(size, Image.Resampling.LANCZOS), scale=scale)


def _clear(sheet: Image.Image) -> Image.Image:
    """A sheet whose paper is white all over."""
    levels = np.asarray(sheet)
    return Image.fromarray(np.where(levels > _CLEAR * paper_level(levels), 255, levels).astype(np.uint8))


def _drawn(image: Image.Image, pieces: Sequence[_Piece], mode: int, gap: int) -> CellSheet:
    right = max(piece.x + width(piece.page) for piece in pieces)
    bottom = max(piece.y + height(piece.page) for piece in pieces)
    sheet = Image.new("L", (right + gap, bottom + gap), 255)
    for piece in pieces:
        sheet.paste(image.crop(piece.page), (piece.x, piece.y))
    return CellSheet(sheet, tuple(pieces), mode)
