"""Files on their way into the folder of documents: which names are taken, what each is to the library, how it is put there."""

import hashlib
import os
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol
from uuid import uuid4

from index.errors import InputError
from index.library import Library
from index.settings import Settings
from ingest.archive import SUFFIXES as ARCHIVES
from ingest.catalog import NAME as CATALOG
from ingest.edition import document_id
from ingest.names import is_passed_over
from ingest.readers import READERS
from ingest.sources import find_files
from ui.documents.folder import archive_of
from vietnamese.text import nfc

SUFFIXES = tuple(sorted({*READERS, *ARCHIVES}))
"""Kinds of file that are taken."""
LONGEST = 180
"""Bytes of a name in UTF-8: most file systems hold 255, and copies get a few more."""

Refusal = Literal[
    "name_path", "name_hidden", "name_control", "name_catalog", "name_long", "kind", "empty", "large", "twice", "packed"
]
"""Why a file is not taken: a path in its name; a name that is passed over; characters that cannot be seen; the catalogue's name; too long;
not a kind that is read; nothing in it; too large; another of the same name came along; the document is in an
archive of the folder."""
Arrival = Literal["new", "same", "edition", "other_kind"]
"""New; already there, byte for byte; a new edition of a document; the same as a file of another kind."""


class Upload(Protocol):
    """A file as the page receives it."""

    @property
    def name(self) -> str: ...
    @property
    def size(self) -> int: ...
    def getvalue(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Incoming:
    """One file: what it would be, or why it is refused; `replaces` are the files of the folder that it takes the place of."""

    name: str
    upload: Upload
    arrival: Arrival = "new"
    refusal: Refusal | None = None
    replaces: tuple[Path, ...] = ()

    @property
    def document_id(self) -> str:
        """The document that the file is an edition of."""
        return document_id(Path(self.name))

    @property
    def needs_consent(self) -> bool:
        """Whether something that is there would be replaced."""
        return self.refusal is None and self.arrival in ("edition", "other_kind")

    @property
    def to_write(self) -> bool:
        """Whether the file is to be put into the folder."""
        return self.refusal is None and self.arrival != "same"


def check_name(name: str) -> Refusal | None:
    """What is wrong with a file's name, if anything. Names come from other people's machines and are not trusted."""
    if "/" in name or "\\" in name or name in ("", ".", ".."):
        return "name_path"
    if any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in name):
        return "name_control"
    if is_passed_over([name]) or name != name.strip() or not Path(name).stem.strip(" ."):
        return "name_hidden"
    if name.lower() == CATALOG:
        return "name_catalog"
    if len(name.encode()) > LONGEST:
        return "name_long"
    return None if Path(name).suffix.lower() in SUFFIXES else "kind"


def plan(settings: Settings, library: Library | None, uploads: Sequence[Upload]) -> list[Incoming]:
    """What each file would be to the library, in the order they came."""
    held: dict[str, list[Path]] = {}
    for path in find_files([settings.corpus]):
        held.setdefault(_key(path), []).append(path)
    seen: set[str] = set()
    planned: list[Incoming] = []
    for upload in uploads:
        incoming = _plan_one(settings, library, upload, held, seen)
        if incoming.refusal is None:
            seen.add(_key(Path(incoming.name)))
        planned.append(incoming)
    return planned


def _key(path: Path) -> str:
    """What a file takes the place of: the edition of its document, or the archive of its name."""
    return nfc(path.name) if path.suffix.lower() in ARCHIVES else document_id(path)


def _plan_one(
    settings: Settings, library: Library | None, upload: Upload, held: Mapping[str, Sequence[Path]], seen: set[str]
) -> Incoming:
    name = nfc(upload.name)
    key = _key(Path(name))
    refusal = check_name(name)
    if refusal is None and upload.size == 0:
        refusal = "empty"
    if refusal is None and upload.size > settings.max_file_mb * 1_000_000:
        refusal = "large"
    if refusal is None and key in seen:
        refusal = "twice"
    there = tuple(held.get(key, ()))
    if refusal is None and not there and archive_of(library, key) is not None:
        refusal = "packed"
    if refusal:
        return Incoming(name, upload, refusal=refusal)
    if not there:
        return Incoming(name, upload)
    if len(there) == 1 and nfc(there[0].name) == name and _is_same(there[0], upload):
        return Incoming(name, upload, "same", replaces=there)
    same_kind = all(path.suffix.lower() == Path(name).suffix.lower() for path in there)
    return Incoming(name, upload, "edition" if same_kind else "other_kind", replaces=there)


def _is_same(path: Path, upload: Upload) -> bool:
    if path.stat().st_size != upload.size:
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest() == hashlib.sha256(upload.getvalue()).digest()


def take_in(settings: Settings, incoming: Incoming) -> Path:
    """Puts a file into the folder in one step, in the place of those that it replaces; where it lies then.

    Raises InputError where the folder cannot be written; what was there is then as it was.
    """
    first = incoming.replaces[0].parent if incoming.replaces else settings.corpus
    path = put(first, incoming.name, incoming.upload.getvalue())
    remove([old for old in incoming.replaces if old != path])
    return path


def put(folder: Path, name: str, content: bytes) -> Path:
    """Writes a file so that it is there whole or not at all. A name spelt decomposed on the disk is replaced as such."""
    if check_name(name) is not None:
        raise InputError(f"{name!r}: cannot be the name of a document; rename the file.")
    target = next((p for p in folder.glob("*") if nfc(p.name) == nfc(name)), folder / nfc(name))
    part = folder / f".{uuid4().hex}"  # hidden, so that no ingest takes it for a document
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        raise InputError(
            f"{target}: cannot be written ({error.strerror or type(error).__name__}); "
            "free some space or make the folder writable."
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return target


def remove(paths: Sequence[Path]) -> None:
    """Takes files out of the folder; one that is gone already is no fault."""
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise InputError(
                f"{path}: cannot be removed ({error.strerror or type(error).__name__}); make the folder writable."
            ) from error
