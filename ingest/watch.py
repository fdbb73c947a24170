"""Tells when a folder has changed, and which of its files are still being written."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ingest.catalog import NAME as CATALOG
from ingest.sources import find_files

Stamp = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds."""


@dataclass(frozen=True, slots=True)
class Change:
    """That something is to be done. `leave` are the files whose documents stay as they are: unchanged or still growing."""

    leave: frozenset[Path]
    stamps: Mapping[Path, Stamp]


class Watch:
    """Compares a folder with what it was at the look before, and with what was last taken up."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._before: Mapping[Path, Stamp] = {}
        self._taken: Mapping[Path, Stamp] = {}

    def look(self) -> Change | None:
        """What is new since `take`, without files that were not the same at the look before; None where nothing is."""
        now = _stamps(self._folder)
        settled = {path: stamp for path, stamp in now.items() if self._before.get(path) == stamp}
        self._before = now
        changed = {path for path, stamp in settled.items() if self._taken.get(path) != stamp}
        changed |= self._taken.keys() - now.keys()
        if not changed:
            return None
        growing = now.keys() - settled.keys()
        told = any(path.name == CATALOG for path in changed)  # a catalogue speaks of files that are the same
        leave = growing if told else now.keys() - changed
        kept = {path: stamp for path, stamp in self._taken.items() if path in growing}
        return Change(frozenset(leave), {**kept, **settled})

    def take(self, change: Change) -> None:
        """Notes that a change was taken up."""
        self._taken = change.stamps


def _stamps(folder: Path) -> dict[Path, Stamp]:
    stamps = {}
    for path in [*find_files([folder]), *folder.rglob(CATALOG)]:
        try:
            status = path.stat()
        except OSError:
            continue  # gone since, or a link that leads nowhere
        stamps[path] = (status.st_size, status.st_mtime_ns)
    return stamps
