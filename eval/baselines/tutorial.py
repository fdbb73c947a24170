"""Baseline "tutorial": what LangChain's tutorial on retrieval builds, with the product's embedding model.

The raw text of each file, cut by RecursiveCharacterTextSplitter into chunks of 1,000 characters with an overlap of 200, in a
Chroma collection; the four chunks of the highest cosine similarity. (LangChain, "Build a semantic search engine".)
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np
from langchain_text_splitters import RecursiveCharacterTextSplitter

from eval.baselines.passages import K, Scored
from index.document import Document
from index.embedding import EmbeddingModel
from index.library import Library
from index.passage import Passage

CHUNK, OVERLAP = 1000, 200
PLAIN = (".txt", ".md")
"""Files that a text loader reads as they are; of others, the text of record stands for what a loader would extract."""
_COLLECTION = "tutorial"


class Tutorial:
    """The K chunks of the highest cosine similarity. Chunks are passages without a section."""

    def __init__(self, library: Library, corpus: Path, work: Path) -> None:
        """Embeds every chunk of the library's documents into a new Chroma in the folder `work`."""
        self._model = library.model
        chunks = [(document, chunk) for document, chunk in _chunks(library, corpus)]
        self._chunks = {chunk.id: (document, chunk) for document, chunk in chunks}
        self._collection = _filled(work, self._model, [chunk for _, chunk in chunks])

    def __call__(self, text: str) -> Sequence[Scored]:
        """The best chunks for what a person typed."""
        found = self._collection.query(query_embeddings=[self._model.embed_query(text)], n_results=K)
        return [
            Scored(*self._chunks[chunk_id], score=1.0 - float(distance))
            for chunk_id, distance in zip(found["ids"][0], found["distances"][0], strict=True)
        ]


def _chunks(library: Library, corpus: Path) -> Iterator[tuple[Document, Passage]]:
    splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK, chunk_overlap=OVERLAP, add_start_index=True)
    for document in library.documents.values():
        text, raw = _text(library, document, corpus)
        for i, chunk in enumerate(splitter.create_documents([text])):
            start = chunk.metadata["start_index"]
            lines = _lines(text, start, start + len(chunk.page_content)) if raw else None
            yield document, _passage(document.id, i, chunk.page_content, lines)


def _text(library: Library, document: Document, corpus: Path) -> tuple[str, bool]:
    """A document's text, and whether it is its file's own."""
    file = corpus / document.file
    if file.suffix in PLAIN and file.is_file():
        return file.read_text(encoding="utf-8"), True
    return "\n".join(line.text for line in library.lines_of(document.id)), False


def _lines(text: str, start: int, end: int) -> tuple[int, int]:
    """First and last line of a stretch, from 1."""
    return text.count("\n", 0, start) + 1, text.count("\n", 0, end) + 1


def _passage(document_id: str, ordinal: int, text: str, lines: tuple[int, int] | None) -> Passage:
    return Passage(
        id=f"{document_id}:chunk-{ordinal:04d}",
        document_id=document_id,
        ordinal=ordinal,
        kind="clause",
        section=(),
        text=text,
        context="",
        lines=lines,
    )


def _filled(work: Path, model: EmbeddingModel, chunks: Sequence[Passage]) -> Any:
    """A Chroma collection of the chunks; one of an earlier run is replaced."""
    import chromadb
    from chromadb.config import Settings as ChromaSettings

    client = chromadb.PersistentClient(work / _COLLECTION, settings=ChromaSettings(anonymized_telemetry=False))
    if _COLLECTION in [c.name for c in client.list_collections()]:
        client.delete_collection(_COLLECTION)
    collection = client.create_collection(
        _COLLECTION, configuration=cast(Any, {"hnsw": {"space": "cosine"}}), embedding_function=None
    )
    vectors = np.asarray(model.embed_documents([c.text for c in chunks]), np.float32)
    size = client.get_max_batch_size()
    for start in range(0, len(chunks), size):
        part = chunks[start : start + size]
        collection.add(
            ids=[c.id for c in part], documents=[c.text for c in part], embeddings=vectors[start : start + size]
        )
    return collection
