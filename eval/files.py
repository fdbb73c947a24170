"""Files that are whole or not there: written beside their place and put into it in one step."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from index.disk import write_file
from index.errors import SettingError


def folder(path: Path) -> Path:
    """The folder, made where it is missing; SettingError where it cannot be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingError(
            f"{path} cannot be made ({error.strerror}). Give --out a folder that can be written."
        ) from error
    return path


def write_text(path: Path, text: str) -> None:
    """The file with this text, UTF-8; a process killed on the way leaves the old file or the new one."""
    write_file(path, text.encode("utf-8"))


def publish(place: Path, texts: Mapping[str, str], last: str) -> None:
    """Several files of one folder that belong together, by name. `last` is taken away first and written last.

    So a folder that has the file `last` has all the others too, and of the same run.
    """
    (place / last).unlink(missing_ok=True)
    for name in sorted(texts, key=lambda name: name == last):
        write_text(place / name, texts[name])


def digest(path: Path) -> str:
    """SHA-256 of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
