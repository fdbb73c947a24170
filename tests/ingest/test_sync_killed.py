"""The real command killed at any moment, also while its workers read: the old publication stays, the next run goes on."""

import json
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from index.library import Library
from index.record import Record
from index.record.tables import EditionRow, PublishedEdition
from index.settings import PROJECT, Settings
from index.vectors import VectorStore
from vietnamese.text import query_tokens

DOCUMENTS = 20


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with a published index of one document, and a corpus that has grown by an archive since."""
    folder = tmp_path_factory.mktemp("killed")
    corpus = folder / "corpus"
    corpus.mkdir()
    (corpus / "old.txt").write_text("1. Bản cũ về kinh phí.", encoding="utf-8")
    assert _ingest(folder).wait() == 0
    with zipfile.ZipFile(corpus / "all.zip", "w") as archive:
        for i in range(DOCUMENTS):
            clauses = "\n".join(f"{n}. Điều khoản số {n} của văn bản {i} về kinh phí đào tạo." for n in range(1, 4))
            archive.writestr(f"d{i}.txt", f"KẾ HOẠCH\nHọc năm 2024\n{clauses}\n")
    yield folder


def _ingest(folder: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "ingest", "--data", str(folder / "data"), "--events", str(folder / "events")]
    environment = {**os.environ, "ASSISTANT_CORPUS": str(folder / "corpus"), "ASSISTANT_WORKERS": "2"}
    # A shell starts what runs in the background with interrupts ignored, and the tests may be that.
    heeding = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    return subprocess.Popen(command, cwd=PROJECT, env=environment, stderr=subprocess.DEVNULL, preexec_fn=heeding)


def _events(folder: Path) -> list[dict[str, object]]:
    lines = (folder / "events").read_text(encoding="utf-8").splitlines() if (folder / "events").exists() else []
    return [json.loads(line) for line in lines]


def _await_read(folder: Path, n: int, process: "subprocess.Popen[bytes]") -> None:
    """Waits until `n` documents are read."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and process.poll() is None:
        if sum(e["event"] == "outcome" and e["action"] == "added" for e in _events(folder)) >= n:
            return
        time.sleep(0.02)


def _check(folder: Path, documents: set[str]) -> None:
    """Record, lexical index and vectors tell of the same documents."""
    settings = Settings(data=folder / "data")
    library = Library.open(settings)
    assert set(library.documents) == documents
    hits = library.lexical(query_tokens("kinh phí", accented=True), 10_000)
    assert {library.passage(h.passage_id).document_id for h in hits} == documents
    publication = library._snapshot.publication
    counts = {name: len(library.passages_of(name)) for name in documents}
    held: dict[int, int] = {}
    for segment in publication.segments:
        for edition, n in segment.editions.items():
            held[edition] = held.get(edition, 0) + n
    assert {library._snapshot.editions[name]: n for name, n in counts.items()} == {
        e: n for e, n in held.items() if e in publication.editions
    }
    record = Record.open(settings)
    assert record is not None
    store = VectorStore.open(settings, record.index_id())
    for segment in publication.segments:
        assert store._collection(segment.name).count() == segment.size
    store.close()
    record.close()
    library.close()


def _pending(folder: Path) -> int:
    record = Record.open(Settings(data=folder / "data"))
    assert record is not None
    with Session(record._engine) as session:
        listed = select(PublishedEdition.edition_id)
        found = session.scalars(select(EditionRow.id).where(EditionRow.id.not_in(listed))).all()
    record.close()
    return len(found)


def _copy(first: Path, tmp_path: Path) -> Path:
    subprocess.run(["cp", "-r", f"{first}/corpus", f"{first}/data", str(tmp_path)], check=True)
    return tmp_path


ALL = {"old", *(f"d{i}" for i in range(DOCUMENTS))}


def test_a_run_killed_while_its_workers_read_goes_on_where_it_was(first: Path, tmp_path: Path) -> None:
    folder = _copy(first, tmp_path)
    process = _ingest(folder)
    _await_read(folder, 5, process)
    process.send_signal(signal.SIGKILL)
    process.wait()
    _check(folder, {"old"})
    kept = _pending(folder)
    assert kept >= 4, "what was read is written at once"
    (folder / "events").unlink()
    assert _ingest(folder).wait() == 0
    outcomes = [e for e in _events(folder) if e["event"] == "outcome"]
    assert sum(e["adopted"] is True for e in outcomes) == kept
    _check(folder, ALL)
    assert _pending(folder) == 0


@pytest.mark.slow
def test_a_run_stopped_from_the_keyboard_leaves_nothing_half_done(first: Path, tmp_path: Path) -> None:
    folder = _copy(first, tmp_path)
    process = _ingest(folder)
    _await_read(folder, 3, process)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=60) == 130
    assert _events(folder)[-1] | {"seconds": 0} == {"event": "end", "seconds": 0, "exit": 130, "error": "stopped"}
    _check(folder, {"old"})


def _kill_somewhere(seed: int, folder: Path) -> None:
    chance = random.Random(seed)
    for _ in range(2):
        process = _ingest(folder)
        if chance.random() < 0.7:
            _await_read(folder, chance.randint(0, DOCUMENTS), process)
        time.sleep(chance.uniform(0, 3))
        process.kill()
        process.wait()
        library = Library.open(Settings(data=folder / "data"))
        documents = set(library.documents)
        library.close()
        assert documents in ({"old"}, ALL)
        _check(folder, documents)
    assert _ingest(folder).wait() == 0
    _check(folder, ALL)
    (folder / "corpus" / "all.zip").unlink()
    assert _ingest(folder).wait() == 0
    _check(folder, {"old"})
    assert _pending(folder) == 0


@pytest.mark.slow
def test_killed_at_any_moment(first: Path, tmp_path: Path) -> None:
    _kill_somewhere(1, _copy(first, tmp_path))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 110))
def test_killed_at_ten_moments(seed: int, first: Path, tmp_path: Path) -> None:
    _kill_somewhere(seed, _copy(first, tmp_path))
