"""The head of a table that is printed again on each page: it is said once, so that a row cut by the page break is whole."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ingest.reading import RawLine
from ingest.table_header import counts_columns, extends_header, is_header, plain_header, repeats
from vietnamese.text import tidy

_Cells = list[str]


def without_repeated_heads(lines: Iterable[RawLine]) -> tuple[RawLine, ...]:
    """The lines without the rows at a page's top that repeat the head of the table which goes on there."""
    kept: list[RawLine] = []
    for is_table, run in groupby(lines, lambda line: "\t" in line.text):
        rows = list(run)
        kept += _headed_once(rows) if is_table else rows
    return tuple(kept)


def _headed_once(rows: Sequence[RawLine]) -> Iterator[RawLine]:
    head: list[_Cells] | None = None
    for _, page in groupby(rows, lambda row: row.page):
        on_page = list(page)
        repeated = 0
        while head and repeated < min(len(head), len(on_page)) and _repeats(head, on_page[repeated]):
            repeated += 1
        if head is None:
            head = _head([_cells(row) for row in on_page])
        yield from on_page[repeated:]
        head = _last_head(on_page[repeated:]) or head


def _last_head(rows: Sequence[RawLine]) -> list[_Cells]:
    """The head of the last table that begins among the rows of a page: it is the one that goes on; [] where none begins."""
    cells = [_cells(row) for row in rows]
    last = next((i for i in reversed(range(len(cells))) if is_header(cells[i])), None)
    return [] if last is None else _head(cells[last:])


def _head(rows: Sequence[_Cells]) -> list[_Cells]:
    """The rows that name the columns; none where the table begins with its data."""
    if not is_header(rows[0]):
        return list(rows[: plain_header(rows)])
    head = [rows[0]]
    for cells in rows[1:]:
        if not (extends_header(head, cells) or counts_columns(cells)):
            break
        head.append(cells)
    return head


def _repeats(head: Sequence[_Cells], row: RawLine) -> bool:
    return repeats(head, _cells(row), row.read_by == "ocr")


def _cells(row: RawLine) -> _Cells:
    return [tidy(cell) for cell in row.text.split("\t")]
