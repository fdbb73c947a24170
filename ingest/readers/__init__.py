"""Readers: one kind of file a module. Each turns a file into lines with the place they stand in.

To add a kind, write a module with a `read(path, job) -> Reading` and name its suffixes in `READERS`.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from index.errors import InputError
from ingest.readers import text
from ingest.reading import Job, Reading, opening

Reader = Callable[[Path, Job], Reading]
READERS: Mapping[str, Reader] = {".txt": text.read, ".md": text.read}


def read(path: Path, job: Job) -> Reading:
    """The lines of one file, by the reader of its suffix.

    Raises InputError with the file's name and the remedy when there is no reader or the file cannot be used.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        kinds = ", ".join(sorted(READERS))
        raise InputError(f"{path}: files of this kind are not read yet (known: {kinds}); convert it to one of them.")
    with opening(path):
        return reader(path, job)
