"""Pages drawn as pictures, each once: the PDF that is shown for a document, at one width that is sharp when zoomed too."""

import subprocess
import sys
from pathlib import Path
from signal import Signals

import streamlit as st

from index.errors import InputError
from index.files import FileStore
from ui import drawing

WIDTH = 1400
"""Pixels across a page: twice what the page view has on a wide screen, so that it is sharp when zoomed."""
MIME = "image/webp"
SECONDS = 30
"""A page that takes longer is given up."""
_KEPT = 128
"""Pictures in memory at once, some 250 KB each."""
_PROGRAM = (sys.executable, "-I", drawing.__file__)


def page_image(files: FileStore, shown: str, number: int, width: int = WIDTH) -> bytes:
    """Page `number` (from 1) of the kept PDF `shown` as a picture of type `MIME`, about `width` pixels wide.

    Raises StorageError where the file is gone and InputError where it cannot be drawn.
    """
    return _kept(shown, number, width, files.path(shown))


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _kept(name: str, number: int, width: int, _path: Path) -> bytes:
    """The picture, by the file's name, which is its content; `_path` is no part of the key."""
    assert name == _path.name
    return draw_page(_path, number, width)


def draw_page(path: Path, number: int, width: int = WIDTH) -> bytes:
    """Draws a page of a PDF in a process of its own; see `page_image`. Raises InputError where that is not possible."""
    call = [*_PROGRAM, str(path.absolute()), str(number), str(width)]
    try:
        done = subprocess.run(call, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, env={}, check=False)
    except subprocess.TimeoutExpired as error:
        raise _fault(path, number, f"it takes longer than {SECONDS} seconds") from error
    if done.returncode:
        raise _fault(path, number, _reason(done))
    return done.stdout


def _reason(done: subprocess.CompletedProcess[bytes]) -> str:
    """Why there is no picture: what the program said of the file, or how it ended."""
    if done.returncode < 0:
        return f"drawing it ended with {Signals(-done.returncode).name}"
    said = done.stderr.decode(errors="replace").strip().splitlines()
    return said[-1] if said else f"exit code {done.returncode}"


def _fault(path: Path, number: int, reason: str) -> InputError:
    return InputError(f"{path}: page {number} cannot be drawn ({reason}); take the document in again.")
