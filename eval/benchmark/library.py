"""A library of a collection's articles, built by the product's own index parts and kept for the next run."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from eval.benchmark.collection import Article
from index.document import Document, Edition, SourceLine
from index.embedding import Progress
from index.errors import IndexMismatch, SettingError
from index.library import Library, Publisher
from index.passage import Passage
from index.settings import load_settings

LONGEST = 1300
"""Characters of a passage, as in the passage builder; a longer article is cut at its paragraphs."""
_BUILDER = "benchmark-"
_VERSION = f"{_BUILDER}1"
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")


def open_library(articles: Sequence[Article], data: Path, progress: Progress | None = None) -> Library:
    """The library of these articles in the folder `data`; only articles that it does not hold yet are embedded.

    Each article is a document. The folder is a benchmark's own: SettingError where it holds the assistant's index, or vectors
    of another embedding model. A Chroma server or database that the settings name is left alone.
    """
    settings = load_settings(data=data).model_copy(update={"chroma": None, "database": None})
    try:
        with Publisher(settings, _VERSION) as publisher:
            _refuse_others(publisher, data)
            _make_equal(publisher, articles)
            publisher.publish(progress)
        return Library.open(settings)
    except IndexMismatch as error:
        raise SettingError(
            f"{data} holds vectors of another embedding model or number type. Delete that folder, or name another one with --data."
        ) from error


def _refuse_others(publisher: Publisher, data: Path) -> None:
    if any(not known.builder_version.startswith(_BUILDER) for known in publisher.known.values()):
        raise SettingError(f"{data} holds an index of documents, not of a benchmark. Name another folder with --data.")


def _make_equal(publisher: Publisher, articles: Sequence[Article]) -> None:
    wanted = {a.id: _hash(a) for a in articles}
    for name in publisher.known:
        if name not in wanted:
            publisher.remove(name)
    held = {i: k.content_hash for i, k in publisher.known.items() if k.builder_version == _VERSION}
    for article in articles:
        if held.get(article.id) != wanted[article.id]:
            publisher.add(make_edition(article))


def _hash(article: Article) -> str:
    return hashlib.sha256(f"{article.title}\0{article.text}".encode()).hexdigest()


def make_edition(article: Article) -> Edition:
    """The article as a document: its title in front of each passage and as its heading, its paragraphs as blocks."""
    paragraphs = [line.strip() for line in article.text.split("\n") if line.strip()]
    document = Document(article.id, article.id, article.title or None)
    passages = tuple(
        Passage(
            id=f"{article.id}:{i:04d}",
            document_id=article.id,
            ordinal=i,
            kind="clause",
            section=(article.title,) if article.title else (),
            text="\n".join(piece),
            context=article.title,
            lines=None,
        )
        for i, piece in enumerate(_pieces(paragraphs))
    )
    return Edition(document, tuple(SourceLine(p, None) for p in paragraphs), passages, _hash(article))


def _pieces(paragraphs: Sequence[str]) -> Iterator[list[str]]:
    """Neighbouring paragraphs of LONGEST characters at most, together; one that is longer is cut at the ends of sentences."""
    piece: list[str] = []
    for paragraph in (part for p in paragraphs for part in _sentences(p)):
        if piece and sum(map(len, piece)) + len(paragraph) > LONGEST:
            yield piece
            piece = []
        piece.append(paragraph)
    if piece:
        yield piece


def _sentences(paragraph: str) -> list[str]:
    return [paragraph] if len(paragraph) <= LONGEST else _SENTENCE_END.split(paragraph)
