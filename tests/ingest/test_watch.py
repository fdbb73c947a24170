"""A watched folder: what changed, what is still growing."""

import errno
import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

import ingest.__main__ as command
from index.errors import StorageError
from index.library import Library
from index.settings import PROJECT, Settings
from ingest.events import Listener, Outcome, Terminal
from ingest.sources import find_files
from ingest.sync import ingest_folder
from ingest.watch import Change, Watch
from tests.index.standin import standin_model

MODEL = standin_model()


def taken(watch: Watch) -> Change | None:
    change = watch.look()
    if change is not None:
        watch.take(change)
    return change


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "b.txt").write_text("b")
    return tmp_path


def test_a_file_counts_once_it_was_the_same_twice(folder: Path) -> None:
    watch = Watch(Settings(corpus=folder))
    assert watch.look() is None
    assert taken(watch) == Change(frozenset(), watch._taken, watch._held)
    assert watch.look() is None and watch.look() is None
    (folder / "c.txt").write_text("c")
    assert watch.look() is None
    (folder / "c.txt").write_text("cc")
    assert watch.look() is None, "it has grown since"
    change = taken(watch)
    assert change is not None and change.leave == {folder / "a.txt", folder / "b.txt"}
    assert watch.look() is None


def test_what_is_gone_and_what_is_growing_at_the_same_time(folder: Path) -> None:
    watch = Watch(Settings(corpus=folder))
    watch.look()
    taken(watch)
    (folder / "a.txt").unlink()
    (folder / "b.txt").write_text("growing")
    change = taken(watch)
    assert change is not None and change.leave == {folder / "b.txt"}
    assert (folder / "b.txt") in change.stamps and (folder / "a.txt") not in change.stamps
    change = taken(watch)
    assert change is not None and change.leave == frozenset(), "b.txt has stopped growing"
    assert watch.look() is None


def test_a_catalogue_concerns_every_file(folder: Path) -> None:
    watch = Watch(Settings(corpus=folder))
    watch.look()
    taken(watch)
    (folder / "catalog.yaml").write_text("documents: {}")
    watch.look()
    change = taken(watch)
    assert change is not None and change.leave == frozenset()
    (folder / "catalog.yaml").unlink()
    change = taken(watch)
    assert change is not None and change.leave == frozenset()


class Watched:
    """A folder that is watched, and its index."""

    def __init__(self, folder: Path) -> None:
        self.corpus = folder / "corpus"
        self.corpus.mkdir()
        self.settings = Settings(data=folder / "data", corpus=self.corpus)
        self.watch = Watch(self.settings)

    def write(self, name: str, words: str) -> Path:
        path = self.corpus / name
        path.write_text(f"1. {words}\n", encoding="utf-8")
        return path

    def look(self) -> dict[str, str] | None:
        """What a run after one look did; None where none was called for."""
        change = self.watch.look()
        if change is None:
            return None
        outcomes = ingest_folder(self.settings, model_loader=lambda: MODEL, leave=change.leave)
        self.watch.take(change)
        return {outcome.name: outcome.action for outcome in outcomes}

    def settle(self) -> dict[str, str] | None:
        """Looks twice, so that what was written has settled."""
        return self.look() or self.look()

    def texts(self) -> dict[str, tuple[str, str]]:
        """The file and the words of each document."""
        library = Library.open(self.settings, MODEL)
        try:
            return {d.id: (d.file, library.passages_of(d.id)[-1].text) for d in library.documents.values()}
        finally:
            library.close()


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    return Watched(tmp_path)


def test_the_second_file_of_a_stem_has_its_turn_once_the_first_is_gone(watched: Watched) -> None:
    first = watched.write("a.md", "Một.")
    watched.write("a.txt", "Hai.")
    watched.write("b.txt", "Ba.")
    assert watched.settle() == {"a.txt": "failed", "a": "added", "b": "added"}
    for _ in range(3):
        assert watched.look() is None
    first.unlink()
    assert watched.settle() == {"a": "changed"}
    assert watched.texts() == {"a": ("a.txt", "1. Hai."), "b": ("b.txt", "1. Ba.")}
    for _ in range(3):
        assert watched.look() is None
    watched.write("a.md", "Một.")
    assert watched.settle() == {"a.txt": "failed", "a": "changed"}
    assert watched.texts()["a"] == ("a.md", "1. Một.")


def test_the_turn_comes_though_the_first_could_never_be_read(watched: Watched) -> None:
    first = watched.corpus / "a.md"
    first.write_bytes(b"\x00" * 100)
    watched.write("a.txt", "Hai.")
    assert watched.settle() == {"a.txt": "failed", "a.md": "failed"}
    first.unlink()
    assert watched.settle() == {"a": "added"}


def test_a_change_of_the_second_is_taken_up_though_a_first_came_and_went(watched: Watched) -> None:
    watched.write("a.txt", "Hai.")
    assert watched.settle() == {"a": "added"}
    watched.write("a.txt", "Hai, mới.")
    assert watched.look() is None
    first = watched.write("a.md", "Một, đang")
    assert watched.look() == {"a.txt": "failed"}, "a.md is growing, and is the first"
    assert watched.texts() == {"a": ("a.txt", "1. Hai.")}
    first.unlink()
    assert watched.settle() == {"a": "changed"}
    assert watched.texts() == {"a": ("a.txt", "1. Hai, mới.")}
    assert watched.look() is None


def test_a_member_has_its_turn_once_the_file_of_its_stem_is_gone(watched: Watched) -> None:
    first = watched.write("a.txt", "Một.")
    with zipfile.ZipFile(watched.corpus / "z.zip", "w") as archive:
        archive.writestr("a.txt", "1. Hai.")
    assert watched.settle() == {"z.zip/a.txt": "failed", "a": "added"}
    first.unlink()
    assert watched.settle() == {"a": "changed"}
    assert watched.texts() == {"a": ("z.zip/a.txt", "1. Hai.")}
    assert watched.look() is None


