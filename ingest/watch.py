"""Tells when a folder has changed, and which of its files are still being written."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from index.settings import Settings
from ingest.catalog import NAME as CATALOG
from ingest.sources import find_files, gather

Stamp = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds."""
_NEVER: Stamp = (-1, -1)  # of a file that is still to be taken up: that it has gone is a change as well


@dataclass(frozen=True, slots=True)
class Change:
    """That something is to be done. `leave` are the files whose documents stay as they are: unchanged or still growing.

    `held` maps a document's id to the file, or archive, that it is read from: of several with one stem, the first.
    """

    leave: frozenset[Path]
    stamps: Mapping[Path, Stamp]
    held: Mapping[str, Path]


class Watch:
    """Compares the corpus folder with what it was at the look before, and with what was last taken up."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._before: Mapping[Path, Stamp] = {}
        self._taken: Mapping[Path, Stamp] = {}
        self._held: Mapping[str, Path] = {}

    def look(self) -> Change | None:
        """What is new since `take`, without files that were not the same at the look before; None where nothing is."""
        now = _stamps(self._settings.corpus)
        settled = {path: stamp for path, stamp in now.items() if self._before.get(path) == stamp}
        self._before = now
        changed = {path for path, stamp in settled.items() if self._taken.get(path) != stamp}
        changed |= self._taken.keys() - now.keys()
        if not changed:
            return None
        growing = now.keys() - settled.keys()
        held = _held(now, self._settings)
        # A file that was refused beside another of its stem has a turn once that one has gone.
        in_turn = {path for name, path in held.items() if self._held.get(name) != path}
        told = any(path.name == CATALOG for path in changed)  # a catalogue speaks of files that are the same
        leave = growing if told else (now.keys() - changed - in_turn) | growing
        kept = {path: self._taken.get(path, _NEVER) for path in growing}
        return Change(frozenset(leave), {**kept, **settled}, held)

    def take(self, change: Change) -> None:
        """Notes that a change was taken up."""
        self._taken = change.stamps
        self._held = change.held

    def make_due(self, files: Collection[Path]) -> None:
        """Makes the next look find some files new, though they are as they were taken up."""
        self._taken = {**self._taken, **dict.fromkeys(self._taken.keys() & files, _NEVER)}


def _held(paths: Iterable[Path], settings: Settings) -> dict[str, Path]:
    sources = gather([path for path in paths if path.name != CATALOG], settings).sources
    return {source.document_id: source.path for source in sources}


def _stamps(folder: Path) -> dict[Path, Stamp]:
    stamps = {}
    for path in [*find_files([folder]), *folder.rglob(CATALOG)]:
        try:
            status = path.stat()
        except OSError:
            continue  # gone since, or a link that leads nowhere
        stamps[path] = (status.st_size, status.st_mtime_ns)
    return stamps
