"""Readers: one kind of file a module. Each turns a file into lines with the place they stand in.

To add a kind, write a module with a `read(path, job) -> Reading` and name its suffixes in `READERS`. A reader is imported
when its first file comes: together they take longer to import than a run in which nothing has changed.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from index.errors import InputError
from ingest.reading import Job, Reading, opening

Reader = Callable[[Path, Job], Reading]


def _later(module: str, name: str = "read") -> Reader:
    """A reader that is imported at its first call."""

    def call(path: Path, job: Job) -> Reading:
        reader: Reader = getattr(import_module(f"{__name__}.{module}"), name)
        return reader(path, job)

    return call


READERS: Mapping[str, Reader] = {
    **dict.fromkeys((".txt", ".md"), _later("text")),
    ".pdf": _later("pdf"),
    **dict.fromkeys((".docx", ".docm"), _later("docx")),
    **dict.fromkeys((".doc", ".odt", ".rtf"), _later("office")),
    **dict.fromkeys((".html", ".htm"), _later("html")),
    **dict.fromkeys((".xlsx", ".xlsm", ".xls", ".ods"), _later("sheet", "read_workbook")),
    ".csv": _later("sheet", "read_csv"),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp"), _later("image")),
}


def read(path: Path, job: Job) -> Reading:
    """The lines of one file, by the reader of its suffix.

    Raises InputError with the file's name and the remedy when there is no reader or the file cannot be used.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        kinds = ", ".join(sorted(READERS))
        raise InputError(f"{path}: files of this kind are not read yet (known: {kinds}); convert it to one of them.")
    with opening(path):
        if not path.stat().st_size:
            raise InputError(f"{path}: the file is empty; replace it or remove it.")
        return reader(path, job)
