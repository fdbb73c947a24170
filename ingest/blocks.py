"""From lines to blocks: a paragraph, a numbered clause, a bullet or a table row, with hard-wrapped lines joined again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.document import SourceLine
from ingest.doctypes import appendix_of_line, type_of_line
from ingest.numbering import Mark, read_mark

_TERMINAL = re.compile(r"[.;:!?…]\s*[\"”)]*$|\./\.$")
_WRAPPED_WIDTH = 110  # a file whose lines hardly ever pass this many characters is hard-wrapped
_FULL_LINE = 0.75  # of the usual width: a shorter line was ended by its author, not by the wrap
_OFFICE_STUB = re.compile(r"^(TM|T/M|KT|TL|TUQ|Q)\.?\s")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that belongs together. `cells` is set for a table row only; `lines` spans the stored file."""

    text: str
    first: SourceLine
    last: SourceLine
    mark: Mark | None = None
    cells: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[int, int] | None:
        """First and last line in the file as stored, or None where the source has no lines."""
        if self.first.line is None or self.last.line is None:
            return None
        return self.first.line, self.last.line

    @property
    def words(self) -> str:
        """The text after the mark."""
        return self.text[self.mark.end :] if self.mark else self.text

    @property
    def is_row(self) -> bool:
        """Whether the block is a table row."""
        return bool(self.cells)


def wrap_width(lines: Sequence[SourceLine]) -> int | None:
    """The width a file was hard-wrapped at, or None where each paragraph has its own line."""
    lengths = sorted(len(line.text) for line in lines if "\t" not in line.text)
    if len(lengths) < 8 or lengths[int(len(lengths) * 0.97)] > _WRAPPED_WIDTH:
        return None
    return lengths[int(len(lengths) * 0.9)]


def make_blocks(lines: Sequence[SourceLine], width: int | None) -> list[Block]:
    """Blocks in order. `width` is that of `wrap_width` over the whole file."""
    blocks: list[Block] = []
    for line in lines:
        if "\t" in line.text.strip(" "):
            cells = tuple(line.text.split("\t"))
            blocks.append(Block(" | ".join(cells), line, line, cells=cells))
            continue
        text = line.text.strip()
        previous = blocks[-1] if blocks else None
        if previous is not None and _continues(previous, text, width):
            blocks[-1] = Block(f"{previous.text} {text}", previous.first, line, previous.mark)
        else:
            blocks.append(Block(text, line, line, read_mark(text)))
    return blocks


def _continues(previous: Block, text: str, width: int | None) -> bool:
    """Whether a line goes on where the block before it stopped: nothing ended there, and nothing begins here."""
    if previous.is_row or _TERMINAL.search(previous.text) or _OFFICE_STUB.match(text):
        return False
    if type_of_line(previous.text) or appendix_of_line(previous.text):
        return False
    mark = read_mark(text)
    if mark is not None and not _is_stray(mark, previous, width):
        return False
    if text[0].islower() or text[0].isdigit():
        return True
    if _is_heading_line(previous.text) != _is_heading_line(text):
        return False
    last_length = len(previous.last.text)
    return width is not None and last_length >= _FULL_LINE * width


def _is_stray(mark: Mark, previous: Block, width: int | None) -> bool:
    """A wrapped line that happens to begin like a number: "… năm\\n2022. Đề án" cannot follow clause 3."""
    if width is None or len(previous.last.text) < _FULL_LINE * width:
        return False
    return mark.kind == "arabic" and mark.order > 31


def _is_heading_line(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) > 0.8 * len(letters)
