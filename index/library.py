"""The library: opens what is published and searches it. Safe to share between the threads of an application."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from threading import RLock
from types import MappingProxyType
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from index.document import Document, Page, PageWord, SourceLine
from index.embedding import EmbeddingModel, Vectors, load_embedding, model_identity
from index.errors import IndexMissing, StorageError
from index.files import FileStore
from index.hit import Hit
from index.lexical import LexicalIndex
from index.lexical_folders import LexicalFolders
from index.manifest import INGEST, REBUILD, check_builder, check_model
from index.passage import Passage, PassageKind
from index.publisher import KnownEdition, Publisher
from index.record import Record
from index.record.database import storage_errors
from index.record.feedback import Feedback, Verdict
from index.record.history import EditionVersion
from index.record.publications import Publication
from index.record.register import RegisterRows
from index.record.writings import Writings
from index.relations import resolve_relations
from index.settings import Settings
from index.vectors import SegmentGone, VectorStore, entry_key

__all__ = ["EditionVersion", "Hit", "KnownEdition", "Library", "Publisher"]

_Result = TypeVar("_Result")
_OPEN_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """One publication, read whole and never changed. "Searchable" means live and not withdrawn."""

    publication: Publication
    documents: Mapping[str, Document]  # withdrawn ones too, flagged
    editions: Mapping[str, int]  # document id -> edition id
    passages: Mapping[str, tuple[Passage, ...]]  # by document id
    by_id: Mapping[str, Passage]
    by_key: Mapping[str, Passage]  # searchable ones, by `entry_key`
    counts: Mapping[tuple[int, str], int]  # searchable passages by edition and kind
    lexical: LexicalIndex
    lexical_documents: NDArray[np.str_]  # by place in the lexical index
    lexical_kinds: NDArray[np.str_]

    @property
    def searchable(self) -> dict[str, Document]:
        return {name: document for name, document in self.documents.items() if not document.withdrawn}


class Library:
    """The published documents, their passages, and the two searches over them.

    `documents` and `kinds` narrow a search to documents by id and to kinds of passage; None does not narrow.
    """

    def __init__(self, settings: Settings, record: Record, model: EmbeddingModel | None, version: str | None) -> None:
        self._settings = settings
        self._record = record
        self._model = model
        self._builder_version = version
        self._lock = RLock()
        self._snapshot = self._read()
        self._store = VectorStore.open(settings, record.index_id())

    @classmethod
    def open(
        cls, settings: Settings, model: EmbeddingModel | None = None, builder_version: str | None = None
    ) -> "Library":
        """Opens the index of the data folder. Neither torch nor the model is loaded before they are needed.

        `model` takes the place of the settings' one. `builder_version`, where given, must be the one of all editions.
        Raises IndexMissing, IndexMismatch or StorageError.
        """
        record = Record.open(settings)
        if record is None:
            raise _missing(settings)
        try:
            with storage_errors(settings):
                return cls(settings, record, model, builder_version)
        except BaseException:
            record.close()
            raise

    def close(self) -> None:
        """Gives files and connections back; the library cannot be used afterwards."""
        self._store.close()
        self._record.close()

    @property
    def publication_id(self) -> str:
        """Changes with every publication: a key for caches."""
        return self._snapshot.publication.name

    @property
    def manifest(self) -> dict[str, Any]:
        """What the index was built from: model, number type, builder version, documents' content hashes, counts, time."""
        return dict(self._snapshot.publication.manifest)

    @property
    def documents(self) -> Mapping[str, Document]:
        """Live documents by id, withdrawn ones left out."""
        return MappingProxyType(self._snapshot.searchable)

    def all_documents(self) -> Mapping[str, Document]:
        """Live documents by id, withdrawn ones flagged."""
        return MappingProxyType(dict(self._snapshot.documents))

    @property
    def size(self) -> int:
        """How many passages can be found."""
        return self._snapshot.lexical.size

    def passages_of(self, document_id: str) -> tuple[Passage, ...]:
        """A document's passages in reading order, of a withdrawn one too; KeyError for an unknown id."""
        return self._snapshot.passages[document_id]

    def passage(self, passage_id: str) -> Passage:
        """One passage; KeyError for an unknown id."""
        return self._snapshot.by_id[passage_id]

    def all_passages(self) -> tuple[Passage, ...]:
        """Every passage that can be found, document by document in reading order."""
        snapshot = self._snapshot
        return tuple(p for name in snapshot.searchable for p in snapshot.passages[name])

    def lines_of(self, document_id: str) -> tuple[SourceLine, ...]:
        """A document's text of record; KeyError for an unknown id."""
        with storage_errors(self._settings):
            return self._record.editions.lines(self._snapshot.editions[document_id])

    def pages_of(self, document_id: str) -> tuple[Page, ...]:
        """A document's pages without their words, none where its source has none; KeyError for an unknown id."""
        with storage_errors(self._settings):
            return self._record.pages.of(self._snapshot.editions[document_id])

    def ever_published(self) -> frozenset[str]:
        """The ids of all documents that were ever published, removed ones too."""
        with storage_errors(self._settings):
            return self._record.history.document_ids()

    def history(self, document_id: str) -> tuple[EditionVersion, ...]:
        """The published editions of a document, the oldest first, of a removed one too; none for an unknown id."""
        with storage_errors(self._settings):
            return self._record.history.of(document_id)

    def lines_of_edition(self, edition_id: int) -> tuple[SourceLine, ...]:
        """The text of record of an edition of any time; KeyError for an unknown one."""
        with storage_errors(self._settings):
            return self._record.editions.lines(edition_id)

    def page_words(self, document_id: str, number: int) -> tuple[PageWord, ...]:
        """The words of one page, each with its place on it; KeyError for an unknown id."""
        with storage_errors(self._settings):
            return self._record.pages.words(self._snapshot.editions[document_id], number)

    @property
    def files(self) -> FileStore:
        """The files that `Document.original` and `Document.shown` name."""
        return FileStore(self._settings)

    def document_frequency(self, token: str) -> int:
        """How many findable passages hold a token of the lexical index."""
        return self._snapshot.lexical.document_frequency(token)

    @property
    def model(self) -> EmbeddingModel:
        """The embedding model, loaded at the first use (about a second, after torch's import)."""
        with self._lock:
            if self._model is None:
                self._model = load_embedding(self._settings)
            return self._model

    def lexical(
        self,
        tokens: Sequence[str],
        n: int,
        documents: Collection[str] | None = None,
        kinds: Collection[PassageKind] | None = None,
    ) -> list[Hit]:
        """The best `n` passages by BM25 that hold any of the tokens."""
        snapshot = self._snapshot
        mask = np.ones(snapshot.lexical.size, np.bool_)
        if documents is not None:
            mask &= np.isin(snapshot.lexical_documents, sorted(documents))
        if kinds is not None:
            mask &= np.isin(snapshot.lexical_kinds, sorted(kinds))
        return snapshot.lexical.search(tokens, n, mask)

    def dense(
        self,
        vector: Sequence[float] | Vectors,
        n: int,
        documents: Collection[str] | None = None,
        kinds: Collection[PassageKind] | None = None,
    ) -> list[Hit]:
        """The best `n` passages by cosine similarity to a question's vector (dimension,)."""
        query = np.asarray(vector, np.float32)
        chosen = None if documents is None else frozenset(documents)
        return self._current(lambda snapshot: self._dense(snapshot, query, n, chosen, kinds))

    def _dense(
        self,
        snapshot: _Snapshot,
        vector: Vectors,
        n: int,
        documents: frozenset[str] | None,
        kinds: Collection[PassageKind] | None,
    ) -> list[Hit]:
        editions = {e for e, _ in snapshot.counts} & {
            e for name, e in snapshot.editions.items() if documents is None or name in documents
        }

        def wanted(key: str) -> bool:
            passage = snapshot.by_key.get(key)
            return (
                passage is not None
                and (documents is None or passage.document_id in documents)
                and (kinds is None or passage.kind in kinds)
            )

        found: list[tuple[str, float]] = []
        for segment in snapshot.publication.segments:
            inside = editions & segment.editions.keys()
            count = sum(snapshot.counts[pair] for pair in _pairs(snapshot, inside, kinds))
            if n > 0 and count:
                where = _where(inside, kinds)
                share = count / segment.size
                found += self._store.query(segment.name, vector, min(n, count), wanted, share, where)
        hits = [Hit(snapshot.by_key[key].id, score) for key, score in found]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))[: max(n, 0)]

    def _current(self, search: Callable[[_Snapshot], _Result]) -> _Result:
        """Runs a search, once more where a newer publication has deleted what it stood on."""
        try:
            return search(self._snapshot)
        except SegmentGone:
            if not self.refresh():
                raise
            return search(self._snapshot)

    def refresh(self) -> bool:
        """Takes up a newer publication; whether there was one. Costs one read of a row where there was none."""
        with storage_errors(self._settings):
            if self._record.publications.live_name() == self.publication_id:
                return False
            with self._lock:
                before = self.publication_id
                self._snapshot = self._read()
                return self.publication_id != before

    def save_feedback(self, question: str, answer: Mapping[str, Any], verdict: Verdict, comment: str = "") -> None:
        """Keeps what a person thought of an answer (its JSON form); the last verdict on an answer's `id` is the one kept."""
        with storage_errors(self._settings):
            self._record.feedback.save(question, answer, verdict, comment)

    def remove_feedback(self, answer_id: str) -> None:
        """Forgets the verdict on the answer of that `id`, where there is one: a person took it back."""
        with storage_errors(self._settings):
            self._record.feedback.remove(answer_id)

    def feedback(self) -> list[Feedback]:
        """Every verdict, oldest first."""
        with storage_errors(self._settings):
            return self._record.feedback.all()

    @property
    def writings(self) -> Writings:
        """What language models wrote to earlier questions; each of its calls may raise StorageError."""
        return self._record.writings

    @property
    def register_rows(self) -> RegisterRows:
        """The register's rows in the record, which `obligations.register` writes and reads; its calls may raise StorageError."""
        return self._record.register

    @property
    def editions(self) -> Mapping[str, int]:
        """The edition of each live document that is not withdrawn, by document id."""
        snapshot = self._snapshot
        return {name: snapshot.editions[name] for name in snapshot.searchable}

    def _read(self) -> _Snapshot:
        for _ in range(_OPEN_ATTEMPTS):
            publication = self._record.publications.live()
            if publication is None:
                raise _missing(self._settings)
            self._check(publication)
            try:
                lexical = LexicalFolders(self._settings).load(publication.lexical)
            except FileNotFoundError:
                continue  # two publications went by since the pointer was read
            return _snapshot(self._record, publication, lexical)
        raise StorageError(
            f"The lexical index is missing from {self._settings.data}. Run `{REBUILD}` to write it anew."
        )

    def _check(self, publication: Publication) -> None:
        manifest = publication.manifest
        if self._model is None:
            check_model(manifest, model_identity(self._settings), self._settings.dtype)
        else:
            check_model(manifest, self._model.identity, self._model.dtype)
        if self._builder_version is not None:
            check_builder(manifest, self._builder_version)


