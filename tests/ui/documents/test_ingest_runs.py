"""Runs beside the page: state on disk, one at a time, stopped with all their processes. A small program stands for the ingest."""

import fcntl
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from index.settings import Settings
from ui.documents.progress import gather, read_progress
from ui.documents.runs import Command, Runs

PROGRAM = """
import json, os, subprocess, sys, time
from pathlib import Path
data = Path(os.environ["ASSISTANT_DATA"])
with (data / "calls.txt").open("a") as calls:
    print(json.dumps([sys.argv[1:], os.environ["ASSISTANT_CORPUS"]]), file=calls)
if "--events" in sys.argv:
    events = open(sys.argv[sys.argv.index("--events") + 1], "a", buffering=1)
    print('{"event": "start", "files": 2}', file=events)
    print('{"event": "reading", "name": "a.pdf"}', file=events)
    print('{"event": "page", "name": "a.pdf", "page": 1, "pages": 9}', file=events)
if (data / "child").exists():
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    (data / "child").write_text(str(child.pid))
while (data / "wait").exists():
    time.sleep(0.02)
if (data / "broken").exists():
    print("a traceback")
    sys.exit("ingest: the disk is full; free some space.")
if "--events" in sys.argv:
    print('{"event": "outcome", "name": "a.pdf", "action": "failed", "detail": "a.pdf: bad; mend it."}', file=events)
    print('{"event": "end", "seconds": 1.5, "exit": 1, "error": ""}', file=events)
    sys.exit(1)
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "data").mkdir()
    return Settings(data=tmp_path / "data", corpus=tmp_path / "corpus")


@pytest.fixture
def runs(settings: Settings, tmp_path: Path) -> Runs:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    return Runs(settings, (sys.executable, str(program)))


def _until(holds: Callable[[], bool]) -> None:
    for _ in range(1500):
        if holds():
            return
        time.sleep(0.02)
    raise AssertionError("it did not happen")


def _ended(runs: Runs) -> bool:
    last = runs.last()
    return last is not None and not last.running and not runs.waiting()


def _calls(settings: Settings) -> list[list[str]]:
    path = settings.data / "calls.txt"
    return [json.loads(line)[0] for line in path.read_text().splitlines()] if path.exists() else []


def test_a_run_is_seen_by_others_and_its_end_too(runs: Runs, settings: Settings) -> None:
    assert runs.last() is None
    (settings.data / "wait").touch()
    assert runs.ask(Command("ingest"))
    other = Runs(settings)
    _until(lambda: (last := other.last()) is not None and last.progress.reading == {"a.pdf": (1, 9)})
    last = other.last()
    assert last is not None and last.running and last.progress.files == 2
    (settings.data / "wait").unlink()
    _until(lambda: _ended(other))
    last = other.last()
    assert last is not None and last.state == "partly" and last.progress.seconds == 1.5
    assert [o.detail for o in last.progress.outcomes] == ["a.pdf: bad; mend it."]
    reading = other.last_reading()
    assert reading is not None and reading.id == last.id


def test_the_process_has_the_pages_own_settings(runs: Runs, settings: Settings) -> None:
    runs.ask(Command("withdraw", "--odd name"))
    _until(lambda: _ended(runs))
    [line] = (settings.data / "calls.txt").read_text().splitlines()
    assert json.loads(line) == [["--withdraw=--odd name"], str(settings.corpus)]
    last = runs.last()
    assert last is not None and last.state == "done" and last.command == Command("withdraw", "--odd name")


def test_a_second_one_waits_and_starts_by_itself(runs: Runs, settings: Settings) -> None:
    (settings.data / "wait").touch()
    assert runs.ask(Command("withdraw", "a"))
    assert not runs.ask(Command("restore", "a"))
    assert not Runs(settings).ask(Command("restore", "a"))  # the same thing waits once
    assert runs.waiting() == [Command("restore", "a")]
    (settings.data / "wait").unlink()
    _until(lambda: len(_calls(settings)) == 2 and _ended(runs))
    assert _calls(settings) == [["--withdraw=a"], ["--restore=a"]]


def test_stopping_ends_all_processes_and_what_waits(runs: Runs, settings: Settings) -> None:
    (settings.data / "wait").touch()
    (settings.data / "child").touch()
    runs.ask(Command("ingest"))
    runs.ask(Command("restore", "a"))
    _until(lambda: (settings.data / "child").read_text() != "")
    child = int((settings.data / "child").read_text())
    runs.stop()
    last = runs.last()
    assert last is not None and last.state == "stopped" and not runs.waiting()
    _until(lambda: not _alive(child))
    assert not runs.advance()
    (settings.data / "wait").unlink()
    (settings.data / "child").unlink()
    assert runs.ask(Command("ingest"))
    _until(lambda: _ended(runs))


def test_stopping_while_another_session_starts_a_run_leaves_the_one_before_alone(
    runs: Runs, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs.ask(Command("ingest"))
    _until(lambda: _ended(runs))
    monkeypatch.setattr("ui.documents.runs._GRACE_SECONDS", 0.3)
    monkeypatch.setattr("os.killpg", lambda *_: pytest.fail("a group was ended that may be another's by now"))
    with (settings.data / "jobs" / "running.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # its own folder is still to come
        last = runs.last()
        assert last is not None and last.state == "partly"
        runs.stop()
    assert not list((settings.data / "jobs").glob("*/stopped"))
    last = runs.last()
    assert last is not None and last.state == "partly"


def _alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_what_a_command_said_on_its_way_out_is_kept(runs: Runs, settings: Settings) -> None:
    (settings.data / "broken").touch()
    runs.ask(Command("ingest"))
    _until(lambda: _ended(runs))
    last = runs.last()
    assert last is not None and last.state == "failed" and last.error == "the disk is full; free some space."


def test_a_run_that_was_killed_from_outside_was_stopped(runs: Runs, settings: Settings) -> None:
    (settings.data / "wait").touch()
    runs.ask(Command("ingest"))
    _until(lambda: (last := runs.last()) is not None and last.progress.files == 2)
    about = json.loads(next((settings.data / "jobs").glob("*/about.json")).read_text())
    os.kill(about["process"], 9)
    _until(lambda: _ended(runs))
    last = runs.last()
    assert last is not None and last.state == "stopped"


def test_a_run_that_says_itself_that_it_was_stopped(runs: Runs, settings: Settings) -> None:
    runs.ask(Command("ingest"))
    _until(lambda: _ended(runs))
    path = next((settings.data / "jobs").glob("*/events.jsonl"))
    path.write_text('{"event": "end", "seconds": 1.0, "exit": 143, "error": "stopped"}\n')
    last = runs.last()
    assert last is not None and last.state == "stopped" and last.error == ""


def test_old_runs_are_forgotten(runs: Runs, settings: Settings) -> None:
    for number in range(12):
        runs.ask(Command("withdraw", str(number)))
        _until(lambda: _ended(runs))
    assert len(list((settings.data / "jobs").glob("*/about.json"))) == 10


def test_a_line_that_is_not_finished_waits(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    assert read_progress(path).files is None
    path.write_text('{"event": "start", "files": 3}\n{"event": "rea')
    assert read_progress(path).files == 3


def test_progress_of_a_whole_run() -> None:
    outcome = {"event": "outcome", "document_id": "a", "passages": 4, "pages": 2, "read_by": "ocr", "seconds": 2.5}
    progress = gather(
        [
            {"event": "start", "files": 2},
            {"event": "reading", "name": "a.pdf"},
            {"event": "reading", "name": "b.txt"},
            {"event": "something new"},
            {**outcome, "name": "a", "action": "added", "detail": ""},  # by its id, for it could be read
            {"event": "outcome", "name": "b", "action": "unchanged", "document_id": "b", "pages": None},
            {"event": "embedding", "done": 1, "total": 4},
            {"event": "published"},
            {"event": "end", "seconds": 3.0, "exit": 0, "error": ""},
        ]
    )
    assert progress.reading == {} and progress.embedded == (1, 4) and progress.published and progress.exit == 0
    assert progress.count("added") == 1 and progress.count("failed") == 0
    first = progress.outcomes[0]
    assert (first.passages, first.pages, first.read_by, first.seconds) == (4, 2, "ocr", 2.5)
