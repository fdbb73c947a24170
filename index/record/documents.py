"""What is known of the documents of editions: title, number, dates, where their files are."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pydantic import TypeAdapter
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from index.document import Document
from index.record.tables import EditionRow

DOCUMENT = TypeAdapter(Document)
"""How `EditionRow.document` is written."""


class Documents:
    """The documents as their editions know them."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of(self, edition_ids: Sequence[int]) -> list[Document]:
        """The documents of editions, in no settled order."""
        rows = select(EditionRow.document).where(EditionRow.id.in_(edition_ids))
        with self._engine.connect() as connection:
            return [DOCUMENT.validate_json(text) for text in connection.scalars(rows)]

    def files(self) -> frozenset[str]:
        """The names in the file store that any edition refers to."""
        with self._engine.connect() as connection:
            documents = [DOCUMENT.validate_json(text) for text in connection.scalars(select(EditionRow.document))]
        return frozenset(name for d in documents for name in (d.original, d.shown) if name)


def rename_files(session: Session, files: Mapping[int, str]) -> None:
    """Changes `Document.file` of editions, by edition id, within a session."""
    for edition_id, file in files.items():
        row = session.get_one(EditionRow, edition_id)
        row.document = DOCUMENT.dump_json(replace(DOCUMENT.validate_json(row.document), file=file)).decode()
