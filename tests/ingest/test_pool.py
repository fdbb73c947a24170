"""Reading in workers: files that hang, crash, eat memory or leave commands behind harm no other file."""

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from pebble.pool.process import PoolManager

from index.settings import PROJECT, Settings
from ingest.pool import ReadingPool
from ingest.sources import Source
from ingest.worker import PROGRESS, Read
from tests.ingest import unruly

TEXT = "KẾ HOẠCH\nHọc năm 2024\nI. MỤC TIÊU\nMở lớp.\n"


def _files(folder: Path, names: Sequence[str]) -> list[Path]:
    paths = [folder / f"{name}.txt" for name in names]
    for path in paths:
        path.write_text(TEXT, encoding="utf-8")
    return paths


def _read(tmp_path: Path, *names: str, **settings: int) -> tuple[dict[str, Read], list[tuple[int, int, int]]]:
    """What became of files of these names, by name, and the notes of their pages."""
    notes: list[tuple[int, int, int]] = []
    values = Settings(data=tmp_path / "data").model_copy(update={"workers": 2, **settings})
    done: dict[str, Read] = {}
    with ReadingPool(values, lambda *note: notes.append(note), unruly.read) as pool:
        for number, path in enumerate(_files(tmp_path, names)):
            pool.submit(number, Source(path), {})
        while pool.busy:
            for read in pool.finished(0.2):
                done[names[read.number]] = read
    return done, notes


