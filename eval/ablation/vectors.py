"""The vectors of questions kept: most mechanisms leave the words that are embedded as they are, embedding is slow."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from unittest import mock

from index.embedding import EmbeddingModel, Vectors


class Kept:
    """What the encoder gave for the texts of one call, given again for the same texts."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], Vectors] = {}

    @contextmanager
    def used(self) -> Iterator[None]:
        """While this lasts no text is embedded twice.

        To be entered before a mechanism is switched off, so that what is kept is always the encoder's own.
        """
        encode = EmbeddingModel.encode_queries

        def remembered(model: EmbeddingModel, texts: Sequence[str]) -> Vectors:
            wanted = tuple(texts)
            if wanted not in self._known:
                self._known[wanted] = encode(model, texts)
            return self._known[wanted].copy()

        with mock.patch.object(EmbeddingModel, "encode_queries", remembered):
            yield
