"""The table of targets as a file for spreadsheets."""

from collections.abc import Iterator, Sequence

from obligations.comparison import DocumentTable, MeasureRow, Slot, slots_of
from obligations.measures import column_kind
from ui.spreadsheet import csv_bytes
from ui.targets.drawn import Drawing, document_name, group_name, place_name, slot_name

_BETWEEN = "; "
"""Between the figures of one cell."""


def table_csv(tables: Sequence[DocumentTable], drawing: Drawing) -> bytes:
    """All tables as one: a row for each measure of a document; each year's figures as written, their lowest and highest values."""
    slots = slots_of(figure for table in tables for row in table.rows for figure in row.figures)
    rows = (_cells(row, slots, drawing) for table in tables for row in table.rows)
    return csv_bytes([_heads(slots, drawing), *rows])


def _heads(slots: Sequence[Slot], drawing: Drawing) -> list[str]:
    words = drawing.words
    before = [words(f"targets_head.{name}") for name in ("document", "province", "group")]
    yearly = [
        head
        for slot in slots
        for name in [slot_name(slot, words)]
        for head in (name, words("targets_lowest", slot=name), words("targets_highest", slot=name))
    ]
    behind = [words(f"targets_head.{name}") for name in ("place", "contradiction", "document_id")]
    measure = [
        words("targets_measure"),
        words("targets_head.part"),
        words("targets_head.column"),
        words("targets_unit"),
    ]
    return [*before, *measure, *yearly, *behind]


def _cells(row: MeasureRow, slots: Sequence[Slot], drawing: Drawing) -> list[str]:
    first, document = row.first, drawing.documents.get(row.document_id)
    before = [document_name(row.document_id, drawing), (document and document.province) or "", group_name(row)]
    measure = [first.words, first.part or "", (first.column or "") if column_kind(first.column) else "", row.unit or ""]
    places = dict.fromkeys(place_name(figure.row, drawing.words) for figure in row.figures)
    contradicted = any(figure.id in drawing.contradicted for figure in row.figures)
    behind = [_BETWEEN.join(places), drawing.words("targets_yes") if contradicted else "", row.document_id]
    return [" ".join(cell.split()) for cell in (*before, *measure, *_yearly(row, slots), *behind)]


def _yearly(row: MeasureRow, slots: Sequence[Slot]) -> Iterator[str]:
    for slot in slots:
        figures = row.cells.get(slot, ())
        yield _BETWEEN.join(figure.value for figure in figures)
        yield _BETWEEN.join(_number(figure.low) for figure in figures)
        yield _BETWEEN.join(_number(figure.high) for figure in figures)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.15g}"
