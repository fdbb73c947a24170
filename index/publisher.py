"""The writer: gathers changes and makes them visible in one step.

What readers see hangs on one row of the record. Vectors and the lexical index are written beside the live ones first; a
process killed before the last transaction leaves only unreferenced files, which the next publication deletes.
"""

import logging
import os
import shutil
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

from filelock import FileLock, Timeout
from sqlalchemy.exc import SQLAlchemyError

from index.document import Document, Edition
from index.embedding import EmbeddingModel, Progress, load_embedding, model_identity
from index.errors import IndexBusy, IndexMismatch, InputError, StorageError
from index.files import FileStore
from index.lexical import LexicalIndex
from index.passage import Passage
from index.record import EditionHead, Publication, Record, Segment, storage_errors
from index.settings import Settings
from index.vectors import VectorStore
from vietnamese.text import index_tokens

log = logging.getLogger(__name__)

INGEST = "python -m ingest"
REBUILD = "python -m ingest --rebuild"

_LOCK = "writer.lock"
_LEXICAL = "lexical"
_MOST_SEGMENTS = 8  # each is one more search for every question
_KEPT_PUBLICATIONS = 2  # readers may still answer from the one before the live one


@dataclass(frozen=True, slots=True)
class KnownEdition:
    """What the index holds of a document: enough to see whether a file has changed."""

    content_hash: str
    builder_version: str
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class _Content:
    """An edition on its way into a publication."""

    id: int
    document: Document
    passages: tuple[Passage, ...]
    content_hash: str
    builder_version: str


def lexical_folder(settings: Settings, name: str) -> Path:
    """Where a publication's lexical index is kept."""
    return settings.data / _LEXICAL / name


def check_model(manifest: Mapping[str, Any], identity: str, dtype: str) -> None:
    """IndexMismatch, which names both models, where vectors of the index and of the model must not be compared."""
    built, asked = (manifest["model"], manifest["dtype"]), (identity, dtype)
    if built != asked:
        raise IndexMismatch(
            f"The index was built with the embedding model {built[0]} in {built[1]}, but the settings name {asked[0]} in "
            f"{asked[1]}. Run `{REBUILD}` to build it anew, or restore the settings it was built with."
        )


