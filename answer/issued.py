"""Documents named by their kind and who issued them: "kế hoạch của Tỉnh ủy", "the Party committee's 2025 plan"."""

import re
from collections.abc import Iterable, Sequence

from index.document import Document
from vietnamese.dates import find_years
from vietnamese.glossary import Expansion
from vietnamese.spans import aligned_fold
from vietnamese.text import fold, nfc

_BOARD = re.compile(r"^(?:Ban Thường vụ|Ban Chấp hành(?: Đảng bộ)?|Thường trực)\s+", re.IGNORECASE)
_GENERAL = re.compile(r"^(?:ủy|uỷ) ban nhân dân|^hội đồng nhân dân", re.IGNORECASE)
_DOES = r"(?:thì|giao|gửi|này|đó|phải|cho|với|về|và|để|yêu cầu|nào|gì|có|là|mà|nêu)"
# Between the kind and "của": words of its own name; straight before the issuer: at most a year.
_OWN = rf"(?:[\s,]+(?!{_DOES}\b)[^\s,;.?:]+){{0,6}}?\s+của\s+|(?:\s+(?:năm\s+)?\d{{4}})?\s+(?:do\s+(?=[^,;.?]{{1,60}}ban hành))?"
_PARTY = re.compile(r"(?<!third )(?<!political )\b(?:[Tt]he )?(?:Party|party committee)(?: committee)?\b")
_OF_PARTY = re.compile(r"(?:ủy|uỷ)$")  # Tỉnh ủy, Thành ủy, Đảng ủy: "the Party's plan" in English
_KINDS_EN = {
    "Kế hoạch": "plan|draft|programme|program",
    "Quyết định": "decision",
    "Nghị quyết": "resolution",
    "Báo cáo": "report",
}


def issuer_names(document: Document) -> tuple[str, ...]:
    """What a document's issuer is called: in full, and the body whose board issued it ("Tỉnh ủy"). Empty for the committees and
    councils that every province has: their province tells them apart.
    """
    issuer = document.issuer or ""
    if not issuer or _GENERAL.search(issuer):
        return ()
    return tuple(dict.fromkeys((issuer, _BOARD.sub("", issuer))))


def documents_issued(text: str, documents: Iterable[Document]) -> dict[str, str]:
    """The documents that an accented Vietnamese text names by kind and issuer, each with the words that name the issuer."""
    found: dict[str, str] = {}
    for document in documents:
        for name in issuer_names(document) if document.type else ():
            pattern = rf"\b{re.escape(document.type or '')}\b(?:{_OWN})({re.escape(name)})\b"
            match = re.search(pattern, nfc(text), re.IGNORECASE) or _of_year(name, document, nfc(text))
            if match:
                found[document.id] = match[1]
                break
    return found


def _of_year(name: str, document: Document, text: str) -> re.Match[str] | None:
    """Where a text names an issuer with the one year that its document is for ("Tỉnh ủy năm 2025", "năm 2025 Tỉnh ủy")."""
    only = _only_year(document)
    if only is None:
        return None
    issuer, year = re.escape(name), rf"(?:trong\s+)?(?:năm\s+)?{only}"
    behind = re.search(rf"\b({issuer})\s+{year}\b(?!\s*-)", text, re.IGNORECASE)
    return behind or re.search(rf"\b{year},?\s+({issuer})\b", text, re.IGNORECASE)


def documents_issued_english(
    text: str, expansions: Sequence[Expansion], documents: Iterable[Document]
) -> dict[str, str]:
    """The same of an English text, whose offices the glossary found."""
    found: dict[str, str] = {}
    for document in documents:
        kinds = _KINDS_EN.get(document.type or "")
        for start, end in _named(text, expansions, document) if kinds else ():
            behind = re.match(
                rf"(?:['’]s?(?:\s+[\w-]+){{0,4}}?|(?:\s+\d{{4}})?)\s+(?:{kinds})\b", text[end:], re.IGNORECASE
            )
            before = re.search(
                rf"\b(?:{kinds})(?:\s+[\w-]+){{0,3}}?\s+(?:of|by|from)\s+(?:the\s+)?$",
                text[:start],
                re.IGNORECASE,
            )
            if behind or before:
                found[document.id] = text[start:end]
                break
    return found


def document_of_year(text: str, documents: Iterable[Document]) -> dict[str, str]:
    """The one document whose period is just the year by which a text names it ("kế hoạch năm 2025", "the 2025 plan"), with those words;
    none where several are, or where it names none so.
    """
    found: dict[str, str] = {}
    for document in documents:
        only = _only_year(document)
        if only is None or document.type != "Kế hoạch":
            continue
        match = re.search(
            rf"\bke hoach (?:dao tao, boi duong |dao tao |boi duong |hoc tap )?(?:nam )?{only}\b(?!\s*-)"
            rf"|\b(?:the|this|that) {only} (?:\w+ )?plan\b|\bplan (?:for|of) {only}\b",
            aligned_fold(text),
        )
        if match:
            found[document.id] = text[match.start() : match.end()]
    return found if len(found) == 1 else {}


def documents_of_issuer(text: str, documents: Iterable[Document]) -> list[Document]:
    """The documents whose issuer a text names in Vietnamese, with accents or without, or, for the Party, in English."""
    folded = aligned_fold(text)
    found = []
    for document in documents:
        names = issuer_names(document)
        party = any(_OF_PARTY.search(name) for name in names) and _PARTY.search(text)
        if party or any(re.search(rf"\b{re.escape(fold(name))}\b", folded) for name in names):
            found.append(document)
    return found


def issued_in_year(text: str, documents: Iterable[Document]) -> dict[str, str]:
    """The one document of an issuer and for a single year, where a text names both ("Tỉnh ủy cho đi học … năm 2025"), with the year;
    none where several are.
    """
    years = find_years(text)
    issued = {document.id: _only_year(document) for document in documents_of_issuer(text, documents)}
    found = {document_id: str(year) for document_id, year in issued.items() if year in years}
    return found if len(found) == 1 else {}


def documents_signed(text: str, documents: Iterable[Document]) -> list[Document]:
    """The documents whose signer a text names in full, with accents or without; a name of one syllable is anybody's."""
    folded = aligned_fold(text)
    signed = [(d, fold(d.signer)) for d in documents if d.signer and len(d.signer.split()) > 1]
    return [document for document, name in signed if re.search(rf"\b{re.escape(name)}\b", folded)]


def _only_year(document: Document) -> int | None:
    """The year that a document is for, where it is for no more than one."""
    period = document.period
    return period.end if period is not None and period.start in (None, period.end) else None


def _named(text: str, expansions: Sequence[Expansion], document: Document) -> list[tuple[int, int]]:
    """Where an English text names the issuer of a document, in English or by its Vietnamese name."""
    names = issuer_names(document)
    folded = {fold(name) for name in names}
    spans = [(e.start, e.end) for e in expansions if fold(e.vi) in folded]
    spans += [m.span() for name in folded for m in re.finditer(rf"\b{re.escape(name)}\b", aligned_fold(text))]
    if any(_OF_PARTY.search(name) for name in names):
        spans += [m.span() for m in _PARTY.finditer(text)]
    return spans
