"""One file becomes one edition: read, cleaned, parted, described, cut into passages."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from index.document import Edition
from index.errors import InputError
from ingest.blocks import make_blocks, wrap_width
from ingest.catalog import apply_catalog
from ingest.clean import clean_lines
from ingest.metadata import read_metadata
from ingest.parts import split_parts
from ingest.passages import build_passages
from ingest.readers import read
from ingest.reading import opening
from vietnamese.text import nfc


def document_id(path: Path) -> str:
    """A document's id is its file's stem, composed: some systems spell file names decomposed."""
    return nfc(path.stem)


def content_hash(path: Path, stated: Mapping[str, Any], max_file_mb: int) -> str:
    """SHA-256 of the file's bytes and the catalogue's entry: either one changing makes a new edition.

    Raises InputError naming the file where it is too large to be read, or cannot be.
    """
    with opening(path):
        _refuse_size(path, max_file_mb)
        digest = hashlib.sha256(path.read_bytes())
    if stated:
        digest.update(json.dumps(stated, sort_keys=True, default=str).encode())
    return digest.hexdigest()


def make_edition(path: Path, stated: Mapping[str, Any], max_file_mb: int) -> Edition:
    """The edition of one file. Raises InputError naming the file where it cannot be used."""
    hashed = content_hash(path, stated, max_file_mb)
    reading = read(path)
    lines = clean_lines(reading.lines)
    if not lines:
        raise InputError(f"{path}: the file holds no words; replace it or remove it.")
    parts = split_parts(make_blocks(lines, wrap_width(lines)))
    document = apply_catalog(read_metadata(document_id(path), nfc(path.name), parts, reading), stated)
    passages = build_passages(document, parts, reading.read_by)
    return Edition(document, lines, passages, hashed)


def _refuse_size(path: Path, max_file_mb: int) -> None:
    size = path.stat().st_size
    if size > max_file_mb * 1_000_000:
        raise InputError(
            f"{path}: {size / 1e6:.0f} MB is above the limit of {max_file_mb} MB (ASSISTANT_MAX_FILE_MB); split the file or raise it."
        )
