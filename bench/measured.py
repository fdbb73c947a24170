"""A command run to its end: how long it took, how busy it kept the cores, and how much memory it and its processes held."""

import contextlib
import os
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from index.settings import PROJECT

_PAUSE = 0.2  # seconds between two looks at the processes


@dataclass(frozen=True, slots=True)
class Measured:
    """`seconds` by the clock and `cpu` of all processes together; memory in MB at its highest.

    `parent` is the command's own, `worker` that of the largest process it started itself, `tree` that of all at one time;
    pages that processes share count in each.
    """

    seconds: float
    cpu: float
    parent: float
    worker: float
    tree: float
    code: int
    said: str

    @property
    def cores(self) -> float:
        """How many cores were busy, on average."""
        return self.cpu / self.seconds


def measure(command: Sequence[str], said: Path) -> Measured:
    """Runs a command in the project; what it writes goes to the file `said`."""
    with said.open("wb") as output:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=PROJECT, stdout=output, stderr=subprocess.STDOUT)
        memory = _Memory(process.pid)
        memory.start()
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        memory.done.set()
        memory.join()
    return Measured(
        seconds,
        used.ru_utime + used.ru_stime,
        memory.parent / 1e6,
        memory.worker / 1e6,
        memory.tree / 1e6,
        process.returncode,
        said.read_text(encoding="utf-8"),
    )


class _Memory(threading.Thread):
    """Looks at a process and its descendants until `done`; what is highest stays, in bytes."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.done = threading.Event()
        self.parent = self.worker = self.tree = 0
        self._process = psutil.Process(process)

    def run(self) -> None:
        while not self.done.wait(_PAUSE):
            with contextlib.suppress(psutil.Error):
                self._look()

    def _look(self) -> None:
        parent = self._process.memory_info().rss
        total = parent
        for child in self._process.children(recursive=True):
            with contextlib.suppress(psutil.Error):
                held = child.memory_info().rss
                total += held
                if child.ppid() == self._process.pid:
                    self.worker = max(self.worker, held)
        self.parent, self.tree = max(self.parent, parent), max(self.tree, total)
