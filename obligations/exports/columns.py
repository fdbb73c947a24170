"""The columns of the workbook and of the CSV file: the same in both."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from index.document import Document, Period
from obligations.due import Due, due_of
from obligations.exports.headings import Language, word
from obligations.exports.spans import yearly_words
from obligations.exports.text import clean
from obligations.obligation import Deadline, Obligation, Target

Value = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the register on its way into a table: its number from 1, its document, when it falls due."""

    number: int
    row: Obligation
    document: Document
    due: Due | None
    language: Language

    def label(self, kind: str, value: str | None) -> str | None:
        """What a value of our own is called."""
        return None if value is None else word(f"{kind}.{value}", self.language)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the end of its heading's key, its width in characters, and what stands in it."""

    name: str
    width: int
    value: Callable[[Line], Value]

    @property
    def heading(self) -> str:
        """The key of its heading."""
        return f"column.{self.name}"


def _of_deadline(read: Callable[[Deadline], Value]) -> Callable[[Line], Value]:
    return lambda line: None if line.row.deadline is None else read(line.row.deadline)


def _of_target(read: Callable[[Target], Value]) -> Callable[[Line], Value]:
    return lambda line: None if line.row.target is None else read(line.row.target)


def _of_period(read: Callable[[Period], Value]) -> Callable[[Line], Value]:
    return lambda line: None if line.document.period is None else read(line.document.period)


def _every_year(line: Line) -> str | None:
    return yearly_words(line.due, line.language) if line.due is not None and line.due.comes_back else None


def _frequency(row: Obligation) -> str | None:
    return None if row.deadline is None else row.deadline.frequency


COLUMNS: tuple[Column, ...] = (
    Column("no", 6, lambda line: line.number),
    Column("kind", 11, lambda line: line.label("kind", line.row.kind)),
    Column("actor", 30, lambda line: line.row.actor),
    Column("actor_en", 26, lambda line: line.row.actor_en),
    Column("role", 14, lambda line: line.label("role", line.row.role)),
    Column("action", 60, lambda line: line.row.action),
    Column("object", 24, lambda line: line.row.object),
    Column("counterparts", 28, lambda line: "; ".join(line.row.counterparts)),
    Column("condition", 24, lambda line: line.row.condition),
    Column("deadline", 24, _of_deadline(lambda deadline: deadline.text)),
    Column("due_first", 13, lambda line: _first_day(line.due)),
    Column("due_last", 12, lambda line: _last_day(line.due)),
    Column("every_year", 22, _every_year),
    Column("frequency", 14, lambda line: line.label("frequency", _frequency(line.row))),
    Column("measure", 36, _of_target(lambda target: target.measure)),
    Column("group", 22, _of_target(lambda target: target.group)),
    Column("value", 14, _of_target(lambda target: target.value)),
    Column("low", 10, _of_target(lambda target: _number(target.low))),
    Column("high", 10, _of_target(lambda target: _number(target.high))),
    Column("unit", 12, _of_target(lambda target: target.unit)),
    Column("target_year", 9, _of_target(lambda target: target.year)),
    Column("document_type", 14, lambda line: line.document.type),
    Column("document_number", 18, lambda line: line.document.number),
    Column("document_title", 40, lambda line: line.document.title),
    Column("document_date", 13, lambda line: known_day(line.document.date)),
    Column("issuer", 24, lambda line: line.document.issuer),
    Column("province", 14, lambda line: line.document.province),
    Column("status", 13, lambda line: line.label("status", line.document.status)),
    Column("period_start", 10, _of_period(lambda period: period.start)),
    Column("period_end", 10, _of_period(lambda period: period.end)),
    Column("section", 55, lambda line: section_path(line.row)),
    Column("line_first", 8, lambda line: line.row.lines and line.row.lines[0]),
    Column("line_last", 8, lambda line: line.row.lines and line.row.lines[1]),
    Column("page", 8, lambda line: line.row.page),
    Column("quote", 80, lambda line: line.row.quote),
    Column("document_id", 30, lambda line: line.row.document_id),
)


def lines_of(
    rows: Sequence[Obligation], documents: Mapping[str, Document], language: Language
) -> Iterator[tuple[Value, ...]]:
    """The cells of each row, texts cleaned, none of them empty; KeyError where a row's document is not among `documents`."""
    for number, row in enumerate(rows, 1):
        document = documents[row.document_id]
        due = due_of(row.deadline, document.period) if row.deadline is not None else None
        line = Line(number, row, document, due, language)
        yield tuple(cleaned(column.value(line)) for column in COLUMNS)


def section_path(row: Obligation) -> str:
    """The headings above a row, in one line."""
    return " › ".join(row.section)


def cleaned(value: Value) -> Value:
    """The value of a cell, its text as a file may hold it; None in place of an empty one."""
    return clean(value) or None if isinstance(value, str) else value


def known_day(known: str | None) -> date | str | None:
    """A whole ISO day as one; what is shortened ("2021-03"), or is no day of any calendar, as it is."""
    if known is None or len(known) != len("2021-03-31"):
        return known
    try:
        return date.fromisoformat(known)
    except ValueError:  # a catalogue may state 31 June
        return known


def _first_day(due: Due | None) -> date | None:
    """The first day of a limit that lasts longer than a day and does not come back."""
    return None if due is None or due.comes_back or due.first == due.last else date.fromisoformat(due.first)


def _last_day(due: Due | None) -> date | None:
    return None if due is None or due.comes_back else date.fromisoformat(due.last)


def _number(known: float | None) -> Value:
    """A whole number without a fraction; what is too large for one as text."""
    if known is None or not math.isfinite(known):
        return None if known is None else str(known)
    return int(known) if known == int(known) else known
