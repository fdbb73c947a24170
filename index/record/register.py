"""The register's rows as the record keeps them: by edition, found by columns, each row itself as JSON.

Rows can be read again from the passages of their edition at any time; the record keeps them because that takes long where
there are many. What a row means is known to `obligations/`.
"""

import re
from calendar import isleap
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    String,
    and_,
    case,
    cast,
    column,
    delete,
    func,
    insert,
    inspect,
    literal,
    literal_column,
    not_,
    or_,
    select,
    table,
)
from sqlalchemy.orm import Session

from index.record.database import storage_errors
from index.record.tables import SEARCH, SEARCH_ID, Base, EditionRow, ObligationRow, ObligationWords, RegisteredRow
from index.registered import Registered
from index.settings import Settings

_TABLES = (RegisteredRow, ObligationRow, ObligationWords)
_SYLLABLE = re.compile(r"[^\W_]+")
_AT_A_TIME = 1000  # rows written by one statement
_MOST_NAMED = 20_000  # values in one statement


@dataclass(frozen=True, slots=True)
class Sought:
    """Which rows are sought; None does not limit. `editions` are those that a reader sees.

    `actors` are names as written, `words` pairs of a term and whether it must stand with its accents. `deadline` is a word of
    `obligations.register.Wanted.deadline`, `due` the first and last day between which something falls due.
    """

    editions: Collection[int]
    kind: str | None = None
    role: str | None = None
    actors: Collection[str] | None = None
    year: int | None = None
    deadline: str | None = None
    due: tuple[date, date] | None = None
    words: Sequence[tuple[str, bool]] = ()


class RegisterRows:
    """The rows of all editions that were read for the register. Every call may raise StorageError."""

    def __init__(self, engine: Engine, settings: Settings) -> None:
        self._engine = engine
        self._settings = settings

    def missing(self, editions: Collection[int], reader: str) -> list[int]:
        """Those of the editions that this version of the reader has not read, in order."""
        row = RegisteredRow
        with self._connected() as connection:
            if not inspect(connection).has_table(ObligationWords.__tablename__):
                return sorted(editions)
            known = set(connection.scalars(select(row.edition_id).where(row.reader == reader)))
        return sorted(set(editions) - known)

    def keep(self, edition_id: int, registered: Registered) -> None:
        """Puts the rows of an edition in the place of those it had; nothing where the edition is gone meanwhile."""
        with storage_errors(self._settings):
            for table in _TABLES:  # data folders of earlier versions have none
                Base.metadata.tables[table.__tablename__].create(self._engine, checkfirst=True)
            with Session(self._engine) as session, session.begin():
                edition = session.get(EditionRow, edition_id)
                if edition is not None:
                    for table in reversed(_TABLES):
                        session.execute(delete(table).where(table.edition_id == edition_id))
                    write_rows(session, edition_id, edition.document_id, registered)

    def count(self, sought: Sought) -> int:
        """How many rows there are."""
        counted = select(func.count()).select_from(self._from(sought)).where(*self._conditions(sought))
        with self._connected() as connection:
            return connection.scalar(counted) or 0

    def kinds(self, sought: Sought) -> dict[str, int]:
        """How many rows there are of each kind that has any."""
        row = ObligationRow
        counted = select(row.kind, func.count()).select_from(self._from(sought)).where(*self._conditions(sought))
        with self._connected() as connection:
            return {kind: rows for kind, rows in connection.execute(counted.group_by(row.kind))}  # noqa: C416

    def bodies(
        self, sought: Sought, today: date | None = None, limit: int | None = None, offset: int = 0
    ) -> Iterator[str]:
        """The rows as JSON, document by document in reading order.

        With `today` by when they fall due: from today on, the next first; then what names no day; then what is past, the last
        first; and at the end what has no deadline.
        """
        row = ObligationRow
        order = [*(_by_deadline(today) if today is not None else ()), row.document_id, row.place]
        keys = (
            select(row.edition_id, row.place)
            .select_from(self._from(sought))
            .where(*self._conditions(sought))
            .order_by(*order)
        )
        with self._connected() as connection:
            found = [(e, p) for e, p in connection.execute(keys.limit(limit).offset(offset))]
            for start in range(0, len(found), _AT_A_TIME):
                yield from _bodies(connection, found[start : start + _AT_A_TIME])

    def actors(self, sought: Sought) -> list[tuple[str, int, int]]:
        """Each actor once with its rows and the documents they stand in, the one with the most rows first."""
        row = ObligationRow
        counted = func.count().label("rows")
        chosen = select(row.actor, counted, func.count(row.edition_id.distinct())).select_from(self._from(sought))
        grouped = chosen.where(row.actor.is_not(None), *self._conditions(sought)).group_by(row.actor)
        with self._connected() as connection:
            found = connection.execute(grouped.order_by(counted.desc(), row.actor))
            return [(name or "", rows, documents) for name, rows, documents in found]

    def years(self, sought: Sought) -> list[int]:
        """Every year that a row is of, in order."""
        row = ObligationRow
        spans = select(row.year_from, row.year_until).distinct().select_from(self._from(sought))
        with self._connected() as connection:
            found = connection.execute(spans.where(row.year_until.is_not(None), *self._conditions(sought))).all()
        return sorted({year for first, last in found if last for year in range(first or last, last + 1)})

    @property
    def _indexed(self) -> bool:
        """Whether the database has an index of the words."""
        return self._engine.dialect.name == "sqlite"

    def _from(self, sought: Sought) -> Any:
        """The tables that the conditions speak of."""
        row, words = ObligationRow, ObligationWords
        if not sought.words or self._indexed:
            return row.__table__
        return row.__table__.join(words.__table__, and_(row.edition_id == words.edition_id, row.place == words.place))

    def _conditions(self, sought: Sought) -> list[ColumnElement[bool]]:
        return [*_conditions(sought), *(_found(sought.words) if self._indexed else _contained(sought.words))]

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        with storage_errors(self._settings), self._engine.connect() as connection:
            yield connection


