"""What language models wrote is kept in the record: found again, bounded, and safe between processes."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable
from standin import edition

import index.record.writings
from index.errors import StorageError
from index.library import Library
from index.record.database import connect
from index.record.tables import WritingRow
from index.record.writings import Usage, Writings, writing_key
from index.settings import PROJECT, Settings

Publish = Callable[..., None]
Opened = Callable[[Settings], Library]

PLAN = edition("plan", ["thư viện mở cửa vào Chủ nhật"])
USAGE = Usage(812, 44, 950.5, 4100.25)
UNTOLD = Usage(None, None, None, 12.0)


@pytest.fixture
def library(settings: Settings, publish: Publish, opened: Opened) -> Library:
    publish(settings, PLAN)
    return opened(settings)


def as_of_an_earlier_version(settings: Settings) -> None:
    """A record without the table, as earlier versions of the program made it."""
    with sqlite3.connect(settings.data / "record.sqlite") as connection:
        connection.execute("DROP TABLE writing")


def test_what_was_written_is_found_again(library: Library, settings: Settings, opened: Opened) -> None:
    assert library.writings.get("a") is None
    before = datetime.now(UTC).replace(microsecond=0)
    library.writings.put("a", "STATUS: complete\nThư viện mở cửa [1].", USAGE)
    library.writings.put("b", "STATUS: none", UNTOLD)
    kept = opened(settings).writings.get("a")
    assert kept is not None
    assert (kept.text, kept.usage) == ("STATUS: complete\nThư viện mở cửa [1].", USAGE)
    created = datetime.fromisoformat(kept.created)
    assert created.utcoffset() is not None
    assert before <= created <= datetime.now(UTC)
    other = library.writings.get("b")
    assert other is not None
    assert other.usage == UNTOLD


def test_a_later_writing_takes_the_place_of_an_earlier_one(library: Library) -> None:
    library.writings.put("a", "một", USAGE)
    library.writings.put("a", "hai", UNTOLD)
    kept = library.writings.get("a")
    assert kept is not None
    assert (kept.text, kept.usage) == ("hai", UNTOLD)
    assert library.writings.count() == 1


def test_the_newest_are_kept(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index.record.writings, "MOST", 5)
    for n in range(5):
        library.writings.put(f"k{n}", str(n), USAGE)
    library.writings.put("k0", "0 anew", USAGE)
    assert library.writings.count() == 5
    library.writings.put("k5", "5", USAGE)
    library.writings.put("k6", "6", USAGE)
    assert [n for n in range(7) if library.writings.get(f"k{n}")] == [0, 3, 4, 5, 6]


def test_all_can_be_forgotten(library: Library) -> None:
    library.writings.put("a", "một", USAGE)
    library.save_feedback("Ai chi trả?", {"id": "a"}, "up")
    library.writings.clear()
    assert (library.writings.count(), library.writings.get("a")) == (0, None)
    assert len(library.feedback()) == 1
    library.writings.put("a", "hai", USAGE)
    assert library.writings.count() == 1


def test_a_new_publication_leaves_them(library: Library, settings: Settings, publish: Publish, opened: Opened) -> None:
    library.writings.put("a", "một", USAGE)
    publish(settings, edition("other", ["thẻ bạn đọc"]))
    assert opened(settings).writings.get("a") is not None


def test_a_record_of_an_earlier_version_opens(library: Library, settings: Settings, opened: Opened) -> None:
    library.close()
    as_of_an_earlier_version(settings)
    later = opened(settings)
    assert later.writings.get("a") is None
    assert later.writings.count() == 0
    later.writings.clear()
    later.writings.put("a", "một", USAGE)
    assert opened(settings).writings.get("a") is not None


def test_text_that_databases_refuse_is_kept_without_what_they_refuse(library: Library) -> None:
    library.writings.put("a", "một\ud83d \x00hai 🙂", USAGE)
    kept = library.writings.get("a")
    assert kept is not None
    assert kept.text == "một? hai 🙂"


MANY = """
import sys
from pathlib import Path
from index.record import Record
from index.record.writings import Usage
from index.settings import Settings

record = Record.open(Settings(data=Path(sys.argv[1])))
print("ready", flush=True)
sys.stdin.readline()
for n in range(40):
    record.writings.put(f"k{n % 10}", f"{sys.argv[2]} {n}", Usage(None, None, None, 1.0))
print(record.writings.count())
"""


def test_processes_keep_writings_at_the_same_time(library: Library, settings: Settings, opened: Opened) -> None:
    library.close()
    as_of_an_earlier_version(settings)
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", MANY, str(settings.data), str(n)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(PROJECT)},
        )
        for n in range(3)
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    told = [process.communicate(timeout=120)[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0]
    assert told == ["10\n"] * 3
    kept = [opened(settings).writings.get(f"k{n}") for n in range(10)]
    assert all(k is not None and int(k.text.split()[1]) >= 30 for k in kept)


def test_threads_keep_writings_at_the_same_time(library: Library) -> None:
    def keep(n: int) -> None:
        library.writings.put(f"k{n % 5}", str(n), USAGE)
        assert library.writings.get(f"k{n % 5}") is not None

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(keep, range(100)))
    assert library.writings.count() == 5


def test_a_record_that_fails_is_named(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path / "data")
    lost = Writings(connect(f"sqlite:///{tmp_path}/nowhere/record.sqlite"), settings)
    for fails in (
        lambda: lost.get("a"),
        lambda: lost.put("a", "một", USAGE),
        lost.count,
        lost.clear,
    ):
        with pytest.raises(StorageError, match="data cannot be used: unable to open database file"):
            fails()


def test_the_table_is_made_the_same_way_on_postgresql() -> None:
    statement = str(
        CreateTable(WritingRow.__table__, if_not_exists=True).compile(dialect=postgresql.dialect())  # type: ignore
    )
    assert "CREATE TABLE IF NOT EXISTS writing" in statement
    assert "id SERIAL NOT NULL" in statement
    assert "UNIQUE (key)" in statement


def test_a_key_tells_everything_apart_that_a_writing_depends_on() -> None:
    def of(**other: object) -> str:
        asked = {
            "messages": [("system", "Trả lời."), ("user", "[1] mở cửa\nBao giờ?")],
            "passages": [("plan:0001", "mở cửa"), ("plan:0002", "đóng cửa")],
            "prompt": "vi-1-0a1b2c3d",
            "model": "openai:small",
            "address": "http://127.0.0.1:8080/v1",
            "tokens": 300,
        }
        return writing_key(**{**asked, **other})  # type: ignore[arg-type]

    others = [
        of(messages=[("system", "Trả lời."), ("user", "[1] mở cửa\nAi?")]),
        of(passages=[("plan:0002", "đóng cửa"), ("plan:0001", "mở cửa")]),
        of(passages=[("plan:0001", "mở cửa đóng"), ("plan:0002", "cửa")]),
        of(prompt="vi-1-ffffffff"),
        of(model="openai:large"),
        of(address="http://127.0.0.1:8081/v1"),
        of(tokens=301),
    ]
    assert len({of(), *others}) == 8
    assert of() == of(messages=(("system", "Trả lời."), ("user", "[1] mở cửa\nBao giờ?")))
    assert len(of()) == 64
    assert of(model="half a pair \ud83d")
