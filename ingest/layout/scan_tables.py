"""Ruled tables of a drawn or scanned page, from its long dark lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan, cos, sin

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import ndimage

from index.document import Box
from ingest.layout.boxes import width
from ingest.layout.grid import Rule, find_grids, worth_reading
from ingest.layout.ink import Ink, Mask, find_ink, solid
from ingest.layout.table import Table

_LONGEST_STROKE = 15.0  # points: no stroke of a letter runs straight that far
_THICKEST = 4.0  # points: what is thicker is a bar, a photograph or the edge of a scan
_LONG = 100.0  # points of a rule that tells how much the page is turned
_MOST_TURN = 0.03  # as a slope
_NARROWEST = 0.25  # of the page; what is narrower is a signature that crosses itself, or a stamp
_BESIDE = 3.0  # points from a cell's border; a bold word's serifs make straight lines too, further off
_LEAST_INK = 4  # solid squares of two pixels a side: a digit has more, a speck of noise has none


@dataclass(frozen=True, slots=True)
class _Lines:
    """The long thin lines of one direction: which pixels are theirs, and each as (at, start, end, slope)."""

    mask: Mask
    lines: tuple[tuple[float, float, float, float], ...]


def find_tables(image: Image.Image) -> list[Table]:
    """The ruled tables of a page from top to bottom, in shares of the image; [] where there is none.

    The page may be turned by a degree, lines may be broken; boxes of cells are upright, each in the place of its slanted
    cell. Takes a tenth of a second at 300 dpi. A photograph must be flattened first.
    """
    ink = find_ink(image)
    dark, point = ink.mask, ink.point
    level, upright = _lines(dark, point), _lines(dark.T, point)
    slope = _turn(level, upright, point)
    down, across = dark.shape
    turned = _Turned(slope, across / 2, down / 2)
    grids = find_grids(
        [turned.level(at, start, end) for at, start, end, _ in level.lines],
        [turned.upright(at, start, end) for at, start, end, _ in upright.lines],
        point,
    )
    tables = [grid.table(lambda x, y: _share(turned.back(x, y), across, down)) for grid in grids]
    tables = [table for table in tables if width(table.box) >= _NARROWEST]
    if not tables:
        return []
    letters = solid(dark & ~_wider(level.mask | upright.mask.T))
    return [table for table in tables if worth_reading(table, [_is_written(ink, letters, c.box) for c in table.cells])]


def without_rules(image: Image.Image, tables: Sequence[Table]) -> Image.Image:
    """The page with the rules of its tables painted over in the colour of the paper, for recognition.

    The image itself where there is no table. Letters that touch a rule lose the pixels that they share with it.
    """
    if not tables:
        return image
    ink = find_ink(image)
    rules = _lines(ink.mask, ink.point).mask | _lines(ink.mask.T, ink.point).mask.T
    borders = np.zeros_like(rules)
    for cell in (cell for table in tables for cell in table.cells):
        for side in _sides(cell.box):
            borders[ink.window(side, margin=round(_BESIDE * ink.point))] = True
    mask = ink.full_size(_wider(rules & borders), image)
    plain = image if image.mode in ("L", "RGB") else image.convert("RGB")
    paper = np.median(np.asarray(plain)[::8, ::8].reshape(-1, len(plain.getbands())), axis=0)
    cleaned = plain.copy()
    cleaned.paste(tuple(int(level) for level in paper), mask=Image.fromarray(mask))
    return cleaned


def _lines(dark: Mask, point: float) -> _Lines:
    """The long thin level lines. A slanted or broken one comes in pieces, which the grid joins."""
    rows, starts, ends = _runs(dark, round(_LONGEST_STROKE * point))
    mask = np.zeros_like(dark)
    for row, start, end in zip(rows, starts, ends, strict=True):
        mask[row, start:end] = True
    labels, count = ndimage.label(mask, np.ones((3, 3)))
    if not count:
        return _Lines(mask, ())
    of = labels[rows, starts]
    length = (ends - starts).astype(float)
    middle = (starts + ends - 1) / 2
    area = np.bincount(of, length, count + 1)[1:]
    at, along = (np.bincount(of, length * value, count + 1)[1:] / area for value in (rows, middle))
    apart = middle - along[of - 1]
    spread = np.bincount(of, length * (apart**2 + length**2 / 12), count + 1)[1:]
    slope = np.bincount(of, length * apart * (rows - at[of - 1]), count + 1)[1:] / spread
    first = ndimage.minimum(starts, of, np.arange(1, count + 1))
    last = ndimage.maximum(ends, of, np.arange(1, count + 1))
    thin = area <= _THICKEST * point * (last - first)
    mask &= np.concatenate([[False], thin])[labels]
    found = np.stack([at, first, last, slope], axis=1)[thin]
    return _Lines(mask, tuple((float(a), float(s), float(e), float(m)) for a, s, e, m in found))


def _runs(dark: Mask, shortest: int) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Row, start and end (exclusive) of every dark run of a row that is `shortest` pixels long or longer."""
    edged = np.zeros((dark.shape[0], dark.shape[1] + 2), np.int8)
    edged[:, 1:-1] = dark
    change = np.diff(edged, axis=1)
    rows, starts = np.nonzero(change == 1)
    _, ends = np.nonzero(change == -1)
    long = ends - starts >= shortest
    return rows[long], starts[long], ends[long]


