"""A text document as a typesetter sees it: paragraphs and tables in the order of the file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.blocks import Block, make_blocks, wrap_width
from ingest.clean import clean_lines
from ingest.readers import read
from ingest.reading import Job


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `mark` is the length of the number or bullet that it begins with, 0 where there is none."""

    text: str
    mark: int
    is_heading: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: rows of as many cells each, the first a header that is repeated on each page where `headed`."""

    rows: tuple[tuple[str, ...], ...]
    headed: bool


def read_source(path: Path) -> list[Paragraph | Sheet]:
    """The paragraphs and tables of a text file."""
    lines = clean_lines(read(path, Job(path.parent)).lines)
    return list(_assembled(make_blocks(lines, wrap_width(lines))))


def _assembled(blocks: Sequence[Block]) -> Iterator[Paragraph | Sheet]:
    rows: list[tuple[str, ...]] = []
    for block in blocks:
        if block.is_row:
            if rows and (
                len(rows[0]) != len(block.cells) or (_is_header(block.cells) and not _same(rows, block.cells))
            ):
                yield _sheet(rows)
                rows = []
            if not _same(rows, block.cells):
                rows.append(block.cells)
            continue
        if rows:
            yield _sheet(rows)
            rows = []
        yield Paragraph(block.text, block.mark.end if block.mark else 0, _is_heading(block.text))
    if rows:
        yield _sheet(rows)


def _same(rows: Sequence[tuple[str, ...]], cells: tuple[str, ...]) -> bool:
    """Whether a header is repeated, as at the top of a page."""
    return bool(rows) and _is_header(cells) and rows[0] == cells


def _is_header(cells: Sequence[str]) -> bool:
    return cells[0].strip().upper() in ("TT", "STT")


def _sheet(rows: Sequence[tuple[str, ...]]) -> Sheet:
    return Sheet(tuple(rows), _is_header(rows[0]))


def _is_heading(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and len(text) < 200 and sum(c.isupper() for c in letters) > 0.8 * len(letters)
