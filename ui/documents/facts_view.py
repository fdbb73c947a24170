"""What was understood of a document: each field with the words it was read from, or that it is not stated; its relations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import groupby

import streamlit as st

from index.document import Document, Period, Relation
from index.validity import Validity, validity
from ui.documents.listing import province
from ui.documents.shelf import open_document
from ui.labels import short_name, show_date
from ui.plain import show_plain
from ui.words import Words
from vietnamese.text import tidy

FIELDS = ("title", "type", "number", "date", "issuer", "province", "period", "status", "signer")
"""The metadata that the page shows, and those that can be corrected, in their order."""
RELATIONS = ("implements", "cites", "amends", "replaces", "repeals")
_LONGEST = 300
"""Characters of a field's evidence that are shown."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A field in words; `value` is None where the document does not state it, `evidence` the words it was read from.

    `absent` is what stands in the place of a value that is missing, where that is not "not stated".
    """

    label: str
    value: str | None
    evidence: str = ""
    stated: bool = False
    absent: str = ""


def facts(document: Document, documents: Mapping[str, Document], words: Words, today: date) -> list[Fact]:
    """Every field of a document, those that are not stated too; `documents` are those that may speak of its force `today`."""
    found = [_fact(document, name, words) for name in FIELDS]
    force = [
        name for name in ("in_force_from", "in_force_until") if getattr(document, name) or name in document.evidence
    ]
    found += [_fact(document, name, words) for name in force]
    known = validity(document, documents, today)
    found.append(_force(document, known, documents, words))
    if known.upcoming is not None:
        found.append(_upcoming(known.upcoming, documents, words))
    if document.recipients:
        found.append(Fact(words("field.recipients"), "\n".join(document.recipients)))
    return found


def _force(document: Document, known: Validity, documents: Mapping[str, Document], words: Words) -> Fact:
    """What is written of the document's force, in the catalogue or in a document, and where."""
    by = documents.get(known.by or "")
    said = words.name("validity", known.state)
    if by is not None and by.id != document.id:
        said = words("validity_by", state=said, name=short_name(by))
    return Fact(
        words("field.validity"),
        None if known.state == "unknown" else said,
        "" if by is document else known.source,
        "validity" in document.stated,
        words("validity.unknown"),
    )


def _upcoming(coming: Validity, documents: Mapping[str, Document], words: Words) -> Fact:
    """What another document will do to this one on a later day, which it names."""
    said = words(f"upcoming.{coming.state}", date=show_date(coming.date or "", words))
    by = documents[coming.by or ""]
    return Fact(words("field.upcoming"), words("validity_by", state=said, name=short_name(by)), coming.source)


def _fact(document: Document, name: str, words: Words) -> Fact:
    by_hand = name in document.stated
    unread = words("not_seen") if document.read_by == "ocr" and not by_hand else ""
    label, evidence = words.name("field", name), _evidence(document, name)
    return Fact(label, value_of(document, name, words), evidence, by_hand, unread)


def _evidence(document: Document, name: str) -> str:
    text = document.evidence.get(name, "")
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"


def value_of(document: Document, name: str, words: Words) -> str | None:
    """A field for the eye; None where it is not stated."""
    value = getattr(document, name)
    if name == "status":
        return None if value == "unknown" else words.name("status", value)
    if value is None:
        return None
    if isinstance(value, Period):
        if value.start == value.end:
            return str(value.end)
        return words("period_to", end=value.end) if value.start is None else f"{value.start}–{value.end}"
    if name in ("date", "in_force_from", "in_force_until"):
        return show_date(value, words)
    if name == "province":
        return province(document, words)
    if name == "signer" and document.signer_title:
        return f"{value} ({document.signer_title})"
    return str(value)


def facts_html(found: list[Fact], words: Words) -> str:
    """The fields as a list of terms, every text escaped."""
    return f'<dl class="facts">{"".join(_fact_html(fact, words) for fact in found)}</dl>'


def _fact_html(fact: Fact, words: Words) -> str:
    value = (
        escape(fact.value)
        if fact.value
        else f'<span class="absent">{escape(fact.absent or words("not_stated"))}</span>'
    )
    notes = []
    if fact.stated:
        notes.append(f'<span class="by-hand">{escape(words("stated_by_hand"))}</span>')
    told = fact.value is not None and tidy(fact.evidence) == tidy(fact.value)
    if fact.evidence and not told and (fact.absent or not fact.stated):
        notes.append(f"<small>{escape(words('read_from'))} “{escape(fact.evidence)}”</small>")
    return f"<dt>{escape(fact.label)}</dt><dd>{value}{''.join(notes)}</dd>"


def show_facts(document: Document, documents: Mapping[str, Document], words: Words) -> None:
    """The fields, the parts of the file, and what other documents it names."""
    speaking = {i: d for i, d in documents.items() if not d.withdrawn}
    st.html(facts_html(facts(document, speaking, words, date.today()), words))
    if len(document.parts) > 1:
        show_plain(words("parts_of_file", n=len(document.parts)), "heading")
        show_plain("\n".join(" – ".join(filter(None, (part.type, part.title))) for part in document.parts))
    show_relations(document, documents, words)


def show_relations(document: Document, documents: Mapping[str, Document], words: Words) -> None:
    """The documents that this one names and those that name it, by kind; what is held can be opened."""
    show_plain(words("relations"), "heading")
    naming = [
        (d, r) for d in documents.values() for r in d.relations if r.document_id == document.id and d.id != document.id
    ]
    if not document.relations and not naming:
        show_plain(words("relations_none"), "quiet")
        return
    for kind in RELATIONS:
        relations = [r for r in document.relations if r.type == kind]
        if relations:
            show_plain(words.name("relation", kind), "aside")
            st.html(relations_html(relations, words))
            held = dict.fromkeys(r.document_id for r in relations if r.document_id in documents)
            for number, document_id in enumerate(held):
                _show_link(documents[document_id or ""], f"{kind}-{number}")
    for number, (other, relation) in enumerate(naming):
        show_plain(words.name("relation_by", relation.type), "aside")
        _show_link(other, f"by-{number}")
    if any(r.type in ("amends", "replaces", "repeals") for r in document.relations):
        show_plain(words("relations_note"), "quiet")


def relations_html(relations: Sequence[Relation], words: Words) -> str:
    """The documents that are named, with the words that name them; those of one sentence stand together. All is escaped."""
    items: list[str] = []
    for text, group in groupby(relations, key=lambda relation: relation.text):
        named = filter(None, (_named(relation, words) for relation in group))
        names = "; ".join(dict.fromkeys(named))
        items.append(f"<li>{escape(names)}<small>{escape(text)}</small></li>")
    return f'<ul class="relations">{"".join(items)}</ul>'


def _named(relation: Relation, words: Words) -> str:
    """A document by its number, with its date where that says more; what has no number is named by its words."""
    if relation.number is None:
        return words("relation_partial") if relation.partial else ""
    date = (
        words.name("relation_date", str(relation.date.count("-"))).format(date=show_date(relation.date, words))
        if relation.date
        else ""
    )
    return " ".join(filter(None, (relation.number, date, words("relation_partial") if relation.partial else "")))


def _show_link(document: Document, key: str) -> None:
    name = document.title if not document.type else short_name(document)
    st.button(
        name or document.id, icon=":material/description:", type="tertiary", key=f"relation-{key}",
        on_click=open_document, args=(document.id,),
    )  # fmt: skip
