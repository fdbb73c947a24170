"""Who issued a document, and of which province it is. What a scan shows of them counts as far as closed lists know it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.blocks import Block
from ingest.doctypes import TYPE_WORDS, titled_line, type_of_line
from ingest.head import DATE_LINE, NUMBER_LINE, Found, head_lines, is_recognised, is_sure, title_blocks
from ingest.parts import Part
from vietnamese.listed import CENTRAL_BODIES, issuer_as_listed, province_as_listed
from vietnamese.offices import expand_abbreviations, find_offices, is_central
from vietnamese.provinces import find_provinces
from vietnamese.text import fold, key, squeeze, tidy

_ENACTS = re.compile(
    rf"(?:^|[;,.]\s+)(?!Căn cứ|Thực hiện|Theo|Xét)(?P<issuer>[A-ZĐỦỤƯƠĂÂÊÔ][^;:,.\d]{{3,80}}?)\s+ban hành\s+(?i:{TYPE_WORDS})\b"
)
_HEADS = (
    "ubnd|hđnd|ủy ban|hội đồng|thường trực|sở|bộ(?! luật)|chính phủ|quốc hội|thủ tướng|chủ tịch nước|ban(?! hành)|tỉnh ủy|thành ủy|huyện ủy|đảng ủy"
    "|văn phòng|tổng cục|cục|chi cục|phòng|thanh tra|tòa án|viện|học viện|trường|đại học|ngân hàng|kiểm toán|bảo hiểm|kho bạc|công an|trung tâm"
    "|bệnh viện|hội|liên đoàn|tổng liên đoàn|tỉnh đoàn"
)
_BEGINS = re.compile(rf"(?:{_HEADS})\b(?!\s*[:\d])")
_BEGINS_FOLDED = re.compile(rf"(?:{fold(_HEADS)})\b(?!\s*[:\d])")  # "SỐ: 5" is no office
_MOTTO = re.compile(r"(?:cong hoa|dang cong san|doc lap)\b")
_LEVEL = r"tỉnh|thành phố|huyện|quận|thị xã|xã(?! hội)|phường|thị trấn|đặc khu"
_GOES_ON = re.compile(rf"^(?:(?i:{_LEVEL})|VÀ)\b")
_PLACE_NAME = re.compile(rf"\b(?P<level>{_LEVEL}) (?P<name>[^,]+)$")
_CAPITAL = "Hà Nội"


@dataclass(slots=True)
class _Lines:
    """The lines of a head that name one office, and the blocks they stand in."""

    texts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(self.texts)


def read_issuer(parts: Sequence[Part]) -> Found | None:
    """Who enacts it ("Sở Y tế ban hành kế hoạch"), named in full where the head does; else the last office above its title."""
    heads = [_offices(part) for part in parts if not part.is_appendix]
    every = [found for above, below in heads for found in (*above, *below) if found]
    for part in parts:
        for block in [*part.bases, *part.head]:
            match = _ENACTS.search(block.text)
            named = _named(tidy(match["issuer"]), block, block.text) if match and is_sure(block) else None
            if named:
                return _in_full(named, every)
    # The body above the last one is only the one it belongs to, so that an office that cannot be read leaves none.
    last = next((group[-1] for head in heads for group in head if group), None)
    full = _in_full(last, every) if last else None
    return max((o for o in every if o.value == full.value), key=lambda o: len(o.words)) if full else None


def read_province(parts: Sequence[Part], issuer: Found | None) -> Found | None:
    """The province of the head; failing that the one province that the body names as its own. Central bodies have none."""
    if _is_central(parts[0], issuer):
        return None
    scanned = any(is_recognised(block) for block in parts[0].head)
    named = _scanned_province(parts[0], issuer) if scanned else None
    if named:
        return named
    for block in (b for part in parts for b in [*part.head, *part.signature]):
        if scanned and (issuer is None and _dated(block)):
            continue  # the capital stands there for central bodies too
        mentions = find_provinces(block.text) or find_provinces(block.text.title())
        if mentions:
            return Found(mentions[0].name, block.text)
    stated = [(m.name, b.text) for p in parts for b in p.body for m in find_provinces(b.text)]
    return Found(*stated[0]) if len({name for name, _ in stated}) == 1 else None


def office_case(upper: str) -> str:
    """Words in capitals as they are written in a sentence, provinces and known offices in their own way."""
    lower = upper.lower()
    for name in _province_names(upper):
        lower = lower.replace(name.lower(), name)
    lower = re.sub(r"\b(ubnd|hđnd)\b", lambda m: m.group().upper(), lower)
    for office in find_offices(fold(upper)):  # which knows how their names are written
        lower = re.sub(re.escape(office.name), office.name, lower, flags=re.IGNORECASE)
    return lower[0].upper() + lower[1:]


def _is_central(first: Part, issuer: Found | None) -> bool:
    named = [issuer.value] if issuer else []
    named += [line.text for line in _lines(first)[0]]
    listed = [issuer_as_listed(name) or name for name in named]
    return any(name in CENTRAL_BODIES or (is_central(name) and not find_provinces(name)) for name in listed)


def _scanned_province(part: Part, issuer: Found | None) -> Found | None:
    """The province that the issuer of a scanned document names, else the place of its date; which may be misread a little."""
    mentions = find_provinces(issuer.value) if issuer else []
    if issuer and mentions:
        named = mentions[0].name
        own = (b.text for text, b in head_lines(part) if province_as_listed(text) == named)
        return Found(named, next(own, issuer.words))
    for text, block in head_lines(part):
        place = DATE_LINE.search(text)
        name = province_as_listed(place["place"]) if place and is_sure(block) else None
        if name and (issuer or name != _CAPITAL):
            return Found(name, block.text)
    return None


def _dated(block: Block) -> bool:
    return DATE_LINE.search(block.text) is not None


def _offices(part: Part) -> tuple[list[Found | None], list[Found | None]]:
    """The offices of a head above and below its title, None for one that cannot be told, each with the line that it begins on.

    Below it words in capitals are seldom an office ("HỘI NHẬP QUỐC TẾ"): only what closed lists know counts there.
    """
    above, below = _lines(part)
    return (
        [_office(lines, part) for lines in above],
        [_office(lines, part) if issuer_as_listed(lines.text) else None for lines in below],
    )


def _office(lines: _Lines, part: Part) -> Found | None:
    if not all(map(is_sure, lines.blocks)):
        return None
    whole = {block.text for block in part.head}
    return _named(lines.text, lines.blocks[0], lines.text if lines.text in whole else lines.blocks[0].text)


def _named(text: str, block: Block, words: str) -> Found | None:
    """An office as it is listed; one that is on no list is taken as it is written, but not from a scan."""
    listed = issuer_as_listed(text)
    if is_recognised(block):
        return Found(listed, words) if listed else None
    if not text.isupper():
        return Found(text, words)
    if listed and squeeze(key(listed)) == squeeze(key(text)):
        return Found(listed, words)
    return Found(_PLACE_NAME.sub(_placed, office_case(text)), words)


def _placed(match: re.Match[str]) -> str:
    """A place by its name: "huyện châu thành" is "huyện Châu Thành"."""
    name = " ".join(word[:1].upper() + word[1:] for word in match["name"].split(" "))
    return f"{match['level']} {name}"


def _lines(part: Part) -> tuple[list[_Lines], list[_Lines]]:
    """The lines of the offices of a head, those above its title and those below it; the title's own are neither."""
    above: list[_Lines] = []
    below: list[_Lines] = []
    offices, is_open = above, False
    title = title_blocks(part)
    for text, block in head_lines(part):
        scanned = is_recognised(block)
        if type_of_line(text, scanned) or titled_line(text):
            offices, is_open = below, False
        elif (offices is below and block in title) or _is_other(text, block):
            is_open = False
        elif _begins_office(text, scanned):
            offices.append(_Lines([text], [block]))
            is_open = True
        elif is_open and (scanned or _GOES_ON.match(text)):
            offices[-1].texts.append(text)
            offices[-1].blocks.append(block)
        else:
            is_open = False
    return above, below


def _is_other(text: str, block: Block) -> bool:
    """Whether a line cannot name an office: number, date, motto, or no line in capitals."""
    return bool(not text.isupper() or NUMBER_LINE.match(text) or _dated(block) or _MOTTO.match(fold(text)))


def _begins_office(text: str, scanned: bool) -> bool:
    return bool(_BEGINS_FOLDED.match(fold(text)) if scanned else _BEGINS.match(key(text)))


def _in_full(found: Found, others: Sequence[Found]) -> Found:
    """The same office as a head names it in full ("UBND tỉnh", "Ủy ban nhân dân tỉnh Bình Định")."""
    short = _spelt_out(found.value)
    for other in others:
        full = _spelt_out(other.value)
        if full.startswith(short) and len(other.value) > len(found.value):
            return Found(other.value, found.words) if full == short else other
    return found


def _spelt_out(name: str) -> str:
    return key(expand_abbreviations(name))


def _province_names(text: str) -> Iterator[str]:
    return (mention.name for mention in find_provinces(text.title()))
