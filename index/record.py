"""The record: documents, editions, passages, what is published, and feedback. Everything else can be rebuilt from it.

An edition is written as soon as it was read and counts only once a publication lists it. One that none lists is pending:
a run that was stopped leaves it for the next one to take up, and whoever publishes without it deletes it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, ClassVar, Literal, cast
from uuid import uuid4

from pydantic import TypeAdapter
from sqlalchemy import JSON, Engine, ForeignKey, Text, create_engine, delete, event, func, insert, inspect, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from index.document import Document, Edition, Page, PageWord, SourceLine
from index.errors import SettingError, StorageError
from index.passage import Passage
from index.settings import Settings

FILE = "record.sqlite"
Verdict = Literal["up", "down"]

_BUSY_SECONDS = 15
_AT_A_TIME = 16  # editions read together
_MOST_NAMED = 500  # values in one statement; databases allow from 999 on
_DOCUMENT = TypeAdapter(Document)
_LINES = TypeAdapter(tuple[SourceLine, ...])
_PASSAGE = TypeAdapter(Passage)
_PAGE = TypeAdapter(Page)
_WORDS = TypeAdapter(tuple[PageWord, ...])


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
    """One state of the index that was ever live; `segments` are the vectors' collections, `lexical` a folder's name."""

    __tablename__ = "publication"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    created: Mapped[str]
    lexical: Mapped[str]
    segments: Mapped[list[dict[str, Any]]]
    manifest: Mapped[dict[str, Any]]


class PublishedEdition(Base):
    """An edition of a publication; a withdrawn one is kept but not searched."""

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


@dataclass(frozen=True, slots=True)
class Segment:
    """An immutable collection of vectors: its name and how many passages of each edition it holds."""

    name: str
    editions: Mapping[int, int]

    def count(self, live: Collection[int]) -> int:
        """How many of its passages belong to editions `live`."""
        return sum(n for edition, n in self.editions.items() if edition in live)

    @property
    def size(self) -> int:
        """All its passages, dead ones too."""
        return sum(self.editions.values())


@dataclass(frozen=True, slots=True)
class ModelName:
    """What must be equal where vectors are compared: an embedding model's identity, number type and dimension."""

    identity: str
    dtype: str
    dimension: int


@dataclass(frozen=True, slots=True)
class Publication:
    """What readers see. `editions` maps the id of each live edition to whether its document is withdrawn."""

    id: int
    name: str
    lexical: str
    segments: tuple[Segment, ...]
    manifest: Mapping[str, Any]
    editions: Mapping[int, bool]


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


@dataclass(frozen=True, slots=True)
class Feedback:
    """One verdict on one answer; `answer` is the answer's JSON, `created` an ISO time in UTC."""

    created: str
    question: str
    answer: Mapping[str, Any]
    verdict: Verdict
    comment: str


