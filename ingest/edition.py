"""One file becomes one edition: read, cleaned, parted, described, cut into passages."""

import hashlib
import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import IO, Any

from index.document import Document, Edition, Page, PageWord, SourceLine
from index.errors import InputError
from index.files import FileStore
from index.passage import Passage
from index.registered import Registered
from index.settings import Settings
from ingest.blocks import make_blocks, wrap_width
from ingest.catalog import apply_catalog
from ingest.clean import pair_lines
from ingest.layout.repeated_heads import without_repeated_heads
from ingest.metadata import read_metadata
from ingest.parts import split_parts
from ingest.passages import build_passages
from ingest.readers import read
from ingest.reading import Job, OnPage, RawLine, Reading, ignore_pages, opening
from obligations.stored import registered
from vietnamese.text import nfc

log = logging.getLogger(__name__)

_PART = 1 << 20  # bytes read at a time


def document_id(path: PurePath) -> str:
    """A document's id is its file's stem, composed: some systems spell file names decomposed."""
    return nfc(path.stem)


def content_hash(path: Path, stated: Mapping[str, Any], max_file_mb: int) -> str:
    """SHA-256 of the file's bytes and the catalogue's entry: either one changing makes a new edition.

    Raises InputError naming the file where it is too large to be read, or cannot be.
    """
    with opening(path):
        _refuse_size(path, max_file_mb)
        with path.open("rb") as stream:
            return hash_stream(stream, stated)


def hash_stream(stream: IO[bytes], stated: Mapping[str, Any]) -> str:
    """`content_hash` of a file that is open for reading, which is never held whole."""
    digest = hashlib.sha256()
    while part := stream.read(_PART):
        digest.update(part)
    if stated:
        digest.update(json.dumps(stated, sort_keys=True, default=str).encode())
    return digest.hexdigest()


def make_edition(
    path: Path,
    stated: Mapping[str, Any],
    settings: Settings,
    on_page: OnPage = ignore_pages,
    file: str | None = None,
) -> Edition:
    """The edition of one file, whose original and shown pages are kept in the index's file store.

    `file` is `Document.file` where that is not the file's own name. `on_page` is told which page is done, and of how many.
    Raises InputError naming the file where it cannot be used.
    """
    hashed = content_hash(path, stated, settings.max_file_mb)
    with TemporaryDirectory(prefix="ingest-") as scratch:
        reading = read(path, Job(Path(scratch), settings.max_pages, settings.max_pixels, on_page))
        pairs = tuple(pair_lines(without_repeated_heads(reading.lines) if reading.pages else reading.lines))
        if not pairs:
            raise InputError(f"{path}: the file holds no words; replace it or remove it.")
        store = FileStore(settings)
        original = store.keep(path)
        shown = store.keep(reading.shown) if reading.shown else None
    lines = tuple(line for line, _ in pairs)
    parts = split_parts(make_blocks(lines, wrap_width(lines)))
    document = apply_catalog(read_metadata(document_id(path), file or nfc(path.name), parts, reading), stated)
    document = replace(document, original=original, shown=shown)
    passages = build_passages(document, parts)
    return Edition(document, lines, passages, hashed, _pages(reading, pairs), _registered(document, passages, lines))


def _registered(document: Document, passages: Sequence[Passage], lines: Sequence[SourceLine]) -> Registered | None:
    """The rows of the register; None where its rules stumble, which must not cost the document: they are tried again when the register is opened."""
    try:
        return registered(document, passages, lines)
    except Exception:  # rules over free text may fail in any way
        log.exception("%s: its duties and targets could not be read.", document.file)
        return None


def _pages(reading: Reading, pairs: Sequence[tuple[SourceLine, RawLine]]) -> tuple[Page, ...]:
    """The pages with their words, each by the place of its line. A line that was parted gives its words to the first piece."""
    words: dict[int, list[PageWord]] = {page.number: [] for page in reading.pages}
    seen: RawLine | None = None
    for line, raw in pairs:
        if raw is not seen and raw.page is not None:
            words[raw.page] += [PageWord(line.place, word.text, word.box) for word in raw.words]
        seen = raw
    return tuple(
        Page(p.number, p.width, p.height, p.read_by, p.confidence, p.notes, tuple(words[p.number]))
        for p in reading.pages
    )


def _refuse_size(path: Path, max_file_mb: int) -> None:
    size = path.stat().st_size
    if size > max_file_mb * 1_000_000:
        raise InputError(
            f"{path}: {size / 1e6:.0f} MB is above the limit of {max_file_mb} MB (ASSISTANT_MAX_FILE_MB); split the file or raise it."
        )
