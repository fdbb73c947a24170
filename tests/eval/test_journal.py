"""The journal of a run: goes on under the same circumstances, starts afresh under others."""

from pathlib import Path

import pytest

from eval.journal import Journal

HERE = {"questions": "abc", "today": "2025-06-30"}
ROWS = [{"id": "a1", "answer": "Sở Tài chính\u2028 và"}, {"id": "a2", "answer": ""}]


def _kept(path: Path) -> Path:
    with Journal(path, HERE) as journal:
        for row in ROWS:
            journal.append(row)
    return path


def test_it_goes_on_where_it_stopped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _kept(tmp_path / "j.jsonl")
    with Journal(path, HERE) as journal:
        assert list(journal.rows.values()) == ROWS
        journal.append({"id": "a3"})
    with Journal(path, HERE) as journal:
        assert list(journal.rows) == ["a1", "a2", "a3"]
    assert capsys.readouterr().err == ""


def test_other_circumstances_start_afresh_and_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _kept(tmp_path / "j.jsonl")
    with Journal(path, HERE | {"today": "2026-01-01"}) as journal:
        assert journal.rows == {}
    assert f"{path}: left by a run under other circumstances (today); starting afresh." in capsys.readouterr().err
    assert "a1" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("lost", [1, 10])
def test_a_last_line_cut_short_is_named_and_taken_away(
    lost: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _kept(tmp_path / "j.jsonl")
    path.write_bytes(path.read_bytes()[:-lost])
    with Journal(path, HERE) as journal:
        assert list(journal.rows) == ["a1"]
        journal.append(ROWS[1])
    assert f"{path}, line 3: cut short" in capsys.readouterr().err
    with Journal(path, HERE) as journal:
        assert list(journal.rows.values()) == ROWS


@pytest.mark.parametrize("content", ["", "not JSON\n", "[]\n"])
def test_a_file_that_is_no_journal_is_replaced(
    content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "j.jsonl"
    path.write_text(content, encoding="utf-8")
    with Journal(path, HERE) as journal:
        assert journal.rows == {}
    assert "starting afresh" in capsys.readouterr().err


def test_it_goes_when_it_is_done(tmp_path: Path) -> None:
    with Journal(tmp_path / "j.jsonl", HERE) as journal:
        journal.append(ROWS[0])
        journal.remove()
    assert list(tmp_path.iterdir()) == []
