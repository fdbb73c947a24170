"""A small index made by the real command, copies of it to spoil, and a disk that fills up."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from running import run, succeeded
from samples import BEFORE, write_corpus
from state import State, searched

from index.embedding import EmbeddingModel, load_embedding
from index.settings import Settings
from tests.copying import copied


@pytest.fixture(scope="session")
def real_model() -> EmbeddingModel:
    return load_embedding(Settings())


@pytest.fixture(scope="session")
def small_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that `python -m ingest` filled with the small corpus. To change it, copy it."""
    folder = tmp_path_factory.mktemp("small")
    settings = {"ASSISTANT_CORPUS": str(write_corpus(folder / "corpus", BEFORE))}
    succeeded(run("ingest", "--data", folder / "data", settings=settings))
    return folder / "data"


@pytest.fixture(scope="session")
def small_state(small_index: Path, real_model: EmbeddingModel) -> State:
    """What the small index holds."""
    return searched(small_index, real_model)


@pytest.fixture
def data(small_index: Path, tmp_path: Path) -> Path:
    """A copy of the small index, for one test."""
    return copied(small_index, tmp_path / "data")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 8 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)]
    done = subprocess.run(mount, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"mounting a file system is not permitted here: {done.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)
