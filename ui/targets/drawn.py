"""Figures as the page draws them: their words, notes, the columns they stand in, what a press on them opens."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from index.document import Document
from obligations.comparison import DocumentTable, MeasureRow, Slot, rows_of, slot_of, slots_of
from obligations.contradictions import Contradiction
from obligations.measures import column_kind
from obligations.obligation import Obligation
from obligations.shared import SameGroup, Shared
from obligations.stated import Stated
from ui.labels import short_name
from ui.words import Words
from vietnamese.text import fold


@dataclass(frozen=True, slots=True)
class Drawing:
    """What everything drawn needs: the documents by id, the ids of figures that others contradict, the words."""

    documents: Mapping[str, Document]
    contradicted: Collection[str]
    words: Words


def contradicted_ids(contradictions: Iterable[Contradiction]) -> frozenset[str]:
    """The ids of the figures, as they stand in cells, that take part in a contradiction."""
    return frozenset(
        name.rpartition(":")[0] + ":" + name.rpartition(":")[2].partition(".")[0]
        for c in contradictions
        for name in c.figures
    )


def slot_name(slot: Slot, words: Words) -> str:
    """What a column is called."""
    return str(slot) if isinstance(slot, int) else words(f"targets_slot.{slot}")


def table_data(table: DocumentTable, drawing: Drawing) -> dict[str, Any]:
    """The table of one document, its rows under the group they are for."""
    rows: list[dict[str, Any]] = []
    named = any(group_name(row) for row in table.rows)
    before: tuple[str, ...] | None = None
    for row in table.rows:
        group = row.first.group.words
        if named and group != before:
            rows.append({"group": group_name(row) or drawing.words("targets_group_none")})
        before = group
        rows.append(_row(row, table.slots, row.first.words, notes(row, drawing.words), drawing))
    return _table(document_name(table.document_id, drawing), "targets_measure", table.slots, rows, drawing)


def shared_data(shared: Shared, drawing: Drawing) -> dict[str, Any]:
    """A measure that several documents have: a row for each of a document's rows, with the document's own words."""
    slots = slots_of(figure for rows in shared.rows.values() for row in rows for figure in row.figures)
    made = []
    for name, rows in shared.rows.items():
        for row in rows:
            said = [f"“{row.first.words}”", *filter(None, [group_name(row)]), *notes(row, drawing.words)]
            made.append(_row(row, slots, document_name(name, drawing), said, drawing))
    return _table(measure_name(shared.first, drawing.words), "targets_head.document", slots, made, drawing)


def group_data(group: SameGroup, drawing: Drawing) -> dict[str, Any]:
    """What each document sets for one group: a column a document, in it each measure with its figures."""
    return {"label": group.name, "columns": [_column(name, rows, drawing) for name, rows in group.rows.items()]}


def picked_data(figures: Sequence[Stated], label: str, drawing: Drawing) -> dict[str, Any]:
    """Figures chosen in a chart, each with what it measures: a column a document."""
    documents: dict[str, list[Stated]] = {}
    for figure in figures:
        documents.setdefault(figure.row.document_id, []).append(figure)
    return {"label": label, "columns": [_column(name, rows_of(own), drawing) for name, own in documents.items()]}


def notes(row: MeasureRow, words: Words) -> list[str]:
    """What must be said of a row beside its words: the part, the column, the unit where the figures do not name it."""
    first = row.first
    said = [part_name(first, words)] if first.part else []
    if column_kind(first.column):
        said.append(words("targets_column", name=first.column))
    unnamed = dict.fromkeys(f.unit for f in row.figures if f.unit and fold(f.unit) not in fold(f.value))
    if unnamed:
        said.append(words("targets_unit_is", unit=", ".join(unnamed)))
    return said


def part_name(figure: Stated, words: Words) -> str:
    """Which part of what is measured a figure is of: "trong đó: tiến sĩ", "mỗi lớp"; empty where it is of all."""
    if not figure.part:
        return ""
    return figure.part if fold(figure.part).startswith("moi ") else words("targets_part", part=figure.part)


def measure_name(figure: Stated, words: Words) -> str:
    """What a figure measures, with the part that it is of."""
    return " - ".join(said for said in (figure.words, part_name(figure, words)) if said)


def document_name(name: str, drawing: Drawing) -> str:
    """A document as it is called; by its id where it is gone."""
    document = drawing.documents.get(name)
    return short_name(document) if document else name


def document_names(names: Iterable[str], drawing: Drawing) -> dict[str, str]:
    """What documents are called, each otherwise: two of one name have their ids behind it."""
    said = {name: document_name(name, drawing) for name in names}
    alike = Counter(said.values())
    return {name: called if alike[called] == 1 else f"{called} · {name}" for name, called in said.items()}


def group_name(row: MeasureRow) -> str:
    """The group that a row is for, as written; empty where none is named."""
    target = row.first.row.target
    return (target.group if target else None) or ""


def place_name(row: Obligation, words: Words) -> str:
    """Where a row's clause stands: its page and lines; empty where the source has neither."""
    parts = [] if row.page is None else [words("page", n=row.page)]
    if row.lines:
        first, last = row.lines
        parts.append(words("line", n=first) if first == last else words("lines", a=first, b=last))
    return ", ".join(parts)


def _table(
    label: str, head: str, slots: Sequence[Slot], rows: Sequence[dict[str, Any]], drawing: Drawing
) -> dict[str, Any]:
    heads = [drawing.words(head), *(slot_name(slot, drawing.words) for slot in slots)]
    return {"label": label, "heads": heads, "rows": rows}


def _column(name: str, rows: Sequence[MeasureRow], drawing: Drawing) -> dict[str, Any]:
    items = [
        {"name": row.first.words, "notes": notes(row, drawing.words), "figures": _said(row, drawing)} for row in rows
    ]
    return {"name": document_name(name, drawing), "items": items}


def _row(row: MeasureRow, slots: Sequence[Slot], name: str, said: Sequence[str], drawing: Drawing) -> dict[str, Any]:
    cells = [[_figure(figure, drawing) for figure in row.cells.get(slot, ())] for slot in slots]
    return {"name": name, "notes": list(said), "cells": cells}


def _said(row: MeasureRow, drawing: Drawing) -> list[dict[str, Any]]:
    """The figures of a row with the year before each; figures that are the same in several years once, with all of them."""
    alike: dict[str, list[Stated]] = {}
    for figure in row.figures:
        alike.setdefault(figure.value, []).append(figure)
    return [
        {
            **_figure(figures[0], drawing),
            "when": ", ".join(slot_name(slot, drawing.words) for slot in slots_of(figures)),
        }
        for figures in alike.values()
    ]


def _figure(figure: Stated, drawing: Drawing) -> dict[str, Any]:
    words = drawing.words
    when = slot_name(slot_of(figure), words)
    return {
        "id": figure.id,
        "text": figure.value,
        "mark": words("targets_differs") if figure.id in drawing.contradicted else "",
        "action": words("targets_open", value=figure.value, when=when, measure=figure.words),
    }
