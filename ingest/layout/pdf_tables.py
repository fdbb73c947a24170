"""Ruled tables of a PDF page, from the lines that it draws."""

import ctypes
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from ingest.layout.grid import Rule, find_grids, worth_reading
from ingest.layout.table import Cell, Table

_THICKEST = 4.0  # points: a filled box that is flatter is a line
_LEAN = 0.5  # points that a line may be out of level
_MOST_PATHS = 20_000  # a page with more is a map or a drawing
_FINE = 1_000_000  # pdfium maps to whole steps of the page: as many make them fine enough
_KINDS = (pdfium_c.FPDF_PAGEOBJ_PATH, pdfium_c.FPDF_PAGEOBJ_IMAGE)  # some programs draw lines as flat images
_AT_A_TIME = 64  # ends of text looked at together
_DEEPEST = 15  # forms within forms; a file may name a form within itself

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _View:
    """The map from the page's own space to shares of the page as shown, turned and cut to its crop box."""

    start: Point
    right: Point
    up: Point

    @classmethod
    def of(cls, page: pdfium.PdfPage) -> "_View":
        """A page's map, taken at three corners: asking pdfium for every point takes longer than all the rest."""
        wide, high = page.get_size()
        (x, y), (ax, ay), (bx, by) = (_on_page(page, corner) for corner in ((0.0, 0.0), (wide, 0.0), (0.0, high)))
        return cls((x, y), ((ax - x) / wide, (ay - y) / wide), ((bx - x) / high, (by - y) / high))

    def share(self, point: Point) -> Point:
        """Where a point of the page's own space stands on the page as shown."""
        x, y = point
        return (
            self.start[0] + x * self.right[0] + y * self.up[0],
            self.start[1] + x * self.right[1] + y * self.up[1],
        )


def page_tables(page: pdfium.PdfPage) -> list[Table]:
    """The ruled tables of a page from top to bottom, in shares of the page as shown; [] where it has none.

    Takes a page of pypdfium2. It costs about a millisecond where the page has no such table, so that every page can be
    asked. Stroked lines, sides of stroked boxes and flat filled boxes count as rules, dotted ones too.
    """
    width, height = page.get_size()
    view = _View.of(page)
    level, upright = [], []
    for one, two in _strokes(page):
        (x0, y0), (x1, y1) = ((x * width, y * height) for x, y in (view.share(one), view.share(two)))
        if abs(y1 - y0) <= _LEAN:
            level.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        if abs(x1 - x0) <= _LEAN:
            upright.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    grids = find_grids(level, upright, point=1.0)
    if not grids:
        return []
    tables = [grid.table(lambda x, y: (x / width, y / height)) for grid in grids]
    with _runs_of_text(page) as ends:
        return [table for table in tables if _is_worth_reading(table, map(view.share, ends()))]


def _on_page(page: pdfium.PdfPage, point: Point) -> Point:
    """A point of the page's own space in shares of the page as shown."""
    x, y = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDF_PageToDevice(page, 0, 0, _FINE, _FINE, 0, *point, x, y)
    return x.value / _FINE, y.value / _FINE


def _strokes(page: pdfium.PdfPage) -> Iterator[tuple[Point, Point]]:
    """The straight lines that a page draws, in its own space; none where it draws too many for a text."""
    drawn = []
    for item in _drawn(page):
        drawn.append(item)
        if len(drawn) > _MOST_PATHS:
            return
    for item, kind, matrix in drawn:
        if kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            yield from _flat(_corners(item))
            continue
        filled, stroked = ctypes.c_int(), ctypes.c_int()
        if pdfium_c.FPDFPath_GetDrawMode(item, filled, stroked) and (filled.value or stroked.value):
            for shape in _shapes(item, _matrix(item).multiply(matrix)):
                yield from pairwise(shape) if stroked.value else _flat(shape)


