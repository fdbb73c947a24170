"""What a document says of itself: type, number, date, issuer, province, period, status, signer, relations, recipients.

Every field comes from the zone that may state it (a cited decree's date is not the document's own); what is not stated is None.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.document import Document, DocumentStatus, Period
from index.document import Part as DocumentPart
from ingest.blocks import Block
from ingest.doctypes import TYPE_WORDS
from ingest.effect import read_effect
from ingest.parts import Part, name_of_line
from ingest.reading import Reading
from ingest.relations import read_relations
from vietnamese.dates import find_dates, find_period
from vietnamese.numbers import find_document_numbers
from vietnamese.offices import find_offices
from vietnamese.provinces import current_name, find_provinces
from vietnamese.text import fold, tidy

_NUMBER_LINE = re.compile(r"^(?:(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết)\s+)?[Ss]ố\s*(?::|(?=\d))\s*(?P<rest>.*)$")
_DATE_LINE = re.compile(r"(?P<place>[^,\d]{2,40}),\s*(?P<date>ngày(?![^\W\d_]).*?năm\s+\d{4})")
_ENACTS = re.compile(
    rf"(?:^|[;,.]\s+)(?!Căn cứ|Thực hiện|Theo|Xét)(?P<issuer>[A-ZĐỦỤƯƠĂÂÊÔ][^;:,.\d]{{3,80}}?)\s+ban hành\s+(?i:{TYPE_WORDS})\b"
)
_ATTACHED = re.compile(
    rf"[Kk]èm theo\s+(?P<type>{TYPE_WORDS})\s+số\s*(?P<number>\S*?/\S+)?\s*(?P<date>ngày[^)]*?năm\s+\d{{4}})?",
    re.IGNORECASE,
)
_ISSUER_LINE = re.compile(
    r"^(UBND|ỦY BAN|UỶ BAN|HỘI ĐỒNG|SỞ|BỘ|CHÍNH PHỦ|QUỐC HỘI|THỦ TƯỚNG|BAN|TỈNH ỦY|THÀNH ỦY|VĂN PHÒNG)\b"
)
_DRAFT = re.compile(r"^\(?\s*(DỰ THẢO|Dự thảo)\b")
_PASSED = re.compile(
    r"^(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Hiến pháp) này (?:đã )?được\b.*\bthông qua\b\s*(?P<date>ngày\b.*)"
)
_COPY = re.compile(r"^(?:SAO Y|SAO LỤC|TRÍCH SAO|BẢN SAO)\b")
_MOTTO = re.compile(
    r"\s*(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập - Tự do - Hạnh phúc)\s*$"
)
SURE = 0.6
"""Confidence of recognition below which a scanned line says nothing certain: a field that only it states is unknown."""
_CENTRAL = re.compile(
    r"^(CHÍNH PHỦ|QUỐC HỘI|THỦ TƯỚNG|CHỦ TỊCH NƯỚC|VĂN PHÒNG (CHÍNH PHỦ|QUỐC HỘI)|BỘ\s|BAN CHẤP HÀNH TRUNG ƯƠNG|ỦY BAN THƯỜNG VỤ QUỐC HỘI)"
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A value with the words it was read from."""

    value: str
    words: str


def read_metadata(document_id: str, file: str, parts: Sequence[Part], reading: Reading) -> Document:
    """The document's metadata, with `evidence` naming the words behind each field."""
    every, parts = parts, [p for p in parts if not p.form] or parts
    first = parts[0]
    main = _main_part(parts)
    found: dict[str, _Found | None] = {
        "number": _number(first),
        "date": _date(first, parts),
        "issuer": _issuer(parts),
        "signer": _signer(parts),
    }
    province = _province(parts)
    found["province"] = province
    period = find_period(main.title) if main.title else None
    evidence = {name: f.words for name, f in found.items() if f}
    if main.title:
        evidence["title"] = main.title
    number, date, issuer, signer = (found[name] for name in ("number", "date", "issuer", "signer"))
    status = _status(parts, issued=number is not None and signer is not None)
    begins, ends = read_effect(parts, date.value if date else None)
    evidence |= {name: e.words for name, e in (("in_force_from", begins), ("in_force_until", ends)) if e}
    if status == "draft":
        evidence["status"] = next(b.text for b in first.head if _DRAFT.match(b.text))
    return Document(
        id=document_id,
        file=file,
        title=_sentence(main.title) or None,
        type=first.type or None,
        number=number.value if number else None,
        date=date.value if date else None,
        issuer=issuer.value if issuer else None,
        signer=signer.value if signer else None,
        province=province.value if province else None,
        period=Period(period[0], period[1]) if period else None,
        province_current=current_name(province.value) if province else None,
        status=status,
        signer_title=_signer_title(parts),
        parts=tuple(DocumentPart(p.type, _sentence(p.title), _lines(p)) for p in every),
        relations=read_relations(parts),
        in_force_from=begins.date if begins else None,
        in_force_until=ends.date if ends else None,
        recipients=_recipients(parts),
        pages=len(reading.pages) or None,
        read_by=reading.read_by,
        evidence=evidence,
    )


