"""The facts that a sentence states and a passage must hold: numbers of documents, dates, names, places, references."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from answer.claims.wording import expansions_by_span, folded_words, is_english, vietnamese_runs, worded
from vietnamese.dates import find_deadlines
from vietnamese.glossary import Glossary
from vietnamese.numbers import DocumentNumber, find_document_numbers
from vietnamese.offices import find_offices
from vietnamese.ordinals import plain_number
from vietnamese.provinces import find_provinces, find_provinces_folded
from vietnamese.syllable import is_foreign
from vietnamese.text import fold, has_accents, key, nfc

RefKind = Literal["dieu", "khoan", "diem", "muc", "phu luc", "chuong", "label"]


@dataclass(frozen=True, slots=True)
class Name:
    """An office, a post or a person as written, and the wordings any of which a passage must hold. Span in the NFC sentence."""

    text: str
    wordings: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reference:
    """A clause or a numbered thing that a sentence names ("khoản 2", "Article 5", "Quân khu 7"): its kind and plain number."""

    text: str
    kind: RefKind
    number: str


_VAGUE = re.compile(
    r"(?i)^(?:các|những|mọi|cơ quan|đơn vị|tổ chức|phòng chuyên môn|thủ trưởng|người đứng đầu|lãnh đạo|đại biểu|doanh nghiệp|hội nghị|ban hành)\b"
)
_LEVELS = re.compile(
    r"(?: (?:của|thuộc|trực thuộc|cấp|ở|tại))* ?(?:(?:các )?(?:tỉnh|thành phố|huyện|thị xã|xã|phường|thị trấn)(?: \S+){0,3})?(?: (?:có )?liên quan)?$"
)
_POST = re.compile(
    r"^(?:(?:phó )?(?:chủ tịch|giám đốc|chánh văn phòng|chánh thanh tra|hiệu trưởng|bí thư|trưởng phòng|trưởng ban)|thường trực|lãnh đạo)\s+"
)


def offices_of(sentence: str, glossary: Glossary) -> list[Name]:
    """The offices and posts that a sentence names by their own names, in either language; groups ("các sở, ban, ngành") are none."""
    if not is_english(sentence):
        return [name for m in find_offices(sentence) if (name := _office(m.name, m.start, m.end))]
    found = [n for run in vietnamese_runs(sentence) for m in find_offices(run) if (n := _office(m.name, 0, 0))]
    names = [Name(n.text, n.wordings, at, at + len(n.text)) for n in found if (at := nfc(sentence).find(n.text)) >= 0]
    names += [n for n in _formal_names(sentence, glossary) if not _overlaps(n, names)]
    for (start, end), readings in expansions_by_span(sentence, glossary).items():
        own = [r for r in readings if r.kind in {"office", "title"}]
        name = Name(nfc(sentence)[start:end], tuple(w for r in readings for w in _wordings(r.vi)), start, end)
        if own and any(_is_own_name(r.vi) for r in own) and _is_formal(name.text) and not _overlaps(name, names):
            names.append(name)
    return sorted(names, key=lambda n: n.start)


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


def _overlaps(name: Name, names: list[Name]) -> bool:
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


def _wordings(name: str) -> tuple[str, ...]:
    """A name as worded, without what only says at which level, and a post parted from its office."""
    whole = worded(name).strip()
    bare = _LEVELS.sub("", whole).strip()
    return tuple(dict.fromkeys(w for w in (whole, bare) if len(w.split()) > 1 or w == whole))


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


def persons_of(sentence: str) -> list[str]:
    """Proper names of persons, places and institutions by their capitals: two capitalised words or more in a row."""
    if is_english(sentence):
        return [run for run in vietnamese_runs(sentence) if sum(w[0].isupper() for w in run.split()) > 1]
    text = nfc(sentence)
    return [m.group() for m in _CAPITALS.finditer(text) if not _is_common(m.group())]


_UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỹ"
_CAPITAL = rf"(?:(?![ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ])[{_UPPER}])[^\W\d_]*"
_CAPITALS = re.compile(rf"(?<!\w){_CAPITAL}(?:[^\S\n]+{_CAPITAL})+(?!\w)")


def _is_common(name: str) -> bool:
    return key(name) in {"việt nam", "nhà nước", "kế hoạch đào tạo"} or name.isupper()


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


_REF_WORDS: dict[str, RefKind] = {
    "điều": "dieu", "article": "dieu", "articles": "dieu", "khoản": "khoan", "clause": "khoan", "clauses": "khoan", "paragraph": "khoan",
    "điểm": "diem", "point": "diem", "item": "diem", "mục": "muc", "phần": "muc", "section": "muc", "part": "muc",
    "phụ lục": "phu luc", "appendix": "phu luc", "annex": "phu luc", "chương": "chuong", "chapter": "chuong",
    "quân khu": "label", "military region": "label", "military zone": "label", "khu vực": "label", "region": "label", "hạng": "label",
    "grade": "label", "cấp": "label", "level": "label", "đối tượng": "label", "target group": "label", "group": "label", "nhóm": "label",
    "category": "label", "khóa": "label", "lần thứ": "label",
}  # fmt: skip
_REFERENCE = re.compile(
    rf"(?<!\w)(?P<word>{'|'.join(sorted(_REF_WORDS, key=len, reverse=True))})\s+(?P<number>[ivxl]{{1,6}}|\d{{1,3}}(?:\.\d{{1,2}})*|[a-zđ])(?![\w%])(?!\s*[%/])"
)
_LISTED_NUMBER = re.compile(r"(?:^|[\n(])[\s#*_|-]*(?P<number>[IVXL]{1,6}|\d{1,3}(?:\.\d{1,2})*|[a-zđ])(?=[.)\s|])")
_LETTERED = frozenset({"diem"})


def references_of(text: str) -> list[Reference]:
    """The clauses and numbered names that a text refers to."""
    keyed = key(text)
    found = []
    for match in _REFERENCE.finditer(keyed):
        written = nfc(text)[match.start("number") : match.end("number")]
        kind = _REF_WORDS[match["word"]]
        if kind not in _LETTERED and len(written) == 1 and written.isalpha() and written not in "IVX":
            continue
        if kind == "diem" and written.isdigit() and match["word"] == "điểm":
            continue
        if kind in _LETTERED or not re.fullmatch(r"[ivxl]+", written):
            found.append(
                Reference(match.group(), kind, plain_number(written) if kind not in _LETTERED else written.lower())
            )
    return found


def holds_reference(passage: str, reference: Reference) -> bool:
    """Whether a passage names the same number of the same kind, or carries it at the start of a line."""
    own = references_of(passage)
    if reference.kind == "label":
        return any(r.number == reference.number for r in own if r.kind in {"label", "muc"})
    listed = {
        plain_number(m["number"]) if len(m["number"]) > 1 or not m["number"].islower() else m["number"]
        for m in _LISTED_NUMBER.finditer(passage)
    }
    return any(r.number == reference.number and r.kind == reference.kind for r in own) or (
        reference.kind != "phu luc" and reference.number in listed
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


def is_person_held(name: str, passage: str) -> bool:
    """Whether a passage names a person or a place as written, with or without accents where the sentence has none."""
    words = worded(name).strip()
    text = worded(passage)
    return f" {words} " in text or (not has_accents(name) and f" {fold(words)} " in folded_words(passage))


def unaccented_names(sentence: str) -> list[str]:
    """Vietnamese names typed without accents in an English sentence: three capitalised syllables or more in a row ("Pham Anh Tuan")."""
    names = re.findall(r"(?<!\w)[A-Z][a-z]+(?:\s+[A-Z][a-z]+){2,3}(?!\w)", sentence)
    return [n for n in names if all(not is_foreign(w) for w in n.split())]
