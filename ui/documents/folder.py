"""The folder of documents against the index: which of its files are new, changed or gone. The folder is the truth."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import streamlit as st

from index.errors import InputError
from index.library import Library
from index.settings import Settings
from ingest.archive import SUFFIXES as ARCHIVES
from ingest.catalog import catalog_folder, load_catalog
from ingest.edition import document_id
from ingest.passages import BUILDER_VERSION
from ingest.sources import Hashing, Refusal, Source, find_files, gather

_HASHES_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class FolderState:
    """Names of files by document id, as `new` or `changed`; ids that are `gone` from the folder; what an ingest refuses.

    `outdated` says that an earlier version of the program made the passages: a run makes them anew.
    """

    new: Mapping[str, str] = field(default_factory=dict)
    changed: Mapping[str, str] = field(default_factory=dict)
    gone: tuple[str, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    outdated: bool = False

    @property
    def differs(self) -> bool:
        """Whether a run would have anything to do, or to say."""
        return bool(self.new or self.changed or self.gone or self.refusals or self.outdated)


def files_of(folder: Path, document: str) -> list[Path]:
    """The files of a folder that are editions of a document: those of its name, whatever their suffix. No archives."""
    return [
        path for path in find_files([folder]) if document_id(path) == document and path.suffix.lower() not in ARCHIVES
    ]


def archive_of(library: Library | None, document: str) -> str | None:
    """The name of the archive that a document came in; None where it came as a file of its own, or is not held."""
    held = library.all_documents().get(document) if library else None
    return held.file.split("/")[0] if held and "/" in held.file else None


def compare(settings: Settings, library: Library | None) -> FolderState:
    """Looks at every file's name, size and time, and at the content of those that were not looked at before.

    A file of the same content under another name counts as changed. Raises InputError where a catalogue is broken.
    """
    manifest: Mapping[str, Any] = library.manifest if library else {"documents": {}, "builder_version": BUILDER_VERSION}
    known: Mapping[str, str] = manifest["documents"]
    files = {name: document.file for name, document in library.all_documents().items()} if library else {}
    gathered = gather(find_files([settings.corpus]), settings)
    new, changed = dict[str, str](), dict[str, str]()
    for source, hashed in _hashes(gathered.sources, known, settings):
        name = source.document_id
        if name not in known:
            new[name] = _shown(source, settings)
        elif hashed != known[name] or files.get(name) != source.file:
            changed[name] = _shown(source, settings)
    present = {source.document_id for source in gathered.sources} | gathered.refused
    absent = [n for n in known if n not in present] if gathered.whole else []
    gone = tuple(n for n in absent if archive_of(library, n) not in gathered.unread)
    return FolderState(new, changed, gone, gathered.refusals, manifest["builder_version"] != BUILDER_VERSION)


def _hashes(
    sources: Sequence[Source], known: Collection[str], settings: Settings
) -> Iterator[tuple[Source, str | None]]:
    """Sources, each with the hash that the index would know it by; None where it is not known anyway, or cannot be read."""
    catalogs: dict[Path, Mapping[str, Mapping[str, Any]]] = {}
    with Hashing(settings) as hashing:
        for source in sources:
            folder = catalog_folder(settings.corpus, source.path)
            if folder not in catalogs:
                catalogs[folder] = load_catalog(folder)
            name = source.document_id
            yield source, _hash(source, catalogs[folder].get(name, {}), hashing) if name in known else None


def _shown(source: Source, settings: Settings) -> str:
    where = source.path.relative_to(settings.corpus)
    return f"{where}/{source.member.name}" if source.member else str(where)


def _hash(source: Source, stated: Mapping[str, Any], hashing: Hashing) -> str | None:
    """What the index would know the source by; None where it cannot be read, which the ingest will say."""
    try:
        about = source.path.stat()
        stamp = (about.st_mtime_ns, about.st_size, source.member.place if source.member else None)
        return _kept_hash(str(source.path), stamp, json.dumps(stated, default=str), source, stated, hashing)
    except (OSError, InputError):
        return None


@st.cache_data(max_entries=_HASHES_KEPT, show_spinner=False)
def _kept_hash(
    path: str,
    stamp: tuple[int | None, ...],
    words: str,
    _source: Source,
    _stated: Mapping[str, Any],
    _hashing: Hashing,
) -> str:
    """By the file's name and its time, size and place in an archive, and by what is stated of it in `words`."""
    del path, stamp, words  # the key
    return _hashing.hash(_source, _stated)
