"""Runs made by the real scorer, to be read only."""

from pathlib import Path

import pytest
from made_runs import write_runs


@pytest.fixture(scope="session")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the runs, to be read only."""
    return write_runs(tmp_path_factory.mktemp("evaluation"))
