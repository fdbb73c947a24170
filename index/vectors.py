"""Vectors in Chroma, embedded in the data folder or on a server.

A collection that another process wrote to may answer `query` from a stale index, but a new one is visible at once. So
collections are segments: written once, then only read, and deleted when no recent publication lists them.
"""

import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit
from uuid import uuid4

import numpy as np

from index.embedding import Vectors
from index.errors import SettingError, StorageError
from index.passage import Passage
from index.record.database import storage_message
from index.settings import Settings

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection as ChromaCollection

FOLDER = "chroma"

# On 2,000 passages that differ in one word, Chroma's defaults missed up to 4 % of the true best 50, and others at each
# build. With these values five builds gave the same, exact results; adding takes twice as long.
_HNSW = {"space": "cosine", "ef_construction": 400, "ef_search": 400, "max_neighbors": 32}
# Below this share of wanted passages, Chroma's filter is used. Above it, asking for more than is wanted and dropping the
# rest is quicker: 2 ms against 50 ms with 20,000 passages, since the filter reads the metadata of the whole collection.
_OVERFETCH_SHARE = 0.2
_OVERFETCH_SPARE = 10


def entry_key(edition_id: int, place: int) -> str:
    """The id of a passage within Chroma: passage ids may recur in a later edition, these do not."""
    return f"{edition_id}:{place}"


class VectorStore:
    """The segments of one index. `close` gives the files back; any failure of Chroma is a StorageError."""

    def __init__(self, client: "ClientAPI", settings: Settings, prefix: str) -> None:
        self._client = client
        self._settings = settings
        self._prefix = prefix
        self._opened: dict[str, ChromaCollection] = {}

    @classmethod
    def open(cls, settings: Settings, index_id: str) -> "VectorStore":
        """Connects; `index_id` keeps the segments of several indexes on one server apart.

        Two processes must not open an empty data folder at the same time: hold the writer's lock for the first time.
        """
        import chromadb
        from chromadb.config import Settings as ChromaSettings

        chroma_settings = ChromaSettings(anonymized_telemetry=False)
        with chroma_errors(settings):
            if settings.chroma is None:
                client = chromadb.PersistentClient(settings.data / FOLDER, settings=chroma_settings)
            else:
                host, port, ssl = _address(settings.chroma)
                client = chromadb.HttpClient(host, port, ssl=ssl, settings=chroma_settings)
        return cls(client, settings, f"segment-{index_id}-")

    def close(self) -> None:
        """Releases the client; safe to call twice."""
        client = cast(Any, self._client)
        client.close()
        if self._settings.chroma is not None:
            client._server._session.close()  # Chroma's own close leaves the connections to its server open

    def write(
        self, passages: Sequence[tuple[int, int, Passage]], vectors: Vectors, provinces: Mapping[str, str | None]
    ) -> str:
        """A new segment of (edition id, place, passage) with their vectors (n, dimension); its name.

        `provinces` are by document id, for filters by other users of the collection.
        """
        entries = [
            (entry_key(edition, place), passage.text, _metadata(edition, passage, provinces.get(passage.document_id)))
            for edition, place, passage in passages
        ]
        return self._create(entries, vectors)

    def merge(self, parts: Sequence[tuple[str, Collection[int]]]) -> str:
        """A new segment of what segments hold of given editions, vectors copied and not computed; its name."""
        entries: list[tuple[str, str, dict[str, Any]]] = []
        vectors: list[Vectors] = []
        with chroma_errors(self._settings):
            for name, editions in parts:
                for chosen in _slices(sorted(editions), 100):
                    got = self._collection(name).get(
                        where=cast(Any, {"edition": {"$in": chosen}}), include=["embeddings", "documents", "metadatas"]
                    )
                    found = zip(got["ids"], got["documents"] or [], got["metadatas"] or [], strict=True)
                    entries += [(key, text, dict(metadata)) for key, text, metadata in found]
                    if got["ids"]:
                        vectors.append(np.asarray(got["embeddings"], np.float32))
        return self._create(entries, np.concatenate(vectors))

    def _create(self, entries: Sequence[tuple[str, str, dict[str, Any]]], vectors: Vectors) -> str:
        name = self._prefix + uuid4().hex
        with chroma_errors(self._settings):
            collection = self._client.create_collection(
                name, configuration=cast(Any, {"hnsw": _HNSW}), embedding_function=None
            )
            for places in _slices(range(len(entries)), self._client.get_max_batch_size()):
                part = [entries[i] for i in places]
                collection.add(
                    ids=[key for key, _, _ in part],
                    documents=[text for _, text, _ in part],
                    metadatas=[metadata for _, _, metadata in part],
                    embeddings=vectors[places[0] : places[-1] + 1],
                )
            stored = collection.count()
        if stored != len(entries):  # Chroma ignores an id that it has already
            raise StorageError(f"Chroma kept {stored} of {len(entries)} passages of a segment. Run the command again.")
        return name

    def query(
        self, name: str, vector: Vectors, n: int, wanted: Callable[[str], bool], share: float, where: dict[str, Any]
    ) -> list[tuple[str, float]]:
        """The best `n` entries of a segment that are wanted: (key, cosine similarity), best first.

        `share` is which part of the segment is wanted, between 0 and 1; `where` says the same to Chroma as `wanted` here.
        """
        if share > _OVERFETCH_SHARE:
            found = self._nearest(name, vector, math.ceil(n / share) + _OVERFETCH_SPARE, None)
            kept = [entry for entry in found if wanted(entry[0])]
            if len(kept) >= n or share == 1:
                return kept[:n]
        return [entry for entry in self._nearest(name, vector, n, where) if wanted(entry[0])]

    def _nearest(self, name: str, vector: Vectors, n: int, where: dict[str, Any] | None) -> list[tuple[str, float]]:
        with chroma_errors(self._settings):
            found = self._collection(name).query(
                query_embeddings=cast(Any, [vector]), n_results=n, where=where, include=["distances"]
            )
        distances = (found["distances"] or [[]])[0]
        return [(key, 1.0 - float(distance)) for key, distance in zip(found["ids"][0], distances, strict=True)]

    def collect(self, keep: Collection[str]) -> int:
        """Deletes this index's segments that are not in `keep`; how many."""
        with chroma_errors(self._settings):
            names = [c.name for c in self._client.list_collections()]
            stale = [name for name in names if name.startswith(self._prefix) and name not in keep]
            for name in stale:
                self._client.delete_collection(name)
                self._opened.pop(name, None)
        return len(stale)

    def _collection(self, name: str) -> "ChromaCollection":
        if name not in self._opened:
            self._opened[name] = self._client.get_collection(name, embedding_function=None)
        return self._opened[name]


