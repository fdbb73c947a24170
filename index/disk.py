"""What must be on the disk before the record names it."""

import os
from pathlib import Path


def force(path: Path) -> None:
    """Forces a file, or a folder's entries, onto the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
