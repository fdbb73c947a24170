"""The list of documents: what is searched and filtered, in which order, and what each line says."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from index.document import Document, Page
from index.library import Library
from index.validity import Validity, validity
from ui.labels import alphabetical, show_date
from ui.words import Words
from vietnamese.text import fold

ORDERS = ("name", "newest", "least_sure")
NOTHING = "–"
_KEPT = 5_000


@dataclass(frozen=True, slots=True)
class Listed:
    """A document with how much was read of it; `confidence` (0-1) is the mean of its scanned pages."""

    document: Document
    passages: int
    confidence: float | None = None
    scanned: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the reader asked for; an empty part does not limit."""

    text: str = ""
    type: str | None = None
    province: str | None = None
    state: str | None = None
    order: str = ORDERS[0]

    @property
    def limits(self) -> bool:
        """Whether anything limits the list."""
        return bool(self.text.strip() or self.type or self.province or self.state)


def listed(library: Library) -> list[Listed]:
    """Every document, withdrawn ones too."""
    return [listed_one(library, document) for document in library.all_documents().values()]


def listed_one(library: Library, document: Document) -> Listed:
    """One of the library's documents."""
    passages = library.passages_of(document.id)
    scanned = document.read_by == "ocr" or any(passage.read_by == "ocr" for passage in passages)
    sure = _confidence(library.publication_id, document.id, library) if scanned else None
    return Listed(document, len(passages), sure, scanned)


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _confidence(publication: str, document_id: str, _library: Library) -> float | None:
    """How sure the recognition of a document was; None where no page tells."""
    del publication  # a part of the key
    return mean_confidence(_library.pages_of(document_id))


def mean_confidence(pages: Sequence[Page]) -> float | None:
    """The mean confidence of the pages that were read from a scan; None where none tells."""
    known = [page.confidence for page in pages if page.read_by == "ocr" and page.confidence is not None]
    return sum(known) / len(known) if known else None


def states_of(item: Listed) -> set[str]:
    """The states that a document can be filtered by: its status, and withdrawn, stated by hand, read from a scan."""
    document = item.document
    states: set[str] = {document.status}
    if document.withdrawn:
        states.add("withdrawn")
    if document.stated:
        states.add("stated")
    if item.scanned:
        states.add("scanned")
    return states


def choose(items: Iterable[Listed], wanted: Wanted) -> list[Listed]:
    """The documents that meet everything that is wanted, in the wanted order. Accents do not matter to the words."""
    needed = fold(wanted.text).split()
    kept = [
        item
        for item in items
        if (wanted.type is None or item.document.type == wanted.type)
        and (wanted.province is None or wanted.province in (item.document.province, item.document.province_current))
        and (wanted.state is None or wanted.state in states_of(item))
        and _holds(item.document, needed)
    ]
    return sorted(kept, key=_order(wanted.order))


def _holds(document: Document, needed: Sequence[str]) -> bool:
    fields = (
        document.id, document.file, document.title, document.type, document.number, document.date, document.issuer,
        document.province, document.province_current, document.signer,
    )  # fmt: skip
    text = fold(" ".join(field for field in fields if field))
    return all(word in text for word in needed)


def _order(name: str) -> Callable[[Listed], Any]:
    def by_name(item: Listed) -> tuple[str, str]:
        return alphabetical(item.document.title or item.document.id)

    def by_date(item: Listed) -> tuple[bool, list[int], tuple[str, str]]:
        date = item.document.date
        return date is None, [-ord(c) for c in (date or "").ljust(10)], by_name(item)

    def by_confidence(item: Listed) -> tuple[float, tuple[str, str]]:
        return (1.0 if item.confidence is None else item.confidence), by_name(item)

    return {"name": by_name, "newest": by_date, "least_sure": by_confidence}[name]


def options(items: Sequence[Listed]) -> dict[str, list[str]]:
    """What can be filtered by, of what is there: types, provinces by either name, states."""
    documents = [item.document for item in items]
    provinces = {name for d in documents for name in (d.province, d.province_current) if name}
    states = {state for item in items for state in states_of(item)}
    order = ("issued", "draft", "unknown", "withdrawn", "stated", "scanned")
    return {
        "type": sorted({d.type for d in documents if d.type}, key=alphabetical),
        "province": sorted(provinces, key=alphabetical),
        "state": [state for state in order if state in states],
    }


def row(item: Listed, force: Validity | None, words: Words) -> dict[str, Any]:
    """A line of the list: the document's name, what stands under it, its badges, and the cells of the other columns."""
    document = item.document
    kind = " ".join(filter(None, (document.type, document.number)))
    parts = words("documents_parts", n=len(document.parts)) if len(document.parts) > 1 else ""
    return {
        "id": document.id,
        "name": document.title or document.id,
        "about": [text for text in (" · ".join(filter(None, (kind, parts))), document.file) if text],
        "badges": badges(document, words),
        "cells": [
            _cell(show_date(document.date, words) if document.date else "", ""),
            _cell(document.issuer or "", province(document, words)),
            _cell(words.name("state", document.status), _force(force, words)),
            _cell(size(item, words), read_by(item, words)),
        ],
    }


def _cell(text: str, small: str) -> dict[str, Any]:
    """A column's text and the smaller one under it; what is not known is a dash, which a card leaves out."""
    return {"text": text or NOTHING, "small": small, "known": bool(text)}


def badges(document: Document, words: Words) -> list[str]:
    """What must not be overlooked: withdrawn, facts stated by hand."""
    found = (document.withdrawn and "withdrawn", document.stated and "stated")
    return [words.name("state", name) for name in found if name]


def province(document: Document, words: Words) -> str:
    """The province as the document has it, with its present name where that is another."""
    old, now = document.province, document.province_current
    if old and now and old != now:
        return words("province_now", old=old, new=now)
    return old or now or ""


def _force(force: Validity | None, words: Words) -> str:
    """What is written of a document's force, where anything but its first day is."""
    return "" if force is None or force.state in ("unknown", "in_force_from") else words.name("validity", force.state)


def forces(items: Sequence[Listed], documents: Mapping[str, Document], today: date) -> dict[str, Validity]:
    """What is written of the force of each document on a day; `documents` are those that may speak of others."""
    named = {r.document_id for d in documents.values() for r in d.relations}
    return {
        item.document.id: validity(item.document, documents if item.document.id in named else {}, today)
        for item in items
    }


def size(item: Listed, words: Words) -> str:
    """Pages, where there are any, and passages."""
    pages = words("documents_pages", n=item.document.pages) if item.document.pages else ""
    return " · ".join(filter(None, (pages, words("documents_passages", n=item.passages))))


def read_by(item: Listed, words: Words) -> str:
    """How the text was come by, and how sure that is."""
    if not item.scanned:
        return words.name("read_by", "text")
    if item.confidence is None:
        return words.name("read_by", "ocr")
    return words("documents_ocr_sure", percent=percent(item.confidence))


def percent(share: float) -> int:
    """A share (0-1) in whole percent, never rounded up to certainty."""
    return min(round(100 * share), 99) if share < 1 else 100
