"""From ruled lines to the grids that they draw: which lines belong together, and which places of a grid are one cell."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from ingest.layout.table import Cell, Table

# Lengths in points.
SHORTEST_RULE = 5.0  # a row of the smallest type is higher
_SAME_RULE = 1.2  # across: pieces of one line
_LONGEST_GAP = 4.0  # along: between the dots of a dotted line, or where a scan broke it
_TOUCH = 3.0  # how near a line must come to another one to meet it
_SAME_BORDER = 4.0  # across: both strokes of a double line, or cells that were drawn one by one
_OPEN_SIDE = 12.0  # lines that reach this far beyond the last border show a table without a line there
_DRAWN = 0.5  # of the side of a place: with less of it drawn there is no border
_MOST_RULES = 4000  # no table has as many, but maps and drawings have


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: `at` is where it stands across its direction, `start` and `end` along it, in any one unit."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Grid:
    """The borders of rows and columns from top and left, in the unit of the rules, and each cell's first row and column with
    how many of them it covers.
    """

    rows: tuple[float, ...]
    columns: tuple[float, ...]
    spans: tuple[tuple[int, int, int, int], ...]

    def table(self, share: Callable[[float, float], tuple[float, float]]) -> Table:
        """The table in shares of the page; `share` says where on the page a point of the grid stands."""
        cells = tuple(Cell(r, c, rs, cs, self._box(share, (r, r + rs), (c, c + cs))) for r, c, rs, cs in self.spans)
        whole = self._box(share, (0, len(self.rows) - 1), (0, len(self.columns) - 1))
        return Table(whole, cells)

    def _box(
        self, share: Callable[[float, float], tuple[float, float]], rows: tuple[int, int], columns: tuple[int, int]
    ) -> tuple[float, float, float, float]:
        """The upright box in the place of one that may be slanted: each side runs through the middle of the slanted one."""
        (top, bottom), (left, right) = (self.rows[i] for i in rows), (self.columns[i] for i in columns)
        corners = [share(x, y) for y in (top, bottom) for x in (left, right)]
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
        across, down = sorted(((x0 + x2) / 2, (x1 + x3) / 2)), sorted(((y0 + y1) / 2, (y2 + y3) / 2))
        return across[0], down[0], across[1], down[1]


def find_grids(horizontal: Sequence[Rule], vertical: Sequence[Rule], point: float) -> list[Grid]:
    """The grids that lines draw where they meet, from top to bottom. `point` is one typographic point in the rules' unit.

    A grid has two columns at least, and two rows or three columns: a box, a frame or an underlined heading is none.
    """
    level, upright = _joined(horizontal, point), _joined(vertical, point)
    if not level or not upright or max(len(level), len(upright)) > _MOST_RULES:
        return []
    grids = [grid for h, v in _meeting(level, upright, point) if (grid := _grid(h, v, point)) is not None]
    return sorted(grids, key=lambda grid: (grid.rows[0], grid.columns[0]))


def _joined(rules: Sequence[Rule], point: float) -> list[Rule]:
    """The pieces of one line as one rule; what stays shorter than any row is left out."""
    tracks: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if tracks and rule.at - tracks[-1][-1].at <= _SAME_RULE * point:
            tracks[-1].append(rule)
        else:
            tracks.append([rule])
    whole = (rule for track in tracks for rule in _run_on(track, _LONGEST_GAP * point))
    return [rule for rule in whole if rule.end - rule.start >= SHORTEST_RULE * point]


def _run_on(track: Sequence[Rule], gap: float) -> Iterator[Rule]:
    ordered = sorted(track, key=lambda rule: rule.start)
    last = ordered[0]
    for rule in ordered[1:]:
        if rule.start <= last.end + gap:
            longer = max(last, rule, key=lambda r: r.end - r.start)
            last = Rule(longer.at, last.start, max(last.end, rule.end))
        else:
            yield last
            last = rule
    yield last


def _meeting(level: Sequence[Rule], upright: Sequence[Rule], point: float) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """The lines that meet or cross each other, directly or through others: those of one table."""
    h = np.array([(r.at, r.start, r.end) for r in level])
    v = np.array([(r.at, r.start, r.end) for r in upright])
    near = _TOUCH * point
    across = (v[None, :, 0] >= h[:, None, 1] - near) & (v[None, :, 0] <= h[:, None, 2] + near)
    along = (h[:, None, 0] >= v[None, :, 1] - near) & (h[:, None, 0] <= v[None, :, 2] + near)
    i, j = np.nonzero(across & along)
    links = csr_array((np.ones(len(i)), (i, j + len(h))), shape=(len(h) + len(v),) * 2)
    count, of = connected_components(links, directed=False)
    for group in range(count):
        yield (
            [rule for rule, g in zip(level, of[: len(h)], strict=True) if g == group],
            [rule for rule, g in zip(upright, of[len(h) :], strict=True) if g == group],
        )


def _grid(level: Sequence[Rule], upright: Sequence[Rule], point: float) -> Grid | None:
    if not level or not upright:
        return None
    rows = _borders(level, [end for rule in upright for end in (rule.start, rule.end)], point)
    columns = _borders(upright, [end for rule in level for end in (rule.start, rule.end)], point)
    if len(columns) < 3 or len(rows) < 2:
        return None
    beside = _drawn(upright, columns[1:-1], rows, point)  # between a place and the next one to the right
    below = _drawn(level, rows[1:-1], columns, point)
    grid = _without_unused(rows, columns, _merge(beside.T, below))
    if len(grid.columns) < 3 or (len(grid.rows) < 3 and len(grid.columns) < 4):
        return None
    return grid


def _borders(rules: Sequence[Rule], reached: Sequence[float], point: float) -> list[float]:
    """Where borders run, each in the middle of its lines; and the ends of the lines across, where they are open."""
    tracks: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if tracks and rule.at - tracks[-1][0].at <= _SAME_BORDER * point:
            tracks[-1].append(rule)
        else:
            tracks.append([rule])
    borders = [float(np.average([r.at for r in track], weights=[r.end - r.start for r in track])) for track in tracks]
    first = [min(reached)] if min(reached) < borders[0] - _OPEN_SIDE * point else []
    last = [max(reached)] if max(reached) > borders[-1] + _OPEN_SIDE * point else []
    return first + borders + last


def _drawn(rules: Sequence[Rule], borders: Sequence[float], marks: Sequence[float], point: float) -> np.ndarray:
    """Whether each inner border is drawn along each stretch between two marks: borders by stretches, true or false."""
    drawn = np.zeros((len(borders), len(marks) - 1), bool)
    for i, border in enumerate(borders):
        own = [rule for rule in rules if abs(rule.at - border) <= _SAME_BORDER * point]
        for j, (start, end) in enumerate(pairwise(marks)):
            covered = sum(max(0.0, min(end, r.end) - max(start, r.start)) for r in own)
            drawn[i, j] = covered >= _DRAWN * (end - start)
    return drawn


def _merge(beside: np.ndarray, below: np.ndarray) -> list[tuple[int, int, int, int]]:
    """The cells: places without a border between them are one, where together they are a rectangle; else those of a row are."""
    height, width = beside.shape[0], below.shape[1]
    number = np.arange(height * width).reshape(height, width)
    level, upright = ~beside, ~below
    whole = _rooms(number, level, upright)
    alone = _rooms(number, level, np.zeros_like(upright))
    found: dict[int, tuple[int, int, int, int]] = {}
    for room in range(int(whole.max()) + 1):
        span = _span(whole == room)
        if span[2] * span[3] == int((whole == room).sum()):
            found[int(number[span[0], span[1]])] = span
        else:
            for part in np.unique(alone[whole == room]):
                piece = _span(alone == part)
                found[int(number[piece[0], piece[1]])] = piece
    return [found[key] for key in sorted(found)]


def _rooms(number: np.ndarray, level: np.ndarray, upright: np.ndarray) -> np.ndarray:
    """Which places are connected: to the right where `level`, downwards where `upright`."""
    one = np.concatenate([number[:, :-1][level], number[:-1][upright]])
    two = np.concatenate([number[:, 1:][level], number[1:][upright]])
    links = csr_array((np.ones(len(one)), (one, two)), shape=(number.size,) * 2)
    rooms: np.ndarray = connected_components(links, directed=False)[1]
    return rooms.reshape(number.shape)


def _span(places: np.ndarray) -> tuple[int, int, int, int]:
    rows, columns = np.nonzero(places.any(axis=1))[0], np.nonzero(places.any(axis=0))[0]
    return int(rows[0]), int(columns[0]), int(rows[-1] - rows[0] + 1), int(columns[-1] - columns[0] + 1)


def _without_unused(
    rows: Sequence[float], columns: Sequence[float], spans: Sequence[tuple[int, int, int, int]]
) -> Grid:
    """The grid without borders at which no cell ends."""
    down = sorted({r for r, _, _, _ in spans} | {len(rows) - 1})
    across = sorted({c for _, c, _, _ in spans} | {len(columns) - 1})
    row_of, column_of = {r: i for i, r in enumerate(down)}, {c: i for i, c in enumerate(across)}
    kept = []
    for r, c, rs, cs in spans:
        row, column = row_of[r], column_of[c]
        kept.append((row, column, row_of[_next(down, r + rs)] - row, column_of[_next(across, c + cs)] - column))
    return Grid(tuple(rows[r] for r in down), tuple(columns[c] for c in across), tuple(kept))


def _next(kept: Sequence[int], border: int) -> int:
    return next(k for k in kept if k >= border)


def worth_reading(table: Table, filled: Sequence[bool]) -> bool:
    """Whether the words of a grid make it a table. `filled` says of each cell, in order, whether it holds any.

    Words in two columns at least, and in two rows, or in one row of three columns and more: the rest of a row that was cut.
    """
    held = [cell for cell, is_filled in zip(table.cells, filled, strict=True) if is_filled]
    rows, columns = {cell.row for cell in held}, {cell.column for cell in held}
    if len(rows) < 2:
        return bool(held) and table.columns > 2
    return len(columns) > 1