class Publisher:
    """Collects changes, then `publish` makes all of them visible at once. Holds the writer's lock from `with` to its end.

    `model_loader` is called only when there is something to embed. `rebuild` embeds everything anew from the record.
    """

    def __init__(
        self,
        settings: Settings,
        builder_version: str,
        model_loader: Callable[[], EmbeddingModel] | None = None,
        rebuild: bool = False,
    ) -> None:
        self._settings = settings
        self._builder_version = builder_version
        self._load_model = model_loader or (lambda: load_embedding(settings))
        self._given_loader = model_loader is not None
        self._rebuild = rebuild
        self._lock = FileLock(settings.data / _LOCK)
        self._record: Record | None = None
        self._live: Publication | None = None
        self._heads: dict[str, EditionHead] = {}
        self._standing: frozenset[str] = frozenset()  # withdrawn, as the record has it
        self._withdrawn: frozenset[str] = frozenset()  # withdrawn, once this is published
        self._added: dict[str, Edition] = {}
        self._removed: set[str] = set()

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
        if self._record is not None:
            self._record.close()
            self._record = None
        self._lock.release()

    def _read_live(self) -> None:
        with storage_errors(self._settings):
            record = self._opened()
            self._live = record.live()
            heads = record.heads(list(self._live.editions)) if self._live else []
            self._withdrawn = self._standing = record.withdrawn()
        self._heads = {head.document_id: head for head in heads}

    def _opened(self) -> Record:
        if self._record is None:
            raise RuntimeError("Publisher is used outside its `with` block")
        return self._record

    @property
    def known(self) -> Mapping[str, KnownEdition]:
        """What is published, by document id; changes that are pending do not show."""
        return {
            name: KnownEdition(head.content_hash, head.builder_version, name in self._standing)
            for name, head in self._heads.items()
        }

    def add(self, edition: Edition) -> None:
        """A new document, or a new edition of one; InputError where its passages contradict each other."""
        document_id = edition.document.id
        if document_id in self._added:
            raise InputError(f"Document {document_id} was added twice in one run.")
        if len({p.id for p in edition.passages}) < len(edition.passages):
            raise InputError(f"Document {document_id} has two passages of one id.")
        if any(p.document_id != document_id for p in edition.passages):
            raise InputError(f"Document {document_id} has a passage of another document.")
        self._removed.discard(document_id)
        self._added[document_id] = edition

    def remove(self, document_id: str) -> None:
        """Takes a document out of the index; its editions stay in the record."""
        self._require(document_id)
        self._added.pop(document_id, None)
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
        if document_id not in self._heads and document_id not in self._added:
            raise InputError(f"There is no document {document_id} in the index of {self._settings.data}.")

    def _pending(self) -> bool:
        changed = bool(self._added or self._removed or self._withdrawn != self._standing)
        return changed or (self._rebuild and self._live is not None)

    def publish(self, progress: Progress | None = None) -> None:
        """Makes the pending changes visible; returns at once where there are none.

        `progress` is called with passages embedded and passages to embed. IndexMismatch, StorageError: the live
        publication is as before.
        """
        record = self._opened()
        if not self._pending():
            return
        with storage_errors(self._settings):
            store = VectorStore.open(self._settings, record.index_id())
            try:
                self._publish(record, store, progress)
            except Exception:
                # On a full disk, readers need some of the room back. Chroma is left alone: after a failed write, its next
                # one may wait for ever. The next writer deletes the segment.
                self._drop_lexical(record)
                raise
            finally:
                store.close()
        self._rebuild = False
        self._added, self._removed = {}, set()
        self._read_live()

    def _publish(self, record: Record, store: VectorStore, progress: Progress | None) -> None:
        new, kept = self._contents(record)
        contents = sorted([*new, *kept], key=lambda c: c.document.id)
        publication_id = max((p.id for p in record.recent(1)), default=0) + 1
        to_embed = contents if self._rebuild else new
        model = self._model() if any(c.passages for c in to_embed) else None
        segments = self._segments(store, model, to_embed, {c.id for c in contents}, progress)
        name = uuid4().hex
        publication = Publication(
            id=publication_id,
            name=name,
            lexical=name,
            segments=segments,
            manifest=self._manifest(name, contents, model),
            editions={c.id: c.document.id in self._withdrawn for c in contents},
        )
        _save_lexical(
            lexical_folder(self._settings, name), [c for c in contents if c.document.id not in self._withdrawn]
        )
        versions = {c.id: (self._added[c.document.id], c.builder_version) for c in new}
        record.publish(publication, versions, self._withdrawn)
        log.info("Published %s: %d documents, %d segments", name, len(contents), len(segments))
        self._collect_garbage(record, store)

    def _contents(self, record: Record) -> tuple[list[_Content], list[_Content]]:
        """The editions that come new and those that stay."""
        first = record.next_edition_id()
        new = [
            _Content(first + i, e.document, e.passages, e.content_hash, self._builder_version)
            for i, e in enumerate(self._added.values())
        ]
        gone = self._removed | self._added.keys()
        stay = [head.id for name, head in self._heads.items() if name not in gone]
        kept = [
            _Content(e.id, e.document, e.passages, e.content_hash, e.builder_version) for e in record.editions(stay)
        ]
        ids = [passage.id for content in [*new, *kept] for passage in content.passages]
        if len(set(ids)) < len(ids):
            twice = sorted(i for i, count in Counter(ids).items() if count > 1)
            raise InputError(f"Two documents have passages of one id: {', '.join(twice[:3])}.")
        return new, kept

    def _model(self) -> EmbeddingModel:
        model = self._load_model()
        if self._live is not None and not self._rebuild:
            check_model(self._live.manifest, model.identity, model.dtype)
        return model

    def _segments(
        self,
        store: VectorStore,
        model: EmbeddingModel | None,
        to_embed: Sequence[_Content],
        live: set[int],
        progress: Progress | None,
    ) -> tuple[Segment, ...]:
        """The segments of the next publication: those that still serve, one of what is new, merged where they are many."""
        old = () if self._rebuild or self._live is None else self._live.segments
        segments = [segment for segment in old if segment.count(live)]
        if model is not None:
            rows = [(c.id, place, passage) for c in to_embed for place, passage in enumerate(c.passages)]
            vectors = model.encode_passages([passage.searchable for _, _, passage in rows], progress)
            provinces = {c.document.id: c.document.province_current or c.document.province for c in to_embed}
            name = store.write(rows, vectors, provinces)
            segments.append(Segment(name, {c.id: len(c.passages) for c in to_embed if c.passages}))
        chosen = segments_to_merge(segments, live)
        if not chosen:
            return tuple(segments)
        parts = [(segment.name, segment.editions.keys() & live) for segment in chosen]
        editions = {e: n for segment in chosen for e, n in segment.editions.items() if e in live}
        merged = Segment(store.merge(parts), editions)
        return (*(segment for segment in segments if segment not in chosen), merged)

    def _manifest(self, name: str, contents: Sequence[_Content], model: EmbeddingModel | None) -> dict[str, Any]:
        before = self._live.manifest if self._live is not None else {}
        searchable = [c for c in contents if c.document.id not in self._withdrawn]
        return {
            "publication": name,
            "created": datetime.now(UTC).isoformat(timespec="seconds"),
            "model": model.identity if model else before.get("model", model_identity(self._settings)),
            "dtype": model.dtype if model else before.get("dtype", self._settings.dtype),
            "dimension": model.dimension if model else before.get("dimension"),
            # More than one where documents were added without renewing the others.
            "builder_version": ", ".join(sorted({c.builder_version for c in contents} or {self._builder_version})),
            "documents": {c.document.id: c.content_hash for c in contents},
            "counts": {
                "documents": len(contents),
                "withdrawn": len(contents) - len(searchable),
                "passages": sum(len(c.passages) for c in searchable),
            },
        }

    def _collect_garbage(self, record: Record, store: VectorStore) -> None:
        """Deletes what no recent publication uses, leftovers of killed writers too. Failing to is no reason to fail."""
        self._drop_lexical(record)
        try:
            recent = record.recent(_KEPT_PUBLICATIONS)
            store.collect({segment.name for publication in recent for segment in publication.segments})
            FileStore(self._settings).collect(record.files())
        except (StorageError, SQLAlchemyError, OSError) as error:
            log.warning("Old vectors and files could not be deleted, the next ingest tries again: %s", error)

    def _drop_lexical(self, record: Record) -> None:
        """Deletes the lexical indexes that no recent publication uses."""
        try:
            recent = {publication.lexical for publication in record.recent(_KEPT_PUBLICATIONS)}
            for folder in (self._settings.data / _LEXICAL).glob("*"):
                if folder.name not in recent:
                    shutil.rmtree(folder)
        except (OSError, SQLAlchemyError) as error:
            log.warning("Old lexical indexes could not be deleted, the next ingest tries again: %s", error)


def segments_to_merge(segments: Sequence[Segment], live: set[int]) -> list[Segment]:
    """Which segments to copy into one: all where most passages are dead, the small ones where there are too many.

    The largest is spared while it outweighs the others together, so that a passage is copied a few times in its life and
    not at every eighth publication.
    """
    counts = {segment.name: segment.count(live) for segment in segments}
    total = sum(counts.values())
    if total * 2 < sum(segment.size for segment in segments):
        return list(segments)
    if len(segments) <= _MOST_SEGMENTS:
        return []
    largest = max(segments, key=lambda segment: counts[segment.name])
    spared = counts[largest.name] * 2 > total
    return [segment for segment in segments if not (spared and segment is largest)]


def _save_lexical(folder: Path, contents: Sequence[_Content]) -> None:
    passages = [passage for content in contents for passage in content.passages]
    tokens = [index_tokens(passage.searchable) for passage in passages]
    LexicalIndex.build([passage.id for passage in passages], tokens).save(folder)
    for path in [*folder.iterdir(), folder]:
        _sync(path)


def _sync(path: Path) -> None:
    """Forces a file or a folder's entries onto the disk: the pointer must not get there before what it points at."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