def test_what_the_machine_failed_at_is_tried_again_though_nothing_changes(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched.write("a.txt", "Một.")
    runs: list[list[Outcome]] = []

    def ingest(settings: Settings, _: object, leave: frozenset[Path]) -> list[Outcome]:
        with monkeypatch.context() as patched:
            if not runs:
                patched.setattr("ingest.worker.make_edition", _full_disk)
            runs.append(ingest_folder(settings, model_loader=lambda: MODEL, leave=leave))
        return runs[-1]

    def pause(_: float) -> None:
        if len(runs) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(command, "ingest_folder", ingest)
    monkeypatch.setattr(command, "AGAIN_SECONDS", 0.0)
    monkeypatch.setattr(command.time, "sleep", pause)
    with pytest.raises(KeyboardInterrupt):
        command._watch(watched.settings, 1.0, Listener(), Terminal())
    assert [[outcome.action for outcome in outcomes] for outcomes in runs] == [["failed"], ["added"]]
    assert watched.texts() == {"a": ("a.txt", "1. Một.")}


class Stopped(Exception):
    """Ends a watch that a test has seen enough of."""


def _watching(
    monkeypatch: pytest.MonkeyPatch, watched: Watched, ingest: Callable[[frozenset[Path]], list[Outcome]], rounds: int
) -> list[float]:
    """Watches with `ingest` for so many rounds; the pauses."""
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == rounds:
            raise Stopped

    monkeypatch.setattr(command, "ingest_folder", lambda _, __, leave: ingest(leave))
    monkeypatch.setattr(command.time, "sleep", pause)
    with pytest.raises(Stopped):
        command._watch(watched.settings, 5.0, Listener(), Terminal())
    return pauses


def test_only_what_the_machine_failed_at_is_tried_again(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [watched.write("a.txt", "Một."), watched.write("b.txt", "Hai.")]
    left: list[frozenset[Path]] = []

    def ingest(leave: frozenset[Path]) -> list[Outcome]:
        left.append(leave)
        failed = Outcome("a.txt", "failed", detail="a.txt: no room", by_machine=True, path=paths[0])
        return [failed, Outcome("b", "added", path=paths[1])]

    monkeypatch.setattr(command, "AGAIN_SECONDS", 0.0)
    _watching(monkeypatch, watched, ingest, 5)
    assert left == [frozenset(), *[frozenset({paths[1]})] * 3]


def test_a_watch_outlives_a_disk_that_is_full_and_says_so_once(
    watched: Watched, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    watched.write("a.txt", "Một.")
    runs: list[int] = []

    def ingest(leave: frozenset[Path]) -> list[Outcome]:
        runs.append(1)
        if len(runs) < 4:
            raise StorageError("data: the disk is full; free some space.")
        return ingest_folder(watched.settings, model_loader=lambda: MODEL, leave=leave)

    pauses = _watching(monkeypatch, watched, ingest, 7)
    assert capsys.readouterr().err.count("ingest: data: the disk is full; free some space.") == 1
    assert watched.texts() == {"a": ("a.txt", "1. Một.")} and len(runs) == 4
    assert pauses == [1.0, 10.0, 20.0, 40.0, 5.0, 5.0, 5.0]


def test_a_watch_outlives_a_folder_that_goes_while_it_is_looked_through(
    watched: Watched, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    watched.write("a.txt", "Một.")
    looks: list[int] = []

    def find(paths: Iterable[Path]) -> list[Path]:
        looks.append(1)
        if len(looks) in (2, 3):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), "gone")
        return find_files(paths)

    monkeypatch.setattr("ingest.watch.find_files", find)
    _watching(
        monkeypatch,
        watched,
        lambda leave: ingest_folder(watched.settings, model_loader=lambda: MODEL, leave=leave),
        6,
    )
    said = capsys.readouterr().err
    assert said.count(f"ingest: {watched.corpus}: the folder could not be looked through (") == 1
    assert watched.texts() == {"a": ("a.txt", "1. Một.")}


def _full_disk(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.slow
def test_the_command_keeps_the_index_equal_until_it_is_stopped(tmp_path: Path) -> None:
    corpus, data, events = tmp_path / "corpus", tmp_path / "data", tmp_path / "events"
    corpus.mkdir()
    (corpus / "a.txt").write_text("1. Mở lớp.", encoding="utf-8")
    arguments = [sys.executable, "-m", "ingest", "--watch", "0.2", "--data", str(data), "--events", str(events)]
    environment = {**os.environ, "ASSISTANT_CORPUS": str(corpus)}
    process = subprocess.Popen(arguments, cwd=PROJECT, env=environment, stderr=subprocess.PIPE, text=True)

    def published(documents: set[str]) -> bool:
        deadline = time.monotonic() + 100
        while time.monotonic() < deadline and process.poll() is None:
            if events.exists() and '"published"' in events.read_text():
                library = Library.open(Settings(data=data))
                found = set(library.documents)
                library.close()
                if found == documents:
                    return True
            time.sleep(0.1)
        return False

    try:
        assert published({"a"})
        (corpus / "b.txt").write_text("1. Mở hai lớp.", encoding="utf-8")
        assert published({"a", "b"})
        (corpus / "a.txt").unlink()
        assert published({"b"})
    finally:
        process.terminate()
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert [line for line in said.splitlines() if line.startswith(("added: ", "removed: ", "ingest: "))] == [
        "added: a (1 passages)",
        "added: b (1 passages)",
        "removed: a",
        "ingest: stopped.",
    ]
