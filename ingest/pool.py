"""Reads files in worker processes, each file within its time and memory; one that ends its worker harms no other file."""

import contextlib
import ctypes
import os
import pickle
import resource
import signal
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

from index.document import Edition
from index.errors import InputError
from index.settings import Settings
from ingest.edition import make_edition
from ingest.lasting import is_lasting
from ingest.reading import OnPage, ignore_pages
from ingest.sources import Source, lying, refuse_wrong_suffix
from ingest.strays import VARIABLE, end_marked, mark, start_guard

_AHEAD = 2  # files given to each worker in advance
_FILES_PER_WORKER = 100  # then a fresh one: libraries for PDF and images lose some memory with each file
_ATTEMPTS = 2
_PROGRESS = "progress"
_DEATH_OF_PARENT = 1  # PR_SET_PDEATHSIG

PageOf = Callable[[int, int, int], None]
"""Told of a file's number, the page that is done (0: it was begun) and of how many."""
SourceReader = Callable[[Source, Mapping[str, Any], Settings, OnPage], Edition]


@dataclass(frozen=True, slots=True)
class Read:
    """What became of one file: its edition, or why there is none. `seconds` is what reading it took.

    `lasting` says that the reason is the file itself.
    """

    number: int
    edition: Edition | None
    detail: str
    seconds: float
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class _Task:
    number: int
    source: Source
    stated: Mapping[str, Any]
    attempts: int = 1


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


def read_here(number: int, source: Source, stated: Mapping[str, Any], settings: Settings) -> Read:
    """Reads a source in this process: for small files of a kind that needs no worker."""
    started = time.monotonic()
    try:
        edition = read_source(source, stated, settings)
    except InputError as error:
        return Read(number, None, str(error), time.monotonic() - started, is_lasting(error))
    except Exception as error:  # noqa: BLE001 - whatever a reader stumbles over is its file's outcome, as in a worker
        return Read(number, None, _stumbled(source, error), time.monotonic() - started)
    return Read(number, edition, "", time.monotonic() - started)


class ReadingPool:
    """The workers of one run. Nothing starts before the first `submit`; all has ended, commands too, after the `with` block.

    `read` is what a worker calls, a function of some module; None is `read_source`.
    """

    def __init__(self, settings: Settings, on_page: PageOf, read: SourceReader | None = None) -> None:
        self._read = read or read_source
        self._settings = settings
        self._on_page = on_page
        self._workers = settings.workers or _cores()
        self._run = uuid4().hex
        self._waiting: deque[_Task] = deque()
        self._given: dict[Future[Any], _Task] = {}
        self._began: dict[int, float] = {}
        self._pool: Any = None
        self._stack = contextlib.ExitStack()
        self._scratch: Path | None = None
        self._notes = -1
        self._rest = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()
        self._stack.close()

    def submit(self, number: int, source: Source, stated: Mapping[str, Any]) -> None:
        """Gives a source to the workers; `number` is the caller's."""
        if self._scratch is None:
            self._prepare()
        self._waiting.append(_Task(number, source, stated))
        self.pump()

    @property
    def busy(self) -> bool:
        """Whether any file is still to be read or to be collected."""
        return bool(self._waiting or self._given)

    def pump(self) -> None:
        """Passes on what the workers say of their pages, and gives them more to do. Cheap; call it now and then."""
        self._hear()
        while self._waiting and len(self._given) < self._workers * (1 + _AHEAD):
            task = self._waiting.popleft()
            arguments = [self._read, task.number, task.source, task.stated, self._settings]
            self._given[self._started().schedule(_work, arguments, timeout=self._settings.file_seconds)] = task

    def finished(self, seconds: float) -> Iterator[Read]:
        """The files that are read, after waiting `seconds` at most for the first of them."""
        wait(list(self._given), seconds, FIRST_COMPLETED)
        self._hear()
        for future in [f for f in self._given if f.done()]:
            task = self._given.pop(future)
            read = self._outcome(task, future)
            if read is not None:
                self._began.pop(task.number, None)
                yield read
        self.pump()

    def _prepare(self) -> None:
        folder = tempfile.TemporaryDirectory(prefix="ingest-", ignore_cleanup_errors=True)
        self._scratch = Path(self._stack.enter_context(folder))
        guard = start_guard(self._run, self._scratch)
        self._stack.callback(guard.wait)
        self._stack.callback(_close, guard.stdin)
        os.mkfifo(self._scratch / _PROGRESS)
        self._notes = os.open(self._scratch / _PROGRESS, os.O_RDWR | os.O_NONBLOCK)
        self._stack.callback(os.close, self._notes)

    def _started(self) -> Any:
        if self._pool is None:
            from pebble import ProcessPool  # an ingest of a few texts need not wait for it

            arguments = [self._run, str(self._scratch), os.getpid(), self._settings.worker_mb]
            self._pool = ProcessPool(self._workers, _FILES_PER_WORKER, _settle, arguments, get_context("spawn"))
        return self._pool

    def _stop(self) -> None:
        if self._pool is not None:
            self._pool.stop()
            self._pool.join()
            self._pool = None

    def _outcome(self, task: _Task, future: "Future[Any]") -> Read | None:
        """What became of a file; None where it is tried once more, since not it but the pool failed."""
        error = future.exception()
        if isinstance(error, BrokenExecutor) and not _is_own_end(error) and task.attempts < _ATTEMPTS:
            self._stop()
            end_marked(mark(self._run, task.number))
            self._waiting.append(_Task(task.number, task.source, task.stated, task.attempts + 1))
            return None
        seconds = time.monotonic() - self._began.get(task.number, time.monotonic())
        if error is None:
            result, seconds = future.result()
            with result.open("rb") as file:
                edition, detail, lasting = pickle.load(file)
            result.unlink()
            return Read(task.number, edition, detail, seconds, lasting)
        end_marked(mark(self._run, task.number))
        return Read(task.number, None, self._failure(task.source, error), seconds)

    def _failure(self, source: Source, error: BaseException) -> str:
        settings = self._settings
        if isinstance(error, TimeoutError):
            return f"{source.shown}: not read within {settings.file_seconds} s (ASSISTANT_FILE_SECONDS); split the file or raise it."
        if isinstance(error, MemoryError):
            return f"{source.shown}: needs more than {settings.worker_mb} MB of memory (ASSISTANT_WORKER_MB); split the file or raise it."
        if _is_own_end(error):
            return (
                f"{source.shown}: reading it ended its process (code {getattr(error, 'exitcode', None)}): it is damaged, or needs more "
                f"than {settings.worker_mb} MB of memory (ASSISTANT_WORKER_MB); save it again where it was written, or raise the limit."
            )
        return _stumbled(source, error)

    def _hear(self) -> None:
        if self._notes < 0:
            return
        with contextlib.suppress(BlockingIOError):
            while part := os.read(self._notes, 65536):
                self._rest += part
        *notes, self._rest = self._rest.split(b"\n")
        for note in notes:
            number, page, pages = map(int, note.split())
            self._began.setdefault(number, time.monotonic())
            self._on_page(number, page, pages)


