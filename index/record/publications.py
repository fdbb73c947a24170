"""Publications: what readers see, and the one transaction that changes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, cast

from sqlalchemy import Engine, delete, func, select, tuple_, update
from sqlalchemy.orm import Session

from index.record.documents import rename_files
from index.record.pending import delete_pending
from index.record.segments import Segment, pairs
from index.record.tables import LiveRow, PublicationRow, PublishedEdition, StagedSegmentRow, WithdrawalRow

_KEPT = 2  # readers may still answer from the one before the live one


@dataclass(frozen=True, slots=True)
class Publication:
    """What readers see. `editions` maps the id of each live edition to whether its document is withdrawn."""

    id: int
    name: str
    lexical: str
    segments: tuple[Segment, ...]
    manifest: Mapping[str, Any]
    editions: Mapping[int, bool]


class Publications:
    """The live publication and the one before it, and which documents are withdrawn."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def live_name(self) -> str | None:
        """The name of the live publication; None before the first. One indexed row, cheap enough for every question."""
        with self._engine.connect() as connection:
            return cast("str | None", connection.scalar(_live(PublicationRow.name)))

    def live(self) -> Publication | None:
        """The live publication; None before the first."""
        with Session(self._engine) as session:
            while (number := session.scalar(_live(PublicationRow.id))) is not None:
                row = session.get(PublicationRow, number)
                found = None if row is None else _publication(session, row)
                # One that is no longer live may have been emptied before all of it was read.
                if session.scalar(_live(PublicationRow.id)) == number:
                    return found
        return None

    def recent(self) -> list[Publication]:
        """The publications that readers may answer from: the live one, then the one before it."""
        with Session(self._engine) as session:
            return recent(session)

    def withdrawn(self) -> frozenset[str]:
        """Documents that are out of answers, whether they have a live edition or not."""
        with self._engine.connect() as connection:
            return frozenset(connection.scalars(select(WithdrawalRow.document_id)))

    def publish(self, publication: Publication, withdrawn: frozenset[str], files: Mapping[int, str]) -> None:
        """Writes the publication and the pointer to it, and deletes what nobody reads any more, in one transaction.

        That is the editions that stay pending, and of all but the last two publications everything but which editions
        they were the last to list. `files` is the new `Document.file` of editions whose file was renamed, by edition id.
        """
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with Session(self._engine) as session, session.begin():
            _withdraw(session, withdrawn, now)
            _add(session, publication, now)
            session.merge(LiveRow(id=1, publication_id=publication.id))
            rename_files(session, files)
            session.flush()
            session.execute(delete(StagedSegmentRow))
            _empty_older(session)
            delete_pending(session)


def recent(session: Session) -> list[Publication]:
    """`Publications.recent` within a session."""
    rows = session.scalars(select(PublicationRow).where(PublicationRow.id.in_(_kept(session)))).all()
    return [_publication(session, row) for row in sorted(rows, key=lambda row: -row.id)]


def _kept(session: Session) -> Sequence[int]:
    return session.scalars(select(PublicationRow.id).order_by(PublicationRow.id.desc()).limit(_KEPT)).all()


def _live(column: Any) -> Any:
    return select(column).join(LiveRow, LiveRow.publication_id == PublicationRow.id)


def _publication(session: Session, row: PublicationRow) -> Publication:
    members = select(PublishedEdition).where(PublishedEdition.publication_id == row.id)
    return Publication(
        id=row.id,
        name=row.name,
        lexical=row.lexical,
        segments=tuple(Segment(s["name"], dict(s["editions"])) for s in row.segments),
        manifest=row.manifest,
        editions={m.edition_id: m.withdrawn for m in session.scalars(members.order_by(PublishedEdition.edition_id))},
    )


def _withdraw(session: Session, withdrawn: frozenset[str], now: str) -> None:
    session.execute(delete(WithdrawalRow).where(WithdrawalRow.document_id.not_in(withdrawn)))
    standing = set(session.scalars(select(WithdrawalRow.document_id)))
    session.add_all(WithdrawalRow(document_id=d, since=now) for d in sorted(withdrawn - standing))


def _add(session: Session, publication: Publication, now: str) -> None:
    session.add(
        PublicationRow(
            id=publication.id,
            name=publication.name,
            created=now,
            lexical=publication.lexical,
            segments=[{"name": s.name, "editions": pairs(s)} for s in publication.segments],
            manifest=dict(publication.manifest),
        )
    )
    session.flush()
    session.add_all(
        PublishedEdition(publication_id=publication.id, edition_id=edition_id, withdrawn=out)
        for edition_id, out in publication.editions.items()
    )


def _empty_older(session: Session) -> None:
    """Without this, the record would grow by a row for every live edition with every publication."""
    oldest = min(_kept(session))
    listed, older = PublishedEdition, PublicationRow.id < oldest
    last = select(func.max(listed.publication_id), listed.edition_id).group_by(listed.edition_id)
    rows = tuple_(listed.publication_id, listed.edition_id)
    for statement in (
        delete(listed).where(listed.publication_id < oldest, rows.not_in(last)),
        delete(PublicationRow).where(older, PublicationRow.id.not_in(select(listed.publication_id))),
        update(PublicationRow).where(older, PublicationRow.lexical != "").values(lexical="", segments=[], manifest={}),
    ):
        session.execute(statement, execution_options={"synchronize_session": False})
