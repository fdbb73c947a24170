"""From lines to blocks: a paragraph, a numbered clause, a bullet or a table row, with hard-wrapped lines joined again."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.document import SourceLine
from ingest.doctypes import appendix_of_line, type_of_line
from ingest.misread import mended_marks
from ingest.numbering import WORDED, Mark, is_reference, read_mark

_TERMINAL = re.compile(r"[.;:!?…]\s*[\"”)]*$|\./\.$")
_WRAPPED_WIDTH = 110  # a file whose lines hardly ever pass this many characters is hard-wrapped
_NARROWEST = 50  # characters; shorter lines are short paragraphs, not wrapped ones
_FULL_LINE = 0.75  # of the usual width: a shorter line was ended by its author, not by the wrap
_BEGINNING = re.compile(r"^(?:(TM|T/M|KT|TL|TUQ|Q)\.?\s|(Căn cứ|Theo đề nghị|Xét đề nghị|Nơi nhận|Kính gửi|Số\s*:))")


# What a sentence cannot end with, so that a mark behind it only names a clause: "quy định tại khoản 1 | Điều 5. …"
_NAMES_ON = re.compile(
    r"(?:\b(?:tại|theo|và|hoặc|của|với|từ|các|trong|khoản(?: \d+\w?)?|điểm(?: \w\d*)?|mục(?: \w+)?|chương(?: \w+)?))$",
    re.IGNORECASE,
)
_CLAUSE_WORD = re.compile(r"\b(?:khoản|điểm|điều|mục|chương|phần|số)$", re.IGNORECASE)
_SUBJECT = re.compile(r"^V/v\b")
_SUBJECT_LINES = 8
_BESIDE_SUBJECT = re.compile(r"^(?:Độc lập|Kính gửi|Số\s*:)|,\s*ngày\b")
_QUOTE_OPENS = re.compile(r'^[“"]')
_QUOTE_CLOSES = re.compile(r'[”"]\s*[.;,]?$')


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that belongs together. `cells` is set for a table row only; `lines` spans the stored file.

    `quoted` tells that it stands in a quotation of several paragraphs, whose numbers are those of another text.
    """

    text: str
    first: SourceLine
    last: SourceLine
    mark: Mark | None = None
    cells: tuple[str, ...] = ()
    confidence: float | None = None
    quoted: bool = False

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
    mended = mended_marks(lines)
    for line in lines:
        mark = mended.get(line.place) or read_mark(line.text.strip())
        if groups and _continues(groups[-1], line, width, mark):
            groups[-1].append(line)
        else:
            groups.append([line])
    return list(_unmark_quotations([_block(group, mended.get(group[0].place)) for group in groups]))


def _unmark_quotations(blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks of a quoted text ("… như sau: “Điều 5. …”.") lose their marks: they are words of the clause that quotes them."""
    end = -1
    for i, block in enumerate(blocks):
        if i > end and i and _QUOTE_OPENS.match(block.text) and blocks[i - 1].text.rstrip().endswith(":"):
            end = _quotation_end(blocks, i)
        yield replace(block, mark=None, quoted=True) if i <= end else block


def _quotation_end(blocks: Sequence[Block], start: int) -> int:
    """The last block of the quotation that opens at `start`; the one before where it is never closed, so that nothing is quoted.

    Curly quotes may be nested and are counted; where the count does not come out, the first block that ends on a closing one
    in front of a stop is the last.
    """
    curly = blocks[start].text[0] == "“"
    depth, closed = 0, start - 1
    for i in range(start, len(blocks)):
        text = blocks[i].text
        if i > start and _QUOTE_OPENS.match(text) and blocks[i - 1].text.rstrip().endswith(":"):
            break  # the next quotation: this one was closed before it, or never
        depth += text.count("“") - text.count("”") if curly else 0
        if _QUOTE_CLOSES.search(text):
            if depth <= 0:
                return i
            closed = i if closed < start else closed
    return closed


def _block(lines: Sequence[SourceLine], mended: Mark | None) -> Block:
    confidence = min((line.confidence for line in lines if line.confidence is not None), default=None)
    if _is_row(lines[0]):
        cells = tuple(lines[0].text.split("\t"))
        return Block(" | ".join(cells), lines[0], lines[0], cells=cells, confidence=confidence)
    text = " ".join(line.text.strip() for line in lines)
    return Block(text, lines[0], lines[-1], mended or read_mark(text), confidence=confidence)


def _is_row(line: SourceLine) -> bool:
    """Whether tabs part cells; in a text file one tab before or after a paragraph only indents or trails it."""
    cells = line.text.split("\t")
    if line.page is not None:  # a layout's tabs are those of a table, however few of its cells are filled
        return len(cells) > 1
    return "\t" in line.text.lstrip() and (len(cells) > 2 or all(c.strip() for c in cells))


def _continues(group: Sequence[SourceLine], line: SourceLine, width: int | None, mark: Mark | None) -> bool:
    """Whether a line goes on where the lines before it stopped: nothing ended there, and nothing begins here.

    `mark` is the one that the line begins with.
    """
    last, text = group[-1].text.strip(), line.text.strip()
    if _is_row(line) or _is_row(group[0]) or _BEGINNING.match(text):
        return False
    if line.begins is None and _TERMINAL.search(last):
        return False
    recognised = group[0].read_by == "ocr"
    if len(group) == 1 and (type_of_line(last, recognised) or appendix_of_line(last, recognised)):
        return False
    wrapped = width is not None and len(group[-1].text) >= _FULL_LINE * width
    if _SUBJECT.match(group[0].text) and _goes_on_in_subject(group, line):
        return True
    if mark is not None and line.begins is not True and _names_on(last, mark, wrapped or line.begins is False):
        return True
    if mark is not None and not (wrapped and _is_stray(mark)) and not (line.begins is False and mark.is_bullet):
        return False
    if line.begins is not None:
        return not line.begins or (recognised and _goes_on_midway(last, text))
    if text[0].islower() or text[0].isdigit() or is_reference(text):
        return True
    return wrapped and is_heading_line(last) == is_heading_line(text)


def _goes_on_midway(last: str, text: str) -> bool:
    """Whether a sentence goes on, though its line stands in as a first one does: recognition lost what stands before it."""
    return text[0].islower() and not _TERMINAL.search(last) and not is_heading_line(last)


def _goes_on_in_subject(group: Sequence[SourceLine], line: SourceLine) -> bool:
    """Whether a line goes on in the subject of a letter, which stands in a narrow column of its own, as a page shows it."""
    if line.page is None or line.begins is True or len(group) >= _SUBJECT_LINES:
        return False
    return read_mark(line.text) is None and not is_heading_line(line.text) and not _BESIDE_SUBJECT.search(line.text)


def _names_on(last: str, mark: Mark, wrapped: bool) -> bool:
    """Whether a mark at the start of a line is only named there by the words that the line before ends with."""
    if mark.is_bullet or is_heading_line(last):
        return False
    if mark.kind in WORDED:
        return bool(_NAMES_ON.search(last)) or (wrapped and last.endswith(","))
    return bool(_CLAUSE_WORD.search(last))


def _is_stray(mark: Mark) -> bool:
    """A wrapped line that happens to begin like a number: "… năm\\n132. Đề án" cannot follow clause 3."""
    return mark.kind == "arabic" and mark.order > 31


def is_heading_line(text: str) -> bool:
    """Whether a line is written in capitals."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) > 0.8 * len(letters)
