"""Reads one file and says what became of it: here and now, or in a process of its own that the pool has started."""

import contextlib
import ctypes
import os
import pickle
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.document import Edition
from index.errors import InputError
from index.settings import Settings
from ingest.edition import make_edition
from ingest.faults import machine_fault, wants_memory
from ingest.lasting import is_lasting
from ingest.reading import OnPage, ignore_pages
from ingest.sources import Source, lying, refuse_wrong_suffix
from ingest.strays import VARIABLE, mark

PROGRESS = "progress"
"""The pipe in the run's scratch folder into which workers write of their pages."""
_DEATH_OF_PARENT = 1  # PR_SET_PDEATHSIG

SourceReader = Callable[[Source, Mapping[str, Any], Settings, OnPage], Edition]


@dataclass(frozen=True, slots=True)
class Read:
    """What became of one file: its edition, or why there is none. `seconds` is what reading it took.

    `lasting` says that the reason is the file itself, `by_machine` that it is a fault of the machine.
    """

    number: int
    edition: Edition | None
    detail: str = ""
    seconds: float = 0.0
    lasting: bool = False
    by_machine: bool = False


def read_source(
    source: Source, stated: Mapping[str, Any], settings: Settings, on_page: OnPage = ignore_pages
) -> Edition:
    """The edition of a source, here and now. Raises InputError naming it."""
    with lying(source, settings) as path:
        refuse_wrong_suffix(path, source.shown)
        try:
            return make_edition(path, stated, settings, on_page, source.file)
        except InputError as error:
            # A member's reader knows only where it was unpacked to.
            raise InputError(str(error).replace(str(path), source.shown)) from error


def read_here(
    number: int,
    source: Source,
    stated: Mapping[str, Any],
    settings: Settings,
    on_page: OnPage = ignore_pages,
    read: SourceReader = read_source,
) -> Read:
    """Reads a source in this process: for small files of a kind that needs no worker, and within one."""
    started = time.monotonic()
    try:
        edition = read(source, stated, settings, on_page)
    except Exception as error:  # noqa: BLE001 - whatever a reader stumbles over is its file's outcome
        return failed(number, source, error, settings, time.monotonic() - started)
    return Read(number, edition, seconds=time.monotonic() - started)


def failed(number: int, source: Source, error: BaseException, settings: Settings, seconds: float) -> Read:
    """What became of a file over which an error was raised: whose fault it is, and what to do."""
    fault = machine_fault(error, source.path, settings)
    if fault is not None:
        return Read(number, None, f"{source.shown}: {fault}", seconds, by_machine=True)
    if wants_memory(error):
        return Read(number, None, f"{source.shown}: {_too_much(settings)}", seconds)
    if isinstance(error, InputError):
        return Read(number, None, str(error), seconds, is_lasting(error))
    return Read(number, None, stumbled(source, error), seconds)


def stumbled(source: Source, error: BaseException) -> str:
    """The words for an error that no reader was meant to raise."""
    said = str(error).splitlines()[0][:200] if str(error) else ""
    return f"{source.shown}: the reader cannot cope with this file ({type(error).__name__}: {said}); save it again where it was written."


def _too_much(settings: Settings) -> str:
    return f"needs more than {settings.worker_mb} MB of memory (ASSISTANT_WORKER_MB); split the file or raise it."


_run = ""
_scratch = Path()
_notes = -1


def settle(run: str, scratch: str, parent: int, megabytes: int) -> None:
    """What a worker does first: it dies with its parent, keeps to its memory, and puts all it writes into the run's scratch."""
    global _run, _scratch, _notes
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DEATH_OF_PARENT, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)
    resource.setrlimit(resource.RLIMIT_DATA, (megabytes * 1_000_000,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _run, _scratch = run, Path(scratch)
    _notes = os.open(_scratch / PROGRESS, os.O_WRONLY | os.O_NONBLOCK)
    tempfile.tempdir = scratch
    os.environ["TMPDIR"] = scratch


def work(read: SourceReader, number: int, source: Source, stated: Mapping[str, Any], settings: Settings) -> Path:
    """Reads a source in a worker; where the `Read` was written. A pipe would hold up the others."""
    os.environ[VARIABLE] = mark(_run, number)
    _note(number, 0, 0)
    done = read_here(number, source, stated, settings, lambda page, pages: _note(number, page, pages), read)
    result = _scratch / f"{number}.edition"
    with result.open("wb") as file:
        pickle.dump(done, file, pickle.HIGHEST_PROTOCOL)
    return result


def _note(number: int, page: int, pages: int) -> None:
    """Tells the parent of a page; where it does not listen just now, that is left out."""
    with contextlib.suppress(BlockingIOError):
        os.write(_notes, f"{number} {page} {pages}\n".encode())
