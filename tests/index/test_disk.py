"""Files that are whole or not there."""

import resource
from pathlib import Path

import pytest

from index.disk import write_file
from index.errors import StorageError


def test_a_file_takes_the_place_of_another(tmp_path: Path) -> None:
    path = tmp_path / "sổ.csv"
    for data in (b"first", b"second"):
        write_file(path, data)
        assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("place", ["nowhere/rows.csv", ".", "a" * 300])
def test_a_place_that_cannot_be_written(tmp_path: Path, place: str) -> None:
    with pytest.raises(StorageError) as raised:
        write_file(tmp_path / place, b"x")
    assert str(raised.value).startswith(f"{tmp_path / place} cannot be written (")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_is_full_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    write_file(path, b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(StorageError, match=r"rows\.csv cannot be written \("):
            write_file(path, bytes(2000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
