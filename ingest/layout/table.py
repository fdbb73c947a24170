"""A ruled table on a page, and its rows as lines: each word goes into the cell that it stands in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

from index.document import Box
from index.passage import ReadBy
from ingest.layout.boxes import centre, height
from ingest.reading import RawLine, Word

_MARGIN = 0.004  # of the page: how far the centre of a word of the table may stand outside its frame
_SAME_LINE = 0.5  # of the lower word's height: words that overlap more stand on one line of type

_AT_A_TIME = 256  # boxes laid against all cells at once
_TALL = 1.5  # times the usual height of a cell's words


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell by its first row and column, counted from 0, and how many of each it covers. `box` in shares of the page."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


@dataclass(frozen=True, slots=True)
class Table:
    """A table on one page: its frame in shares (0-1) of the page as shown, and its cells by row, then column.

    The cells cover the grid, each place once.
    """

    box: Box
    cells: tuple[Cell, ...]

    @property
    def rows(self) -> int:
        """How many rows the grid has."""
        return max((cell.row + cell.row_span for cell in self.cells), default=0)

    @property
    def columns(self) -> int:
        """How many columns the grid has."""
        return max((cell.column + cell.column_span for cell in self.cells), default=0)

    def holds(self, box: Box) -> bool:
        """Whether something on the page, say a word, is part of the table: its centre lies within the frame."""
        x, y = centre(box)
        left, top, right, bottom = self.box
        return left - _MARGIN <= x <= right + _MARGIN and top - _MARGIN <= y <= bottom + _MARGIN

    def cells_of(self, boxes: Sequence[Box]) -> list[Cell]:
        """For each box the cell that holds its centre; where none does, the nearest one."""
        sides = np.array([cell.box for cell in self.cells]).T
        found: list[Cell] = []
        for start in range(0, len(boxes), _AT_A_TIME):
            points = np.array([centre(box) for box in boxes[start : start + _AT_A_TIME]])
            found += [self.cells[i] for i in _squared_distances(points, sides).argmin(axis=1)]
        return found


def table_lines(
    table: Table,
    words: Sequence[Word],
    page: int,
    read_by: ReadBy = "text",
    confidences: Sequence[float] | None = None,
) -> tuple[RawLine, ...]:
    """The rows of a table from top to bottom, one line each, cells parted by tabs; a row without words is left out.

    `words` may be those of the whole page, in any order: the ones that the table does not hold (`Table.holds`) are passed
    over, so that a reader gives the rest to its paragraphs. Within a cell words are ordered by line of type, then from
    left to right, and joined by a blank. Every line has `table.columns` - 1 tabs: a cell merged over columns stands in its
    first one, followed by empty cells, and a cell merged over rows stands in its first row only.

    `confidences` are those of `words` (0-1), in their order, where they were recognised; the confidence of a row is their
    mean, in which each word counts by its letters. Raises ValueError where there are not as many as words.
    """
    if confidences is not None and len(confidences) != len(words):
        raise ValueError(f"{len(words)} words, but {len(confidences)} confidences")
    placed: dict[Cell, list[int]] = {}
    held = [i for i, word in enumerate(words) if word.text.strip() and table.holds(word.box)]
    for i, cell in zip(held, table.cells_of([words[i].box for i in held]), strict=True):
        placed.setdefault(cell, []).append(i)
    lines = []
    for row in range(table.rows):
        cells = {cell.column: order for cell, order in placed.items() if cell.row == row}
        ordered = {column: _reading_order(words, cells[column]) for column in sorted(cells)}
        read = [i for order in ordered.values() for i in order]
        if read:
            texts = [" ".join(words[i].text for i in ordered.get(column, ())) for column in range(table.columns)]
            confidence = _confidence(words, confidences, read) if confidences is not None else None
            row_words = tuple(words[i] for i in read)
            lines.append(RawLine("\t".join(texts), None, page, row_words, read_by, confidence, begins=True))
    return tuple(lines)


def _confidence(words: Sequence[Word], confidences: Sequence[float], read: Sequence[int]) -> float:
    letters = sum(len(words[i].text) for i in read)
    return sum(confidences[i] * len(words[i].text) for i in read) / letters


def _reading_order(words: Sequence[Word], cell: Sequence[int]) -> list[int]:
    """The words of one cell, by their index, line by line."""
    return [i for line in _lines(words, cell) for i in sorted(line, key=lambda i: words[i].box[0])]


def _lines(words: Sequence[Word], cell: Sequence[int]) -> Iterator[list[int]]:
    """The words of one cell in lines of type from top to bottom: those on a line stand beside each other."""
    highest = _TALL * median(height(words[i].box) for i in cell)
    line: list[int] = []
    top = bottom = 0.0
    for i in sorted(cell, key=lambda i: words[i].box[1] + words[i].box[3]):
        _, upper, _, lower = words[i].box
        over = (
            max(0.0, lower - upper - highest) / 2
        )  # a tall bracket or a misread rule must not join the lines beside it
        upper, lower = upper + over, lower - over
        shared = min(bottom, lower) - max(top, upper)
        if line and shared <= _SAME_LINE * min(bottom - top, lower - upper):
            yield line
            line = []
        top, bottom = (min(top, upper), max(bottom, lower)) if line else (upper, lower)
        line.append(i)
    if line:
        yield line


def _squared_distances(points: np.ndarray, sides: np.ndarray) -> np.ndarray:
    """How far each point (x, y; n by 2) lies outside each box (sides by boxes; 4 by m), 0 within it: n by m, squared."""
    x, y = points[:, :1], points[:, 1:]
    left, top, right, bottom = sides
    across = np.maximum(np.maximum(left - x, 0.0), x - right)
    down = np.maximum(np.maximum(top - y, 0.0), y - bottom)
    squared: np.ndarray = across**2 + down**2
    return squared
