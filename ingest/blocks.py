"""From lines to blocks: a paragraph, a numbered clause, a bullet or a table row, with hard-wrapped lines joined again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.document import SourceLine
from ingest.doctypes import appendix_of_line, type_of_line
from ingest.numbering import Mark, is_reference, read_mark

_TERMINAL = re.compile(r"[.;:!?…]\s*[\"”)]*$|\./\.$")
_WRAPPED_WIDTH = 110  # a file whose lines hardly ever pass this many characters is hard-wrapped
_NARROWEST = 50  # characters; shorter lines are short paragraphs, not wrapped ones
_FULL_LINE = 0.75  # of the usual width: a shorter line was ended by its author, not by the wrap
_BEGINNING = re.compile(r"^(?:(TM|T/M|KT|TL|TUQ|Q)\.?\s|(Căn cứ|Theo đề nghị|Xét đề nghị|Nơi nhận|Kính gửi|Số\s*:))")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that belongs together. `cells` is set for a table row only; `lines` spans the stored file."""

    text: str
    first: SourceLine
    last: SourceLine
    mark: Mark | None = None
    cells: tuple[str, ...] = ()
    confidence: float | None = None

    @property
    def places(self) -> tuple[int, int]:
        """First and last place among the edition's lines."""
        return self.first.place, self.last.place

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
    width = lengths[int(len(lengths) * 0.9)]
    return width if width >= _NARROWEST else None


def make_blocks(lines: Sequence[SourceLine], width: int | None) -> list[Block]:
    """Blocks in order. `width` is that of `wrap_width` over the whole file."""
    groups: list[list[SourceLine]] = []
    for line in lines:
        if groups and _continues(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_block(group) for group in groups]


def _block(lines: Sequence[SourceLine]) -> Block:
    confidence = min((line.confidence for line in lines if line.confidence is not None), default=None)
    if _is_row(lines[0]):
        cells = tuple(lines[0].text.split("\t"))
        return Block(" | ".join(cells), lines[0], lines[0], cells=cells, confidence=confidence)
    text = " ".join(line.text.strip() for line in lines)
    return Block(text, lines[0], lines[-1], read_mark(text), confidence=confidence)


def _is_row(line: SourceLine) -> bool:
    """Whether tabs part cells; one tab before or after a paragraph only indents or trails it."""
    cells = line.text.split("\t")
    return "\t" in line.text.lstrip() and (len(cells) > 2 or all(c.strip() for c in cells))


def _continues(group: Sequence[SourceLine], line: SourceLine, width: int | None) -> bool:
    """Whether a line goes on where the lines before it stopped: nothing ended there, and nothing begins here."""
    last, text = group[-1].text.strip(), line.text.strip()
    if _is_row(line) or _is_row(group[0]) or _TERMINAL.search(last) or _BEGINNING.match(text):
        return False
    if len(group) == 1 and (type_of_line(last) or appendix_of_line(last)):
        return False
    wrapped = width is not None and len(group[-1].text) >= _FULL_LINE * width
    mark = read_mark(text)
    if mark is not None and not (wrapped and _is_stray(mark)):
        return False
    if line.begins is not None:
        return not line.begins
    if text[0].islower() or text[0].isdigit() or is_reference(text):
        return True
    return wrapped and is_heading_line(last) == is_heading_line(text)


def _is_stray(mark: Mark) -> bool:
    """A wrapped line that happens to begin like a number: "… năm\\n132. Đề án" cannot follow clause 3."""
    return mark.kind == "arabic" and mark.order > 31


def is_heading_line(text: str) -> bool:
    """Whether a line is written in capitals."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) > 0.8 * len(letters)
