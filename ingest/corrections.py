"""Writes `catalog.yaml`: what a person states about a document, with everything else in the file left as it stands."""

import os
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from index.errors import InputError
from ingest.catalog import NAME, load_catalog
from ingest.reading import opening
from vietnamese.text import nfc

_HEADER = "# What a person states about a document, by its id: in place of what its own text says, or does not say.\n"
_ROOT = "documents"
_LINE_WIDTH = 100_000
"""Characters; longer than any title, so that no text of a person's is wrapped anew."""
_writing = Lock()


def correct(folder: Path, document_id: str, fields: Mapping[str, Any]) -> None:
    """States `fields` of a document in the folder's catalogue; None says that the document has no such thing.

    The other fields of its entry stay. A period is `{"from": 2021, "to": 2025}`. Raises InputError with the remedy where
    the catalogue is broken, cannot be written, or would not be valid any more; the file is then as it was.
    """

    def change(entries: CommentedMap) -> None:
        key = _key(entries, document_id)
        if not isinstance(entries.get(key), CommentedMap):
            entries[key] = CommentedMap()
        entry = entries[key]
        if not entry:
            entry.fa.set_block_style()
        for name, value in fields.items():
            entry[name] = _scalar(value)

    _rewrite(folder, change)


def clear(folder: Path, document_id: str, names: Collection[str] | None = None) -> None:
    """Takes back what was stated of a document, all of it or the fields `names`: its text speaks again. Raises as `correct`."""

    def change(entries: CommentedMap) -> None:
        key = _key(entries, document_id)
        entry = entries.get(key)
        for name in list(entry or ()):
            if names is None or name in names:
                del entry[name]
        if key in entries and not entries[key]:
            del entries[key]

    _rewrite(folder, change)


def _rewrite(folder: Path, change: Callable[[CommentedMap], None]) -> None:
    """Reads, changes, checks and replaces the file in one step; nobody ever sees half of it."""
    path = folder / NAME
    yaml = _yaml()
    with _writing:
        load_catalog(folder)  # a broken one is named before anything is touched
        with opening(path):
            before = path.read_bytes() if path.exists() else _HEADER.encode()
        content = yaml.load(before) or CommentedMap()
        entries = _entries(content, before)
        change(entries)
        try:
            _replace(path, yaml, content, before)
        except OSError as error:
            raise InputError(
                f"{path}: cannot be written ({error.strerror or type(error).__name__}); make the folder writable."
            ) from error


def _yaml() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = _LINE_WIDTH
    yaml.allow_unicode = True
    return yaml


def _entries(content: CommentedMap, before: bytes) -> CommentedMap:
    """The entries by document id, ready to take new ones; `content` is empty where the file holds comments only."""
    if not content and before.strip():
        content.yaml_set_start_comment(_comment(before))
    entries = content.get(_ROOT)
    if not isinstance(entries, CommentedMap):
        entries = content[_ROOT] = CommentedMap()
    if not entries:
        entries.fa.set_block_style()  # "{}" would take its first entry along on the same line
    return entries


def _comment(before: bytes) -> str:
    """A file's comments as ruamel takes them, without their marks."""
    lines = (line.strip() for line in before.decode("utf-8").splitlines())
    return "\n".join(line.lstrip("#").removeprefix(" ") for line in lines if line.startswith("#"))


def _key(entries: CommentedMap, document_id: str) -> Any:
    """The key of a document as the file spells it: decomposed, or a number."""
    return next((key for key in entries if nfc(str(key)) == document_id), document_id)


def _scalar(value: Any) -> Any:
    """Text in quotes, so that a date or a number stays text; a mapping on one line."""
    if isinstance(value, str):
        return DoubleQuotedScalarString(value)
    if isinstance(value, Mapping):
        flow = CommentedMap(value)
        flow.fa.set_flow_style()
        return flow
    return value


def _replace(path: Path, yaml: YAML, content: CommentedMap, before: bytes) -> None:
    """Writes the file beside the old one, has it checked as every ingest would, and puts it in its place."""
    with TemporaryDirectory(prefix=".catalog-", dir=path.parent) as scratch:
        part = Path(scratch) / NAME
        try:
            with part.open("wb") as file:
                yaml.dump(content, file)
                file.flush()
                os.fsync(file.fileno())
            load_catalog(part.parent)
        except InputError as error:
            raise InputError(str(error).replace(str(part), str(path))) from error
        except YAMLError as error:
            raise InputError(f"{path}: the correction cannot be written as YAML ({error}); change its text.") from error
        if path.exists():
            if path.read_bytes() != before:
                raise InputError(f"{path}: was changed by somebody else meanwhile; send the correction again.")
            part.chmod(path.stat().st_mode & 0o777)
        part.replace(path)
