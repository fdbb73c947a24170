"""The database: connecting to it, and what is said where it fails."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import SQLAlchemyError

from index.errors import SettingError, StorageError
from index.settings import Settings

_BUSY_SECONDS = 15


def connect(url: str) -> Engine:
    """The database at an SQLAlchemy address; SettingError where that is none."""
    try:
        engine = create_engine(url, connect_args={"timeout": _BUSY_SECONDS} if url.startswith("sqlite") else {})
    except (SQLAlchemyError, ImportError) as error:
        raise SettingError(f"ASSISTANT_DATABASE={url!r} is not a usable SQLAlchemy address: {error}.") from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _configure_sqlite)
    return engine


def _configure_sqlite(connection: Any, _: object) -> None:
    """Readers go on while a writer commits (WAL); references are checked."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


@contextmanager
def storage_errors(settings: Settings) -> Iterator[None]:
    """Turns failures of disk and database into StorageError, which names the place and the remedy."""
    try:
        yield
    except (OSError, SQLAlchemyError) as error:
        raise StorageError(storage_message(settings, error)) from error


def storage_message(settings: Settings, error: BaseException) -> str:
    """A sentence for people: which folder, what failed, what to do."""
    reason = str(getattr(error, "orig", None) or error).splitlines()[0]
    if "malformed" in reason or "not a database" in reason:
        return (
            f"The record of the index in {settings.data} is damaged: {reason}. "
            "Put a copy of the folder back, or delete the folder and run `python -m ingest`."
        )
    return (
        f"The data folder {settings.data} cannot be used: {reason}. "
        "Free some space, make the folder writable, or name another with --data or ASSISTANT_DATA."
    )
