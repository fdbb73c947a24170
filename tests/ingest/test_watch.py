"""A watched folder: what changed, what is still growing."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.library import Library
from index.settings import PROJECT, Settings
from ingest.watch import Change, Watch


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
    watch = Watch(folder)
    assert watch.look() is None
    assert taken(watch) == Change(frozenset(), watch._taken)
    assert watch.look() is None and watch.look() is None
    (folder / "c.txt").write_text("c")
    assert watch.look() is None
    (folder / "c.txt").write_text("cc")
    assert watch.look() is None, "it has grown since"
    change = taken(watch)
    assert change is not None and change.leave == {folder / "a.txt", folder / "b.txt"}
    assert watch.look() is None


def test_what_is_gone_and_what_is_growing_at_the_same_time(folder: Path) -> None:
    watch = Watch(folder)
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
    watch = Watch(folder)
    watch.look()
    taken(watch)
    (folder / "catalog.yaml").write_text("documents: {}")
    watch.look()
    change = taken(watch)
    assert change is not None and change.leave == frozenset()
    (folder / "catalog.yaml").unlink()
    change = taken(watch)
    assert change is not None and change.leave == frozenset()


def test_the_command_keeps_the_index_equal_until_it_is_stopped(tmp_path: Path) -> None:
    corpus, data, events = tmp_path / "corpus", tmp_path / "data", tmp_path / "events"
    corpus.mkdir()
    (corpus / "a.txt").write_text("1. Mở lớp.", encoding="utf-8")
    command = [sys.executable, "-m", "ingest", "--watch", "0.2", "--data", str(data), "--events", str(events)]
    environment = {**os.environ, "ASSISTANT_CORPUS": str(corpus)}
    process = subprocess.Popen(command, cwd=PROJECT, env=environment, stderr=subprocess.PIPE, text=True)

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
