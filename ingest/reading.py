"""What a reader gives: the lines of a file as stored, each with its place."""

from dataclasses import dataclass

from index.passage import ReadBy


@dataclass(frozen=True, slots=True)
class RawLine:
    """One line as the file holds it. `line` counts from 1, None where a source has no lines; likewise `page`."""

    text: str
    line: int | None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All lines of one file in reading order; `pages` is their number where the source has pages."""

    lines: tuple[RawLine, ...]
    pages: int | None = None
    read_by: ReadBy = "text"
