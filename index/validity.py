"""What is known of a document's force, and from whom. Nothing here says what is law today: only what is written, and where."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from index.document import Document, Relation
from vietnamese.dates import find_dates

ValidityState = Literal[
    "unknown", "in_force_from", "in_force_until", "amended", "partly_repealed", "replaced", "repealed"
]
STATES: tuple[ValidityState, ...] = (
    "unknown", "in_force_from", "in_force_until", "amended", "partly_repealed", "replaced", "repealed",
)  # fmt: skip
_ENDS_ON = re.compile(r"\bhết hiệu lực(?: thi hành)?,? (?:kể )?từ (?=ngày\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Validity:
    """The strongest thing that is written about a document's force. `source` holds the words that say so.

    `by` is the document that says so, the document's own id where it speaks of itself, None where the catalogue does or nobody.
    `date` is the day it counts from (or until), ISO, where the words name one. `upcoming` is the strongest of what is written to
    happen on a later day than the one that was asked about: until then the document is not yet changed.
    """

    state: ValidityState = "unknown"
    source: str = ""
    by: str | None = None
    date: str | None = None
    upcoming: "Validity | None" = None


def validity(document: Document, documents: Mapping[str, Document], today: date) -> Validity:
    """What the catalogue, other documents or the document itself say of its force on a day, in that order.

    `documents` are those of the index with their relations resolved (`Library.documents`); `today` is the day of asking. A
    draft changes nothing, and what takes effect on a later day is `upcoming` only. Where nobody states the day of a change, it
    counts already.
    """
    if document.validity is not None:
        state = next(s for s in STATES if s == document.validity)
        return Validity(state, document.validity_source or "")
    stated = [
        Validity(changed, relation.text, other.id, _day(relation, other))
        for other in documents.values()
        if other.id != document.id and other.status != "draft"
        for relation in other.relations
        if relation.document_id == document.id and (changed := _state(relation)) is not None
    ]
    asked = today.isoformat()
    later = [v for v in stated if v.date is not None and v.date > asked]
    now = [v for v in stated if v not in later]
    known = max(now, key=_strength) if now else _own(document)
    coming = max(later, key=_strength) if later else None
    return replace(known, upcoming=coming) if coming and _strength(coming) > _strength(known) else known


def _strength(known: Validity) -> int:
    return STATES.index(known.state)


def _own(document: Document) -> Validity:
    """What the document says of its own force."""
    if "in_force_until" in document.evidence:
        return Validity("in_force_until", document.evidence["in_force_until"], document.id, document.in_force_until)
    if "in_force_from" in document.evidence:
        return Validity("in_force_from", document.evidence["in_force_from"], document.id, document.in_force_from)
    return Validity()


def _day(relation: Relation, naming: Document) -> str | None:
    """From which day a change counts, ISO: the day that its words name for the end, else the first day of the document that says so."""
    ends = _ENDS_ON.search(relation.text)
    if ends and relation.type == "repeals":
        behind = relation.text[ends.end() :]
        stated = next((d for d in find_dates(behind) if d.kind == "day" and d.start == 0), None)
        if stated:
            return stated.iso
    return naming.in_force_from


def _state(relation: Relation) -> ValidityState | None:
    """What a relation does to the document that it names."""
    if relation.type == "amends":
        return "amended"
    if relation.type in ("replaces", "repeals") and relation.partial:
        return "partly_repealed"
    if relation.type == "replaces":
        return "replaced"
    return "repealed" if relation.type == "repeals" else None
