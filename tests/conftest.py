"""Fixtures of all tests: no settings of the person who runs them, the corpus indexed once by the real command, an assistant over it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from answer.assistant import Assistant
from index.settings import PREFIX, PROJECT, Settings

# Read when torch is first imported, here and in every command the tests run. Without it, threads that wait for their next
# piece of work keep a core busy, and several processes on few cores slow each other down twenty times and more.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

TODAY = date(2025, 6, 30)
"""The day that decides, in tests, whether a plan's period is over."""


@pytest.fixture(scope="session", autouse=True)
def _settings_of_nobody() -> Iterator[None]:
    """Tests see the product's defaults; where the samples lie is no setting of the product and stays."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [n for n in os.environ if n.startswith(PREFIX) and n != f"{PREFIX}SAMPLES"]:
            patch.delenv(name)
        yield


@pytest.fixture(autouse=True)
def _main_module_of_its_own() -> Iterator[None]:
    """Streamlit's tester leaves the page it ran as `__main__`, which processes started later would try to import."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that `python -m ingest` filled with the whole corpus, by the real model. To change it, copy it."""
    data = tmp_path_factory.mktemp("indexed") / "data"
    command = [sys.executable, "-m", "ingest", "--data", str(data)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return data


@pytest.fixture(scope="session")
def assistant(indexed: Path) -> Iterator[Assistant]:
    """One assistant over the whole corpus, which takes it to be 30 June 2025."""
    opened = Assistant.open(Settings(data=indexed), TODAY)
    yield opened
    opened.library.close()
