"""The head of a table that is printed again on each page: it is said once, so that a row cut by the page break is whole."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rapidfuzz import fuzz

from ingest.reading import RawLine
from vietnamese.text import squeeze

_MOST_ROWS = 4  # of a head: two or three lines of names, and one that counts the columns
_SAME = 85.0  # per cent of the letters: recognition reads the same words differently from page to page


def without_repeated_heads(lines: Iterable[RawLine]) -> tuple[RawLine, ...]:
    """The lines without the rows at a page's top that repeat the first rows of the table which goes on there."""
    kept: list[RawLine] = []
    for is_table, run in groupby(lines, lambda line: "\t" in line.text):
        rows = list(run)
        kept += _headed_once(rows) if is_table else rows
    return tuple(kept)


def _headed_once(rows: Sequence[RawLine]) -> Iterator[RawLine]:
    head: list[str] = []
    for _, page in groupby(rows, lambda row: row.page):
        on_page = list(page)
        repeated = 0
        while repeated < min(len(head), len(on_page)) and _same(on_page[repeated].text, head[repeated]):
            repeated += 1
        head = head or [row.text for row in on_page[:_MOST_ROWS]]
        yield from on_page[repeated:]


def _same(text: str, other: str) -> bool:
    return fuzz.ratio(squeeze(text), squeeze(other)) >= _SAME
