"""What the list says of a row, and the row as text to be copied."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Literal

from answer.reply import Citation
from index.document import Document
from index.library import Library
from obligations.due import due_of
from obligations.obligation import Obligation, Target
from ui.labels import last_headings, place, section_path, short_name, short_path
from ui.obligations.due import due_words
from ui.words import Words

Style = Literal["strong", "text", "small", "badge", "open"]
_ACTION = 400
"""Characters of what is to be done that the list shows; the whole stands in the opened clause."""
_COUNTERPARTS = 3
"""Offices to work with that the list names; the others are counted."""


def citation_of(row: Obligation, library: Library, marker: int = 1) -> Citation | None:
    """The clause of a row as a citation; None where the library has been published anew without it meanwhile."""
    document = library.documents.get(row.document_id)
    try:
        passage = library.passage(row.passage_id)
    except KeyError:
        return None
    return Citation(marker, document, passage, row.quote, row.lines, row.page, row.places) if document else None


def row_data(row: Obligation, document: Document, today: date, words: Words) -> list[dict[str, Any]]:
    """The cells of a row: who, what, by when or how much, and where it stands."""
    return [
        _cell("who", _who(row, words)),
        _cell("what", _what(row, words)),
        _cell("when", _when(row, document, today, words)),
        _cell("where", _where(row, document, words)),
    ]


def _cell(name: str, lines: Iterable[tuple[Style, str]]) -> dict[str, Any]:
    return {"name": name, "lines": [{"style": style, "text": text} for style, text in lines if text]}


def _who(row: Obligation, words: Words) -> Iterable[tuple[Style, str]]:
    kind = words.name("duty_kind", row.kind)
    yield "strong", row.actor or (words("duty_nobody") if row.kind == "duty" else kind)
    if words.language == "en" and row.actor_en:
        yield "small", row.actor_en
    yield "small", words.name("duty_role", row.role) if row.role else (kind if row.actor else "")


def _what(row: Obligation, words: Words) -> Iterable[tuple[Style, str]]:
    yield "text", shortened(row.action)
    if row.target is not None and row.target.group:
        yield "small", row.target.group
    if row.counterparts:
        yield "small", words("duty_with", names=_some(row.counterparts, words))
    if row.condition:
        yield "small", words("duty_if", text=row.condition)


def _some(names: Sequence[str], words: Words) -> str:
    listed = "; ".join(names[:_COUNTERPARTS])
    left = len(names) - _COUNTERPARTS
    return words("duty_and_more", names=listed, n=left) if left > 0 else listed


def _when(row: Obligation, document: Document, today: date, words: Words) -> Iterable[tuple[Style, str]]:
    if row.target is not None:
        yield "strong", row.target.value
        if row.target.year is not None and str(row.target.year) not in row.target.value:
            yield "small", words("duty_year", year=row.target.year)
    if row.deadline is not None:
        yield "text", row.deadline.text
        due = due_of(row.deadline, document.period)
        if due is not None:
            yield "small", due_words(due, today, words)


def _where(row: Obligation, document: Document, words: Words) -> Iterable[tuple[Style, str]]:
    yield "open", short_name(document)
    if document.status == "draft":
        yield "badge", words("duty_draft")
    yield "small", short_path(last_headings(row.section)) if row.section else ""
    yield "small", _place(row, words)


def _place(row: Obligation, words: Words) -> str:
    parts = [words("page", n=row.page)] if row.page is not None else []
    if row.lines:
        a, b = row.lines
        parts.append(words("line", n=a) if a == b else words("lines", a=a, b=b))
    return ", ".join(parts)


def shortened(text: str, most: int = _ACTION) -> str:
    """A text's beginning, whole words, with "…" where something is left out."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def target_words(target: Target) -> str:
    """A figure as written, with what it measures and for whom."""
    return " · ".join(part for part in (target.measure, target.group, target.value) if part)


def row_facts(row: Obligation, document: Document, today: date, words: Words) -> list[tuple[str, str]]:
    """All that is known of a row, as labels and values; what is not known is left out."""
    deadline, target = row.deadline, row.target
    due = due_of(deadline, document.period) if deadline else None
    values = {
        "duty_fact.role": words.name("duty_role", row.role) if row.role else None,
        "duty_fact.target": target_words(target) if target else None,
        "duty_fact.year": str(target.year) if target and target.year else None,
        "duty_fact.deadline": deadline.text if deadline else None,
        "duty_fact.due": due_words(due, today, words) if due else None,
        "duty_fact.frequency": words.name("frequency", deadline.frequency) if deadline and deadline.frequency else None,
        "duty_fact.object": row.object,
        "duty_fact.with": "; ".join(row.counterparts),
        "duty_fact.condition": row.condition,
    }
    return [(words(key), value) for key, value in values.items() if value]


def row_text(row: Obligation, citation: Citation, today: date, words: Words) -> str:
    """A row as plain text: who, what, its facts, the quote and where it stands."""
    who = " – ".join(part for part in (row.actor, row.actor_en if words.language == "en" else None) if part)
    head = f"{who or words.name('duty_kind', row.kind)}: {row.action}"
    facts = [f"{label}: {value}" for label, value in row_facts(row, citation.document, today, words)]
    where = (short_name(citation.document), section_path(citation), place(citation, words))
    return "\n".join([head, *facts, f"“{row.quote}”", " · ".join(part for part in where if part)])


def list_data(
    rows: Sequence[Obligation], documents: Mapping[str, Document], today: date, words: Words
) -> list[dict[str, Any]]:
    """The rows as the list draws them, each with what its button says to a screen reader."""
    return [
        {
            "cells": row_data(row, documents[row.document_id], today, words),
            "label": words("duty_open", text=shortened(row.action, 120)),
        }
        for row in rows
    ]
