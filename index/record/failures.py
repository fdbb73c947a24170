"""Failures: why content could not be read, so that it is not tried at every run."""

from collections.abc import Collection

from sqlalchemy import Engine, delete, select
from sqlalchemy.orm import Session

from index.record.tables import FailureRow


class Failures:
    """For content and suffix, why it could not be read as a file of that suffix."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def all(self) -> dict[tuple[str, str], tuple[str, str]]:
        """For each content and suffix that could not be read, the version of the readers and the reason."""
        row = FailureRow
        with self._engine.connect() as connection:
            found = connection.execute(select(row.content_hash, row.suffix, row.reader, row.reason))
            return {(hashed, suffix): (reader, reason) for hashed, suffix, reader, reason in found}

    def note(self, content_hash: str, suffix: str, reader: str, reason: str) -> None:
        """Keeps why a content could not be read, in the place of an earlier reason."""
        with Session(self._engine) as session, session.begin():
            session.merge(FailureRow(content_hash=content_hash, suffix=suffix, reader=reader, reason=reason))

    def forget(self, failures: Collection[tuple[str, str]]) -> None:
        """Deletes what is kept of these contents and suffixes."""
        row = FailureRow
        with Session(self._engine) as session, session.begin():
            for hashed, suffix in failures:
                session.execute(delete(row).where(row.content_hash == hashed, row.suffix == suffix))
