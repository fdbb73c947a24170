"""The folders of lexical indexes, one a publication: written whole, then only read."""

import shutil
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from index.disk import force
from index.errors import InputError
from index.lexical import LexicalIndex
from index.memory import give_back
from index.record.editions import StoredEdition
from index.settings import Settings
from vietnamese.text import index_tokens

FOLDER = "lexical"


class LexicalFolders:
    """The lexical indexes of the data folder, by name. Only the holder of the writer's lock may `write` and `collect`."""

    def __init__(self, settings: Settings) -> None:
        self._folder = settings.data / FOLDER

    def load(self, name: str) -> LexicalIndex:
        """Opens one; FileNotFoundError where it is gone, StorageError where it is damaged."""
        return LexicalIndex.load(self._folder / name)

    def write(self, name: str, editions: Iterable[StoredEdition], withdrawn: Collection[str]) -> int:
        """Writes the index of the editions that are not withdrawn, one edition at a time; how many passages it has.

        InputError where two documents, withdrawn ones too, have passages of one id.
        """
        seen: set[str] = set()
        ids: list[str] = []

        def tokens() -> Iterator[list[str]]:
            for edition in editions:
                own = [passage.id for passage in edition.passages]
                twice = sorted(seen.intersection(own))
                if twice:
                    raise InputError(f"Two documents have passages of one id: {', '.join(twice[:3])}.")
                seen.update(own)
                if edition.document.id not in withdrawn:
                    ids.extend(own)
                    yield from (index_tokens(passage.searchable) for passage in edition.passages)

        folder = self._folder / name
        LexicalIndex.build(ids, tokens()).save(folder)
        give_back()
        _force_all(folder)
        return len(ids)

    def collect(self, keep: Collection[str]) -> None:
        """Deletes what is not in `keep`, leftovers of killed writers too. OSError where that fails."""
        for folder in self._folder.glob("*"):
            if folder.name not in keep:
                shutil.rmtree(folder)


def _force_all(folder: Path) -> None:
    """The pointer must not get onto the disk before what it points at."""
    for path in [*folder.iterdir(), folder]:
        force(path)