def _missing(settings: Settings) -> IndexMissing:
    return IndexMissing(f"There is no index in {settings.data}. Run `{INGEST}` to build it.")


def _snapshot(record: Record, publication: Publication, lexical: LexicalIndex) -> _Snapshot:
    editions = sorted(record.editions.read(list(publication.editions)), key=lambda e: e.document.id)
    searchable = [e for e in editions if not publication.editions[e.id]]
    by_id = {p.id: p for e in editions for p in e.passages}
    return _Snapshot(
        publication=publication,
        documents=resolve_relations(
            {e.document.id: replace(e.document, withdrawn=publication.editions[e.id]) for e in editions}
        ),
        editions={e.document.id: e.id for e in editions},
        passages={e.document.id: e.passages for e in editions},
        by_id=by_id,
        by_key={entry_key(e.id, place): p for e in searchable for place, p in enumerate(e.passages)},
        counts=Counter((e.id, p.kind) for e in searchable for p in e.passages),
        lexical=lexical,
        lexical_documents=np.array([by_id[i].document_id for i in lexical.ids], np.str_),
        lexical_kinds=np.array([by_id[i].kind for i in lexical.ids], np.str_),
    )


def _pairs(
    snapshot: _Snapshot, editions: Collection[int], kinds: Collection[PassageKind] | None
) -> list[tuple[int, str]]:
    return [(e, kind) for e, kind in snapshot.counts if e in editions and (kinds is None or kind in kinds)]


def _where(editions: Collection[int], kinds: Collection[PassageKind] | None) -> dict[str, Any]:
    """Chroma's filter for passages of some editions and kinds."""
    clauses: list[dict[str, Any]] = [{"edition": {"$in": sorted(editions)}}]
    if kinds is not None:
        clauses.append({"kind": {"$in": sorted(kinds)}})
    return clauses[0] if len(clauses) == 1 else {"$and": clauses}
