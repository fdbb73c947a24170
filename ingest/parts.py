"""The documents inside a file, and the zones of each: head, legal bases, body, recipients, signature."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from index.passage import Address
from ingest.blocks import Block, is_heading_line
from ingest.doctypes import TYPE_WORDS, appendix_of_line, appendix_title, form_of_line, titled_line, type_of_line
from ingest.misread import Label, LabelKind, Labels, read_label
from ingest.numbering import WORDED
from vietnamese.ordinals import plain_number

_HEADER = re.compile(
    r"^(CỘNG HÒA XÃ HỘI|CỘNG HOÀ XÃ HỘI|Độc lập|ĐẢNG CỘNG SẢN|Số\s*:|DỰ THẢO|Dự thảo|\*)"
    r"|^(UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|HĐND|SỞ|BỘ|TỈNH|THÀNH PHỐ|HUYỆN|TỈNH ỦY|THÀNH ỦY|BAN(?! HÀNH)|VĂN PHÒNG|CHÍNH PHỦ|QUỐC HỘI|THỦ TƯỚNG)\b"
    r"|, ngày\b.*năm\b"
)
_BASIS = re.compile(r"^(Căn cứ|Thực hiện|Theo đề nghị|Xét đề nghị|Theo đề xuất|Xét)\b")
_PLACE = re.compile(r"^(TỈNH|THÀNH PHỐ|HUYỆN)\b")
_SENTENCE = re.compile(r"[.!?…]\s*[”\"]?$")
_ENACTS = re.compile(rf"(như sau|sau đây)\s*[.:]$|^[^,;:.]{{3,60}} ban hành (?i:{TYPE_WORDS})\b")
_SUBJECT = re.compile(r"^(V/v|Về việc)\b")
_SHORT_TITLE_LINE = 120  # characters; a longer line under the title is a paragraph
_SHORTEST_PROSE = 40  # characters of a sentence that begins the body where no number does
_ADDRESSED = re.compile(r"^Kính gửi\b")
_TO_FILL_IN = re.compile(r"\.{4,}|…{2,}|_{4,}|\(\s?\d{1,2}\s?\)\s*\.{2,}")
_FORM_SHARE = 0.2  # of a part's blocks with room to fill in: more make it a form
_RECIPIENTS = re.compile(r"^Nơi nhận\b", re.IGNORECASE)
_SIGNATURE = re.compile(r"^(?:(TM|T/M|KT|TL|TUQ|Q)\.?\s+\S|(TM|KT|TL|TUQ)\.[^\W\d_])")
_POST = re.compile(
    r"^(TỔNG BÍ THƯ|CHỦ NHIỆM|PHÓ CHỦ NHIỆM|CHÁNH ÁN|VIỆN TRƯỞNG|TỔNG THANH TRA|TỔNG GIÁM ĐỐC|HIỆU TRƯỞNG|TỔNG CỤC TRƯỞNG|VỤ TRƯỞNG|CHÁNH THANH TRA|CHỦ TỊCH|PHÓ CHỦ TỊCH|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|BÍ THƯ|PHÓ BÍ THƯ|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|CỤC TRƯỞNG)\b"
)


_COUNTED: frozenset[LabelKind] = frozenset({"roman"})
_SIGNED = re.compile(r"^[\[(]?\s*(?:đã ký|Đã ký|ĐÃ KÝ)\s*[\])]?\s*:?\s*")
_NAME = re.compile(r"^[^\W\d_][\w'’]*(?:\s+[^\W\d_][\w'’]*){1,4}$")


@dataclass(slots=True)
class Part:
    """One document inside a file, its blocks sorted into zones. `type` is "Kế hoạch", "Phụ lục I" and so on, or "".

    A `form` is a page to fill in: it has head and body only, and nothing in it speaks for the document.
    """

    type: str = ""
    title: str = ""
    head: list[Block] = field(default_factory=list)
    bases: list[Block] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    recipients: list[Block] = field(default_factory=list)
    signature: list[Block] = field(default_factory=list)
    form: bool = False

    @property
    def is_appendix(self) -> bool:
        """Whether the part is an appendix of the one before it."""
        return self.type.startswith("Phụ lục")

    @property
    def address(self) -> Address:
        """The step that an appendix is in the address of its clauses; none for other parts, or where it has no number."""
        number = self.type.removeprefix("Phụ lục").split(",")[0].strip() if self.is_appendix else ""
        return (("appendix", plain_number(number)),) if number else ()

    @property
    def blocks(self) -> list[Block]:
        """All blocks of the part, zone by zone."""
        return [*self.head, *self.bases, *self.body, *self.recipients, *self.signature]


def split_parts(blocks: Sequence[Block]) -> list[Part]:
    """The parts of a file in order; a file of one document gives one part."""
    starts = _part_starts(blocks)
    parts: list[Part] = []
    appendix = ""
    for a, b in zip(starts, [*starts[1:], len(blocks)], strict=True):
        appendix = _appendix(blocks[a]) or appendix
        if appendix and _is_form(blocks[a:b]):
            parts.append(_form(blocks[a:b], appendix))
        else:
            parts.append(_sort_zones(blocks[a:b]))
    _mend_appendices(parts)
    return parts


def _mend_appendices(parts: Sequence[Part]) -> None:
    """Appendices that recognition counts wrongly ("Phụ lục I" twice, the second without its number) are named by their order."""
    labels = Labels()
    for part in parts:
        if not part.is_appendix:
            labels = Labels()
        elif not part.form and part.blocks[0].first.read_by == "ocr":
            number = part.type.removeprefix("Phụ lục").strip()
            label = _appendix_label(labels, number)
            if label is not None:
                part.type = f"Phụ lục {label.text}"
                labels.take(label)


def _appendix_label(labels: Labels, number: str) -> Label | None:
    """The number of an appendix; the Roman one that is due where it was misread or lost. Figures are read well enough."""
    if not number:
        return labels.following()
    due = None if number.isdecimal() else labels.due(number, True, _COUNTED)
    return due or next(iter(read_label(number)), None)


def _part_starts(blocks: Sequence[Block]) -> list[int]:
    """Where parts begin: at a title after the first one, at an appendix, at a form of an appendix."""
    starts, titled, in_appendix, in_form = [0], False, False, False
    for i, block in enumerate(blocks):
        if block.is_row or block.quoted:
            continue
        if _appendix(block):
            if i > 0:
                starts.append(i)
            titled, in_appendix, in_form = True, True, False
        elif in_appendix and _begins_form(blocks, i):
            starts.append(i)
            in_form = True
        elif _own_type(block) and not in_form and not _titles_chapter(blocks, i):
            if titled:
                starts.append(_head_start(blocks, i, starts[-1]))
            titled = True
    return starts


def _titles_chapter(blocks: Sequence[Block], i: int) -> bool:
    """Whether a line in capitals is the title of the chapter numbered on the line before ("Chương IV", "HỢP ĐỒNG")."""
    mark = blocks[i - 1].mark if i else None
    return mark is not None and mark.kind in WORDED and not blocks[i - 1].words.strip()


def _begins_form(blocks: Sequence[Block], i: int) -> bool:
    """Whether a form begins here; a list that names one form after another holds none."""
    if not form_of_line(blocks[i].text):
        return False
    return not any(form_of_line(b.text) for b in blocks[i + 1 : i + 2])


def _is_form(blocks: Sequence[Block]) -> bool:
    if form_of_line(blocks[0].text):
        return True
    room = sum(bool(_TO_FILL_IN.search(b.text)) for b in blocks if not b.is_row)
    return room > 2 and room > _FORM_SHARE * len(blocks)


def _form(blocks: Sequence[Block], appendix: str) -> Part:
    """A form, whose numbers count what is to be filled in and are no clauses."""
    named = form_of_line(blocks[0].text)
    plain = [replace(b, mark=None) for b in blocks]
    if _appendix(blocks[0]):
        title_end = _title_end(blocks, 1, appendix=True)
        title = " ".join([appendix_title(blocks[0].text), *(b.text for b in blocks[1:title_end] if b.text[0] != "(")])
        return Part(appendix, title.strip(), head=plain[:title_end], body=plain[title_end:], form=True)
    typed = next((b.text for b in blocks if _own_type(b)), "")
    kind, title = named or ("biểu mẫu", typed.capitalize())
    return Part(f"{appendix}, {kind}", title, head=plain[:1], body=plain[1:], form=True)


def _head_start(blocks: Sequence[Block], title: int, floor: int) -> int:
    """Where the head of the part begins whose type stands at `title`: back over issuer, motto, number and date."""
    start = title
    while start - 1 > floor and _HEADER.search(blocks[start - 1].text) and not _SIGNATURE.match(blocks[start - 1].text):
        start -= 1
    return start


def _sort_zones(blocks: Sequence[Block]) -> Part:
    part = Part()
    title = next((i for i, b in enumerate(blocks) if _is_title(blocks, i)), None)
    if title is not None:
        part.type = _type(blocks[title]) or ""
        title_end = _title_end(blocks, title + 1, part.is_appendix)
        lines = [
            appendix_title(blocks[title].text),
            *(b.text for b in blocks[title + 1 : title_end] if b.text[0] != "("),
        ]
        part.title = " ".join(lines).strip()
    elif (title := _titled(blocks)) is not None:
        part.type, part.title = titled_line(blocks[title].text) or ("", "")
        title_end = title + 1
    else:
        title_end = 0  # an official letter names its subject instead
        part.title = next((b.text for b in blocks if _SUBJECT.match(b.text)), "")
        if part.title or any(_ADDRESSED.match(b.text) for b in blocks):
            part.type = "Công văn"
    tail = _tail_start(blocks, title_end)
    body = title_end if part.is_appendix else _body_start(blocks, title_end, tail)
    part.head = list(blocks[:title_end])
    first_basis = next((i for i in range(title_end, body) if _BASIS.match(blocks[i].text)), body)
    part.head += blocks[title_end:first_basis]
    part.bases = list(blocks[first_basis:body])
    part.body = list(blocks[body:tail])
    _sort_tail(part, blocks[tail:])
    return part


def _is_title(blocks: Sequence[Block], i: int) -> bool:
    block = blocks[i]
    return not block.is_row and not block.quoted and bool(_type(block)) and not _titles_chapter(blocks, i)


def _titled(blocks: Sequence[Block]) -> int | None:
    """Where type and title stand on one line in capitals, above all clauses and legal bases."""
    for i, block in enumerate(blocks):
        if block.is_row or block.mark is not None or _BASIS.match(block.text):
            return None
        if titled_line(block.text):
            return i
    return None


def _type(block: Block) -> str | None:
    return _own_type(block) or _appendix(block)


def _own_type(block: Block) -> str | None:
    return type_of_line(block.text, block.first.read_by == "ocr")


def _appendix(block: Block) -> str | None:
    return appendix_of_line(block.text, block.first.read_by == "ocr")


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
    adjacent = _follows(before, blocks[i])
    return adjacent and len(text) <= _SHORT_TITLE_LINE and text[-1] not in ".,;:" and before.text[-1] not in ".;:"


def _follows(before: Block, block: Block) -> bool:
    """Whether a block stands on the line after the other; where lines have no numbers, on the next line of its page."""
    if before.last.line is None or block.first.line is None:
        next_line = block.first.place == before.last.place + 1 and block.first.page == before.last.page
        return next_line and block.first.begins is not True
    return block.first.line == before.last.line + 1


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
    """Where the recipients or the signature begin; a post in capitals counts as one only after the last clause, above a name."""
    clauses = max((i for i, b in enumerate(blocks) if b.is_row or (b.mark and not b.mark.is_bullet)), default=-1)
    for i in range(start, len(blocks)):
        text = blocks[i].text
        if blocks[i].is_row or blocks[i].quoted:
            continue
        if _RECIPIENTS.match(text) or _SIGNATURE.match(text):
            return i
        if blocks[i].mark is None and text.isupper() and _POST.match(text):
            named = i > clauses and any(name_of_line(b.text) for b in blocks[i + 1 : i + 4])
            if named or i >= len(blocks) - 3:
                return i
    return len(blocks)


def name_of_line(line: str) -> str | None:
    """The name of a person that a line of a signature holds and nothing else ("Đã ký: Trần Thanh Mẫn"), or None."""
    name = _SIGNED.sub("", line).strip()
    return name if _NAME.match(name) and not name.isupper() and name == name.title() else None


def _sort_tail(part: Part, tail: Sequence[Block]) -> None:
    in_signature = False
    for block in tail:
        if _RECIPIENTS.match(block.text):
            in_signature = False
        elif _SIGNATURE.match(block.text) or _POST.match(block.text):
            in_signature = True
        (part.signature if in_signature else part.recipients).append(block)