def _stumbled(source: Source, error: BaseException) -> str:
    said = str(error).splitlines()[0][:200] if str(error) else ""
    return f"{source.shown}: the reader cannot cope with this file ({type(error).__name__}: {said}); save it again where it was written."


def _is_own_end(error: BaseException) -> bool:
    from pebble import ProcessExpired

    return isinstance(error, ProcessExpired)


def _close(stream: Any) -> None:
    stream.close()


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_run = ""
_scratch = Path()
_notes = -1


def _settle(run: str, scratch: str, parent: int, megabytes: int) -> None:
    """What a worker does first: it dies with its parent, keeps to its memory, and puts all it writes into the run's scratch."""
    global _run, _scratch, _notes
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DEATH_OF_PARENT, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)
    resource.setrlimit(resource.RLIMIT_DATA, (megabytes * 1_000_000,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _run, _scratch = run, Path(scratch)
    _notes = os.open(_scratch / _PROGRESS, os.O_WRONLY | os.O_NONBLOCK)
    tempfile.tempdir = scratch
    os.environ["TMPDIR"] = scratch


def _work(
    read: SourceReader, number: int, source: Source, stated: Mapping[str, Any], settings: Settings
) -> tuple[Path, float]:
    """Reads a source in a worker; where the edition, or why there is none, was written. A pipe would hold up the others."""
    os.environ[VARIABLE] = mark(_run, number)
    started = time.monotonic()
    _note(number, 0, 0)
    edition, detail, lasting = None, "", False
    try:
        edition = read(source, stated, settings, lambda page, pages: _note(number, page, pages))
    except InputError as error:
        detail, lasting = str(error), is_lasting(error)
    result = _scratch / f"{number}.edition"
    with result.open("wb") as file:
        pickle.dump((edition, detail, lasting), file, pickle.HIGHEST_PROTOCOL)
    return result, time.monotonic() - started


def _note(number: int, page: int, pages: int) -> None:
    """Tells the parent of a page; where it does not listen just now, that is left out."""
    with contextlib.suppress(BlockingIOError):
        os.write(_notes, f"{number} {page} {pages}\n".encode())