def _main_part(parts: Sequence[Part]) -> Part:
    """The part whose title names the document: the first that has one and is no appendix."""
    return next((p for p in parts if p.title and not p.is_appendix), parts[0])


def _number(part: Part) -> _Found | None:
    """The first line "Số:" of the head decides: where it was left blank, or was hardly legible, the number is unknown."""
    for text, block in _head_lines(part):
        match = _NUMBER_LINE.match(text)
        if match:
            numbers = find_document_numbers(match["rest"]) if _is_sure(block) else []
            return _Found(numbers[0].number, block.text) if numbers else None
    return None


def _head_lines(part: Part) -> Iterator[tuple[str, Block]]:
    """The lines of the head with their blocks; the two columns of a head that came as a table row are two lines."""
    for block in part.head:
        for text in block.cells or (block.text,):
            stripped = _MOTTO.sub("", text).strip()  # the right-hand column, where both came as one line
            if stripped:
                yield stripped, block


def _is_sure(block: Block) -> bool:
    return block.confidence is None or block.confidence >= SURE


def _date(first: Part, parts: Sequence[Part]) -> _Found | None:
    """The place-and-date line of the head; failing that, the day that a law says it was passed on, and what an appendix says.

    A date that a scan shows only the year of had its day written or stamped in: it is unknown.
    """
    for text, block in _head_lines(first):
        match = _DATE_LINE.search(text)
        if match:
            dates = find_dates(match["date"])
            legible = _is_sure(block) and (block.first.read_by != "ocr" or (dates and dates[0].kind == "day"))
            return _Found(dates[0].iso, block.text) if dates and dates[0].iso and legible else None
    for block in (b for b in [*first.body, *first.signature] if not b.quoted and _is_sure(b)):
        passed = _PASSED.match(block.text)
        days = [d for d in find_dates(passed["date"]) if d.kind == "day"] if passed else []
        if days:
            return _Found(days[0].iso, block.text)
    for part in parts[1:]:
        for block in part.head:
            match = _ATTACHED.search(block.text)
            if match and match["date"] and match["type"].lower() == first.type.lower() and _is_sure(block):
                dates = find_dates(match["date"])
                if dates and dates[0].iso:
                    return _Found(dates[0].iso, block.text)
    return None


def _issuer(parts: Sequence[Part]) -> _Found | None:
    """Who enacts it ("Sở Y tế ban hành kế hoạch"), named in full where the head does; else the head's last issuer line."""
    heads = [_issuer_lines(part) for part in parts if not part.is_appendix]
    every = [found for head in heads for found in head]
    for part in parts:
        for block in [*part.bases, *part.head]:
            match = _ENACTS.search(block.text)
            if match and _is_sure(block):
                return _in_full(_Found(tidy(match["issuer"]), block.text), every)
    last = next((head[-1] for head in heads if head), None)  # the body above it is only the one it belongs to
    return _in_full(last, every) if last else None


def _in_full(found: _Found, others: Sequence[_Found]) -> _Found:
    """The same office as another head names it in full ("Ủy ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh Bình Định")."""
    longer = (o for o in others if o.value.lower().startswith(found.value.lower()) and len(o.value) > len(found.value))
    return next(longer, found)


