"""What the head of a document says of it: number, date, and that it is a draft."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.document import DocumentStatus
from ingest.blocks import Block
from ingest.doctypes import TYPE_WORDS
from ingest.parts import Part
from vietnamese.dates import find_dates
from vietnamese.numbers import find_document_numbers

SURE = 0.6
"""Confidence of recognition below which a scanned line says nothing certain: a field that only it states is unknown."""
NUMBER_LINE = re.compile(r"^(?:(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết)\s+)?[Ss]ố\s*(?::|(?=\d))\s*(?P<rest>.*)$")
DATE_LINE = re.compile(r"(?P<place>[^,\d]{2,40}),\s*(?P<date>ngày(?![^\W\d_]).*?năm\s+\d{4})")
_ATTACHED = re.compile(
    rf"[Kk]èm theo\s+(?P<type>{TYPE_WORDS})\s+số\s*(?P<number>\S*?/\S+)?\s*(?P<date>ngày[^)]*?năm\s+\d{{4}})?",
    re.IGNORECASE,
)
_DRAFT = re.compile(r"^\(?\s*(DỰ THẢO|Dự thảo)\b")
_PASSED = re.compile(
    r"^(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Hiến pháp) này (?:đã )?được\b.*\bthông qua\b\s*(?P<date>ngày\b.*)"
)
_MOTTO = re.compile(
    r"\s*(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập - Tự do - Hạnh phúc)\s*$"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A value with the words it was read from."""

    value: str
    words: str


def head_lines(part: Part) -> Iterator[tuple[str, Block]]:
    """The lines of the head with their blocks; the two columns of a head that came as a table row are two lines."""
    for block in part.head:
        for text in block.cells or (block.text,):
            stripped = _MOTTO.sub("", text).strip()  # the right-hand column, where both came as one line
            if stripped:
                yield stripped, block


def title_blocks(part: Part) -> list[Block]:
    """The blocks of the head that the part's title is made of, notes in brackets aside; none where it has no title."""
    for start in range(len(part.head)):
        taken, rest = [], part.title
        for block in (b for b in part.head[start:] if not b.text.startswith("(")):
            if not f"{rest} ".startswith(f"{block.text} "):
                break
            taken.append(block)
            rest = rest[len(block.text) :].lstrip()
            if not rest:
                return taken
    # It may stand on one line with the type ("LUẬT ĐẤT ĐAI").
    return [block for block in part.head if part.title and block.text.endswith(f" {part.title}")]


def is_sure(block: Block) -> bool:
    """Whether a block was read surely enough to state a field."""
    return block.confidence is None or block.confidence >= SURE


def is_recognised(block: Block) -> bool:
    """Whether a block was read from a scan."""
    return block.first.read_by == "ocr"


def read_number(part: Part) -> Found | None:
    """The first line "Số:" of the head decides: where it was left blank, or was hardly legible, the number is unknown."""
    for text, block in head_lines(part):
        match = NUMBER_LINE.match(text)
        if match:
            numbers = find_document_numbers(match["rest"]) if is_sure(block) else []
            return Found(numbers[0].number, block.text) if numbers else None
    return None


def read_date(first: Part, parts: Sequence[Part]) -> Found | None:
    """The place-and-date line of the head; failing that, the day that a law says it was passed on, and what an appendix says.

    A date that a scan shows only the year of had its day written or stamped in: it is unknown.
    """
    for text, block in head_lines(first):
        match = DATE_LINE.search(text)
        if match:
            dates = find_dates(match["date"])
            legible = is_sure(block) and (not is_recognised(block) or (dates and dates[0].kind == "day"))
            return Found(dates[0].iso, block.text) if dates and dates[0].iso and legible else None
    return _passed(first) or _attached(first, parts[1:])


def _passed(part: Part) -> Found | None:
    """The day that a law says it was passed on."""
    for block in (b for b in [*part.body, *part.signature] if not b.quoted and is_sure(b)):
        passed = _PASSED.match(block.text)
        days = [d for d in find_dates(passed["date"]) if d.kind == "day"] if passed else []
        if days:
            return Found(days[0].iso, block.text)
    return None


def _attached(first: Part, others: Sequence[Part]) -> Found | None:
    """The date that an appendix gives to the document that it is attached to."""
    for block in (b for part in others for b in part.head):
        match = _ATTACHED.search(block.text)
        if match and match["date"] and match["type"].lower() == first.type.lower() and is_sure(block):
            dates = find_dates(match["date"])
            if dates and dates[0].iso:
                return Found(dates[0].iso, block.text)
    return None


def read_status(part: Part, issued: bool) -> tuple[DocumentStatus, str | None]:
    """Draft where the head says so, with its words; else issued where it has number and signer; otherwise the text does not tell."""
    draft = next((b.text for b in part.head if _DRAFT.match(b.text)), None)
    if draft is not None:
        return "draft", draft
    return "issued" if issued else "unknown", None
