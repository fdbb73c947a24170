"""A language model that really writes, one for all tests of a run."""

import os
from collections.abc import Iterator

import pytest
from llama_server import LlamaServer


@pytest.fixture(autouse=True)
def _nobodys_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No key, address, proxy or tracing of the person who runs the tests."""
    of_others = ("OPENAI_", "LANGSMITH_", "LANGCHAIN_", "OLLAMA_")
    for name in list(os.environ):
        if name.startswith(of_others) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def llama() -> Iterator[LlamaServer]:
    """A small language model on this machine; a test that kills it starts it again."""
    with LlamaServer() as server:
        yield server
