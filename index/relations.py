"""Which documents of the index the documents name: relations resolved anew for the documents that are there."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from index.document import Document, Relation
from vietnamese.acts import LAWS
from vietnamese.dates import find_dates
from vietnamese.numbers import find_document_numbers, same_number
from vietnamese.provinces import current_name, find_provinces
from vietnamese.text import fold, key, nfc

# Offices that there is one of: the Government, the Prime Minister, the National Assembly, ministries, the Party's centre.
_ONLY_ONE = re.compile(
    r"^(?:CP|TTG|CTN|TTCP|VPCP|VPQH|VPCTN|QH\d*|UBTVQH\d*|TW|NHNN|KTNN|UBDT|TANDTC|VKSNDTC|TLĐ|B(?!CĐ|QL|CH|TV|TĐ|HXH)[A-ZĐ]{1,7})$"
)
_ISSUED_BY = re.compile(
    r"\bcủa\s+(?P<issuer>.{2,90}?)(?=\s*(?:[,;.()]|$)|\s+(?:về|ban hành|quy định|phê duyệt|sửa đổi|bổ sung|bãi bỏ|thay thế|hết)\b)",
    re.IGNORECASE,
)
_OWN_PROVINCE = re.compile(r"\b(?:tỉnh|thành phố)$", re.IGNORECASE)
_BELOW_PROVINCE = re.compile(r"\b(?:huyện|quận|thị xã|xã|phường|thị trấn)\b", re.IGNORECASE)
_FULL_DATE = len("2025-06-16")
_DATE_REACH = 45  # characters behind a number in which its date stands


def resolve_relations(documents: Mapping[str, Document]) -> dict[str, Document]:
    """The documents with `document_id` filled in each relation that names exactly one of them, and empty in all others."""
    by_serial: dict[str, list[Document]] = {}
    for document in documents.values():
        if document.number:
            by_serial.setdefault(_serial(document.number), []).append(document)
    laws = [d for d in documents.values() if d.type in LAWS and d.title]
    return {name: _resolved(document, by_serial, laws) for name, document in documents.items()}


def _resolved(document: Document, by_serial: Mapping[str, list[Document]], laws: Collection[Document]) -> Document:
    if not document.relations:
        return document
    relations = []
    for relation in document.relations:
        candidates = by_serial.get(_serial(relation.number), []) if relation.number else laws
        found = [d for d in candidates if d.id != document.id and may_be_named(d, relation, document)]
        sure = len(found) == 1 and _is_named(found[0], relation, document)
        relations.append(replace(relation, document_id=found[0].id if sure else None))
    return replace(document, relations=tuple(relations))


def _serial(number: str) -> str:
    return fold(number).split("/")[0].split("-")[0].strip().lstrip("0")


def may_be_named(document: Document, relation: Relation, naming: Document) -> bool:
    """Whether nothing speaks against it that a relation names a document: the number (for laws the title and the day) is the same,
    and neither the day nor, for offices that number alike, the province is another one."""
    if relation.date and document.date and not _same_day(relation.date, document.date):
        return False
    if relation.number:
        if document.number is None or not same_number(relation.number, document.number):
            return False
        own = _own_province(document)
        return not is_shared(relation.number) or all(
            own is None or place in (own, current_name(own)) for place in named_places(relation, naming)
        )
    name = key(relation.text.split(" ngày ")[0])
    return relation.date is not None and document.date is not None and name == key(f"{document.type} {document.title}")


def _is_named(document: Document, relation: Relation, naming: Document) -> bool:
    """Whether what may be the document certainly is: a number that many offices give needs the day, or their province to be named."""
    if not relation.number or not is_shared(relation.number):
        return True
    if relation.date and relation.date == document.date and len(relation.date) == _FULL_DATE:
        return True
    if _own_province(document) not in named_places(relation, naming):
        return False
    issuers = [_office(issuer) for issuer in _issuers(relation)]
    below = any(_BELOW_PROVINCE.search(name) for name in (*issuers, document.issuer or ""))
    return not below or _office(document.issuer or "") in issuers


def is_shared(number: str) -> bool:
    """Whether offices of many places give a number like this: "05/2019/QĐ-UBND", "15-KH/TU"; not "30/2020/NĐ-CP", "57-QĐ/TW"."""
    codes = [code for n in find_document_numbers(number) for code in n.issuer_code.upper().split("-")]
    return not any(_ONLY_ONE.match(code) for code in codes)


def _issuers(relation: Relation) -> list[str]:
    """Who issued the document that a relation names, as its words behind the number say ("UBND tỉnh Nghệ An")."""
    text = nfc(relation.text)
    numbers = find_document_numbers(text)
    ends = [*(n.start for n in numbers[1:]), len(text)]
    found = []
    for number, end in zip(numbers, ends, strict=False):  # words without a number have no end that counts
        behind = text[number.end : end]
        dates = [d.iso for d in find_dates(behind[:_DATE_REACH])]
        other_day = relation.date and dates and relation.date not in dates
        issuer = _ISSUED_BY.search(behind)
        if issuer and not other_day and same_number(number.number, relation.number or ""):
            found.append(issuer["issuer"].strip())
    return found


def named_places(relation: Relation, naming: Document) -> set[str]:
    """The provinces whose office a relation names as the issuer; "UBND tỉnh" alone is of the province of the document that says so."""
    found = {mention.name for issuer in _issuers(relation) for mention in find_provinces(issuer)}
    own = _own_province(naming)
    if own and any(_OWN_PROVINCE.search(issuer) for issuer in _issuers(relation)):
        found.add(own)
    return found


def _own_province(document: Document) -> str | None:
    """The province of a document's office as it is listed, None where the document does not tell."""
    stated = f"{document.province or ''}; {document.issuer or ''}"
    return next((mention.name for mention in find_provinces(stated)), None)


def _office(name: str) -> str:
    """An office's name however it is shortened."""
    return key(re.sub(r"\bUBND\b", "Ủy ban nhân dân", re.sub(r"\bHĐND\b", "Hội đồng nhân dân", name)))


def _same_day(a: str, b: str) -> bool:
    """Whether two dates agree as far as both are known."""
    length = min(len(a), len(b))
    return a[:length] == b[:length]
