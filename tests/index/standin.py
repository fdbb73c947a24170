"""An embedding model for tests whose subject is storage: no weights, so that a subprocess is at work in a second."""

import hashlib
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np

from index.document import Document, Edition, SourceLine
from index.embedding import EmbeddingModel, Vectors
from index.passage import Passage, PassageKind

DIMENSION = 32


class WordHashEncoder:
    """Adds a fixed pseudo-random vector for each word."""

    device = SimpleNamespace(type="cpu")

    def get_embedding_dimension(self) -> int:
        return DIMENSION

    def encode(self, texts: Sequence[str], **_: object) -> Vectors:
        vectors = np.stack([self._text(text) for text in texts])
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)

    def _text(self, text: str) -> Any:
        seeds = [int.from_bytes(hashlib.sha256(word.encode()).digest()[:8], "big") for word in text.lower().split()]
        return np.sum([np.random.default_rng(seed).normal(size=DIMENSION) for seed in seeds or [0]], axis=0)


def standin_model(identity: str = "stand-in") -> EmbeddingModel:
    return EmbeddingModel(WordHashEncoder(), identity, "float32", ("", ""))  # type: ignore[arg-type]


def edition(
    document_id: str, texts: Sequence[str], content_hash: str = "hash-1", kind: PassageKind = "clause"
) -> Edition:
    """An edition with one passage a text, on line 1, 2, ..."""
    passages = tuple(
        Passage(
            f"{document_id}#{i}", document_id, i, kind, ("I", str(i)), text, f"Document {document_id}", (i + 1, i + 1)
        )
        for i, text in enumerate(texts)
    )
    lines = tuple(SourceLine(text, i + 1) for i, text in enumerate(texts))
    return Edition(Document(document_id, f"{document_id}.md", title=document_id.title()), lines, passages, content_hash)


def numbered(document_id: str, version: str, n: int) -> Edition:
    """An edition of `n` passages that all hold the word `version` and the document's id."""
    texts = [f"{document_id} {version} điều khoản số {i} về kinh phí đào tạo" for i in range(n)]
    return edition(document_id, texts, content_hash=version)
