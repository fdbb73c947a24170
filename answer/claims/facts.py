"""The facts that a sentence states and a passage must hold: offices, places, numbers of documents, how often a thing is done."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from answer.claims.wording import expansions_by_span, is_english, vietnamese_runs, worded
from vietnamese.dates import find_deadlines
from vietnamese.glossary import Glossary
from vietnamese.numbers import DocumentNumber, find_document_numbers
from vietnamese.offices import find_offices
from vietnamese.provinces import find_provinces, find_provinces_folded
from vietnamese.syllable import is_foreign
from vietnamese.text import fold, key, nfc


@dataclass(frozen=True, slots=True)
class Name:
    """An office or a post as written, and the wordings any of which a passage must hold. Span in the NFC sentence."""

    text: str
    wordings: tuple[str, ...]
    start: int
    end: int


_VAGUE = re.compile(
    r"(?i)^(?:các|những|mọi|cơ quan|đơn vị|tổ chức|phòng chuyên môn|thủ trưởng|người đứng đầu|lãnh đạo|đại biểu|doanh nghiệp|hội nghị|ban hành)\b"
)
_LEVELS = re.compile(
    r"(?: (?:của|thuộc|trực thuộc|cấp|ở|tại))* ?(?:(?:các )?(?:tỉnh|thành phố|huyện|thị xã|xã|phường|thị trấn)(?: \S+){0,3})?(?: (?:có )?liên quan)?$"
)
_POST = re.compile(
    r"^(?:(?:phó )?(?:chủ tịch|giám đốc|chánh văn phòng|chánh thanh tra|hiệu trưởng|bí thư|trưởng phòng|trưởng ban)|thường trực|lãnh đạo)\s+"
)


@lru_cache(maxsize=1024)
def offices_of(sentence: str, glossary: Glossary) -> tuple[Name, ...]:
    """The offices and posts that a sentence names by their own names, in either language; groups ("các sở, ban, ngành") are none."""
    if not is_english(sentence):
        numbers = find_document_numbers(sentence)
        found = [m for m in find_offices(sentence) if not any(n.start <= m.start < n.end for n in numbers)]
        names = [name for m in found if (name := _office(m.name, m.start, m.end))]
        return _in_order([*names, *_english_names(sentence, glossary, names)])
    found = [m for run in vietnamese_runs(sentence) for m in find_offices(run)]
    within = [n for m in found if (n := _office(m.name, 0, 0))]
    names = [Name(n.text, n.wordings, at, at + len(n.text)) for n in within if (at := nfc(sentence).find(n.text)) >= 0]
    return _in_order([*names, *_english_names(sentence, glossary, names)])


def _in_order(names: Sequence[Name]) -> tuple[Name, ...]:
    return tuple(sorted(names, key=lambda n: n.start))


def _english_names(sentence: str, glossary: Glossary, names: Sequence[Name]) -> list[Name]:
    """The English names of offices in a sentence of either language, beside those that were found."""
    english = is_english(sentence)
    found = [n for n in _formal_names(sentence, glossary) if not _overlaps(n, names)]
    for (start, end), readings in expansions_by_span(sentence, glossary).items():
        own = [r for r in readings if r.kind in {"office", "title"}]
        name = Name(nfc(sentence)[start:end], tuple(w for r in readings for w in _wordings(r.vi)), start, end)
        if not english and not any(map(is_foreign, re.findall(r"[^\W\d_]+", name.text))):
            continue  # Vietnamese syllables without accents that an English name is spelt with ("ban")
        formal = any(_is_own_name(r.vi) for r in own) and _is_formal(name.text)
        if own and formal and not _overlaps(name, [*names, *found]):
            found.append(name)
    return found


_FORMAL = re.compile(
    r"(?P<head>Department|Ministry|Division|Board|Academy|Commission|Inspectorate)s? (?:of|for) (?:the )?"
    r"(?P<field>[A-Z][\w'’-]*(?:(?:,? and|,| &)? (?:and )?[A-Z][\w'’-]*)*)"
)
_HEADS = {
    "Department": ("sở", "cục", "vụ"), "Ministry": ("bộ",), "Division": ("phòng",), "Board": ("ban",), "Academy": ("học viện",),
    "Commission": ("ban", "ủy ban"), "Inspectorate": ("thanh tra",),
}  # fmt: skip
_HEAD_WORD = re.compile(
    r"(?i)\b(?:departments?|ministr(?:y|ies)|divisions?|committees?|councils?|academy|commission|board|school|college|inspectorate|treasury|assembly|police)\b"
)


def _formal_names(sentence: str, glossary: Glossary) -> Iterator[Name]:
    """Names of the form "Department of …", the field read by itself: in "Director of the Department of Finance" the office is Finance."""
    text = nfc(sentence)
    for match in _FORMAL.finditer(text):
        if re.search(r"(?!The\b)\b[A-Z][a-z]+ $", text[: match.start()]):
            continue  # "Organisation Commission of …" has its name before the word for its kind
        covering = [
            e
            for e in glossary.expand_english(match.group())
            if e.start == 0 and e.end > match.start("field") - match.start()
        ]
        if covering:
            end = match.start() + max(e.end for e in covering)
            wordings = tuple(w for e in covering for w in _wordings(e.vi))
        else:
            end = match.end()
            fields = [worded(e.vi).strip() for e in glossary.expand_english(match["field"])]
            wordings = (*(f"{head} {field}" for head in _HEADS[match["head"]] for field in fields), *fields)
        yield Name(text[match.start() : end], wordings, match.start(), end)


def _overlaps(name: Name, names: Sequence[Name]) -> bool:
    return any(n.start < name.end and name.start < n.end for n in names)


def _is_formal(written: str) -> bool:
    """Whether an English name is that of one office: with capitals, or with the word for its kind; "central government" is neither."""
    return any(w[0].isupper() for w in written.split()) or _HEAD_WORD.search(written) is not None


def _is_own_name(vi: str) -> bool:
    return vi[0].isupper() and not vi.startswith("Các ")


def _office(name: str, start: int, end: int) -> Name | None:
    if _VAGUE.match(name) or (name[0].islower() and not re.search(r"[A-ZĐ]", name[1:])):
        return None
    return Name(name, _wordings(name), start, end)


_SHORTER = {"đảng cộng sản việt nam": ("đảng", "tỉnh ủy", "thành ủy", "huyện ủy", "cấp ủy")}
"""What documents write for a name that English answers write in full or as "the Party"."""


def _wordings(name: str) -> tuple[str, ...]:
    """A name as worded, without what only says at which level, and a post parted from its office."""
    whole = worded(name).strip()
    bare = _LEVELS.sub("", whole).strip()
    short = _SHORTER.get(whole, ())
    return tuple(dict.fromkeys((*(w for w in (whole, bare) if len(w.split()) > 1 or w == whole), *short)))


def names_office(words: str, name: Name) -> bool:
    """Whether a worded passage names an office: as written, at any level, or in a list behind its kind ("các Bộ: Công an, Tư pháp")."""
    if any(f" {w} " in words for w in name.wordings):
        return True
    for wording in name.wordings:
        post = _POST.match(wording)
        office = wording[post.end() :] if post else wording
        if (
            post
            and post.group().strip() in words
            and (f" {office} " in words or _LEVELS.sub("", office).strip() in words)
        ):
            return True
        head, _, field = office.partition(" ")
        if head in {"sở", "bộ", "phòng"} and f" {field} " in words and re.search(rf" (?:các|và) {head} ", words):
            return True
    return False


def places_of(text: str) -> set[str]:
    """The provinces that a text names, by their listed names."""
    listed = {p.name for p in find_provinces(text)}
    if is_english(text):
        listed |= {p.name for p in find_provinces_folded(text) if nfc(text)[p.start].isupper()}
    return listed


def numbers_of(text: str) -> list[DocumentNumber]:
    """The document numbers of a text; English words before them are read too."""
    return find_document_numbers(text)


def holds_number(passage: list[DocumentNumber], number: DocumentNumber) -> bool:
    """Whether a passage holds a number: every part that both write is the same."""
    return any(
        own.serial.lstrip("0") == number.serial.lstrip("0")
        and (number.year is None or own.year is None or own.year == number.year)
        and (not number.kind_code or not own.kind_code or fold(own.kind_code) == fold(number.kind_code))
        and (not number.issuer_code or not own.issuer_code or fold(own.issuer_code) == fold(number.issuer_code))
        for own in passage
    )


def frequencies_of(text: str) -> set[str]:
    """How often a text says that something is done: yearly, quarterly, monthly, weekly."""
    known = {"yearly", "quarterly", "monthly", "weekly"}
    found = {d.frequency for d in find_deadlines(text) if d.frequency in known}
    counted = {
        f"{m}ly"
        for d in find_deadlines(text)
        if d.frequency and "/" in d.frequency
        for m in [d.frequency.split("/")[1]]
    }
    more = {name for name, pattern in _PERIODS.items() if re.search(pattern, key(text))}
    return {f for f in found | counted | more if f}


_PERIODS = {
    "yearly": r"\b(?:hằng|hàng|mỗi|từng|một) năm\b|(?:/|\btrong |\bmột )năm\b|\bnăm một\b|\b(?:annual|annually|yearly|(?:a|per|each|every|one) (?:calendar )?year)\b",
    "quarterly": r"\b(?:hằng|hàng|mỗi|từng) quý\b|/quý|\b(?:quarterly|(?:a|per|each|every) quarter)\b",
    "monthly": r"\b(?:hằng|hàng|mỗi|từng) tháng\b|/tháng|\b(?:monthly|(?:a|per|each|every) month)\b",
    "weekly": r"\b(?:hằng|hàng|mỗi|từng) tuần\b|/tuần|\b(?:weekly|(?:a|per|each|every) week)\b",
}
