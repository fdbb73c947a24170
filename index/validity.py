"""What is known of a document's force, and from whom. Nothing here says what is law today: only what is written, and where."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from index.document import Document, Relation

ValidityState = Literal[
    "unknown", "in_force_from", "in_force_until", "amended", "partly_repealed", "replaced", "repealed"
]
STATES: tuple[ValidityState, ...] = (
    "unknown", "in_force_from", "in_force_until", "amended", "partly_repealed", "replaced", "repealed",
)  # fmt: skip
ENDED: frozenset[ValidityState] = frozenset({"replaced", "repealed"})
"""States of a document that another one has taken out of force."""


@dataclass(frozen=True, slots=True)
class Validity:
    """The strongest thing that is written about a document's force. `source` holds the words that say so.

    `by` is the document that says so, the document's own id where it speaks of itself, None where the catalogue does or nobody.
    `date` is the day it counts from (or until), ISO, where the words name one.
    """

    state: ValidityState = "unknown"
    source: str = ""
    by: str | None = None
    date: str | None = None


def validity(document: Document, documents: Mapping[str, Document]) -> Validity:
    """What the catalogue, other documents or the document itself say of its force, in that order.

    `documents` are those of the index with their relations resolved (`Library.documents`). A draft changes nothing.
    """
    if document.validity is not None:
        state = next(s for s in STATES if s == document.validity)
        return Validity(state, document.validity_source or "")
    stated = [
        Validity(changed, relation.text, other.id, other.in_force_from)
        for other in documents.values()
        if other.id != document.id and other.status != "draft"
        for relation in other.relations
        if relation.document_id == document.id and (changed := _state(relation)) is not None
    ]
    if stated:
        return max(stated, key=lambda v: STATES.index(v.state))
    if "in_force_until" in document.evidence:
        return Validity("in_force_until", document.evidence["in_force_until"], document.id, document.in_force_until)
    if "in_force_from" in document.evidence:
        return Validity("in_force_from", document.evidence["in_force_from"], document.id, document.in_force_from)
    return Validity()


def _state(relation: Relation) -> ValidityState | None:
    """What a relation does to the document that it names."""
    if relation.type == "amends":
        return "amended"
    if relation.type in ("replaces", "repeals") and relation.partial:
        return "partly_repealed"
    if relation.type == "replaces":
        return "replaced"
    return "repealed" if relation.type == "repeals" else None
