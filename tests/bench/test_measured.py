"""What a command costs, with all that it starts."""

import sys
from pathlib import Path

import pytest

from bench.measured import measure

_CHILD = "x = bytearray(120_000_000); import time; time.sleep(1.5)"
_PARENT = f"import subprocess, sys; print('said'); sys.exit(subprocess.run([sys.executable, '-c', {_CHILD!r}]).returncode + 3)"


def test_time_memory_and_output_of_a_command_and_its_child(tmp_path: Path) -> None:
    measured = measure([sys.executable, "-c", _PARENT], tmp_path / "said.txt")
    assert measured.code == 3 and measured.said == "said\n"
    assert measured.seconds > 1.5
    assert measured.worker > 120 > measured.parent
    assert measured.tree >= measured.worker + measured.parent / 2


def test_the_cores_that_a_command_kept_busy(tmp_path: Path) -> None:
    idle = measure([sys.executable, "-c", "import time; time.sleep(1)"], tmp_path / "said.txt")
    assert idle.cores == pytest.approx(idle.cpu / idle.seconds) and idle.cores < 0.9
