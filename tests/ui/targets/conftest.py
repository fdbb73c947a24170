"""A small library of plans with targets, and what the page makes of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from target_plans import PLANS, publish

from index.library import Library
from index.settings import PROJECT, Settings
from obligations.register import Register
from ui.targets.board import Board, board_of
from ui.targets.drawn import Drawing, contradicted_ids
from ui.words import Words


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a library of two plans, to be read only."""
    folder = tmp_path_factory.mktemp("targets")
    return publish(Settings(data=folder / "data"), PLANS, folder / "plans")


@pytest.fixture(scope="module")
def library(home: Settings) -> Iterator[Library]:
    library = Library.open(home)
    yield library
    library.close()


@pytest.fixture(scope="module")
def board(library: Library) -> Board:
    return board_of(Register.open(library), library)


@pytest.fixture
def drawing(board: Board, library: Library) -> Drawing:
    return Drawing(library.documents, contradicted_ids(board.contradictions), Words("vi"))


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings of an empty data folder, which are those of the environment too."""
    monkeypatch.setenv("ASSISTANT_DATA", str(tmp_path / "data"))
    return Settings(data=tmp_path / "data")


@pytest.fixture
def app() -> AppTest:
    """The Targets page, not drawn yet."""
    script = f"import sys; sys.path.insert(0, {str(PROJECT)!r})\nfrom ui.targets import page\npage.show()"
    return AppTest.from_string(script, default_timeout=60)
