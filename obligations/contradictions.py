"""Targets of one document that contradict each other: different figures for the same thing, group, year and unit.

A pair is left out wherever the two may speak of different things: the figures of one paragraph or table row, rows whose other
cells differ, a yearly figure beside one for a whole period.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import inf

from obligations.columns import read_columns
from obligations.measures import beyond, column_kind, unit_kind
from obligations.stated import Stated
from vietnamese.numbers import find_figures
from vietnamese.text import fold, squeeze

_ORDINAL = re.compile(r"[\d.]+|[IVXLC]+|[A-Za-zđ]")
_MOST_CLAUSES = 4
"""Clauses with figures for one thing; more are a list whose rows bear one name, such as a class in each commune."""


@dataclass(frozen=True, slots=True)
class Side:
    """One clause of a contradiction: its figures that differ from those of the others, of one year or of several."""

    figures: tuple[Stated, ...]

    @property
    def first(self) -> Stated:
        """The figure that stands for the clause."""
        return self.figures[0]

    @property
    def values(self) -> tuple[str, ...]:
        """The figures as written, each once."""
        return tuple(dict.fromkeys(figure.value for figure in self.figures))

    @property
    def years(self) -> tuple[int, ...]:
        """The years that its figures are for; none where they hold each year or name none."""
        return tuple(sorted({figure.year for figure in self.figures if figure.year is not None}))


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Clauses of one document, in its order, with different figures for the same. `excludes`: no number meets all of them."""

    sides: tuple[Side, ...]
    excludes: bool

    @property
    def document_id(self) -> str:
        """The document that holds all the clauses."""
        return self.sides[0].first.row.document_id

    @property
    def figures(self) -> frozenset[str]:
        """The ids of all figures that take part."""
        return frozenset(figure.id for side in self.sides for figure in side.figures)


def find_contradictions(figures: Iterable[Stated]) -> list[Contradiction]:
    """The contradictions inside each document, in the order of the figures."""
    found: list[Contradiction] = []
    alike: dict[tuple[object, ...], list[Stated]] = {}
    for figure in figures:
        if figure.measure.is_specific and (figure.low is not None or figure.high is not None):
            alike.setdefault(_thing(figure), []).append(figure)
    for same in alike.values():
        if len({_clause(figure) for figure in same}) > _MOST_CLAUSES:
            continue
        pairs = [(a, b) for a, b in combinations(same, 2) if _contradict(a, b, same)]
        found += [_joined(part) for part in _connected(pairs)]
    order = {figure.id: place for place, figure in enumerate(f for same in alike.values() for f in same)}
    return sorted(found, key=lambda c: (c.document_id, min(order[name] for name in c.figures)))


def _thing(figure: Stated) -> tuple[object, ...]:
    """What two figures must have in common to be compared at all; groups and years are looked at pair by pair."""
    part, column = fold(figure.part or ""), column_kind(figure.column)
    return figure.row.document_id, figure.measure.words, part, column, unit_kind(figure.unit)


def _contradict(a: Stated, b: Stated, same: Sequence[Stated]) -> bool:
    return (
        _numbers(a) != _numbers(b)
        and _clause(a) != _clause(b)
        and _same_year(a, b)
        and _same_people(a, b)
        and _same_group(a, b, same)
        and not _rows_differ(a.cells, b.cells)
    )


def _numbers(figure: Stated) -> frozenset[float]:
    """The numbers of a figure; "ít nhất 80%" and "80%" have the same."""
    return frozenset(number for number in (figure.low, figure.high) if number is not None)


def _clause(figure: Stated) -> tuple[object, ...]:
    """The paragraph or table row a figure stands in."""
    return figure.row.places or figure.row.lines or figure.row.passage_id, squeeze(figure.row.quote)


def _same_year(a: Stated, b: Stated) -> bool:
    """Whether both are for the same year; what holds each year is also for every single year, but not for the end of a span."""
    if a.year is not None and b.year is not None:
        return a.year == b.year and (a.until == b.until or unit_kind(a.unit) == "%")
    if a.year is None and b.year is None:
        return a.each_year == b.each_year
    dated, other = (a, b) if a.year is not None else (b, a)
    return other.each_year and not dated.until


def _same_people(a: Stated, b: Stated) -> bool:
    """Whether both count the same classes of people; "người" may be any."""
    return not a.measure.people or not b.measure.people or a.measure.people == b.measure.people


def _same_group(a: Stated, b: Stated, same: Sequence[Stated]) -> bool:
    """Whether both are for the same group: named alike, or named by one alone, as a field, where a table has it in one row only."""
    if beyond(a.group, a.measure) == beyond(b.group, b.measure):
        return True
    if bool(a.cells) == bool(b.cells):
        return False
    row, text = (a, b) if a.cells else (b, a)
    rows = {_clause(figure) for figure in same if figure.cells}
    return not text.group.words and row.group.kind == "topic" and len(rows) == 1


def _rows_differ(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether two table rows say different things beside their figures: another audience, office or place."""
    if not one or not other:
        return False
    content = {read_columns(one).content, read_columns(other).content}
    for name in one.keys() & other.keys():
        here, there = one[name], other[name]
        if here in content or there in content or squeeze(here) == squeeze(there):
            continue
        if not (_is_number(here) and _is_number(there)):
            return True
    return False


def _is_number(cell: str) -> bool:
    return bool(find_figures(cell)) or bool(_ORDINAL.fullmatch(cell.strip()))


def _connected(pairs: Sequence[tuple[Stated, Stated]]) -> Iterator[list[tuple[Stated, Stated]]]:
    """The pairs put together that share a clause."""
    parts: list[list[tuple[Stated, Stated]]] = []
    for pair in pairs:
        clauses = {_clause(figure) for figure in pair}
        joined = [part for part in parts if clauses & {_clause(f) for p in part for f in p}]
        parts = [part for part in parts if part not in joined]
        parts.append([*(p for part in joined for p in part), pair])
    yield from parts


def _joined(pairs: Sequence[tuple[Stated, Stated]]) -> Contradiction:
    sides: dict[tuple[object, ...], dict[str, Stated]] = {}
    for figure in (f for pair in pairs for f in pair):
        sides.setdefault(_clause(figure), {})[figure.id] = figure
    made = [Side(tuple(sorted(figures.values(), key=_place))) for figures in sides.values()]
    excludes = any(_apart(a, b) for a, b in pairs)
    return Contradiction(tuple(sorted(made, key=lambda side: _place(side.first))), excludes)


def _place(figure: Stated) -> tuple[int, str]:
    number = figure.id.rpartition(":")[2]
    return int(number.partition(".")[0]), number


def _apart(a: Stated, b: Stated) -> bool:
    """Whether no number meets both."""
    (low, high), (other_low, other_high) = (
        (-inf if f.low is None else f.low, inf if f.high is None else f.high) for f in (a, b)
    )
    return high < other_low or other_high < low
