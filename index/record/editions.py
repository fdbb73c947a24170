"""Editions: every revision of every document, with its text of record and its passages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic import TypeAdapter
from sqlalchemy import Engine, func, insert, select
from sqlalchemy.orm import Session

from index.document import Document, Edition, SourceLine
from index.passage import Passage
from index.record.documents import DOCUMENT
from index.record.pages import page_rows
from index.record.pending import published
from index.record.publications import recent
from index.record.register import write_rows
from index.record.segments import staged
from index.record.tables import EditionRow, PageRow, PassageRow

_AT_A_TIME = 16  # editions read together
_LINES = TypeAdapter(tuple[SourceLine, ...])
_PASSAGE = TypeAdapter(Passage)


@dataclass(frozen=True, slots=True)
class StoredEdition:
    """An edition read back, without its lines."""

    id: int
    document: Document
    content_hash: str
    builder_version: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class EditionHead:
    """What tells an edition from another, without its content."""

    id: int
    document_id: str
    content_hash: str
    builder_version: str


class Editions:
    """The editions by id, pending ones too."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def heads(self, ids: Sequence[int]) -> list[EditionHead]:
        """Editions without their content, in the order of `ids`."""
        row = EditionRow
        with self._engine.connect() as connection:
            found = {
                r.id: EditionHead(r.id, r.document_id, r.content_hash, r.builder_version)
                for r in connection.execute(
                    select(row.id, row.document_id, row.content_hash, row.builder_version).where(row.id.in_(ids))
                )
            }
        return [found[i] for i in ids]

    def read(self, ids: Sequence[int]) -> list[StoredEdition]:
        """Editions with their passages, in the order of `ids`; KeyError where there is no such edition."""
        with Session(self._engine) as session:
            bodies: dict[int, list[Passage]] = {i: [] for i in ids}
            rows = select(PassageRow.edition_id, PassageRow.body).where(PassageRow.edition_id.in_(ids))
            for edition_id, body in session.execute(rows.order_by(PassageRow.edition_id, PassageRow.place)):
                bodies[edition_id].append(_PASSAGE.validate_json(body))
            columns = select(EditionRow.id, EditionRow.document, EditionRow.content_hash, EditionRow.builder_version)
            found = {
                r.id: StoredEdition(
                    r.id, DOCUMENT.validate_json(r.document), r.content_hash, r.builder_version, tuple(bodies[r.id])
                )
                for r in session.execute(columns.where(EditionRow.id.in_(ids)))
            }
        return [found[i] for i in ids]

    def each(self, ids: Sequence[int]) -> Iterator[StoredEdition]:
        """Editions with their passages one after the other, in the order of `ids`; few are held at a time."""
        for start in range(0, len(ids), _AT_A_TIME):
            yield from self.read(ids[start : start + _AT_A_TIME])

    def lines(self, edition_id: int) -> tuple[SourceLine, ...]:
        """The text of record of an edition; KeyError where there is no such edition."""
        with self._engine.connect() as connection:
            lines = connection.scalar(select(EditionRow.lines).where(EditionRow.id == edition_id))
        if lines is None:
            raise KeyError(edition_id)
        return _LINES.validate_json(lines)

    def find(self, document_id: str, content_hash: str, builder_version: str) -> StoredEdition | None:
        """The newest edition of a document that was made from this content by this builder, pending ones too."""
        row = EditionRow
        chosen = select(func.max(row.id)).where(
            row.document_id == document_id, row.content_hash == content_hash, row.builder_version == builder_version
        )
        with self._engine.connect() as connection:
            found = connection.scalar(chosen)
        return None if found is None else self.read([found])[0]

    def next_id(self) -> int:
        """The id that the next edition may take; only the holder of the writer's lock can rely on it.

        Never one that a segment in use has an entry of, even where the edition was deleted: keys of entries hold it.
        """
        with Session(self._engine) as session:
            last = session.scalar(select(func.max(EditionRow.id))) or 0
            segments = [segment for segment, _ in staged(session)]
            segments += [segment for publication in recent(session) for segment in publication.segments]
        return max([last, *(edition for segment in segments for edition in segment.editions)]) + 1

    def add(self, editions: Mapping[int, Edition], builder_version: str) -> None:
        """Writes editions by id, pending, in one transaction."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        row = EditionRow
        with Session(self._engine) as session, session.begin():
            names = {edition.document.id for edition in editions.values()}
            last = select(row.document_id, func.max(row.number)).where(
                row.document_id.in_(names), row.id.in_(published())
            )
            numbers = {name: number for name, number in session.execute(last.group_by(row.document_id))}  # noqa: C416
            for edition_id, edition in editions.items():
                number = numbers.get(edition.document.id, 0) + 1
                _add_edition(session, edition_id, number, edition, builder_version, now)


def _add_edition(session: Session, edition_id: int, number: int, edition: Edition, version: str, now: str) -> None:
    row = EditionRow(
        id=edition_id,
        document_id=edition.document.id,
        number=number,
        content_hash=edition.content_hash,
        builder_version=version,
        created=now,
        document=DOCUMENT.dump_json(edition.document).decode(),
        lines=_LINES.dump_json(edition.lines).decode(),
    )
    session.add(row)
    session.flush()
    bodies = [
        {"edition_id": edition_id, "place": place, "body": _PASSAGE.dump_json(passage).decode()}
        for place, passage in enumerate(edition.passages)
    ]
    if bodies:
        session.execute(insert(PassageRow), bodies)
    pages = page_rows(edition_id, edition.pages)
    if pages:
        session.execute(insert(PageRow), pages)
    if edition.registered is not None:
        write_rows(session, edition_id, edition.document.id, edition.registered)
