"""Reads files in worker processes, each file within its time and memory; one that ends its worker harms no other file."""

import contextlib
import os
import pickle
import signal
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

from index.settings import Settings
from ingest.faults import machine_fault, named
from ingest.sources import Source
from ingest.strays import end_marked, mark, start_guard
from ingest.worker import PROGRESS, Read, SourceReader, failed, read_source, settle, work

_AHEAD = 2  # files given to each worker in advance
_FILES_PER_WORKER = 100  # then a fresh one: libraries for PDF and images lose some memory with each file
_PAUSES = (0.5, 2.0)
"""Seconds before the pools that follow ones which broke before any file was begun; after as many again it is the machine."""
_MEMORY = "end other programs, or lower ASSISTANT_WORKERS or ASSISTANT_WORKER_MB"

PageOf = Callable[[int, int, int], None]
"""Told of a file's number, the page that is done (0: it was begun) and of how many."""


@dataclass(frozen=True, slots=True)
class _Task:
    """A file to read; `alone` while no other is, since the workers broke down over it and others."""

    number: int
    source: Source
    stated: Mapping[str, Any]
    alone: bool = False


class ReadingPool:
    """The workers of one run. Nothing starts before the first `submit`; all has ended, commands too, after the `with` block.

    Where the workers break down, the files that were being read are read once more, each alone: only one that breaks them
    then has failed. `read` is what a worker calls, a function of some module; None is `read_source`.
    """

    def __init__(self, settings: Settings, on_page: PageOf, read: SourceReader | None = None) -> None:
        self._read = read or read_source
        self._settings = settings
        self._on_page = on_page
        self._workers = settings.workers or _cores()
        self._run = uuid4().hex
        self._waiting: deque[_Task] = deque()
        self._suspects: deque[_Task] = deque()
        self._given: dict[Future[Any], _Task] = {}
        self._refused: list[Read] = []  # files that no worker could be given
        self._began: dict[int, float] = {}
        self._pool: Any = None
        self._error: BaseException | None = None  # why nothing more can be given to this pool
        self._barren = 0
        self._not_before = 0.0  # when the next pool may start
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
        try:
            if self._scratch is None:
                self._prepare()
        except OSError as error:
            self._refused.append(failed(number, source, error, self._settings, 0.0))
            return
        self._waiting.append(_Task(number, source, stated))
        self.pump()

    @property
    def busy(self) -> bool:
        """Whether any file is still to be read or to be collected."""
        return bool(self._waiting or self._suspects or self._given or self._refused)

    def pump(self) -> None:
        """Passes on what the workers say of their pages, and gives them more to do. Cheap; call it now and then."""
        self._hear()
        while self._may_give() and (task := self._next()) is not None:
            arguments = [self._read, task.number, task.source, task.stated, self._settings]
            try:
                future = self._started().schedule(work, arguments, timeout=self._settings.file_seconds)
            except (RuntimeError, OSError) as error:  # it broke down since, or could not be started
                (self._suspects if task.alone else self._waiting).appendleft(task)
                self._error = error
            else:
                self._given[future] = task

    def _may_give(self) -> bool:
        return self._error is None and time.monotonic() >= self._not_before

    def _next(self) -> _Task | None:
        """The file to give next. Suspects come last, one at a time and while nothing else is read."""
        if any(task.alone for task in self._given.values()):
            return None
        if self._waiting:
            return self._waiting.popleft() if len(self._given) < self._workers * (1 + _AHEAD) else None
        return self._suspects.popleft() if self._suspects and not self._given else None

    def finished(self, seconds: float) -> Iterator[Read]:
        """The files that are read, after waiting `seconds` at most for the first of them."""
        refused, self._refused = self._refused, []
        yield from refused
        if self._error is None and not refused:
            self._await(seconds)
        self._hear()
        yield from self._collected()
        if self._is_broken():
            yield from self._mend()
        self.pump()

    def _await(self, seconds: float) -> None:
        """Waits for the first file to be done, or for the time when the next pool may start."""
        if self._given:
            wait(list(self._given), seconds, FIRST_COMPLETED)
        else:
            time.sleep(max(0.0, min(seconds, self._not_before - time.monotonic())))

    def _collected(self) -> Iterator[Read]:
        """The files that the workers are done with. That the workers have broken down is noted and not a file's outcome."""
        for future in [f for f in self._given if f.done()]:
            error = future.exception()
            if isinstance(error, BrokenExecutor):
                self._error = error
            else:
                yield from self._done(self._given.pop(future), future, error)

    def _prepare(self) -> None:
        """Makes the scratch folder, its guard and the pipe; all of it goes again where one of them cannot be made."""
        with contextlib.ExitStack() as stack:
            folder = tempfile.TemporaryDirectory(prefix="ingest-", ignore_cleanup_errors=True)
            scratch = Path(stack.enter_context(folder))
            guard = start_guard(self._run, scratch)
            stack.callback(guard.wait)
            stack.callback(_close, guard.stdin)
            os.mkfifo(scratch / PROGRESS)
            notes = os.open(scratch / PROGRESS, os.O_RDWR | os.O_NONBLOCK)
            stack.callback(os.close, notes)
            self._stack, self._notes, self._scratch = stack.pop_all(), notes, scratch

    def _started(self) -> Any:
        if self._pool is None:
            from pebble import ProcessPool  # an ingest of a few texts need not wait for it

            arguments = [self._run, str(self._scratch), os.getpid(), self._settings.worker_mb]
            self._pool = ProcessPool(self._workers, _FILES_PER_WORKER, settle, arguments, get_context("spawn"))
        return self._pool

    def _stop(self) -> None:
        if self._pool is not None:
            self._pool.stop()
            self._pool.join()
            self._pool = None

    def _is_broken(self) -> bool:
        """Whether the workers have broken down. Their pool may say so before it gives its files back, or never give them."""
        return self._error is not None or (self._pool is not None and not self._pool.active)

    def _mend(self) -> list[Read]:
        """Sees to the files of a pool that broke down: it is not known over which of them.

        Those that were read are given out. Those that were begun are to be read alone. One that was alone has failed, by itself
        or by the machine; the others wait for the next pool.
        """
        error, self._error = self._error or BrokenExecutor("the processes that read have ended"), None
        self._stop()
        self._hear()
        done = [future for future in self._given if future.done() and future.exception() is None]
        reads = [read for future in done for read in self._done(self._given.pop(future), future, None)]
        tasks = list(self._given.values())
        self._given.clear()
        begun = {task.number for task in tasks if task.number in self._began}
        self._barren = 0 if begun or done else self._barren + 1
        for task in reversed(tasks):
            seconds = self._ended(task)
            if task.alone and begun:
                reads.append(self._failed_alone(task, error, seconds))
            elif task.number in begun:
                self._suspects.appendleft(replace(task, alone=True))
            else:
                (self._suspects if task.alone else self._waiting).appendleft(task)
        return reads + self._after_barren(error)

    def _failed_alone(self, task: _Task, error: BaseException, seconds: float) -> Read:
        """What became of a file over which, or beside which, the workers broke down while no other was read."""
        fault = machine_fault(error, task.source.path, self._settings)
        if fault is not None:
            return Read(task.number, None, f"{task.source.shown}: {fault}", seconds, by_machine=True)
        return Read(task.number, None, self._broke(task.source), seconds)

    def _after_barren(self, error: BaseException) -> list[Read]:
        """Puts the next pool off where the last one came to nothing; refuses all that is left after too many of them."""
        if self._barren > len(_PAUSES):
            return self._give_up(error)
        if self._barren:
            self._not_before = time.monotonic() + _PAUSES[self._barren - 1]
        return []

    def _give_up(self, error: BaseException) -> list[Read]:
        """Refuses all that is left: this machine cannot start processes now."""
        self._barren = 0
        reads = []
        for task in [*self._waiting, *self._suspects]:
            read = failed(task.number, task.source, error, self._settings, 0.0)
            fault = f"{task.source.shown}: {named('no process can be started to read it', _MEMORY)}"
            reads.append(read if read.by_machine else replace(read, detail=fault, by_machine=True))
        self._waiting.clear()
        self._suspects.clear()
        return reads

    def _done(self, task: _Task, future: "Future[Any]", error: BaseException | None) -> Iterator[Read]:
        """What became of a file; nothing where it is to be read once more, alone."""
        self._barren = 0
        if error is None:
            seconds = self._began.pop(task.number, None)
            yield self._fetched(task, future.result(), seconds)
        elif getattr(error, "exitcode", None) == -signal.SIGKILL and not task.alone:
            # The system takes the memory of whom it likes, not of the one that wanted too much.
            self._ended(task)
            self._suspects.append(replace(task, alone=True))
        else:
            yield self._failed(task, error, self._ended(task))

    def _fetched(self, task: _Task, result: Path, began: float | None) -> Read:
        """What a worker has written."""
        try:
            with result.open("rb") as file:
                read: Read = pickle.load(file)
            result.unlink()
        except OSError as error:
            seconds = 0.0 if began is None else time.monotonic() - began
            return failed(task.number, task.source, error, self._settings, seconds)
        return read

    def _ended(self, task: _Task) -> float:
        """Ends what reading a file has left running; how many seconds it was read."""
        end_marked(mark(self._run, task.number))
        now = time.monotonic()
        return now - self._began.pop(task.number, now)

    def _failed(self, task: _Task, error: BaseException, seconds: float) -> Read:
        settings, shown, code = self._settings, task.source.shown, getattr(error, "exitcode", None)
        if isinstance(error, TimeoutError):
            detail = f"not read within {settings.file_seconds} s (ASSISTANT_FILE_SECONDS); split the file or raise it."
        elif code == -signal.SIGKILL:
            fault = named("the system ended the process that read it, as it does for want of memory", _MEMORY)
            return Read(task.number, None, f"{shown}: {fault}", seconds, by_machine=True)
        elif code is not None:
            return Read(task.number, None, self._broke(task.source, code), seconds)
        else:
            return failed(task.number, task.source, error, settings, seconds)
        return Read(task.number, None, f"{shown}: {detail}", seconds)

    def _broke(self, source: Source, code: int | None = None) -> str:
        how = "" if code is None else f" (code {code})"
        return (
            f"{source.shown}: reading it ended its process{how}: it is damaged, or needs more than "
            f"{self._settings.worker_mb} MB of memory (ASSISTANT_WORKER_MB); save it again where it was written, or raise the limit."
        )

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


def _close(stream: Any) -> None:
    stream.close()


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
