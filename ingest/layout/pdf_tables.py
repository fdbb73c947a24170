"""Ruled tables of a PDF page, from the lines that it draws."""

import ctypes
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from ingest.layout.grid import Rule, find_grids, worth_reading
from ingest.layout.table import Table

_THICKEST = 4.0  # points: a filled box that is flatter is a line
_LEAN = 0.5  # points that a line may be out of level
_MOST_PATHS = 20_000  # a page with more is a map or a drawing
_FINE = 1_000_000  # pdfium maps to whole steps of the page: as many make them fine enough
_KINDS = [pdfium_c.FPDF_PAGEOBJ_PATH, pdfium_c.FPDF_PAGEOBJ_IMAGE]  # some programs draw lines as flat images

Point = tuple[float, float]


def page_tables(page: pdfium.PdfPage) -> list[Table]:
    """The ruled tables of a page from top to bottom, in shares of the page as shown; [] where it has none.

    Takes a page of pypdfium2. It costs about a millisecond where the page has no such table, so that every page can be
    asked. Stroked lines, sides of stroked boxes and flat filled boxes count as rules, dotted ones too.
    """
    width, height = page.get_size()
    level, upright = [], []
    for one, two in _strokes(page):
        (x0, y0), (x1, y1) = ((x * width, y * height) for x, y in (_shown(page, one), _shown(page, two)))
        if abs(y1 - y0) <= _LEAN:
            level.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        if abs(x1 - x0) <= _LEAN:
            upright.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    grids = find_grids(level, upright, point=1.0)
    if not grids:
        return []
    tables = [grid.table(lambda x, y: (x / width, y / height)) for grid in grids]
    ends = _ends_of_text(page)
    return [table for table in tables if worth_reading(table, _filled(table, ends))]


def _shown(page: pdfium.PdfPage, point: Point) -> Point:
    """A point of the page's own space in shares of the page as shown: turned, and cut to its crop box."""
    x, y = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDF_PageToDevice(page, 0, 0, _FINE, _FINE, 0, *point, x, y)
    return x.value / _FINE, y.value / _FINE


def _strokes(page: pdfium.PdfPage) -> Iterator[tuple[Point, Point]]:
    """The straight lines that a page draws, in its own space; none where it draws too many for a text."""
    objects = []
    for item in page.get_objects(_KINDS):
        objects.append(item)
        if len(objects) > _MOST_PATHS:
            return
    for item in objects:
        if item.type == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = item.get_bounds()
            yield from _flat([(left, bottom), (right, top)])
            continue
        filled, stroked = ctypes.c_int(), ctypes.c_int()
        if pdfium_c.FPDFPath_GetDrawMode(item, filled, stroked) and (filled.value or stroked.value):
            for shape in _shapes(item):
                yield from pairwise(shape) if stroked.value else _flat(shape)


def _flat(shape: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    """The line that a flat filled shape makes; a dot may be part of a line either way."""
    xs, ys = [x for x, _ in shape], [y for _, y in shape]
    left, right, bottom, top = min(xs), max(xs), min(ys), max(ys)
    if top - bottom <= _THICKEST and 2 * (right - left) >= top - bottom:
        yield (left, (bottom + top) / 2), (right, (bottom + top) / 2)
    if right - left <= _THICKEST and 2 * (top - bottom) >= right - left:
        yield ((left + right) / 2, bottom), ((left + right) / 2, top)


def _shapes(path: pdfium.PdfObject) -> Iterator[list[Point]]:
    """The corners of each open or closed shape of a path, in the page's own space; a curve counts as its chord."""
    matrix = _matrix(path)
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


def _matrix(item: pdfium.PdfObject) -> pdfium.PdfMatrix:
    matrix = item.get_matrix()
    while item.container is not None:
        item = item.container
        matrix = matrix.multiply(item.get_matrix())
    return matrix


def _ends_of_text(page: pdfium.PdfPage) -> list[Point]:
    """Where each run of type begins and ends, half-way up, in shares of the page as shown."""
    text = page.get_textpage()
    try:
        runs = [text.get_rect(i) for i in range(text.count_rects())]
    finally:
        text.close()
    middle = [(x, (bottom + top) / 2) for left, bottom, right, top in runs for x in (left, right)]
    return list(map(partial(_shown, page), middle))


def _filled(table: Table, points: Sequence[Point]) -> list[bool]:
    held = {table.cell_of((x, y, x, y)) for x, y in points if table.holds((x, y, x, y))}
    return [cell in held for cell in table.cells]
