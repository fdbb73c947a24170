"""Fixtures of the index: one real model a session, a Chroma server on loopback, and a data folder for each test."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from standin import standin_model

from index.document import Edition
from index.embedding import EmbeddingModel, load_embedding
from index.library import Library, Publisher
from index.settings import PROJECT, Settings

BUILDER = "builder-1"


@pytest.fixture(scope="session")
def real_model() -> EmbeddingModel:
    return load_embedding(Settings())


@pytest.fixture(scope="session")
def model() -> EmbeddingModel:
    return standin_model()


@pytest.fixture(scope="session")
def chroma_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Chroma server of its own."""
    folder = tmp_path_factory.mktemp("chroma-server")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(Path(sys.executable).parent / "chroma"), "run", "--path", str(folder), "--port", str(port)]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen([*command, "--host", "127.0.0.1"], stdout=log, stderr=log)
    try:
        _await(f"http://127.0.0.1:{port}/api/v2/heartbeat", process, folder / "log")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


def _await(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        assert process.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError(f"the Chroma server does not answer: {log.read_text()}")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data")


@pytest.fixture(params=["embedded", "server"])
def any_settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Chroma embedded, and Chroma as a server."""
    address = request.getfixturevalue("chroma_server") if request.param == "server" else None
    return Settings(data=tmp_path / "data", chroma=address)


@pytest.fixture
def publish(model: EmbeddingModel) -> Callable[..., None]:
    """Publishes editions, and removes, withdraws or restores documents by id, in one step."""

    def run(
        settings: Settings,
        *editions: Edition,
        remove: str = "",
        withdraw: str = "",
        restore: str = "",
        rebuild: bool = False,
    ) -> None:
        with Publisher(settings, BUILDER, model_loader=lambda: model, rebuild=rebuild) as publisher:
            for edition in editions:
                publisher.add(edition)
            for document_id in remove.split():
                publisher.remove(document_id)
            for document_id in withdraw.split():
                publisher.withdraw(document_id)
            for document_id in restore.split():
                publisher.restore(document_id)
            publisher.publish()

    return run


@pytest.fixture
def opened(model: EmbeddingModel) -> Iterator[Callable[[Settings], Library]]:
    """Opens libraries and closes them after the test."""
    libraries: list[Library] = []

    def run(settings: Settings) -> Library:
        libraries.append(Library.open(settings, model))
        return libraries[-1]

    yield run
    for library in libraries:
        library.close()


@pytest.fixture
def worker() -> Callable[..., "subprocess.Popen[str]"]:
    """Starts tests/index/publish_worker.py in another process."""

    def run(*arguments: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, str(Path(__file__).parent / "publish_worker.py"), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(PROJECT)},
        )

    return run
