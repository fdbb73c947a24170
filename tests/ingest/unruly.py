"""A reader for tests, to be called in a worker: what it does with a file stands in the file's name."""

import errno
import gc
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pebble.pool.channel import WorkerChannel

from index.document import Edition
from index.settings import Settings
from ingest import faults
from ingest.reading import OnPage
from ingest.sources import Source
from ingest.worker import read_source

SLEEPER = "import time; time.sleep(3600)"
REFUSALS = {"space": errno.ENOSPC, "quota": errno.EDQUOT, "device": errno.EIO, "handles": errno.EMFILE}
"""What the system refuses while a file of such a name is read."""


def read(source: Source, stated: Mapping[str, Any], settings: Settings, on_page: OnPage) -> Edition:
    name = source.path.stem
    if name.startswith("hang"):
        time.sleep(3600)
    if name.startswith("crash"):
        os.abort()
    if name.startswith("eat"):
        faults._left = lambda: 1e12
        bytearray(1_000_000_000)
    if name.startswith("stumble"):
        raise KeyError("no such font")
    if name.startswith("command"):
        # In a session of its own, with a child of its own, as a converter's script starts its program.
        script = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {SLEEPER!r}, sys.argv[1]]).wait()"
        subprocess.run([sys.executable, "-c", script, str(source.path)], start_new_session=True, check=False)
    if name.startswith("torch"):
        assert "torch" not in sys.modules and "chromadb" not in sys.modules
    if name.startswith("pages"):
        for page in range(1, 4):
            on_page(page, 3)
    _fail_by_machine(name)
    _break_workers(source.path)
    return read_source(source, stated, settings, on_page)


def _fail_by_machine(name: str) -> None:
    if name in REFUSALS:
        raise OSError(REFUSALS[name], os.strerror(REFUSALS[name]))
    if name.startswith("starved"):
        faults._left = lambda: 1e6
        raise MemoryError
    if name.startswith("homeless"):
        shutil.rmtree(tempfile.gettempdir())


def _break_workers(path: Path) -> None:
    """Ends the process, or the whole pool while "beside" is read as well; each file knows how often it was begun."""
    name = path.stem
    times = _tries(path) + 1
    path.with_suffix(".tries").write_text(str(times))
    if name.startswith("killed") or (name.startswith("struck") and times == 1):
        os.kill(os.getpid(), signal.SIGKILL)
    if name.startswith("lone"):
        os.kill(os.getpid(), signal.SIGKILL) if times == 1 else time.sleep(3600)
    if name.startswith("break"):
        _await_tries(path.with_stem("beside"), 1)
        channel = next(one for one in gc.get_objects() if isinstance(one, WorkerChannel))
        channel.writer.send_bytes(b"cos\nno_such_thing\n.")  # nobody can unpickle that
        time.sleep(3600)
    if name.startswith("beside"):
        if times == 1:
            time.sleep(3600)
        _await_tries(path.with_stem("break"), 2)


def _tries(path: Path) -> int:
    try:
        return int(path.with_suffix(".tries").read_text() or 0)
    except FileNotFoundError:
        return 0


def _await_tries(path: Path, n: int) -> None:
    while _tries(path) < n:
        time.sleep(0.02)


def never_settle(*_: object) -> None:
    """What a worker does first, on a machine where none can start."""
    raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))
