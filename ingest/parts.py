"""The documents inside a file, and the zones of each: head, legal bases, body, recipients, signature."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.blocks import Block, is_heading_line
from ingest.doctypes import TYPE_WORDS, appendix_of_line, type_of_line

_HEADER = re.compile(
    r"^(CỘNG HÒA XÃ HỘI|CỘNG HOÀ XÃ HỘI|Độc lập|ĐẢNG CỘNG SẢN|Số\s*:|DỰ THẢO|Dự thảo|\*)"
    r"|^(UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|HĐND|SỞ|BỘ|TỈNH|THÀNH PHỐ|HUYỆN|TỈNH ỦY|THÀNH ỦY|BAN|VĂN PHÒNG|CHÍNH PHỦ|QUỐC HỘI|THỦ TƯỚNG)\b"
    r"|, ngày\b.*năm\b"
)
_BASIS = re.compile(r"^(Căn cứ|Thực hiện|Theo đề nghị|Xét đề nghị|Theo đề xuất|Xét)\b")
_PLACE = re.compile(r"^(TỈNH|THÀNH PHỐ|HUYỆN)\b")
_SENTENCE = re.compile(r"[.!?…]\s*[”\"]?$")
_ENACTS = re.compile(rf"(như sau|sau đây)\s*[.:]$|^[^,;:.]{{3,60}} ban hành (?i:{TYPE_WORDS})\b")
_SUBJECT = re.compile(r"^(V/v|Về việc)\b")
_SHORT_TITLE_LINE = 120  # characters; a longer line under the title is a paragraph
_SHORTEST_PROSE = 40  # characters of a sentence that begins the body where no number does
_RECIPIENTS = re.compile(r"^Nơi nhận\b", re.IGNORECASE)
_SIGNATURE = re.compile(r"^(TM|T/M|KT|TL|TUQ|Q)\.?\s+\S")
_POST = re.compile(
    r"^(CHỦ TỊCH|PHÓ CHỦ TỊCH|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|BÍ THƯ|PHÓ BÍ THƯ|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|CỤC TRƯỞNG|HIỆU TRƯỞNG)"
)


@dataclass(slots=True)
class Part:
    """One document inside a file, its blocks sorted into zones. `type` is "Kế hoạch", "Phụ lục I" and so on, or ""."""

    type: str = ""
    title: str = ""
    head: list[Block] = field(default_factory=list)
    bases: list[Block] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    recipients: list[Block] = field(default_factory=list)
    signature: list[Block] = field(default_factory=list)

    @property
    def is_appendix(self) -> bool:
        """Whether the part is an appendix of the one before it."""
        return self.type.startswith("Phụ lục")

    @property
    def blocks(self) -> list[Block]:
        """All blocks of the part, zone by zone."""
        return [*self.head, *self.bases, *self.body, *self.recipients, *self.signature]


def split_parts(blocks: Sequence[Block]) -> list[Part]:
    """The parts of a file in order; a file of one document gives one part."""
    starts = _part_starts(blocks)
    return [_sort_zones(blocks[a:b]) for a, b in zip(starts, [*starts[1:], len(blocks)], strict=True)]


def _part_starts(blocks: Sequence[Block]) -> list[int]:
    starts, titled = [0], False
    for i, block in enumerate(blocks):
        if block.is_row:
            continue
        if appendix_of_line(block.text):
            if i > 0:
                starts.append(i)
            titled = True
        elif type_of_line(block.text):
            if titled:
                starts.append(_head_start(blocks, i, starts[-1]))
            titled = True
    return starts


def _head_start(blocks: Sequence[Block], title: int, floor: int) -> int:
    """Where the head of the part begins whose type stands at `title`: back over issuer, motto, number and date."""
    start = title
    while start - 1 > floor and _HEADER.search(blocks[start - 1].text) and not _SIGNATURE.match(blocks[start - 1].text):
        start -= 1
    return start


def _sort_zones(blocks: Sequence[Block]) -> Part:
    part = Part()
    title = next((i for i, b in enumerate(blocks) if not b.is_row and _type(b)), None)
    if title is not None:
        part.type = _type(blocks[title]) or ""
        title_end = _title_end(blocks, title + 1, part.is_appendix)
        part.title = " ".join(b.text for b in blocks[title + 1 : title_end] if not b.text.startswith("("))
    else:
        title_end = 0  # an official letter names its subject instead
        part.title = next((b.text for b in blocks if _SUBJECT.match(b.text)), "")
    tail = _tail_start(blocks, title_end)
    body = title_end if part.is_appendix else _body_start(blocks, title_end, tail)
    part.head = list(blocks[:title_end])
    first_basis = next((i for i in range(title_end, body) if _BASIS.match(blocks[i].text)), body)
    part.head += blocks[title_end:first_basis]
    part.bases = list(blocks[first_basis:body])
    part.body = list(blocks[body:tail])
    _sort_tail(part, blocks[tail:])
    return part


def _type(block: Block) -> str | None:
    return type_of_line(block.text) or appendix_of_line(block.text)


def _title_end(blocks: Sequence[Block], start: int, appendix: bool) -> int:
    """The title is the block after the type with the lines that go on in it; an appendix has a note in brackets after it."""
    end = start
    while end < len(blocks) and not blocks[end].is_row and blocks[end].mark is None:
        if not _is_title_line(blocks, end, end > start):
            break
        end += 1
    if appendix and end < len(blocks) and not blocks[end].is_row and blocks[end].text.startswith("("):
        end += 1
    return end


def _is_title_line(blocks: Sequence[Block], i: int, goes_on: bool) -> bool:
    text = blocks[i].text
    if text.startswith("(") or _BASIS.match(text) or _POST.match(text) or _RECIPIENTS.match(text):
        return False
    if _HEADER.search(text) and not (goes_on and _PLACE.match(text)):
        return False
    if not goes_on:
        return True
    before = blocks[i - 1]
    if is_heading_line(before.text) or is_heading_line(text):
        return is_heading_line(before.text) and is_heading_line(text)
    adjacent = before.last.line is not None and blocks[i].first.line == before.last.line + 1
    return adjacent and len(text) <= _SHORT_TITLE_LINE and text[-1] not in ".,;:" and before.text[-1] not in ".;:"


def _body_start(blocks: Sequence[Block], start: int, tail: int) -> int:
    """The first numbered clause, table row or sentence that enacts nothing; else the first block of no legal basis or header."""
    for i in range(start, tail):
        mark = blocks[i].mark
        if blocks[i].is_row or (mark is not None and not mark.is_bullet) or _is_prose(blocks[i]):
            return i
    return next((i for i in range(start, tail) if not _is_preamble(blocks[i].text)), tail)


def _is_preamble(text: str) -> bool:
    return bool(_BASIS.match(text) or _HEADER.search(text) or _ENACTS.search(text))


def _is_prose(block: Block) -> bool:
    text = block.text
    enough = len(text) >= _SHORTEST_PROSE and not text.startswith("(") and not is_heading_line(text)
    return enough and block.mark is None and bool(_SENTENCE.search(text)) and not _is_preamble(text)


def _tail_start(blocks: Sequence[Block], start: int) -> int:
    """Where the recipients or the signature begin; a post in capitals counts as one only at the very end."""
    for i in range(start, len(blocks)):
        text = blocks[i].text
        if not blocks[i].is_row and (_RECIPIENTS.match(text) or _SIGNATURE.match(text)):
            return i
        if i >= len(blocks) - 3 and blocks[i].mark is None and text.isupper() and _POST.match(text):
            return i
    return len(blocks)


def _sort_tail(part: Part, tail: Sequence[Block]) -> None:
    in_signature = False
    for block in tail:
        if _RECIPIENTS.match(block.text):
            in_signature = False
        elif _SIGNATURE.match(block.text) or _POST.match(block.text):
            in_signature = True
        (part.signature if in_signature else part.recipients).append(block)