def _bodies(connection: Connection, keys: Sequence[tuple[int, int]]) -> Iterator[str]:
    """The rows of some keys as JSON, in their order."""
    words = ObligationWords
    places: dict[int, list[int]] = {}
    for edition, place in keys:
        places.setdefault(edition, []).append(place)
    chosen = or_(*(and_(words.edition_id == e, words.place.in_(ps)) for e, ps in places.items()))
    found = connection.execute(select(words.edition_id, words.place, words.body).where(chosen))
    bodies = {(edition, place): body for edition, place, body in found}
    yield from (bodies[key] for key in keys)


def write_rows(session: Session, edition_id: int, document_id: str, registered: Registered) -> None:
    """Writes the rows of an edition that has none, within a session."""
    session.add(RegisteredRow(edition_id=edition_id, reader=registered.reader))
    session.flush()
    keyed = [({"edition_id": edition_id, "place": place}, row) for place, row in enumerate(registered.rows)]
    for start in range(0, len(keyed), _AT_A_TIME):
        part = keyed[start : start + _AT_A_TIME]
        session.execute(
            insert(ObligationRow), [{**key, "document_id": document_id, **row.columns} for key, row in part]
        )
        session.execute(
            insert(ObligationWords),
            [{**key, "accented": row.accented, "plain": row.plain, "body": row.body} for key, row in part],
        )


def _conditions(sought: Sought) -> list[ColumnElement[bool]]:
    """All but the words."""
    row = ObligationRow
    conditions: list[ColumnElement[bool]] = [row.edition_id.in_(sought.editions)]
    if sought.kind is not None:
        conditions.append(row.kind == sought.kind)
    if sought.role is not None:
        conditions.append(row.role == sought.role)
    if sought.actors is not None:
        conditions.append(_any_of(row.actor, sorted(sought.actors)))
    if sought.year is not None:
        first = func.coalesce(row.year_from, row.year_until)
        conditions += [first <= sought.year, row.year_until >= sought.year]
    if sought.deadline is not None:
        conditions.append(_has_deadline(sought.deadline))
    if sought.due is not None:
        conditions.append(_is_due(*sought.due))
    return conditions


def _found(words: Sequence[tuple[str, bool]]) -> list[ColumnElement[bool]]:
    """Whether every syllable and number of the words stands in a row, by SQLite's index."""
    asked = [
        f'{"accented" if accented else "plain"}:"{syllable}"'
        for term, accented in words
        for syllable in _SYLLABLE.findall(term)
    ]
    if not asked:
        return []
    search = table(SEARCH, column("rowid"), column(SEARCH))
    matching = select(search.c.rowid).where(search.c[SEARCH].op("MATCH")(" AND ".join(asked)))
    return [literal_column(SEARCH_ID.format(f"{ObligationRow.__tablename__}.")).in_(matching)]


def _contained(words: Sequence[tuple[str, bool]]) -> list[ColumnElement[bool]]:
    """The same in other databases, which look through all texts, and find the words inside of others too."""
    said = ObligationWords
    return [(said.accented if accented else said.plain).contains(term, autoescape=True) for term, accented in words]


def _any_of(column: Any, values: Sequence[str]) -> ColumnElement[bool]:
    parts = [column.in_(values[i : i + _MOST_NAMED]) for i in range(0, len(values), _MOST_NAMED)]
    return or_(*parts) if parts else literal(value=False)


def _has_deadline(wanted: str) -> ColumnElement[bool]:
    row = ObligationRow
    if wanted == "any":
        return row.has_deadline.is_(True)
    begins = (row.date, row.month_day, func.substr(row.date, 6))
    return or_(row.frequency == wanted, *(column.startswith(wanted, autoescape=True) for column in begins))


def _is_due(first: date, last: date) -> ColumnElement[bool]:
    """Whether the last day of a time limit lies between two days."""
    row = ObligationRow
    fixed = and_(not_(_comes_back()), row.due_last.between(first.isoformat(), last.isoformat()))
    back = [
        and_(
            _comes_back(),
            func.coalesce(row.due_from, year) <= year,
            func.coalesce(row.due_until, year) >= year,
            (literal(f"{year}-") + _last_day(year)).between(first.isoformat(), last.isoformat()),
        )
        for year in range(first.year, last.year + 1)
    ]
    return or_(fixed, *back)


def _last_day(year: int) -> ColumnElement[Any]:
    """The day that comes back, in that year: the end of February is the 28th in most."""
    day = ObligationRow.due_last
    return case((day == "02-29", f"02-{28 + isleap(year)}"), else_=day)


def _by_deadline(today: date) -> list[ColumnElement[Any]]:
    """What falls due from today on, the next first; then what names no day; then what is past, the last first; then the rest."""
    row = ObligationRow
    coming = case((row.due_last >= f"{today:%m-%d}", today.year), else_=today.year + 1)
    not_over = case((coming > row.due_until, row.due_until), else_=coming)
    year = case((not_over < row.due_from, row.due_from), else_=not_over)
    when = case((_comes_back(), cast(year, String) + literal("-") + row.due_last), else_=row.due_last)
    is_past = when < today.isoformat()
    rank = case((row.has_deadline.is_(False), 3), (is_past, 2), (row.due_last.is_(None), 1), else_=0)
    return [rank, case((is_past, None), else_=when), when.desc()]


def _comes_back() -> ColumnElement[bool]:
    """Whether a time limit is written without a year, "MM-DD"."""
    return func.length(ObligationRow.due_last) == len("MM-DD")
