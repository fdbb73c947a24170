"""What must be on the disk before something else happens, and files that are whole or not there."""

import os
from pathlib import Path

from index.errors import StorageError


def force(path: Path) -> None:
    """Forces a file, or a folder's entries, onto the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_file(path: Path, data: bytes) -> None:
    """The file with this content, put into its place in one step; StorageError, which names it, where it cannot be.

    A process killed on the way leaves the old file or the new one.
    """
    try:
        if (
            path.exists() and not path.is_file()
        ):  # a pipe is written to as it is; of a folder the system says what it is
            path.write_bytes(data)
            return
        beside = path.with_name(f".{path.name}.new")
        try:
            beside.write_bytes(data)
            force(beside)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError(f"{path} cannot be written ({error.strerror}). Free space or name another place.") from error
