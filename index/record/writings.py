"""What language models wrote, kept so that the same question over the same passages need not be written twice.

Privacy: a row holds what a model wrote, from which one can tell what was asked, and a digest of question and passages;
those themselves are not kept here. Nothing leaves the record. `Library.writings.clear()` deletes all rows; so does
deleting the table `writing` from the database. Rows only save time: nothing else needs them.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from sqlalchemy import Engine, ScalarSelect, delete, func, inspect, select
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.schema import CreateTable

from index.record.database import storage_errors
from index.record.tables import WritingRow
from index.settings import Settings

MOST = 5000
"""Writings that are kept, the newest; an answer of a model takes about a kilobyte."""


class Figures(Protocol):
    """What a call of a model took, as whoever keeps a writing knows it; see `Usage`."""

    @property
    def tokens_in(self) -> int | None: ...

    @property
    def tokens_out(self) -> int | None: ...

    @property
    def first_ms(self) -> float | None: ...

    @property
    def total_ms(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Usage:
    """What the call took: tokens, None where the server tells none, and milliseconds to the first and the last word."""

    tokens_in: int | None
    tokens_out: int | None
    first_ms: float | None
    total_ms: float


@dataclass(frozen=True, slots=True)
class KeptWriting:
    """The raw text of a model with what it took; `created` is an ISO time in UTC."""

    text: str
    usage: Usage
    created: str


def writing_key(
    messages: Sequence[tuple[str, str]],
    passages: Sequence[tuple[str, str]],
    prompt: str,
    model: str,
    address: str,
    tokens: int,
) -> str:
    """The digest under which a writing is kept: of all that it depends on.

    `messages` are those sent, each role and text, the question among them; `passages` the ids and texts of the sources
    in their order; `prompt` its version; `tokens` the most that the model may write. Which filter found the passages
    does not matter.
    """
    about = (list(map(list, messages)), list(map(list, passages)), prompt, model, address, tokens)
    return hashlib.sha256(json.dumps(about).encode()).hexdigest()


class Writings:
    """The kept writings. Safe to share between threads and processes. Raises StorageError where the record fails.

    A record of an earlier version of the program has no table for them: it is made when the first one is kept.
    """

    def __init__(self, engine: Engine, settings: Settings) -> None:
        self._engine = engine
        self._settings = settings
        self._is_there = False

    def get(self, key: str) -> KeptWriting | None:
        """What was written under a key; None where nothing is kept."""
        with storage_errors(self._settings):
            if not self._has_table():
                return None
            with Session(self._engine) as session:
                row = session.scalar(select(WritingRow).where(WritingRow.key == key))
                return None if row is None else _kept(row)

    def put(self, key: str, text: str, usage: Figures) -> None:
        """Keeps a writing in the place of an earlier one under its key, and forgets the oldest of more than `MOST`.

        Only for what a model wrote to its end: a failure must be tried again.
        """
        row = WritingRow(
            key=key,
            text=_storable(text),
            tokens_in=usage.tokens_in,
            tokens_out=usage.tokens_out,
            first_ms=usage.first_ms,
            total_ms=usage.total_ms,
            created=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        with storage_errors(self._settings):
            self._make_table()
            try:
                with Session(self._engine) as session, session.begin():
                    session.execute(delete(WritingRow).where(WritingRow.key == key))
                    session.add(row)
                    session.flush()
                    session.execute(delete(WritingRow).where(WritingRow.id < _oldest_kept()))
            except IntegrityError:
                if self.get(key) is None:  # else another process has kept its own, a moment ago
                    raise

    def count(self) -> int:
        """How many writings are kept."""
        with storage_errors(self._settings):
            if not self._has_table():
                return 0
            with Session(self._engine) as session:
                return session.scalar(select(func.count()).select_from(WritingRow)) or 0

    def clear(self) -> None:
        """Deletes all that is kept."""
        with storage_errors(self._settings):
            if self._has_table():
                with Session(self._engine) as session, session.begin():
                    session.execute(delete(WritingRow))

    def _has_table(self) -> bool:
        self._is_there = self._is_there or inspect(self._engine).has_table(WritingRow.__tablename__)
        return self._is_there

    def _make_table(self) -> None:
        if self._has_table():
            return
        try:
            with self._engine.begin() as connection:
                connection.execute(CreateTable(WritingRow.__table__, if_not_exists=True))  # type: ignore[arg-type]
        except DBAPIError:
            if (
                not self._has_table()
            ):  # else another process has just made it: PostgreSQL lets only one of two go through
                raise


def _kept(row: WritingRow) -> KeptWriting:
    usage = Usage(row.tokens_in, row.tokens_out, row.first_ms, row.total_ms)
    return KeptWriting(row.text, usage, row.created)


def _storable(text: str) -> str:
    """A text without what databases refuse: halves of surrogate pairs, which servers may send, and nulls."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


def _oldest_kept() -> ScalarSelect[int]:
    """The id of the oldest row that stays; null, which deletes nothing, where there are no more than may be kept."""
    return select(WritingRow.id).order_by(WritingRow.id.desc()).offset(MOST - 1).limit(1).scalar_subquery()
