"""`python -m ingest` killed at any moment: the index is as before or as after, whole, and the next ingest completes it."""

from pathlib import Path

import pytest
from killing import Duration, kill_somewhere, measure
from running import run, succeeded
from samples import AFTER, write_corpus
from state import QUESTION, State, searched, whole

from answer.assistant import Assistant
from index.embedding import EmbeddingModel
from index.library import Library
from index.settings import Settings
from tests.copying import copied

FEW = 2
MANY = 30


@pytest.fixture(scope="module")
def changed_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus after its change: one document as it was, one in a new version, one gone, one new."""
    return write_corpus(tmp_path_factory.mktemp("after") / "corpus", AFTER)


@pytest.fixture(scope="module")
def finished(
    changed_corpus: Path, small_index: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Duration]:
    """The index that an undisturbed run leaves, and how long the run takes."""
    data = copied(small_index, tmp_path_factory.mktemp("finished") / "data")
    return data, measure(changed_corpus, data)


@pytest.fixture(scope="module")
def after_state(finished: tuple[Path, Duration], real_model: EmbeddingModel) -> State:
    return searched(finished[0], real_model)


def answers_from(data: Path, model: EmbeddingModel) -> set[str]:
    """Documents that the answer to a question over all of them cites."""
    library = Library.open(Settings(data=data), model)
    try:
        answer = Assistant(library).ask(QUESTION)
    finally:
        library.close()
    assert answer.status == "answered"
    return {citation.document.id for citation in answer.citations}


def killed_run_leaves_a_whole_index(
    data: Path,
    corpus: Path,
    duration: Duration,
    states: tuple[State, State],
    model: EmbeddingModel,
    number: int,
    of: int,
) -> None:
    kill_somewhere(corpus, data, duration, number, number / (of - 1))
    state = whole(data, model)
    assert state in states
    assert answers_from(data, model) <= set(state)
    succeeded(run("ingest", "--data", data, settings={"ASSISTANT_CORPUS": str(corpus)}))
    assert searched(data, model) == states[1]


def test_the_two_states_differ(small_state: State, after_state: State) -> None:
    assert set(after_state) == set(AFTER)
    assert small_state["ke-hoach-giu"] == after_state["ke-hoach-giu"]
    assert small_state["ke-hoach-sua"] != after_state["ke-hoach-sua"]


@pytest.mark.parametrize("number", range(FEW))
def test_killed_at_any_moment(
    number: int,
    data: Path,
    changed_corpus: Path,
    finished: tuple[Path, Duration],
    small_state: State,
    after_state: State,
    real_model: EmbeddingModel,
) -> None:
    states = (small_state, after_state)
    killed_run_leaves_a_whole_index(data, changed_corpus, finished[1], states, real_model, number, FEW)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(MANY))
def test_killed_at_thirty_moments(
    number: int,
    data: Path,
    changed_corpus: Path,
    finished: tuple[Path, Duration],
    small_state: State,
    after_state: State,
    real_model: EmbeddingModel,
) -> None:
    states = (small_state, after_state)
    killed_run_leaves_a_whole_index(data, changed_corpus, finished[1], states, real_model, number, MANY)