def _issuer_lines(part: Part) -> list[_Found]:
    """The offices of a head, each with the line that it begins on."""
    lines: list[tuple[str, str]] = []
    for text, block in _head_lines(part):
        if _ISSUER_LINE.match(text) and text.isupper() and _is_sure(block):
            lines.append((text, block.text))
        elif lines and re.match(r"^(TỈNH|THÀNH PHỐ|HUYỆN)\b", text) and text.isupper():
            lines[-1] = f"{lines[-1][0]} {text}", lines[-1][1]
    whole = {block.text for block in part.head}
    return [_Found(_office_case(office), office if office in whole else words) for office, words in lines]


def _office_case(upper: str) -> str:
    """An office in capitals as it is written in a sentence ("UBND TỈNH HẬU GIANG": "UBND tỉnh Hậu Giang")."""
    named = {p.lower(): p for p in _province_names(upper)}
    lower = upper.lower()
    for folded, name in named.items():
        lower = lower.replace(folded, name)
    lower = re.sub(r"\b(ubnd|hđnd)\b", lambda m: m.group().upper(), lower)
    for office in find_offices(fold(upper)):  # which knows how their names are written
        lower = re.sub(re.escape(office.name.lower()), office.name, lower)
    return lower[0].upper() + lower[1:]


def _province_names(text: str) -> list[str]:
    return [m.name for m in find_provinces(text.title())]


def _province(parts: Sequence[Part]) -> _Found | None:
    """The province of the head; failing that the one province that the body names as its own. Central bodies have none."""
    if any(_CENTRAL.match(b.text) for b in parts[0].head if b.text.isupper()):
        return None
    for part in parts:
        for block in [*part.head, *part.signature]:
            named = find_provinces(block.text) or find_provinces(block.text.title())
            if named:
                return _Found(named[0].name, block.text)
    mentions = [(m.name, b.text) for p in parts for b in p.body for m in find_provinces(b.text)]
    if len({name for name, _ in mentions}) == 1:
        return _Found(*mentions[0])
    return None


def _signer(parts: Sequence[Part]) -> _Found | None:
    for part in parts:
        signed = _signed(part)
        if signed is not None:
            block = part.signature[signed]
            return _Found(name_of_line(block.text) or "", block.text)
    return None


def _signer_title(parts: Sequence[Part]) -> str | None:
    for part in parts:
        signed = _signed(part)
        titles = [b.text for b in part.signature[:signed] if b.text.isupper()] if signed is not None else []
        if titles:
            return " - ".join(titles)
    return None


def _signed(part: Part) -> int | None:
    """Where the signer's name stands in the signature: the last name there, but for who certified a copy."""
    copy = next((i for i, b in enumerate(part.signature) if _COPY.match(b.text)), len(part.signature))
    names = [i for i, b in enumerate(part.signature[:copy]) if name_of_line(b.text) and _is_sure(b)]
    return names[-1] if names else None


def _status(parts: Sequence[Part], issued: bool) -> DocumentStatus:
    """Draft where the head says so; issued where it has its number and its signer; otherwise the text does not tell."""
    if any(_DRAFT.match(b.text) for b in parts[0].head):
        return "draft"
    return "issued" if issued else "unknown"


def _recipients(parts: Sequence[Part]) -> tuple[str, ...]:
    """A line without a bullet goes on with the one before it, unless that was ended."""
    names: list[str] = []
    ended = True
    for part in parts:
        for block in part.recipients:
            words = tidy(block.words)
            name = words.rstrip(";,. ")
            if block.mark is None and not ended:
                names[-1] = f"{names[-1]} {name}"
            elif name and (block.mark is not None or names):
                names.append(name)
            ended = not names or words[-1:] in ";,."
    return tuple(names)


def _lines(part: Part) -> tuple[int, int] | None:
    spans = [b.lines for b in part.blocks]
    if not spans or any(s is None for s in spans):
        return None
    return min(s[0] for s in spans if s), max(s[1] for s in spans if s)


def _sentence(title: str) -> str:
    """A title as a sentence: capitals lowered where the whole title stands in them, the note in brackets left out."""
    title = tidy(title.split(" (")[0])
    if title.isupper():
        title = _office_case(title)
    return title[:1].upper() + title[1:]
