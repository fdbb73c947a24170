"""Pending editions: written but in no publication. A run that was stopped leaves them for the next one to take up."""

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from index.record.tables import EditionRow, PageRow, PassageRow, PublishedEdition

_MOST_NAMED = 500  # values in one statement; databases allow from 999 on


def published() -> Select[tuple[int]]:
    """The ids of editions that any publication lists; all others are pending."""
    return select(PublishedEdition.edition_id)


def delete_pending(session: Session) -> None:
    """Deletes the editions that are pending, with their passages and pages."""
    pending = session.scalars(select(EditionRow.id).where(EditionRow.id.not_in(published()))).all()
    for column in (PassageRow.edition_id, PageRow.edition_id, EditionRow.id):
        for start in range(0, len(pending), _MOST_NAMED):
            chosen = pending[start : start + _MOST_NAMED]
            session.execute(delete(column.class_).where(column.in_(chosen)))
