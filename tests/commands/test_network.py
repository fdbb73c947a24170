"""Documents are read and questions answered on a machine without any network, by a user with an empty home."""

from pathlib import Path

import pytest
from network import Offline, namespaces_permitted, run_offline
from running import succeeded
from samples import BEFORE, write_corpus
from state import QUESTION


def test_ingest_and_answer_reach_for_nothing(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", BEFORE)
    read = run_offline(tmp_path, "ingest", corpus, "--data", tmp_path / "data")
    succeeded(read.done)
    assert (read.attempts, read.counted or {}) == ([], {})
    asked = run_offline(tmp_path, "answer", QUESTION, "--data", tmp_path / "data")
    succeeded(asked.done)
    assert "Sở Tài chính" in asked.done.out
    assert (asked.attempts, asked.counted or {}) == ([], {})


def test_listing_reaches_for_nothing(small_index: Path, tmp_path: Path) -> None:
    listed = run_offline(tmp_path, "ingest", "--list", "--data", small_index)
    assert len(succeeded(listed.done).out.splitlines()) == len(BEFORE)
    assert (listed.attempts, listed.counted or {}) == ([], {})


CONNECT = "import socket; socket.create_connection(({host!r}, 443), 1)"


def reaching(folder: Path, code: str) -> Offline:
    """Runs a module that reaches out."""
    (folder / "hooks").mkdir(exist_ok=True)
    (folder / "hooks" / "reaching.py").write_text(code)
    return run_offline(folder, "reaching")


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "hub.example"])
def test_an_attempt_by_python_would_be_seen(host: str, tmp_path: Path) -> None:
    seen = reaching(tmp_path, CONNECT.format(host=host))
    assert seen.done.code == 1
    assert any(host in attempt for attempt in seen.attempts)


def test_an_attempt_by_compiled_code_would_be_seen(tmp_path: Path) -> None:
    if not namespaces_permitted():
        return
    code = CONNECT.format(host="192.0.2.1")
    unseen = reaching(tmp_path, f"import os, sys; os.execv(sys.executable, ['python', '-I', '-S', '-c', {code!r}])")
    assert unseen.attempts == []
    assert unseen.counted
