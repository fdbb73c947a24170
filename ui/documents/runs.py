"""Runs of `python -m ingest` beside the page: one at a time, in a process of their own, with their state on disk.

What a run does is seen by every session and survives a reload, and a restart of the server too. A run goes on as long as any
of its processes holds the locks that it was started with; its events are the lines that it writes itself.
"""

import fcntl
import json
import logging
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import IO, Literal
from uuid import uuid4

from index.console import STOPPED
from index.settings import PREFIX, PROJECT, Settings
from ui.documents.progress import Progress, read_progress

FOLDER = "jobs"
INGEST = (sys.executable, "-m", "ingest")
Kind = Literal["ingest", "withdraw", "restore"]

_KEPT = 10
_GRACE_SECONDS = 3.0
_TRIES, _PAUSE_SECONDS = 3, 0.01
_LOCK, _OWN_LOCK, _QUEUE = "running.lock", "run.lock", "queue"
_ABOUT, _EVENTS, _ERRORS, _EXIT, _STOPPED = "about.json", "events.jsonl", "errors.txt", "exit", "stopped"
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Command:
    """What a run does: make the index equal to the folder, or take the document `target` out of answers or back."""

    kind: Kind
    target: str = ""

    @property
    def arguments(self) -> list[str]:
        """The command's arguments, those of its events aside."""
        return [] if self.kind == "ingest" else [f"--{self.kind}={self.target}"]


State = Literal["running", "done", "partly", "failed", "stopped"]
"""Going on; done; done but for files that failed; ended with an error; ended by hand or from outside."""


@dataclass(frozen=True, slots=True)
class RunState:
    """The last run: `error` is what it said on its way out, `started` in seconds since 1970."""

    id: str
    command: Command
    started: float
    state: State
    progress: Progress
    error: str = ""

    @property
    def running(self) -> bool:
        """Whether it goes on."""
        return self.state == "running"