def _commands(word: str) -> list[int]:
    """Running processes with a word in their command line."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            line, stat = (folder / "cmdline").read_bytes(), (folder / "stat").read_bytes()
        except OSError:
            continue
        if word.encode() in line and b") Z" not in stat and int(folder.name) != os.getpid():
            found.append(int(folder.name))
    return found


def _await_commands(word: str, n: int) -> bool:
    """Whether there come to be `n` such processes."""
    deadline = time.monotonic() + 120
    while len(_commands(word)) != n and time.monotonic() < deadline:
        time.sleep(0.05)
    return len(_commands(word)) == n


def test_editions_and_pages_come_back_and_no_worker_loads_the_model(tmp_path: Path) -> None:
    done, notes = _read(tmp_path, "torch", "pages")
    assert {name: (read.detail, len(read.edition.passages) if read.edition else 0) for name, read in done.items()} == {
        "torch": ("", 2),
        "pages": ("", 2),
    }
    assert [note for note in notes if note[0] == 1] == [(1, 0, 0), (1, 1, 3), (1, 2, 3), (1, 3, 3)]
    assert all(read.seconds > 0 for read in done.values())


def test_unruly_files_fail_by_name_and_the_others_are_read(tmp_path: Path) -> None:
    done, _ = _read(tmp_path, "hang", "a", "crash", "b", "eat", "c", "stumble", "d", file_seconds=6, worker_mb=700)
    assert {name for name, read in done.items() if read.edition} == {"a", "b", "c", "d"}
    for name, words in {
        "hang": "not read within 6 s (ASSISTANT_FILE_SECONDS)",
        "crash": "reading it ended its process",
        "eat": "needs more than 700 MB of memory (ASSISTANT_WORKER_MB)",
        "stumble": "cannot cope with this file (KeyError: 'no such font')",
    }.items():
        assert done[name].detail.startswith(f"{tmp_path / name}.txt: ") and words in done[name].detail


def test_only_the_file_over_which_the_workers_break_alone_has_failed(tmp_path: Path) -> None:
    done, _ = _read(tmp_path, "break", "beside", "a", "b", "c", "d", "e", "f")
    assert {name for name, read in done.items() if read.edition} == {"beside", "a", "b", "c", "d", "e", "f"}
    assert done["break"].detail.startswith(f"{tmp_path / 'break'}.txt: reading it ended its process: ")
    assert not done["break"].lasting and not done["break"].by_machine


def test_a_file_read_alone_is_not_blamed_where_no_process_can_be_started_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = tmp_path / "lone.tries"
    watch_workers = PoolManager.update_status

    def refuse(manager: PoolManager) -> None:
        if tries.exists() and tries.read_text() == "2":
            raise BrokenProcessPool from OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        watch_workers(manager)

    monkeypatch.setattr(PoolManager, "update_status", refuse)
    done, _ = _read(tmp_path, "lone")
    assert done["lone"].by_machine and not done["lone"].lasting
    assert "(Resource temporarily unavailable); end other programs" in done["lone"].detail


def test_what_was_read_before_the_workers_broke_down_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path,) = _files(tmp_path, ["a"])
    with ReadingPool(Settings(data=tmp_path / "data"), lambda *_: None, unruly.read) as pool:

        def found_broken(_: ReadingPool) -> bool:
            """As if they broke down just after the file was read."""
            wait(pool._given, 60)
            return bool(pool._given)

        monkeypatch.setattr(ReadingPool, "_is_broken", found_broken)
        pool.submit(0, Source(path), {})
        (read,) = list(pool.finished(0))
        assert read.edition is not None and not pool.busy
    assert (tmp_path / "a.tries").read_text() == "1"


@pytest.mark.parametrize("call", ["mkfifo", "open"])
def test_a_run_that_cannot_be_prepared_leaves_no_guard_and_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    paths = _files(tmp_path, ["a", "b"])
    real = getattr(os, call)

    def refuse(path: object, *rest: object, **named: object) -> object:
        if str(path).endswith(PROGRESS):
            raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))
        return real(path, *rest, **named)

    with ReadingPool(Settings(data=tmp_path / "data"), lambda *_: None, unruly.read) as pool:
        with monkeypatch.context() as patched:
            patched.setattr(os, call, refuse)
            for number, path in enumerate(paths):
                pool.submit(number, Source(path), {})
        assert list(scratch.iterdir()) == [] and _commands(str(scratch)) == []
        assert [read.by_machine for read in pool.finished(0)] == [True, True]
        pool.submit(2, Source(paths[0]), {})
        assert next(pool.finished(60)).edition is not None
    assert list(scratch.iterdir()) == []


def test_a_file_whose_process_the_system_ended_is_read_once_more_alone(tmp_path: Path) -> None:
    done, _ = _read(tmp_path, "struck", "a", "killed", "b")
    assert {name for name, read in done.items() if read.edition} == {"struck", "a", "b"}
    assert done["killed"].by_machine and not done["killed"].lasting
    assert done["killed"].detail.startswith(f"{tmp_path / 'killed'}.txt: not read by a fault of the machine")
    assert (tmp_path / "killed.tries").read_text() == "2"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("space", "(No space left on device); free some space"),
        ("quota", "(Disk quota exceeded); free some space"),
        ("device", "(Input/output error); check the disk"),
        ("handles", "(Too many open files); raise the limit of open files (ulimit -n)"),
        ("starved", "(Cannot allocate memory); end other programs or lower ASSISTANT_WORKERS"),
        ("homeless", "make the folder writable or name another (TMPDIR)"),
    ],
)
def test_a_fault_of_the_machine_is_named_as_one(tmp_path: Path, name: str, said: str) -> None:
    done, _ = _read(tmp_path, name)
    read = done[name]
    assert read.by_machine and not read.lasting and read.edition is None
    assert read.detail.startswith(f"{tmp_path / name}.txt: not read by a fault of the machine and not of the file (")
    assert said in read.detail


def test_without_a_temporary_folder_files_are_named_and_the_run_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    done, _ = _read(tmp_path, "a", "b")
    for name, read in done.items():
        assert read.by_machine and read.detail.startswith(f"{tmp_path / name}.txt: not read by a fault of the machine")
        assert "(TMPDIR)" in read.detail
    assert done.keys() == {"a", "b"}


@pytest.mark.filterwarnings("ignore")
def test_where_no_worker_can_start_every_file_is_named_and_none_is_blamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.pool.settle", unruly.never_settle)
    monkeypatch.setattr("ingest.pool._PAUSES", (0.4, 0.8))
    ends: list[float] = []
    pauses: list[float] = []
    start, stop = ReadingPool._started, ReadingPool._stop

    def started(pool: ReadingPool) -> object:
        if pool._pool is None and ends:
            pauses.append(time.monotonic() - ends[-1])
        return start(pool)

    def stopped(pool: ReadingPool) -> None:
        stop(pool)
        ends.append(time.monotonic())

    monkeypatch.setattr(ReadingPool, "_started", started)
    monkeypatch.setattr(ReadingPool, "_stop", stopped)
    names = [f"file {number}" for number in range(12)]
    done, _ = _read(tmp_path, *names)
    assert done.keys() == set(names)
    assert all(read.by_machine and "no process can be started" in read.detail for read in done.values())
    assert len(pauses) == 2 and pauses[0] >= 0.4 and pauses[1] >= 0.8


def test_what_a_reader_refuses_is_told_as_it_said_it(tmp_path: Path) -> None:
    (path,) = _files(tmp_path, ["empty"])
    path.write_bytes(b" ")
    with ReadingPool(Settings(data=tmp_path / "data"), lambda *_: None) as pool:
        pool.submit(7, Source(path), {})
        (read,) = list(pool.finished(60))
    assert (read.number, read.edition) == (7, None)
    assert read.detail.startswith(f"{path}: the file holds no text")


def test_commands_of_a_reader_that_was_given_up_end_with_it(tmp_path: Path) -> None:
    done, _ = _read(tmp_path, "command", file_seconds=3)
    assert "not read within 3 s" in done["command"].detail
    assert _commands(str(tmp_path / "command.txt")) == []


def test_leaving_the_pool_ends_what_is_being_read(tmp_path: Path) -> None:
    (path,) = _files(tmp_path, ["command"])
    with pytest.raises(KeyboardInterrupt), ReadingPool(Settings(), lambda *_: None, unruly.read) as pool:
        pool.submit(0, Source(path), {})
        assert _await_commands(str(path), 2)
        raise KeyboardInterrupt
    assert _commands(str(path)) == []


KILLED = """
from pathlib import Path
from index.settings import Settings
from ingest.pool import ReadingPool
from ingest.sources import Source
from tests.ingest import unruly
import sys, time
with ReadingPool(Settings(), lambda *_: None, unruly.read) as pool:
    pool.submit(0, Source(Path(sys.argv[1])), {})
    print(pool._scratch, flush=True)
    time.sleep(600)
"""


def test_workers_commands_and_scratch_of_a_killed_run_do_not_outlive_it(tmp_path: Path) -> None:
    (path,) = _files(tmp_path, ["command"])
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    command = [sys.executable, "-c", KILLED, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        scratch = Path(process.stdout.readline().strip())
        assert scratch.is_dir() and _await_commands(str(path), 3)
        process.send_signal(signal.SIGKILL)
    assert _await_commands(str(path), 0)
    deadline = time.monotonic() + 120
    while scratch.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not scratch.exists()
