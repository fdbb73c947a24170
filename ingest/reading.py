"""What a reader gives: the lines of a file as stored, each with its place."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from index.errors import InputError
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


@contextmanager
def opening(path: Path) -> Iterator[None]:
    """Turns what the system says about a file that cannot be read into an InputError with the file and the remedy."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(
            f"{path}: cannot be read ({reason}); check that it is a file that is there and that you may read."
        ) from error
