"""Files that are whole or not there."""

from pathlib import Path

import pytest

from eval.files import publish, write_text
from index.errors import StorageError


def test_a_file_takes_its_place_in_one_step(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("old", encoding="utf-8")
    held = path.open(encoding="utf-8")
    write_text(path, "Sở\n")
    assert path.read_bytes() == "Sở\n".encode()
    assert held.read() == "old"  # who reads the old file reads it to its end
    held.close()
    assert [p.name for p in tmp_path.iterdir()] == ["a.json"]


def test_the_last_file_is_there_only_with_all_the_others(tmp_path: Path) -> None:
    (tmp_path / "last.json").write_text("of the run before", encoding="utf-8")
    (tmp_path / "b.json").mkdir()  # a place that cannot be written
    with pytest.raises(StorageError, match=r"b\.json cannot be written"):
        publish(tmp_path, {"last.json": "new", "b.json": "new"}, last="last.json")
    assert not (tmp_path / "last.json").exists()
    (tmp_path / "b.json").rmdir()
    publish(tmp_path, {"last.json": "new", "b.json": "new"}, last="last.json")
    assert (tmp_path / "last.json").read_text(encoding="utf-8") == "new"