def _drawn(page: pdfium.PdfPage) -> Iterator[tuple[Any, int, pdfium.PdfMatrix]]:
    """The paths and images of a page, those in its forms too: each with its kind and the matrix of what it stands in.

    Raw objects, since a page has hundreds of pieces of text, which are passed over.
    """

    def inside(form: Any, matrix: pdfium.PdfMatrix, depth: int) -> Iterator[tuple[Any, int, pdfium.PdfMatrix]]:
        count = pdfium_c.FPDFPage_CountObjects(page) if form is None else pdfium_c.FPDFFormObj_CountObjects(form)
        for i in range(count):
            item = pdfium_c.FPDFPage_GetObject(page, i) if form is None else pdfium_c.FPDFFormObj_GetObject(form, i)
            kind = pdfium_c.FPDFPageObj_GetType(item)
            if kind in _KINDS:
                yield item, kind, matrix
            elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                yield from inside(item, _matrix(item).multiply(matrix), depth + 1)

    yield from inside(None, pdfium.PdfMatrix(), 1)


def _corners(image: Any) -> list[Point]:
    """Two corners of an image, in the space that it stands in."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium_c.FPDFPageObj_GetBounds(image, left, bottom, right, top):
        return []
    return [(left.value, bottom.value), (right.value, top.value)]


def _flat(shape: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    """The line that a flat filled shape makes; a dot may be part of a line either way."""
    if not shape:
        return
    xs, ys = [x for x, _ in shape], [y for _, y in shape]
    left, right, bottom, top = min(xs), max(xs), min(ys), max(ys)
    if top - bottom <= _THICKEST and 2 * (right - left) >= top - bottom:
        yield (left, (bottom + top) / 2), (right, (bottom + top) / 2)
    if right - left <= _THICKEST and 2 * (top - bottom) >= right - left:
        yield ((left + right) / 2, bottom), ((left + right) / 2, top)


def _shapes(path: Any, matrix: pdfium.PdfMatrix) -> Iterator[list[Point]]:
    """The corners of each open or closed shape of a path, in the page's own space; a curve counts as its chord."""
    shape: list[Point] = []
    for i in range(pdfium_c.FPDFPath_CountSegments(path)):
        segment = pdfium_c.FPDFPath_GetPathSegment(path, i)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        if pdfium_c.FPDFPathSegment_GetType(segment) == pdfium_c.FPDF_SEGMENT_MOVETO and shape:
            yield shape
            shape = []
        shape.append(matrix.on_point(x.value, y.value))
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            yield [*shape, shape[0]]
            shape = []
    if shape:
        yield shape


def _matrix(item: Any) -> pdfium.PdfMatrix:
    raw = pdfium_c.FS_MATRIX()
    return pdfium.PdfMatrix.from_raw(raw) if pdfium_c.FPDFPageObj_GetMatrix(item, raw) else pdfium.PdfMatrix()


@contextmanager
def _runs_of_text(page: pdfium.PdfPage) -> Iterator[Callable[[], Iterator[Point]]]:
    """Gives where each run of type begins and ends, half-way up, in the page's own space; once more at each call."""
    text = page.get_textpage()
    try:
        count = text.count_rects()

        def ends() -> Iterator[Point]:
            for i in range(count):
                left, bottom, right, top = text.get_rect(i)
                yield left, (bottom + top) / 2
                yield right, (bottom + top) / 2

        yield ends
    finally:
        text.close()


def _is_worth_reading(table: Table, points: Iterable[Point]) -> bool:
    """Whether the words of a table, of which `points` are ends, make it one; looks at no more of them than that takes."""
    held: set[Cell] = set()
    points = iter(points)
    while some := list(islice(points, _AT_A_TIME)):
        boxes = [(x, y, x, y) for x, y in some]
        held.update(table.cells_of([box for box in boxes if table.holds(box)]))
        if len({cell.row for cell in held}) > 1 and len({cell.column for cell in held}) > 1:
            return True  # whatever else it holds
    return worth_reading(table, [cell in held for cell in table.cells])
