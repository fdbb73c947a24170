"""What a reader gives: the lines of a file as stored, each with its place, and the pages they stand on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from index.document import Box
from index.errors import InputError
from index.passage import ReadBy

PageNote = Literal[
    "blank", "turned", "deskewed", "scrambled", "legacy_font", "ocr", "low_confidence", "table", "form_fields"
]
"""What a reader met on a page: nothing on it; stood on its side or head; was skewed; text of fallback fonts, read another
way; letters of TCVN3 or VNI, converted; read by recognition; which was unsure; a table; fields filled in by a signature."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line, as written there, where it stands on the page."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class RawLine:
    """One line as the file holds it. `line` counts from 1, None where a source has no lines; likewise `page`.

    Tabs part the cells of a table row, which is one line however many lines of type it takes. `words` are its words in the
    order of `text`, where the source has pages. `confidence` (0-1) is that of recognition. `begins` says whether a
    paragraph begins with this line (True) or goes on in it (False), where the layout shows it; None leaves that to the text.
    """

    text: str
    line: int | None
    page: int | None = None
    words: tuple[Word, ...] = ()
    read_by: ReadBy = "text"
    confidence: float | None = None
    begins: bool | None = None


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page of a file, from 1: its size in points as it is shown, and how it was read; `confidence` is 0-1."""

    number: int
    width: float
    height: float
    read_by: ReadBy = "text"
    confidence: float | None = None
    notes: tuple[PageNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All lines of one file in reading order, and its pages where the source has pages.

    `shown` is a PDF with the same pages, for people to look at: the file itself, or what it was converted to in the job's
    scratch folder; None where a source has no pages.
    """

    lines: tuple[RawLine, ...]
    pages: tuple[ReadPage, ...] = ()
    shown: Path | None = None

    @property
    def read_by(self) -> ReadBy:
        """ "ocr" where most lines were recognised."""
        recognised = sum(line.read_by == "ocr" for line in self.lines)
        return "ocr" if 2 * recognised > len(self.lines) else "text"


OnPage = Callable[[int, int], None]
"""Told which page is done, and of how many."""


def ignore_pages(_done: int, _total: int) -> None:
    """An `OnPage` for those who do not want to know."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a reader may use for one file: a folder of its own that is deleted afterwards, limits, and whom to tell of progress."""

    scratch: Path
    max_pages: int = 2000
    max_pixels: int = 100_000_000
    on_page: OnPage = ignore_pages


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
