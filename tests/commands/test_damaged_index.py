"""An index that was damaged on disk says so in a sentence with the remedy, and the remedy brings it back."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from running import complained, run, succeeded
from samples import BEFORE, write_corpus
from state import QUESTION, State, searched

from index.embedding import EmbeddingModel


def overwrite(path: Path) -> None:
    path.write_bytes(b"\xa5" * path.stat().st_size)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def record(data: Path) -> Path:
    return data / "record.sqlite"


def vectors(data: Path) -> Path:
    return data / "chroma" / "chroma.sqlite3"


def lexical_file(name: str) -> Callable[[Path], Path]:
    return lambda data: next((data / "lexical").glob(f"*/{name}"))


Damage = tuple[Callable[[Path], Path], Callable[[Path], None]]

DAMAGES: dict[str, Damage] = {
    "record overwritten": (record, overwrite),
    "lexical index gone": (lambda data: data / "lexical", shutil.rmtree),
    "scores gone": (lexical_file("params*.json"), Path.unlink),
    "vocabulary overwritten": (lexical_file("vocab*.json"), overwrite),
    "vectors gone": (lambda data: data / "chroma", shutil.rmtree),
    "vectors overwritten": (vectors, overwrite),
}
MORE_DAMAGES: dict[str, Damage] = {
    "record cut": (record, cut),
    "passages' ids cut": (lexical_file("ids.json"), cut),
    "scores cut": (lexical_file("indices*.npy"), cut),
    "vectors cut": (vectors, cut),
}


@pytest.mark.parametrize("name", [*DAMAGES, *(pytest.param(name, marks=pytest.mark.slow) for name in MORE_DAMAGES)])
def test_damage_is_told_in_a_sentence(name: str, data: Path) -> None:
    place, damage = (DAMAGES | MORE_DAMAGES)[name]
    damage(place(data))
    done = run("answer", QUESTION, "--data", data)
    complained(done, 2, data)
    assert "ingest" in done.err or "--data" in done.err
    assert done.out == ""


@pytest.mark.slow
def test_a_rebuild_brings_searches_back_from_the_record(
    data: Path, small_state: State, real_model: EmbeddingModel, tmp_path: Path
) -> None:
    shutil.rmtree(data / "chroma")
    shutil.rmtree(data / "lexical")
    corpus = write_corpus(tmp_path / "corpus", BEFORE)
    succeeded(run("ingest", "--rebuild", "--data", data, settings={"ASSISTANT_CORPUS": str(corpus)}))
    assert searched(data, real_model) == small_state


@pytest.mark.slow
def test_without_a_record_there_is_no_index_and_an_ingest_makes_one(
    data: Path, small_state: State, real_model: EmbeddingModel, tmp_path: Path
) -> None:
    for path in data.glob("record.sqlite*"):
        path.unlink()
    complained(run("answer", QUESTION, "--data", data), 2, data, "Run `python -m ingest`")
    corpus = write_corpus(tmp_path / "corpus", BEFORE)
    succeeded(run("ingest", "--data", data, settings={"ASSISTANT_CORPUS": str(corpus)}))
    assert searched(data, real_model) == small_state