class Record:
    """The database behind the index. Methods that only read see one consistent state each."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def open(cls, settings: Settings, create: bool = False) -> "Record | None":
        """The record of the data folder; None where there is none and `create` is false. StorageError where it fails."""
        path = settings.data / FILE
        if settings.database is None and not create and not path.is_file():
            return None
        with storage_errors(settings):
            if settings.database is None:
                settings.data.mkdir(parents=True, exist_ok=True)
            record = cls(_engine(settings.database or f"sqlite:///{path}"))
            if create:
                record._create()
            elif not inspect(record._engine).has_table(LiveRow.__tablename__):
                return None
        return record

    def _create(self) -> None:
        Base.metadata.create_all(self._engine)
        with Session(self._engine) as session, session.begin():
            if session.get(IndexRow, 1) is None:
                session.add(IndexRow(id=1, name=uuid4().hex[:12]))

    def index_id(self) -> str:
        """The name of this index."""
        with Session(self._engine) as session:
            return session.get_one(IndexRow, 1).name

    def close(self) -> None:
        """Gives the database's connections back."""
        self._engine.dispose()

    def live_name(self) -> str | None:
        """The name of the live publication; None before the first. One indexed row, cheap enough for every question."""
        with self._engine.connect() as connection:
            return cast("str | None", connection.scalar(_live(PublicationRow.name)))

    def live(self) -> Publication | None:
        """The live publication; None before the first."""
        with Session(self._engine) as session:
            number = session.scalar(_live(PublicationRow.id))
            return None if number is None else _publication(session, number)

    def recent(self, n: int) -> list[Publication]:
        """The last `n` publications, the live one first."""
        with Session(self._engine) as session:
            numbers = session.scalars(select(PublicationRow.id).order_by(PublicationRow.id.desc()).limit(n)).all()
            return [_publication(session, number) for number in numbers]

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

    def editions(self, ids: Sequence[int]) -> list[StoredEdition]:
        """Editions with their passages, in the order of `ids`."""
        with Session(self._engine) as session:
            bodies: dict[int, list[Passage]] = {i: [] for i in ids}
            rows = select(PassageRow.edition_id, PassageRow.body).where(PassageRow.edition_id.in_(ids))
            for edition_id, body in session.execute(rows.order_by(PassageRow.edition_id, PassageRow.place)):
                bodies[edition_id].append(_PASSAGE.validate_json(body))
            columns = select(EditionRow.id, EditionRow.document, EditionRow.content_hash, EditionRow.builder_version)
            found = {
                r.id: StoredEdition(
                    r.id, _DOCUMENT.validate_json(r.document), r.content_hash, r.builder_version, tuple(bodies[r.id])
                )
                for r in session.execute(columns.where(EditionRow.id.in_(ids)))
            }
        return [found[i] for i in ids]

    def each(self, ids: Sequence[int]) -> Iterator[StoredEdition]:
        """Editions with their passages one after the other, in the order of `ids`; few are held at a time."""
        for start in range(0, len(ids), _AT_A_TIME):
            yield from self.editions(ids[start : start + _AT_A_TIME])

    def lines(self, edition_id: int) -> tuple[SourceLine, ...]:
        """The text of record of an edition; KeyError where there is no such edition."""
        with self._engine.connect() as connection:
            lines = connection.scalar(select(EditionRow.lines).where(EditionRow.id == edition_id))
        if lines is None:
            raise KeyError(edition_id)
        return _LINES.validate_json(lines)

    def pages(self, edition_id: int) -> tuple[Page, ...]:
        """The pages of an edition without their words; none where its source has none."""
        bodies = select(PageRow.body).where(PageRow.edition_id == edition_id).order_by(PageRow.number)
        with self._engine.connect() as connection:
            return tuple(_PAGE.validate_json(body) for body in connection.scalars(bodies))

    def page_words(self, edition_id: int, number: int) -> tuple[PageWord, ...]:
        """The words of one page; none where there is no such page."""
        words = select(PageRow.words).where(PageRow.edition_id == edition_id, PageRow.number == number)
        with self._engine.connect() as connection:
            found = connection.scalar(words)
        return () if found is None else _WORDS.validate_json(found)

    def files(self) -> frozenset[str]:
        """The names in the file store that any edition refers to."""
        with self._engine.connect() as connection:
            documents = [_DOCUMENT.validate_json(text) for text in connection.scalars(select(EditionRow.document))]
        return frozenset(name for d in documents for name in (d.original, d.shown) if name)

    def withdrawn(self) -> frozenset[str]:
        """Documents that are out of answers, whether they have a live edition or not."""
        with self._engine.connect() as connection:
            return frozenset(connection.scalars(select(WithdrawalRow.document_id)))

    def next_edition_id(self) -> int:
        """The id that the next edition may take; only the holder of the writer's lock can rely on it.

        Never one that a segment in use has an entry of, even where the edition was deleted: keys of entries hold it.
        """
        with Session(self._engine) as session:
            last = session.scalar(select(func.max(EditionRow.id))) or 0
            segments = [segment for segment, _ in _staged(session)]
            numbers = select(PublicationRow.id).order_by(PublicationRow.id.desc()).limit(2)
            for number in session.scalars(numbers).all():
                segments += _publication(session, number).segments
            return max([last, *(edition for segment in segments for edition in segment.editions)]) + 1

    def add(self, editions: Mapping[int, Edition], builder_version: str) -> None:
        """Writes editions by id, pending, in one transaction."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        row = EditionRow
        with Session(self._engine) as session, session.begin():
            names = {edition.document.id for edition in editions.values()}
            last = select(row.document_id, func.max(row.number)).where(
                row.document_id.in_(names), row.id.in_(_listed())
            )
            numbers = {name: number for name, number in session.execute(last.group_by(row.document_id))}  # noqa: C416
            for edition_id, edition in editions.items():
                number = numbers.get(edition.document.id, 0) + 1
                _add_edition(session, edition_id, number, edition, builder_version, now)

    def find(self, document_id: str, content_hash: str, builder_version: str) -> StoredEdition | None:
        """The newest edition of a document that was made from this content by this builder, pending ones too."""
        row = EditionRow
        chosen = select(func.max(row.id)).where(
            row.document_id == document_id, row.content_hash == content_hash, row.builder_version == builder_version
        )
        with self._engine.connect() as connection:
            found = connection.scalar(chosen)
        return None if found is None else self.editions([found])[0]

    def stage(self, segment: Segment, model: ModelName) -> None:
        """Notes a segment of pending editions, so that a run that was stopped need not embed them again."""
        row = StagedSegmentRow(
            name=segment.name,
            editions=_pairs(segment),
            model=model.identity,
            dtype=model.dtype,
            dimension=model.dimension,
        )
        with Session(self._engine) as session, session.begin():
            session.add(row)

    def staged(self) -> list[tuple[Segment, ModelName]]:
        """The segments that stopped runs left, in no settled order."""
        with Session(self._engine) as session:
            return _staged(session)

    def versions(self, document_id: str) -> tuple[EditionVersion, ...]:
        """The editions of a document that were ever published, the oldest first; none for an unknown document."""
        row = EditionRow
        live = select(PublishedEdition.edition_id).join(
            LiveRow, LiveRow.publication_id == PublishedEdition.publication_id
        )
        columns = select(
            row.id, row.number, row.created, row.content_hash, row.builder_version, row.document, row.id.in_(live)
        )
        rows = columns.where(row.document_id == document_id, row.id.in_(_listed())).order_by(row.number, row.id)
        with self._engine.connect() as connection:
            return tuple(
                EditionVersion(i, number, created, bool(is_live), hashed, version, _DOCUMENT.validate_json(document))
                for i, number, created, hashed, version, document, is_live in connection.execute(rows)
            )

    def document_ids(self) -> frozenset[str]:
        """Every document that was ever published."""
        with self._engine.connect() as connection:
            return frozenset(connection.scalars(select(EditionRow.document_id).where(EditionRow.id.in_(_listed()))))

    def documents(self, ids: Sequence[int]) -> list[Document]:
        """What is known of the documents of editions, in no settled order."""
        rows = select(EditionRow.document).where(EditionRow.id.in_(ids))
        with self._engine.connect() as connection:
            return [_DOCUMENT.validate_json(text) for text in connection.scalars(rows)]

    def failures(self) -> dict[tuple[str, str], tuple[str, str]]:
        """For each content and suffix that could not be read, the version of the readers and the reason."""
        row = FailureRow
        with self._engine.connect() as connection:
            found = connection.execute(select(row.content_hash, row.suffix, row.reader, row.reason))
            return {(hashed, suffix): (reader, reason) for hashed, suffix, reader, reason in found}

    def note_failure(self, content_hash: str, suffix: str, reader: str, reason: str) -> None:
        """Keeps why a content could not be read, in the place of an earlier reason."""
        with Session(self._engine) as session, session.begin():
            session.merge(FailureRow(content_hash=content_hash, suffix=suffix, reader=reader, reason=reason))

    def forget_failures(self, failures: Collection[tuple[str, str]]) -> None:
        """Deletes what is kept of these contents and suffixes."""
        row = FailureRow
        with Session(self._engine) as session, session.begin():
            for hashed, suffix in failures:
                session.execute(delete(row).where(row.content_hash == hashed, row.suffix == suffix))

    def publish(self, publication: Publication, withdrawn: frozenset[str]) -> None:
        """Writes the publication and the pointer to it, and deletes the editions that stay pending, in one transaction."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with Session(self._engine) as session, session.begin():
            session.execute(delete(WithdrawalRow).where(WithdrawalRow.document_id.not_in(withdrawn)))
            standing = set(session.scalars(select(WithdrawalRow.document_id)))
            session.add_all(WithdrawalRow(document_id=d, since=now) for d in sorted(withdrawn - standing))
            session.add(
                PublicationRow(
                    id=publication.id,
                    name=publication.name,
                    created=now,
                    lexical=publication.lexical,
                    segments=[{"name": s.name, "editions": _pairs(s)} for s in publication.segments],
                    manifest=dict(publication.manifest),
                )
            )
            session.flush()
            session.add_all(
                PublishedEdition(publication_id=publication.id, edition_id=edition_id, withdrawn=out)
                for edition_id, out in publication.editions.items()
            )
            session.merge(LiveRow(id=1, publication_id=publication.id))
            session.flush()
            session.execute(delete(StagedSegmentRow))
            pending = session.scalars(select(EditionRow.id).where(EditionRow.id.not_in(_listed()))).all()
            for column in (PassageRow.edition_id, PageRow.edition_id, EditionRow.id):
                for start in range(0, len(pending), _MOST_NAMED):
                    chosen = pending[start : start + _MOST_NAMED]
                    session.execute(delete(column.class_).where(column.in_(chosen)))

    def save_feedback(self, question: str, answer: Mapping[str, Any], verdict: Verdict, comment: str = "") -> None:
        """Keeps one verdict. It takes the place of an earlier one on the same answer: that with its `id`, where it has one."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        row = FeedbackRow(created=now, question=question, answer=dict(answer), verdict=verdict, comment=comment)
        with Session(self._engine) as session, session.begin():
            if answer.get("id") is not None:
                same = FeedbackRow.answer["id"].as_string() == str(answer["id"])
                session.execute(delete(FeedbackRow).where(same))
            session.add(row)

    def remove_feedback(self, answer_id: str) -> None:
        """Forgets the verdict on the answer of that `id`; none is no fault."""
        with Session(self._engine) as session, session.begin():
            session.execute(delete(FeedbackRow).where(FeedbackRow.answer["id"].as_string() == answer_id))

    def feedback(self) -> list[Feedback]:
        """All verdicts, oldest first."""
        with Session(self._engine) as session:
            rows = session.scalars(select(FeedbackRow).order_by(FeedbackRow.id)).all()
            return [Feedback(r.created, r.question, r.answer, _verdict(r.verdict), r.comment) for r in rows]


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


def _engine(url: str) -> Engine:
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


def _live(column: Any) -> Any:
    return select(column).join(LiveRow, LiveRow.publication_id == PublicationRow.id)


def _publication(session: Session, number: int) -> Publication:
    row = session.get_one(PublicationRow, number)
    members = select(PublishedEdition).where(PublishedEdition.publication_id == number)
    return Publication(
        id=row.id,
        name=row.name,
        lexical=row.lexical,
        segments=tuple(Segment(s["name"], dict(s["editions"])) for s in row.segments),
        manifest=row.manifest,
        editions={m.edition_id: m.withdrawn for m in session.scalars(members.order_by(PublishedEdition.edition_id))},
    )


def _listed() -> Any:
    """The editions that any publication lists; all others are pending."""
    return select(PublishedEdition.edition_id)


def _pairs(segment: Segment) -> list[tuple[int, int]]:
    """A segment's editions as JSON can hold them: its keys would become strings."""
    return list(segment.editions.items())


def _staged(session: Session) -> list[tuple[Segment, ModelName]]:
    rows = session.scalars(select(StagedSegmentRow)).all()
    return [(Segment(r.name, dict(r.editions)), ModelName(r.model, r.dtype, r.dimension)) for r in rows]


def _add_edition(session: Session, edition_id: int, number: int, edition: Edition, version: str, now: str) -> None:
    row = EditionRow(
        id=edition_id,
        document_id=edition.document.id,
        number=number,
        content_hash=edition.content_hash,
        builder_version=version,
        created=now,
        document=_DOCUMENT.dump_json(edition.document).decode(),
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
    pages = [
        {
            "edition_id": edition_id,
            "number": page.number,
            "body": _PAGE.dump_json(replace(page, words=())).decode(),
            "words": _WORDS.dump_json(page.words).decode(),
        }
        for page in edition.pages
    ]
    if pages:
        session.execute(insert(PageRow), pages)


def _verdict(stored: str) -> Verdict:
    return "up" if stored == "up" else "down"
