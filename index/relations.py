"""Which documents of the index the documents name: relations resolved anew for the documents that are there."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from index.document import Document, Relation
from vietnamese.numbers import same_number
from vietnamese.text import fold, key


def resolve_relations(documents: Mapping[str, Document]) -> dict[str, Document]:
    """The documents with `document_id` filled in each relation that names exactly one of them, and empty in all others."""
    by_serial: dict[str, list[Document]] = {}
    for document in documents.values():
        if document.number:
            by_serial.setdefault(_serial(document.number), []).append(document)
    laws = [d for d in documents.values() if d.type in ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp") and d.title]
    return {name: _resolved(document, by_serial, laws) for name, document in documents.items()}


def _resolved(document: Document, by_serial: Mapping[str, list[Document]], laws: Collection[Document]) -> Document:
    if not document.relations:
        return document
    relations = []
    for relation in document.relations:
        candidates = by_serial.get(_serial(relation.number), []) if relation.number else laws
        found = [d.id for d in candidates if d.id != document.id and _is_named(d, relation)]
        relations.append(replace(relation, document_id=found[0] if len(found) == 1 else None))
    return replace(document, relations=tuple(relations))


def _serial(number: str) -> str:
    return fold(number).split("/")[0].split("-")[0].strip().lstrip("0")


def _is_named(document: Document, relation: Relation) -> bool:
    """Whether a relation names a document: the same number, or for laws the same title and day; dates that differ tell two apart.

    Provinces number alike, so that of two documents with one number the date decides, and where it does not, neither is meant.
    """
    if relation.date and document.date and not _same_day(relation.date, document.date):
        return False
    if relation.number:
        return document.number is not None and same_number(relation.number, document.number)
    name = key(relation.text.split(" ngày ")[0])
    return relation.date is not None and document.date is not None and name == key(f"{document.type} {document.title}")


def _same_day(a: str, b: str) -> bool:
    """Whether two dates agree as far as both are known."""
    length = min(len(a), len(b))
    return a[:length] == b[:length]
