"""Ends the commands that a killed reader left running. Run as a program, it waits for the end of its parent to do so.

Readers start commands that start others, in sessions of their own, so neither a process group nor the death of a parent
reaches all of them. What reaches all is the environment that they inherit: it names the run and the file.
"""

import contextlib
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

VARIABLE = "INGEST_FILE"
PROFILE = "profile"
"""The folder that LibreOffice keeps its settings in while it converts a file."""
_PROCESSES = Path("/proc")  # where there is none, nothing is found
_ROUNDS = 50  # one that was starting another may be missed once
_PAUSE = 0.02  # seconds


def mark(run: str, number: int | None = None) -> str:
    """The value of `VARIABLE` for a run's file; without a number, what the values of all its files begin with."""
    return f"{run}-" if number is None else f"{run}-{number};"


def end_marked(value: str) -> int:
    """Kills every process whose environment, as it was started, has a `VARIABLE` that begins so; how many."""
    ended: set[int] = set()
    for _ in range(_ROUNDS):
        found = set(_marked(f"{VARIABLE}={value}".encode()))
        for process in found:
            _kill(process)
        ended |= found
        if not found:
            break
        time.sleep(_PAUSE)
    return len(ended)


def start_guard(run: str, scratch: Path) -> "subprocess.Popen[bytes]":
    """Starts a process that, once its input ends, ends the run's commands and deletes its scratch folder and their sockets.

    Its input ends when the caller closes it, or dies, however that comes about.
    """
    command = [sys.executable, "-I", "-S", __file__, run, str(scratch)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)


def pipe_of(profile: Path) -> Path:
    """The socket that LibreOffice opens while it runs with a profile: always in /tmp, whatever its environment says."""
    digest = hashlib.md5(profile.as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
    return Path(f"/tmp/OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{''.join(f'{byte:x}' for byte in digest)}")


def _marked(setting: bytes) -> list[int]:
    found = []
    for folder in _PROCESSES.glob("[0-9]*"):
        try:
            environment = b"\0" + (folder / "environ").read_bytes()
            state = (folder / "stat").read_bytes().rpartition(b")")[2].split()[:1]
        except OSError:
            continue  # it has ended, or is another user's
        if b"\0" + setting in environment and state != [b"Z"] and int(folder.name) != os.getpid():
            found.append(int(folder.name))
    return found


def _kill(process: int) -> None:
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return  # it has ended by itself


def _guard(run: str, scratch: str) -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    sys.stdin.buffer.read()
    end_marked(mark(run))
    with contextlib.suppress(OSError):
        for profile in Path(scratch).rglob(PROFILE):
            pipe_of(profile).unlink(missing_ok=True)
    shutil.rmtree(scratch, ignore_errors=True)


if __name__ == "__main__":
    _guard(*sys.argv[1:])
