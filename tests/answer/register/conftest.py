"""Fixtures of the tests of lists: an assistant over made-up plans that `tests.answer.register.made` writes."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from answer.assistant import Assistant
from index.library import Library
from index.settings import Settings
from tests.answer.register.made import published

TODAY = date(2025, 6, 30)


@pytest.fixture(scope="session")
def made_library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Two plans of two provinces and a draft, read and published."""
    library = published(tmp_path_factory.mktemp("lists"))
    yield library
    library.close()


@pytest.fixture(scope="session")
def made(made_library: Library) -> Assistant:
    """The assistant over them, which takes it to be 30 June 2025."""
    return Assistant(made_library, TODAY)


@pytest.fixture
def data(tmp_path: Path) -> Settings:
    """A data folder of one test."""
    return Settings(data=tmp_path / "data", corpus=tmp_path / "corpus")
