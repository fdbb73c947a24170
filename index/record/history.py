"""History: the editions of a document that were ever published, replaced and removed ones too."""

from dataclasses import dataclass

from sqlalchemy import Engine, select

from index.document import Document
from index.record.documents import DOCUMENT
from index.record.pending import published
from index.record.tables import EditionRow, LiveRow, PublishedEdition


@dataclass(frozen=True, slots=True)
class EditionVersion:
    """An edition in its document's history. `number` counts from 1, `created` is an ISO time in UTC.

    `is_live` says whether the live publication lists it, answering or withdrawn.
    """

    edition_id: int
    number: int
    created: str
    is_live: bool
    content_hash: str
    builder_version: str
    document: Document


class History:
    """What was ever published."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of(self, document_id: str) -> tuple[EditionVersion, ...]:
        """The editions of a document that were ever published, the oldest first; none for an unknown document."""
        row = EditionRow
        live = select(PublishedEdition.edition_id).join(
            LiveRow, LiveRow.publication_id == PublishedEdition.publication_id
        )
        columns = select(
            row.id, row.number, row.created, row.content_hash, row.builder_version, row.document, row.id.in_(live)
        )
        rows = columns.where(row.document_id == document_id, row.id.in_(published())).order_by(row.number, row.id)
        with self._engine.connect() as connection:
            return tuple(
                EditionVersion(i, number, created, bool(is_live), hashed, version, DOCUMENT.validate_json(document))
                for i, number, created, hashed, version, document, is_live in connection.execute(rows)
            )

    def document_ids(self) -> frozenset[str]:
        """Every document that was ever published."""
        with self._engine.connect() as connection:
            return frozenset(connection.scalars(select(EditionRow.document_id).where(EditionRow.id.in_(published()))))
