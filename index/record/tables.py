"""The tables. Whatever is added must be a table of its own, so that data folders of earlier versions go on."""

from typing import Any, ClassVar

from sqlalchemy import DDL, JSON, ForeignKey, Text, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    type_annotation_map: ClassVar[dict[Any, Any]] = dict.fromkeys(
        (dict[str, Any], list[dict[str, Any]], list[tuple[int, int]]), JSON
    )


class IndexRow(Base):
    """The one row (id 1) that names this index, so that several may share a Chroma server."""

    __tablename__ = "index_name"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class EditionRow(Base):
    """One revision of a document, kept when it is replaced or removed. `document` and `lines` are JSON."""

    __tablename__ = "edition"
    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(index=True)
    number: Mapped[int]
    content_hash: Mapped[str]
    builder_version: Mapped[str]
    created: Mapped[str]
    document: Mapped[str] = mapped_column(Text)
    lines: Mapped[str] = mapped_column(Text)


class PassageRow(Base):
    """A passage of an edition; `body` is the passage as JSON."""

    __tablename__ = "passage"
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    body: Mapped[str] = mapped_column(Text)


class PageRow(Base):
    """A page of an edition: `body` is the page without its words as JSON, `words` are they, read only to mark a quote."""

    __tablename__ = "page"
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    body: Mapped[str] = mapped_column(Text)
    words: Mapped[str] = mapped_column(Text)


class PublicationRow(Base):
    """A state of the index; `segments` are the vectors' collections, `lexical` a folder's name.

    One that nobody reads any more stays without them (`lexical` is empty) while it is the last to list an edition.
    """

    __tablename__ = "publication"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    created: Mapped[str]
    lexical: Mapped[str]
    segments: Mapped[list[dict[str, Any]]]
    manifest: Mapped[dict[str, Any]]


class PublishedEdition(Base):
    """An edition of a publication; a withdrawn one is kept but not searched.

    Every edition that was ever published has a row, the last publication's that listed it; others are pending.
    """

    __tablename__ = "published_edition"
    publication_id: Mapped[int] = mapped_column(ForeignKey("publication.id"), primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"), primary_key=True)
    withdrawn: Mapped[bool]


class LiveRow(Base):
    """The pointer: its one row (id 1) names the publication that readers see."""

    __tablename__ = "live"
    id: Mapped[int] = mapped_column(primary_key=True)
    publication_id: Mapped[int] = mapped_column(ForeignKey("publication.id"))


class StagedSegmentRow(Base):
    """A segment of pending editions, whole in the vector store but in no publication yet, and the model it is of."""

    __tablename__ = "staged_segment"
    name: Mapped[str] = mapped_column(primary_key=True)
    editions: Mapped[list[tuple[int, int]]]
    model: Mapped[str] = mapped_column(Text)
    dtype: Mapped[str]
    dimension: Mapped[int]


class WithdrawalRow(Base):
    """A document taken out of answers; stays so through later editions, until restored."""

    __tablename__ = "withdrawal"
    document_id: Mapped[str] = mapped_column(primary_key=True)
    since: Mapped[str]


class FailureRow(Base):
    """Why content could not be read as a file of its suffix, in the words of one version of the readers."""

    __tablename__ = "failure"
    content_hash: Mapped[str] = mapped_column(primary_key=True)
    suffix: Mapped[str] = mapped_column(primary_key=True)
    reader: Mapped[str]
    reason: Mapped[str] = mapped_column(Text)


class FeedbackRow(Base):
    """What a person thought of one answer."""

    __tablename__ = "feedback"
    id: Mapped[int] = mapped_column(primary_key=True)
    created: Mapped[str]
    question: Mapped[str] = mapped_column(Text)
    answer: Mapped[dict[str, Any]]
    verdict: Mapped[str]
    comment: Mapped[str] = mapped_column(Text)


class WritingRow(Base):
    """What a language model wrote, under the digest of all that it was asked; see `index.record.writings`."""

    __tablename__ = "writing"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    text: Mapped[str] = mapped_column(Text)
    tokens_in: Mapped[int | None]
    tokens_out: Mapped[int | None]
    first_ms: Mapped[float | None]
    total_ms: Mapped[float]
    created: Mapped[str]


class RegisteredRow(Base):
    """An edition whose obligations are in the register, and the version of the program that read them; see `index.record.register`."""

    __tablename__ = "registered"
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id", ondelete="CASCADE"), primary_key=True)
    reader: Mapped[str]


class ObligationRow(Base):
    """What a row of the register is found by. Narrow, so that all rows can be gone through."""

    __tablename__ = "obligation"
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id", ondelete="CASCADE"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[str]
    kind: Mapped[str]
    role: Mapped[str | None]
    actor: Mapped[str | None]
    date: Mapped[str | None]
    month_day: Mapped[str | None]
    frequency: Mapped[str | None]
    has_deadline: Mapped[bool]
    due_first: Mapped[str | None]
    due_last: Mapped[str | None]
    due_from: Mapped[int | None]
    due_until: Mapped[int | None]
    year_from: Mapped[int | None]
    year_until: Mapped[int | None]


class ObligationWords(Base):
    """The words of a row of the register, once as `vietnamese.text.key` and once as `fold` give them, and the row itself as JSON."""

    __tablename__ = "obligation_text"
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id", ondelete="CASCADE"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    accented: Mapped[str] = mapped_column(Text)
    plain: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)


SEARCH = "obligation_search"
"""SQLite's index of the words of `ObligationWords`, by the number that `SEARCH_ID` makes of a row's key. Triggers keep it."""
SEARCH_ID = "{0}edition_id * 1048576 + {0}place"
_added = f"INSERT INTO {SEARCH}(rowid, accented, plain) VALUES ({SEARCH_ID.format('new.')}, new.accented, new.plain)"
_deleted = (
    f"INSERT INTO {SEARCH}({SEARCH}, rowid, accented, plain) "
    f"VALUES ('delete', {SEARCH_ID.format('old.')}, old.accented, old.plain)"
)
for _statement in (
    # It holds no text of its own, and of each word only the column, not the place: a third of the room.
    f"CREATE VIRTUAL TABLE {SEARCH} USING fts5(accented, plain, content='', detail=column, tokenize='unicode61 remove_diacritics 0')",
    f"CREATE TRIGGER {SEARCH}_added AFTER INSERT ON obligation_text BEGIN {_added}; END",
    f"CREATE TRIGGER {SEARCH}_deleted AFTER DELETE ON obligation_text BEGIN {_deleted}; END",
):
    event.listen(ObligationWords.__table__, "after_create", DDL(_statement).execute_if(dialect="sqlite"))  # type: ignore[no-untyped-call]