class SegmentGone(StorageError):
    """A segment was deleted: a newer publication is out, or the vectors were lost."""


@contextmanager
def chroma_errors(settings: Settings) -> Iterator[None]:
    """Turns Chroma's failures into StorageError, a missing collection into SegmentGone."""
    from chromadb.errors import ChromaError, NotFoundError
    from httpx import HTTPError

    try:
        yield
    except NotFoundError as error:
        raise SegmentGone(
            f"A part of the vectors of the index in {settings.data} is missing. Run `python -m ingest --rebuild` if this does not go away."
        ) from error
    except (ChromaError, OSError, HTTPError, ValueError) as error:
        # Chroma reports an unreachable server as ValueError, and a full disk as its InternalError.
        if settings.chroma is None:
            raise StorageError(storage_message(settings, error)) from error
        reason = str(error).splitlines()[0]
        raise StorageError(
            f"The Chroma server at {settings.chroma} cannot be used: {reason}. "
            "Start it, or correct or unset ASSISTANT_CHROMA."
        ) from error


def _address(url: str) -> tuple[str, int, bool]:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise SettingError(f"ASSISTANT_CHROMA={url!r} is not an address like http://host:8000.")
    ssl = parts.scheme == "https"
    return parts.hostname, parts.port or (443 if ssl else 8000), ssl


def _metadata(edition_id: int, passage: Passage, province: str | None) -> dict[str, Any]:
    """What Chroma keeps beside the text. It drops None and has no lists, so unknown fields are left out."""
    fields: dict[str, Any] = {
        "passage_id": passage.id,
        "document_id": passage.document_id,
        "edition": edition_id,
        "ordinal": passage.ordinal,
        "kind": passage.kind,
        "section": " > ".join(passage.section),
        "first_line": passage.lines and passage.lines[0],
        "last_line": passage.lines and passage.lines[1],
        "page": passage.page,
        "province": province,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _slices(items: Sequence[int], size: int) -> list[list[int]]:
    return [list(items[start : start + size]) for start in range(0, len(items), size)]
