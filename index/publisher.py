"""The writer: gathers changes and makes them visible in one step.

What readers see hangs on one row of the record. Editions, vectors and the lexical index are written beside the live ones
first; a process killed before the last transaction leaves pending editions, which the next run may take up, and files
that the next publication deletes.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

from filelock import FileLock, Timeout
from sqlalchemy.exc import SQLAlchemyError

from index.document import Document, Edition
from index.embedding import EmbeddingModel, Progress, load_embedding, model_identity
from index.errors import IndexBusy, InputError, StorageError
from index.files import FileStore
from index.lexical_folders import LexicalFolders
from index.manifest import check_model
from index.merging import merged
from index.record import Record
from index.record.database import storage_errors
from index.record.editions import EditionHead, StoredEdition
from index.record.publications import Publication
from index.record.segments import ModelName, Segment
from index.room import refuse_full_disk
from index.settings import Settings
from index.staging import Staging
from index.vectors import VectorStore

log = logging.getLogger(__name__)

_LOCK = "writer.lock"
_UNSAVED = 256  # passages and pages that may wait to be written together


@dataclass(frozen=True, slots=True)
class KnownEdition:
    """What the index holds of a document: enough to see whether a file has changed."""

    content_hash: str
    builder_version: str
    withdrawn: bool


class Publisher:
    """Collects changes, then `publish` makes all of them visible at once. Holds the writer's lock from `with` to its end.

    Editions are written as they are added and embedded in batches, so that memory does not grow with their number; until
    `publish` nobody sees them. `model_loader` is called only when there is something to embed. `rebuild` embeds everything
    anew from the record. `progress` is told of passages embedded before `publish`.
    """

    def __init__(
        self,
        settings: Settings,
        builder_version: str,
        model_loader: Callable[[], EmbeddingModel] | None = None,
        rebuild: bool = False,
        progress: Progress | None = None,
    ) -> None:
        self._settings = settings
        self._builder_version = builder_version
        self._load_model = model_loader or (lambda: load_embedding(settings))
        self._given_loader = model_loader is not None
        self._rebuild = rebuild
        self._progress = progress
        self._lock = FileLock(settings.data / _LOCK)
        self._lexical = LexicalFolders(settings)
        self._record: Record | None = None
        self._store: VectorStore | None = None
        self._model: EmbeddingModel | None = None
        self._live: Publication | None = None
        self._heads: dict[str, EditionHead] = {}
        self._left: list[tuple[Segment, ModelName]] = []  # segments of stopped runs
        self._standing: frozenset[str] = frozenset()  # withdrawn, as the record has it
        self._withdrawn: frozenset[str] = frozenset()  # withdrawn, once this is published
        self._failures: dict[tuple[str, str], tuple[str, str]] | None = None  # as the record has them
        self._met: set[tuple[str, str]] = set()  # the failures that this run has come across
        self._clear()

    def _clear(self) -> None:
        self._new: dict[str, int] = {}  # document id -> edition id, of editions added or adopted
        self._unsaved: dict[int, Edition] = {}
        self._renamed: dict[int, str] = {}  # edition id -> `Document.file`, of editions adopted under another name
        self._next_id: int | None = None
        self._removed: set[str] = set()
        self._staging: Staging | None = None

    def __enter__(self) -> Self:
        with storage_errors(self._settings):
            self._settings.data.mkdir(parents=True, exist_ok=True)
            try:
                self._lock.acquire(blocking=False)
            except Timeout as error:
                raise IndexBusy(
                    f"Another ingest is writing to {self._settings.data}. Wait until it is done, then run this again."
                ) from error
        try:
            self._open()
        except BaseException:
            self._close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def _open(self) -> None:
        self._record = Record.open(self._settings, create=True)
        self._read_live()
        if self._live is not None and not self._rebuild and not self._given_loader:
            check_model(self._live.manifest, model_identity(self._settings), self._settings.dtype)

    def _close(self) -> None:
        self._close_store()
        if self._record is not None:
            self._record.close()
            self._record = None
        self._lock.release()

    def _read_live(self) -> None:
        with storage_errors(self._settings):
            record = self._opened()
            self._live = record.publications.live()
            heads = record.editions.heads(list(self._live.editions)) if self._live else []
            self._withdrawn = self._standing = record.publications.withdrawn()
            self._left = record.staged.all()
        self._heads = {head.document_id: head for head in heads}

    def _opened(self) -> Record:
        if self._record is None:
            raise RuntimeError("Publisher is used outside its `with` block")
        return self._record

    def _opened_store(self) -> VectorStore:
        if self._store is None:
            self._store = VectorStore.open(self._settings, self._opened().index_id())
        return self._store

    def _close_store(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None

    @property
    def known(self) -> Mapping[str, KnownEdition]:
        """What is published, by document id; changes that are pending do not show."""
        return {
            name: KnownEdition(head.content_hash, head.builder_version, name in self._standing)
            for name, head in self._heads.items()
        }

    def source_files(self) -> Mapping[str, str]:
        """`Document.file` of each published document, by document id."""
        with storage_errors(self._settings):
            documents = self._opened().documents.of([head.id for head in self._heads.values()])
            return {document.id: document.file for document in documents}

    def without_files(self) -> frozenset[str]:
        """The published documents of which a kept file is gone."""
        with storage_errors(self._settings):
            documents = self._opened().documents.of([head.id for head in self._heads.values()])
            return frozenset(document.id for document in documents if not self._has_files(document))

    def failure(self, content_hash: str, suffix: str, reader: str) -> str | None:
        """Why content could not be read as a file of this suffix by this version of the readers; None where nothing is known."""
        with storage_errors(self._settings):
            if self._failures is None:
                self._failures = self._opened().failures.all()
        version, reason = self._failures.get((content_hash, suffix), (None, None))
        if version != reader:
            return None
        self._met.add((content_hash, suffix))
        return reason

    def note_failure(self, content_hash: str, suffix: str, reader: str, reason: str) -> None:
        """Keeps why content could not be read, for `failure` in a later run; whether anything is published or not."""
        with storage_errors(self._settings):
            self._opened().failures.note(content_hash, suffix, reader, reason)
        self._met.add((content_hash, suffix))

    def forget_other_failures(self) -> None:
        """Forgets the failures that were neither asked for nor noted since the `with` block began.

        For a run that has asked for every file of its folder: what a run did not look at may be there as before.
        """
        with storage_errors(self._settings):
            failures = self._opened().failures
            failures.forget(failures.all().keys() - self._met)

    def add(self, edition: Edition) -> None:
        """A new document, or a new edition of one; InputError where its passages contradict each other.

        It is written at once or with some that come after it, and embedded some time before or in `publish`.
        """
        document_id = edition.document.id
        self._refuse_second(document_id)
        if len({p.id for p in edition.passages}) < len(edition.passages):
            raise InputError(f"Document {document_id} has two passages of one id.")
        if any(p.document_id != document_id for p in edition.passages):
            raise InputError(f"Document {document_id} has a passage of another document.")
        with storage_errors(self._settings):
            if self._next_id is None:
                self._next_id = self._opened().editions.next_id()
            edition_id, self._next_id = self._next_id, self._next_id + 1
            self._unsaved[edition_id] = edition
            self._take(document_id, edition_id)
            self._stage().add(edition_id, edition.document, edition.passages)
            if sum(len(e.passages) + len(e.pages) for e in self._unsaved.values()) >= _UNSAVED:
                self.save()
            self._stage().embed(self._progress)

    def adopt(
        self,
        document_id: str,
        content_hash: str,
        file: str,
        is_alike: Callable[[str], bool] = lambda _: False,
    ) -> StoredEdition | None:
        """Takes up an edition that the record holds of this content, file and builder; None where it holds none.

        Such are editions that were replaced or removed, and those that a stopped run had read. Nothing is read again.
        One made of a file of another name is taken up where that `is_alike`, and goes by the new name from then on.
        """
        self._refuse_second(document_id)
        with storage_errors(self._settings):
            found = self._opened().editions.find(document_id, content_hash, self._builder_version)
            if found is None or not self._has_files(found.document):
                return None
            if found.document.file != file:
                if not is_alike(found.document.file):
                    return None
                self._renamed[found.id] = file
                found = replace(found, document=replace(found.document, file=file))
            self._take(document_id, found.id)
            if not any(found.id in segment.editions for segment in self._usable()):
                self._stage().add(found.id, found.document, found.passages)
                self._stage().embed(self._progress)
        return found

    def _has_files(self, document: Document) -> bool:
        files = FileStore(self._settings)
        return all(files.holds(name) for name in (document.original, document.shown) if name is not None)

    def _refuse_second(self, document_id: str) -> None:
        if document_id in self._new:
            raise InputError(f"Document {document_id} was added twice in one run.")

    def _take(self, document_id: str, edition_id: int) -> None:
        self._removed.discard(document_id)
        self._new[document_id] = edition_id

    def save(self) -> None:
        """Writes what was added into the record, still unseen: a run that is stopped afterwards need not read it again."""
        if self._unsaved:
            with storage_errors(self._settings):
                refuse_full_disk(self._settings, self._unsaved.values())
                self._opened().editions.add(self._unsaved, self._builder_version)
            self._unsaved = {}

    def _stage(self) -> Staging:
        if self._staging is None:
            self._staging = Staging(self._opened(), self._opened_store, self._close_store, self._loaded_model)
        return self._staging

    def _usable(self) -> tuple[Segment, ...]:
        """The segments that may serve the next publication: the live ones, and those of stopped runs of the same model."""
        if self._rebuild:
            return ()
        usable = [] if self._live is None else list(self._live.segments)
        held = {edition for segment in usable for edition in segment.editions}
        for segment, model in self._left:
            if held.isdisjoint(segment.editions) and (model.identity, model.dtype) == self._expected():
                usable.append(segment)
                held.update(segment.editions)
        return tuple(usable)

    def _expected(self) -> tuple[str, str]:
        """Identity and number type of the model whose vectors the next publication holds."""
        if self._live is not None:
            return self._live.manifest["model"], self._live.manifest["dtype"]
        if self._given_loader:
            model = self._loaded_model()
            return model.identity, model.dtype
        return model_identity(self._settings), self._settings.dtype

    def remove(self, document_id: str) -> None:
        """Takes a document out of the index; its editions stay in the record."""
        self._require(document_id)
        self._new.pop(document_id, None)
        if document_id in self._heads:
            self._removed.add(document_id)

    def withdraw(self, document_id: str) -> None:
        """Takes a document out of answers until `restore`, whatever editions come."""
        self._require(document_id)
        self._withdrawn |= {document_id}

    def restore(self, document_id: str) -> None:
        """Brings a withdrawn document back into answers."""
        if document_id not in self._withdrawn:
            self._require(document_id)
        self._withdrawn -= {document_id}

    def _require(self, document_id: str) -> None:
        if document_id not in self._heads and document_id not in self._new:
            raise InputError(f"There is no document {document_id} in the index of {self._settings.data}.")

    def _pending(self) -> bool:
        changed = bool(self._new or self._removed or self._withdrawn != self._standing)
        return changed or (self._rebuild and self._live is not None)

    def publish(self, progress: Progress | None = None) -> bool:
        """Makes the pending changes visible; returns at once where there are none. Whether there were any.

        `progress` is called with passages embedded and passages to embed. IndexMismatch, StorageError: the live
        publication is as before.
        """
        record = self._opened()
        if not self._pending():
            return False
        with storage_errors(self._settings):
            try:
                self.save()
                self._publish(record, progress or self._progress)
            except Exception:
                # On a full disk, readers need some of the room back. Chroma is left alone: after a failed write, its next
                # one may wait for ever. The next writer deletes the segment.
                self._drop_lexical(record)
                raise
            finally:
                self._close_store()
        self._rebuild = False
        self._clear()
        self._read_live()
        return True

    def _publish(self, record: Record, progress: Progress | None) -> None:
        gone = self._removed | self._new.keys()
        kept = [head for name, head in self._heads.items() if name not in gone]
        heads = sorted([*kept, *record.editions.heads(list(self._new.values()))], key=lambda head: head.document_id)
        if self._rebuild:
            for edition in record.editions.each([head.id for head in kept]):
                self._stage().add(edition.id, edition.document, edition.passages)
                self._stage().embed(progress)
        self._stage().finish(progress)
        store = self._opened_store()
        live = {head.id for head in heads}
        segments = merged(store, [s for s in (*self._usable(), *self._stage().segments) if s.count(live)], live)
        name = uuid4().hex
        passages = self._lexical.write(name, record.editions.each([head.id for head in heads]), self._withdrawn)
        publication = Publication(
            id=1 if self._live is None else self._live.id + 1,
            name=name,
            lexical=name,
            segments=segments,
            manifest=self._manifest(name, heads, passages, segments),
            editions={head.id: head.document_id in self._withdrawn for head in heads},
        )
        record.publications.publish(publication, self._withdrawn, self._renamed)
        log.info("Published %s: %d documents, %d segments", name, len(heads), len(segments))
        self._collect_garbage(record, store)

    def _loaded_model(self) -> EmbeddingModel:
        if self._model is None:
            model = self._load_model()
            if self._live is not None and not self._rebuild:
                check_model(self._live.manifest, model.identity, model.dtype)
            self._model = model
        return self._model

    def _manifest(
        self, name: str, heads: Sequence[EditionHead], passages: int, segments: Sequence[Segment]
    ) -> dict[str, Any]:
        before = self._live.manifest if self._live is not None else {}
        model = self._model
        used = {segment.name for segment in segments}
        left = next((left.dimension for segment, left in self._left if segment.name in used), None)
        withdrawn = sum(head.document_id in self._withdrawn for head in heads)
        return {
            "publication": name,
            "created": datetime.now(UTC).isoformat(timespec="seconds"),
            "model": model.identity if model else before.get("model", model_identity(self._settings)),
            "dtype": model.dtype if model else before.get("dtype", self._settings.dtype),
            "dimension": model.dimension if model else before.get("dimension") or left,
            # More than one where documents were added without renewing the others.
            "builder_version": ", ".join(sorted({head.builder_version for head in heads} or {self._builder_version})),
            "documents": {head.document_id: head.content_hash for head in heads},
            "counts": {"documents": len(heads), "withdrawn": withdrawn, "passages": passages},
        }

    def _collect_garbage(self, record: Record, store: VectorStore) -> None:
        """Deletes what no recent publication uses, leftovers of killed writers too. Failing to is no reason to fail."""
        self._drop_lexical(record)
        try:
            recent = record.publications.recent()
            store.collect({segment.name for publication in recent for segment in publication.segments})
            FileStore(self._settings).collect(record.documents.files())
        except (StorageError, SQLAlchemyError, OSError) as error:
            log.warning("Old vectors and files could not be deleted, the next ingest tries again: %s", error)

    def _drop_lexical(self, record: Record) -> None:
        """Deletes the lexical indexes that no recent publication uses."""
        try:
            self._lexical.collect({publication.lexical for publication in record.publications.recent()})
        except (OSError, SQLAlchemyError) as error:
            log.warning("Old lexical indexes could not be deleted, the next ingest tries again: %s", error)
