"""The files behind the editions: each as it came, and the PDF whose pages are shown. Named by content, so none is kept twice."""

import hashlib
import shutil
from collections.abc import Collection
from pathlib import Path
from uuid import uuid4

from index.disk import force
from index.errors import StorageError
from index.settings import Settings

FOLDER = "files"


class FileStore:
    """The folder of kept files. Several processes may add at once; only the holder of the writer's lock may `collect`."""

    def __init__(self, settings: Settings) -> None:
        self._folder = settings.data / FOLDER

    def keep(self, path: Path) -> str:
        """Copies a file into the store, in one step; its name there. OSError where either cannot be used."""
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        name = digest + path.suffix.lower()
        target = self._folder / name
        if not target.is_file():
            self._folder.mkdir(parents=True, exist_ok=True)
            part = self._folder / f".{uuid4().hex}"
            try:
                shutil.copyfile(path, part)
                force(part)
                part.replace(target)
                force(self._folder)
            finally:
                part.unlink(missing_ok=True)
        return name

    def holds(self, name: str) -> bool:
        """Whether a file of this name is kept."""
        return (self._folder / name).is_file()

    def path(self, name: str) -> Path:
        """Where a kept file lies; StorageError where it is gone."""
        path = self._folder / name
        if Path(name).name != name or not path.is_file():
            raise StorageError(
                f"{path} is missing from the index. Run `python -m ingest --rebuild`, which stores it again where the document "
                "is still among its files."
            )
        return path

    def collect(self, keep: Collection[str]) -> int:
        """Deletes what is not in `keep`, leftovers of killed writers too; how many."""
        stale = [file for file in self._folder.glob("*") if file.name not in keep]
        stale += [file for file in self._folder.glob(".*") if file.is_file()]
        for file in set(stale):
            file.unlink(missing_ok=True)
        return len(set(stale))