class Runs:
    """The runs over one data folder; `program` is the ingest."""

    def __init__(self, settings: Settings, program: Sequence[str] = INGEST) -> None:
        self._settings = settings
        self._program = program
        self._folder = settings.data / FOLDER

    def ask(self, command: Command) -> bool:
        """Starts a run, or lets it wait for the one that goes on; whether it was started. OSError where it cannot be."""
        queue = self._folder / _QUEUE
        queue.mkdir(parents=True, exist_ok=True)
        if command not in [c for _, c in self._waiting()]:
            part = self._folder / f".{uuid4().hex}"
            part.write_text(json.dumps([command.kind, command.target]), encoding="utf-8")
            part.replace(queue / f"{time.time_ns():020d}.json")
        return self.advance()

    def advance(self) -> bool:
        """Starts what waited longest, where nothing runs; whether it did."""
        if not self._waiting():
            return False
        with ExitStack() as opened:
            lock = opened.enter_context((self._folder / _LOCK).open("a"))
            if not _locked(lock, fcntl.LOCK_EX):
                return False
            waiting = self._waiting()  # again: another session may have taken it
            if not waiting:
                return False
            path, command = waiting[0]
            path.unlink()
            folder = self._made_folder()
            own = opened.enter_context((folder / _OWN_LOCK).open("a"))
            fcntl.flock(own, fcntl.LOCK_EX)
            process = self._start(command, folder, lock, own)
            opened.pop_all()  # the thread gives the locks back, once the exit code is kept
        Thread(target=self._see_off, args=(process, folder, lock, own), daemon=True, name="ingest-run").start()
        return True

    def waiting(self) -> list[Command]:
        """What waits for the run that goes on."""
        return [command for _, command in self._waiting()]

    def _waiting(self) -> list[tuple[Path, Command]]:
        found: list[tuple[Path, Command]] = []
        for path in sorted((self._folder / _QUEUE).glob("*.json")):
            try:
                kind, target = json.loads(path.read_text(encoding="utf-8"))
            except FileNotFoundError:
                continue  # started meanwhile
            found.append((path, Command(kind, target)))
        return found

    def last(self) -> RunState | None:
        """The run that goes on, else the last one; None before the first."""
        folders = self._folders()
        return self._state(folders[-1]) if folders else None

    def last_reading(self) -> RunState | None:
        """The last run over the folder's files."""
        states = (self._state(folder) for folder in reversed(self._folders()))
        return next((state for state in states if state.command.kind == "ingest"), None)

    def stop(self) -> None:
        """Ends the run that goes on, with all its processes, and forgets what waits. The index stays as it was before."""
        if not self._is_running():
            return
        for path, _ in self._waiting():
            path.unlink(missing_ok=True)
        folder = self._going_on()
        if folder is None:
            return
        (folder / _STOPPED).touch()
        group = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))["process"]
        for number in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(group, number)
            except ProcessLookupError:
                return
            deadline = time.monotonic() + _GRACE_SECONDS
            while self._is_running():
                if time.monotonic() > deadline:
                    break
                time.sleep(0.05)
            else:
                return

    def _going_on(self) -> Path | None:
        """The folder of the run that goes on, waited for where another session is just starting it; None where it ended."""
        deadline = time.monotonic() + _GRACE_SECONDS
        while self._is_running() and time.monotonic() < deadline:
            for folder in reversed(self._folders()):
                if _is_held(folder / _OWN_LOCK):
                    return folder
            time.sleep(0.05)
        return None

    def _made_folder(self) -> Path:
        """A folder for a new run; the oldest ones go."""
        for folder in self._folders()[: -_KEPT + 1]:
            shutil.rmtree(folder)
        folder = self._folder / f"{time.time_ns():020d}"
        folder.mkdir()
        return folder

    def _start(self, command: Command, folder: Path, lock: IO[str], own: IO[str]) -> subprocess.Popen[bytes]:
        """Starts a run, which holds both locks from then on: the one of all runs and its own."""
        call = [*self._program, *command.arguments]
        if command.kind == "ingest":
            call += ["--events", str(folder / _EVENTS)]
        with (folder / _ERRORS).open("wb") as errors:
            process = subprocess.Popen(
                call,
                env=_environment(self._settings),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                pass_fds=[lock.fileno(), own.fileno()],
                start_new_session=True,
            )
        about = {
            "kind": command.kind,
            "target": command.target,
            "started": time.time(),
            "process": process.pid,
        }
        part = folder / f".{_ABOUT}"
        try:
            part.write_text(json.dumps(about), encoding="utf-8")
            part.replace(folder / _ABOUT)
        except OSError:  # nobody could see or stop it
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            raise
        return process

    def _see_off(self, process: subprocess.Popen[bytes], folder: Path, lock: IO[str], own: IO[str]) -> None:
        """Waits for a run's end, keeps its exit code and starts what waited for it."""
        code = process.wait()
        try:
            with lock, own:
                (folder / _EXIT).write_text(str(code), encoding="utf-8")
            while self._is_running():  # a straggler of the run still holds the lock
                time.sleep(0.1)
            self.advance()
        except OSError:
            logger.exception("The run after %s was not started", folder.name)

    def _folders(self) -> list[Path]:
        return sorted(path.parent for path in self._folder.glob(f"*/{_ABOUT}"))

    def _is_running(self) -> bool:
        return _is_held(self._folder / _LOCK)

    def _state(self, folder: Path) -> RunState:
        running = _is_held(folder / _OWN_LOCK)  # before its files are read: they may grow
        about = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
        progress = read_progress(folder / _EVENTS)
        code = progress.exit if progress.exit is not None else _number(folder / _EXIT)
        error = progress.error or _said(folder / _ERRORS)
        told_to = (folder / _STOPPED).exists() or progress.error == "stopped"
        state: State
        if running:
            state = "running"
        elif code == 0:
            state = "done"
        elif code == 1 and progress.exit == 1 and not progress.error:
            state = "partly"
        elif told_to or code is None or code < 0 or code == STOPPED:
            state = "stopped"
        else:
            state = "failed"
        command = Command(about["kind"], about["target"])
        return RunState(folder.name, command, about["started"], state, progress, error if state == "failed" else "")


def _is_held(path: Path) -> bool:
    """Whether somebody holds the lock."""
    if not path.exists():
        return False
    with path.open("a") as lock:
        return not _locked(lock, fcntl.LOCK_SH)


def _locked(lock: IO[str], kind: int) -> bool:
    """Takes the lock where it is free; it is given back when the last process that has the file open has closed it.

    Another session that looks whether a run goes on has it for an instant: hence more than one try.
    """
    for _ in range(_TRIES):
        try:
            fcntl.flock(lock, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(_PAUSE_SECONDS)
        else:
            return True
    return False


def _environment(settings: Settings) -> dict[str, str]:
    """The page's own settings for the process, whatever folder it is started in."""
    values = {
        **settings.model_dump(mode="json"),
        "data": settings.data.absolute(),
        "corpus": settings.corpus.absolute(),
    }
    named = {PREFIX + name.upper(): str(value) for name, value in values.items() if value is not None}
    others = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    path = os.pathsep.join(filter(None, (str(PROJECT), os.environ.get("PYTHONPATH"))))
    return {**others, **named, "PYTHONPATH": path}


def _number(path: Path) -> int | None:
    """An exit code that was kept; None where nobody was there to keep it."""
    return int(path.read_text(encoding="utf-8") or "-1") if path.exists() else None


def _said(path: Path) -> str:
    """The last words of a run on standard error: what a command says of an error in one line."""
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n") if path.exists() else []
    return next((line.removeprefix("ingest: ") for line in reversed(lines) if line.strip()), "")
