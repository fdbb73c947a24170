"""Targets by measure and year: a table for each document, its rows what is measured, its columns the years."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from obligations.measures import unit_kind
from obligations.stated import Stated
from vietnamese.text import fold, has_accents, key

Slot = int | Literal["each", "open"]
"""A column: a year, "each" for what holds each year, "open" for what states no year."""


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """What one document says of one thing: its figures by column, each column's in reading order. `first` gives the words."""

    cells: dict[Slot, tuple[Stated, ...]]

    @property
    def first(self) -> Stated:
        """The figure that stands first in the document."""
        return min(self.figures, key=place_of)

    @property
    def figures(self) -> tuple[Stated, ...]:
        """All its figures, column by column."""
        return tuple(figure for figures in self.cells.values() for figure in figures)

    @property
    def document_id(self) -> str:
        """The document that says so."""
        return self.first.row.document_id

    @property
    def unit(self) -> str | None:
        """The unit as written first; None where no figure has one."""
        return next((figure.unit for figure in self.figures if figure.unit), None)


@dataclass(frozen=True, slots=True)
class DocumentTable:
    """The targets of one document: its columns in order, its rows in reading order."""

    document_id: str
    slots: tuple[Slot, ...]
    rows: tuple[MeasureRow, ...]


@dataclass(frozen=True, slots=True)
class Sought:
    """Which figures a reader wants; None or nothing does not limit. `unit` is one of `units_of`.

    `words` must each stand in what is measured, its group or the figure, with or without accents. What holds each year is wanted
    for any `year`.
    """

    words: str = ""
    year: int | None = None
    unit: str | None = None

    def fits(self, figure: Stated) -> bool:
        """Whether a figure is wanted."""
        if self.year is not None and not figure.each_year and figure.year != self.year:
            return False
        if self.unit is not None and unit_of(figure) != self.unit:
            return False
        return all(_said(figure, word) for word in self.words.split())


def slot_of(figure: Stated) -> Slot:
    """The column that a figure stands in."""
    return figure.year if figure.year is not None else "each" if figure.each_year else "open"


def unit_of(figure: Stated) -> str:
    """A figure's unit as it is offered and charted, in small letters; "phần trăm" is "%". Empty where none is known."""
    unit = " ".join(key(figure.unit or "").split())
    return unit_kind(unit) if unit_kind(unit) == "%" else unit


def units_of(figures: Iterable[Stated]) -> list[str]:
    """Every unit of the figures, but for those inside a cell, the one with the most figures first."""
    counts: dict[str, int] = {}
    for figure in (figure for figure in figures if not figure.inner):
        counts[unit_of(figure)] = counts.get(unit_of(figure), 0) + 1
    return sorted((unit for unit in counts if unit), key=lambda unit: (-counts[unit], unit))


def years_of(figures: Iterable[Stated]) -> list[int]:
    """Every year that a figure is for, in order."""
    return sorted({figure.year for figure in figures if figure.year is not None})


def slots_of(figures: Iterable[Stated]) -> tuple[Slot, ...]:
    """The columns that figures need: the years in order, then each year, then no year."""
    there = {slot_of(figure) for figure in figures}
    years = sorted(slot for slot in there if isinstance(slot, int))
    rest: list[Slot] = [slot for slot in ("each", "open") if slot in there]
    return (*years, *rest)


def tables_of(figures: Iterable[Stated]) -> list[DocumentTable]:
    """A table for each document, in the order of the figures; figures inside a cell stay part of it."""
    documents: dict[str, list[Stated]] = {}
    for figure in figures:
        if not figure.inner:
            documents.setdefault(figure.row.document_id, []).append(figure)
    return [DocumentTable(name, slots_of(own), tuple(rows_of(own))) for name, own in documents.items()]


def rows_of(figures: Sequence[Stated], by: Callable[[Stated], object] | None = None) -> list[MeasureRow]:
    """The figures of one document row by row, in reading order; figures of one row are alike in `by`, else in all they measure."""
    alike: dict[object, dict[Slot, list[Stated]]] = {}
    for figure in figures:
        name = by(figure) if by else figure.identity
        alike.setdefault(name, {}).setdefault(slot_of(figure), []).append(figure)
    return [
        MeasureRow({slot: tuple(cells[slot]) for slot in sorted(cells, key=_slot_order)}) for cells in alike.values()
    ]


def chosen_figures(figures: Iterable[Stated], sought: Sought, documents: Collection[str] | None = None) -> list[Stated]:
    """The figures that meet all that is sought, in their order."""
    return [f for f in figures if (documents is None or f.row.document_id in documents) and sought.fits(f)]


def place_of(figure: Stated) -> tuple[int, int]:
    """Where a figure stands among those of its document."""
    number, _, within = figure.id.rpartition(":")[2].partition(".")
    return int(number), int(within or 0)


def _slot_order(slot: Slot) -> tuple[int, int]:
    return (0, slot) if isinstance(slot, int) else (1, ("each", "open").index(slot))


def _said(figure: Stated, word: str) -> bool:
    form = key if has_accents(word) else fold
    said = (figure.words, figure.part, figure.row.target and figure.row.target.group, figure.column, figure.value)
    return form(word) in form(" ".join(text for text in said if text))
