"""An ingest of one state over another, killed somewhere on its way."""

import os
import random
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from running import command, environment

from index.settings import PROJECT

_EMBEDDED = "embedding passages: "


@dataclass(frozen=True, slots=True)
class Duration:
    """Seconds of one whole run, and of its last part, after everything is embedded."""

    whole: float
    writing: float


def start(corpus: Path, data: Path) -> "subprocess.Popen[str]":
    """`python -m ingest` as the leader of its own group."""
    return subprocess.Popen(
        command("ingest", "--data", data),
        cwd=PROJECT,
        env=environment({"ASSISTANT_CORPUS": str(corpus)}),
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def measure(corpus: Path, data: Path) -> Duration:
    """How long the run takes when nothing stops it."""
    begun = time.monotonic()
    process = start(corpus, data)
    await_writing(process)
    embedded = time.monotonic()
    _, rest = process.communicate()
    ended = time.monotonic()
    assert process.returncode == 0, rest
    return Duration(ended - begun, ended - embedded)


def kill_somewhere(corpus: Path, data: Path, duration: Duration, seed: int, share: float) -> bool:
    """Runs and kills; whether the run was still going. Every other seed kills within the last part.

    `share`, between 0 and 1, is where the moment lies; the seed moves it a little.
    """
    place = min(1.0, max(0.0, share + random.Random(seed).uniform(-0.1, 0.1)))
    process = start(corpus, data)
    if seed % 2:
        await_writing(process)
        time.sleep(place * duration.writing)
    else:
        time.sleep(place * duration.whole)
    going = process.poll() is None
    if going:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    return going


def await_writing(process: "subprocess.Popen[str]") -> None:
    """Reads on until all passages are embedded, or the run ends."""
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith(_EMBEDDED):
            done, of, total = line.removeprefix(_EMBEDDED).split()
            if of == "of" and done == total:
                return