def _turn(level: _Lines, upright: _Lines, point: float) -> float:
    """How the page is turned, as the slope of its level lines: the median of the long ones, 0 where none tells."""
    slopes = [(slope, end - start) for _, start, end, slope in level.lines]
    slopes += [(-slope, end - start) for _, start, end, slope in upright.lines]
    told = sorted((slope, length) for slope, length in slopes if length >= _LONG * point and abs(slope) <= _MOST_TURN)
    half = sum(length for _, length in told) / 2
    for slope, length in told:
        half -= length
        if half <= 0:
            return slope
    return 0.0


@dataclass(frozen=True, slots=True)
class _Turned:
    """The page turned straight about a point, by the slope of its level lines."""

    slope: float
    x: float
    y: float

    def _rotate(self, x: float, y: float, slope: float) -> tuple[float, float]:
        angle, dx, dy = atan(slope), x - self.x, y - self.y
        return self.x + dx * cos(angle) + dy * sin(angle), self.y - dx * sin(angle) + dy * cos(angle)

    def level(self, at: float, start: float, end: float) -> Rule:
        x, y = self._rotate((start + end) / 2, at, self.slope)
        return Rule(y, x - (end - start) / 2, x + (end - start) / 2)

    def upright(self, at: float, start: float, end: float) -> Rule:
        x, y = self._rotate(at, (start + end) / 2, self.slope)
        return Rule(x, y - (end - start) / 2, y + (end - start) / 2)

    def back(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the straight page stands on the page as it is."""
        return self._rotate(x, y, -self.slope)


def _share(point: tuple[float, float], across: int, down: int) -> tuple[float, float]:
    return min(1.0, max(0.0, point[0] / across)), min(1.0, max(0.0, point[1] / down))


def _wider(mask: Mask) -> Mask:
    """A mask with its neighbouring pixels, which rules only half cover."""
    wide: Mask = ndimage.maximum_filter(mask, 3)
    return wide


def _sides(box: Box) -> tuple[Box, Box, Box, Box]:
    left, top, right, bottom = box
    return (
        (left, top, right, top),
        (left, bottom, right, bottom),
        (left, top, left, bottom),
        (right, top, right, bottom),
    )


def _is_written(ink: Ink, letters: Mask, box: Box) -> bool:
    return int(letters[ink.window(box, margin=-2)].sum()) >= _LEAST_INK
