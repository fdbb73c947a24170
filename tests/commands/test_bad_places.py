"""Data folders that cannot be written, disks that are full, an index of another model, two ingests at once."""

import json
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from killing import await_writing, start
from other_model import write_tiny_model
from running import complained, run, succeeded
from samples import AFTER, BEFORE, write_corpus
from state import QUESTION, State, listed, searched

from index.embedding import EmbeddingModel, load_embedding
from index.settings import Settings
from tests.copying import copied


@pytest.fixture
def changed_corpus(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "after", AFTER)


def fill(disk: Path, spare_kb: int) -> Path:
    """A file that leaves so much room on the disk."""
    filler = disk / "filler"
    filler.write_bytes(b"x" * (shutil.disk_usage(disk).free - spare_kb * 1024))
    return filler


def test_a_file_where_the_data_folder_should_be(changed_corpus: Path, tmp_path: Path) -> None:
    place = tmp_path / "data"
    place.write_text("someone's notes")
    for done in (run("ingest", changed_corpus, "--data", place), run("ingest", changed_corpus, "--data", place / "in")):
        complained(done, 2, place, "ASSISTANT_DATA")
    assert place.read_text() == "someone's notes"


def test_a_folder_that_cannot_be_written(
    small_disk: Path, small_index: Path, small_state: State, changed_corpus: Path, real_model: EmbeddingModel
) -> None:
    """Reading goes on where the disk became read-only, or says why not; writing says why not."""
    data = copied(small_index, small_disk / "data")
    (small_disk / "none").mkdir()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    for place in (data, small_disk / "none", small_disk / "none" / "new"):
        complained(run("ingest", changed_corpus, "--data", place), 2, place, "make the folder writable", "--data")
    for reading in (run("ingest", "--list", "--data", data), run("answer", QUESTION, "--data", data)):
        if reading.code:
            complained(reading, 2, data, "make the folder writable")
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    assert searched(data, real_model) == small_state


@pytest.mark.parametrize("spare_kb", [100, pytest.param(300, marks=pytest.mark.slow)])
def test_a_disk_that_fills_up_under_an_index(
    spare_kb: int,
    small_disk: Path,
    small_index: Path,
    small_state: State,
    changed_corpus: Path,
    real_model: EmbeddingModel,
) -> None:
    data = copied(small_index, small_disk / "data")
    write_corpus(changed_corpus, AFTER, sections=6)
    filler = fill(small_disk, spare_kb)
    complained(run("ingest", changed_corpus, "--data", data), 2, data, "Free some space")
    assert searched(data, real_model) == small_state
    filler.unlink()
    write_corpus(changed_corpus, AFTER)
    succeeded(run("ingest", "--data", data, settings={"ASSISTANT_CORPUS": str(changed_corpus)}))
    assert set(searched(data, real_model)) == set(AFTER)


@pytest.mark.parametrize("spare_kb", [0, *(pytest.param(kb, marks=pytest.mark.slow) for kb in (100, 500))])
def test_a_disk_that_fills_up_at_the_first_ingest(spare_kb: int, small_disk: Path, changed_corpus: Path) -> None:
    data = small_disk / "data"
    filler = fill(small_disk, spare_kb)
    complained(run("ingest", changed_corpus, "--data", data), 2, data, "Free some space")
    complained(run("ingest", "--list", "--data", data), 2, data)
    filler.unlink()
    if spare_kb:
        succeeded(run("ingest", changed_corpus, "--data", data))
        assert set(listed(data)) == set(AFTER)


@pytest.fixture(scope="module")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_model(tmp_path_factory.mktemp("model") / "tiny-model")


@pytest.fixture(params=["another model", "another number type"])
def other(request: pytest.FixtureRequest, tiny_model: Path) -> Iterator[tuple[dict[str, str], str]]:
    """Settings that do not fit the small index, and how a message names them."""
    if request.param == "another model":
        yield {"ASSISTANT_MODEL": str(tiny_model)}, tiny_model.name
    else:
        yield {"ASSISTANT_DTYPE": "bfloat16"}, "bfloat16"


def test_an_index_of_another_model_is_refused_with_both_names(
    other: tuple[dict[str, str], str], data: Path, small_state: State, changed_corpus: Path, real_model: EmbeddingModel
) -> None:
    settings, name = other
    for arguments in (["answer", QUESTION], ["ingest", "--list"], ["ingest", str(changed_corpus)]):
        done = run(*arguments, "--data", data, settings=settings)
        complained(done, 2, "multilingual-e5-small", "float32", name, "`python -m ingest --rebuild`")
    assert searched(data, real_model) == small_state


@pytest.mark.slow
def test_the_command_that_the_message_names_rebuilds_the_index(data: Path, tiny_model: Path, tmp_path: Path) -> None:
    settings = {"ASSISTANT_MODEL": str(tiny_model), "ASSISTANT_CORPUS": str(write_corpus(tmp_path / "corpus", BEFORE))}
    succeeded(run("ingest", "--rebuild", "--data", data, settings=settings))
    model = load_embedding(Settings(model=str(tiny_model)))
    assert set(searched(data, model)) == set(BEFORE)


def test_a_model_that_is_not_there_is_named_and_nothing_is_downloaded(changed_corpus: Path, tmp_path: Path) -> None:
    settings = {"ASSISTANT_MODEL": "no-such/model"}
    done = run("ingest", changed_corpus, "--data", tmp_path / "data", settings=settings)
    complained(done, 2, "no-such/model", "ASSISTANT_MODEL", "ASSISTANT_HUB=1")


def test_the_second_of_two_ingests_is_sent_away_and_the_first_completes(
    data: Path, changed_corpus: Path, real_model: EmbeddingModel
) -> None:
    first = start(changed_corpus, data)
    await_writing(first)
    first.send_signal(signal.SIGSTOP)  # in the midst of its work, for as long as the second takes
    try:
        second = run("ingest", changed_corpus, "--data", data)
    finally:
        first.send_signal(signal.SIGCONT)
    _, rest = first.communicate()
    complained(second, 2, "Another ingest", data, "Wait until it is done")
    assert first.returncode == 0, rest
    assert set(searched(data, real_model)) == set(AFTER)


def test_there_is_no_index_yet(tmp_path: Path) -> None:
    for arguments in (["answer", QUESTION], ["ingest", "--list"]):
        done = run(*arguments, "--data", tmp_path / "data")
        complained(done, 2, tmp_path / "data", "Run `python -m ingest`")
        assert done.out == ""
    assert not (tmp_path / "data").exists()


def test_a_document_goes_out_of_answers_and_comes_back(data: Path) -> None:
    succeeded(run("ingest", "--withdraw", "ke-hoach-giu", "--data", data))
    rows = [json.loads(line) for line in run("ingest", "--list", "--json", "--data", data).out.splitlines()]
    assert {row["id"] for row in rows if row["withdrawn"]} == {"ke-hoach-giu"}
    complained(run("ingest", "--restore", "ke-hoach", "--data", data), 1, "ke-hoach ", data)
    succeeded(run("ingest", "--restore", "ke-hoach-giu", "--data", data))
    assert '"withdrawn": true' not in run("ingest", "--list", "--json", "--data", data).out
