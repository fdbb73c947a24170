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


def content_hash(path: Path, stated: Mapping[str, Any]) -> str:
    """SHA-256 of the file's bytes and the catalogue's entry: either one changing makes a new edition."""
    digest = hashlib.sha256(path.read_bytes())
    if stated:
        digest.update(json.dumps(stated, sort_keys=True, default=str).encode())
    return digest.hexdigest()


def make_edition(path: Path, stated: Mapping[str, Any], max_file_mb: int) -> Edition:
    """The edition of one file. Raises InputError naming the file where it cannot be used."""
    size = path.stat().st_size
    if size > max_file_mb * 1_000_000:
        raise InputError(
            f"{path}: {size / 1e6:.0f} MB is above the limit of {max_file_mb} MB (ASSISTANT_MAX_FILE_MB); split the file or raise it."
        )
    reading = read(path)
    lines = clean_lines(reading.lines)
    if not lines:
        raise InputError(f"{path}: the file holds no words; replace it or remove it.")
    parts = split_parts(make_blocks(lines, wrap_width(lines)))
    document = apply_catalog(read_metadata(path.stem, path.name, parts, reading), stated)
    passages = build_passages(document, parts, reading.read_by)
    return Edition(document, lines, passages, content_hash(path, stated))
