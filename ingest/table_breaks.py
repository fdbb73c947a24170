"""What page breaks do to tables: a row that goes on over the page, a column more or less there."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

import numpy as np
import numpy.typing as npt

_ENDED = re.compile(r"[.;:!?…][\"”)]*$|/$")
_OPEN = re.compile(
    r"[,(\-–/+&]$|(?:^|\s)(?:và|hoặc|của|các|những|cho|với|về|theo|từ|đến|trong|tại|bằng|là|được|để|do|ở|như|có|không|"
    r"thuộc|giữa|trên|dưới|nhằm|gồm|cấp|ngày|tháng|năm|số|Sở|Bộ|Ban|Cục|Vụ|Ủy|Hội|tỉnh|huyện|xã)$"
)
_LISTED = re.compile(r"^(?:[a-zđ][.)]?(?:\s|$)|[-+•*])")
_LONG = 120  # characters: the cells of a column that are as long on average are as unlike a number as they can be

Cells = Sequence[str]


def begins_midway(cell: str) -> bool:
    """Whether a cell does not begin as a sentence or a name does: in lower case, or with a bullet of a list."""
    return cell[0].islower() or cell[0] in "-+•,;)"


def is_rest(before: Cells, cells: Cells, all_numbered: bool) -> bool:
    """Whether the first row on a page is what a page break left of the row before.

    `before` is all of that row so far; `all_numbered` says that every row of the table so far has a number. The rest has
    no number, goes on only in cells that had begun, and its first one in the middle of a sentence or a list. In a numbered
    table a row without a number at the top of a page is one that was cut, unless the sentence before had ended.
    """
    filled = [i for i, c in enumerate(cells) if c]
    if not filled or any(not (before[i : i + 1] and before[i]) and not begins_midway(cells[i]) for i in filled):
        return False
    first = filled[0]
    if first == 0 and _LISTED.match(cells[0]):
        return False
    if begins_midway(cells[first]) or (before[first : first + 1] and _OPEN.search(before[first])):
        return True
    return first > 0 and all_numbered and not any(before[i : i + 1] and _ENDED.search(before[i]) for i in filled)


def even_columns(
    rows: Sequence[list[str]], pages: Sequence[int | None], heads: Callable[[Cells], bool]
) -> list[list[str]]:
    """The rows with as many cells on each page as on the one before, where they differ by one and no header says why.

    A line too many parts a column in two, a line that is not seen joins two of them. Of all ways to join two columns, or
    to leave one empty, the one counts that makes the columns most like those before.
    """
    even: list[list[str]] = []
    start, last = 0, None  # of the rows under the last header; the page of the row before
    for (page, width), numbered in groupby(enumerate(rows), key=lambda item: (pages[item[0]], len(item[1]))):
        part = [row for _, row in numbered]
        if page is None or any(heads(row) for row in part):
            start = len(even)
        elif page != last and len(even) > start and abs(width - len(even[-1])) == 1:
            part = min(_fitted(part, len(even[-1])), key=lambda made: _unlike(even[start:], made))
        even += part
        last = page
    return even


def _fitted(rows: Sequence[list[str]], width: int) -> Iterator[list[list[str]]]:
    """All ways to bring rows to `width` cells."""
    if len(rows[0]) < width:
        yield from ([[*row[:i], "", *row[i:]] for row in rows] for i in range(width))
    else:
        yield from ([[*row[:i], f"{row[i]} {row[i + 1]}".strip(), *row[i + 2 :]] for row in rows] for i in range(width))


def _unlike(before: Sequence[Cells], rows: Sequence[Cells]) -> float:
    width = len(rows[0])
    return float(np.abs(_profile([row for row in before if len(row) == width]) - _profile(rows)).sum())


def _profile(rows: Sequence[Cells]) -> npt.NDArray[np.float64]:
    """Of each column: how many cells are filled, how many of their characters are digits, and how long they are."""
    columns = list(zip(*rows, strict=True))
    texts = [[c for c in column if c] for column in columns]
    joined = ["".join(t) for t in texts]
    return np.array(
        [
            (
                len(t) / len(rows),
                sum(c.isdigit() for c in j) / max(1, len(j)),
                min(1.0, len(j) / max(1, len(t)) / _LONG),
            )
            for t, j in zip(texts, joined, strict=True)
        ]
    )
