"""Passages of new editions on their way into segments: embedded in batches as they come, so that few are held at a time."""

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np

from index.document import Document
from index.embedding import EmbeddingModel, Progress, Vectors
from index.passage import Passage
from index.record import Record
from index.record.segments import ModelName, Segment
from index.vectors import VectorStore

BATCH = 256
"""Passages that are embedded together while files are still being read; batches of like length need some to choose from."""
SEGMENT = 2048
"""Passages from which on a segment is written; a stopped run loses the vectors of fewer."""


class Loader(Protocol):
    """Gives the embedding model, loaded at the first call."""

    def __call__(self) -> EmbeddingModel: ...


class Staging:
    """New segments in the making. `segments` are those written so far; each holds whole editions.

    `release` is called after each segment: Chroma keeps in memory what it wrote until its client is closed.
    """

    def __init__(
        self, record: Record, store: Callable[[], VectorStore], release: Callable[[], None], model: Loader
    ) -> None:
        self._record = record
        self._store = store
        self._release = release
        self._model = model
        self._queue: list[tuple[int, int, Passage]] = []
        self._embedded: list[tuple[int, int, Passage]] = []
        self._vectors: list[Vectors] = []
        self._provinces: dict[str, str | None] = {}
        self._done = 0
        self.segments: tuple[Segment, ...] = ()

    def add(self, edition_id: int, document: Document, passages: Sequence[Passage]) -> None:
        """Queues the passages of an edition."""
        self._queue += [(edition_id, place, passage) for place, passage in enumerate(passages)]
        self._provinces[document.id] = document.province_current or document.province

    def embed(self, progress: Progress | None = None, least: int | None = None) -> None:
        """Embeds what is queued where that is `least` passages or more (None: `BATCH`); writes a segment where enough have come together.

        `progress` is called with the passages embedded so far and all that were ever queued.
        """
        if len(self._queue) < (BATCH if least is None else least):
            return
        model = self._model()
        done, total = self._done, self._done + len(self._queue)
        texts = [passage.searchable for _, _, passage in self._queue]
        self._vectors.append(
            model.encode_passages(texts, (lambda n, _: progress(done + n, total)) if progress is not None else None)
        )
        self._done = total
        self._embedded += self._queue
        self._queue = []
        if len(self._embedded) >= SEGMENT:
            self._write(model)

    def finish(self, progress: Progress | None = None) -> None:
        """Embeds and writes all that is left."""
        self.embed(progress, least=1)
        if self._embedded:
            self._write(self._model())

    def _write(self, model: EmbeddingModel) -> None:
        name = self._store().write(self._embedded, np.concatenate(self._vectors), self._provinces)
        counts: dict[int, int] = {}
        for edition_id, _, _ in self._embedded:
            counts[edition_id] = counts.get(edition_id, 0) + 1
        segment = Segment(name, counts)
        self._record.staged.add(segment, ModelName(model.identity, model.dtype, model.dimension))
        self._release()
        self.segments = (*self.segments, segment)
        self._embedded, self._vectors, self._provinces = [], [], {}
