"""Whose fault it is that a file was not read: the machine's, the program's folders', or the file's own."""

import errno
import os
from pathlib import Path

import pytest

from index.errors import InputError
from index.settings import Settings
from ingest import faults
from ingest.faults import causes, is_short_of_memory, machine_fault, wants_memory

FILE = Path("/documents/a.pdf")


def _refused(number: int, place: str | None = None) -> OSError:
    return OSError(number, os.strerror(number), place) if place else OSError(number, os.strerror(number))


def _wrapped(error: BaseException) -> InputError:
    wrapped = InputError("a.pdf: cannot be read")
    wrapped.__cause__ = error
    return wrapped


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (_refused(errno.ENOSPC, "/tmp/x"), "No space left on device: /tmp/x); free some space"),
        (_refused(errno.EIO, str(FILE)), "Input/output error: /documents/a.pdf); check the disk"),
        (_refused(errno.ENFILE), "Too many open files in system); raise the limit"),
        (_refused(errno.EACCES, "/data/files/.part"), "make the folder writable or name another (ASSISTANT_DATA)"),
        (_refused(errno.ENOENT, "/scratch/ingest-1"), "make the folder writable or name another (TMPDIR)"),
        (FileNotFoundError(errno.ENOENT, "No usable temporary directory found in [...]"), "name another (TMPDIR)"),
    ],
)
def test_the_machine_is_named_with_the_remedy(monkeypatch: pytest.MonkeyPatch, error: OSError, said: str) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/scratch")
    for one in (error, _wrapped(error)):
        fault = machine_fault(one, FILE, Settings(data=Path("/data")))
        assert fault is not None and said in fault
        assert fault.startswith("not read by a fault of the machine") and fault.endswith("then run this again.")


@pytest.mark.parametrize(
    "error",
    [
        _refused(errno.EACCES, str(FILE)),
        _refused(errno.ENOENT, str(FILE)),
        OSError("image file is truncated"),
        ValueError("damaged"),
    ],
)
def test_what_the_file_itself_brings_about_is_no_fault_of_the_machine(error: Exception) -> None:
    assert machine_fault(_wrapped(error), FILE, Settings(data=Path("/data"))) is None


def test_a_want_of_memory_is_the_machines_where_it_has_hardly_any_left_by_the_limit_of_the_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    error = _wrapped(MemoryError())
    assert wants_memory(error) and not wants_memory(InputError("damaged"))
    for left, limit, short in [(2e8, 3e9, True), (2e9, 3e9, False), (None, 3e9, False), (5e9, None, True)]:
        monkeypatch.setattr(faults, "_left", lambda left=left: left)
        monkeypatch.setattr(faults, "_limit", lambda limit=limit: limit)
        assert is_short_of_memory() is short
        assert (machine_fault(error, FILE, Settings()) is not None) is short


def test_memory_left_is_the_smaller_of_the_machines_and_the_containers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faults, "_MEMORY_OF_MACHINE", tmp_path / "meminfo")
    monkeypatch.setattr(faults, "_GROUP", tmp_path)
    assert faults._left() is None
    (tmp_path / "meminfo").write_text("MemTotal: 9 kB\nMemAvailable:    1000 kB\n")
    assert faults._left() == 1_024_000
    (tmp_path / "memory.max").write_text("max\n")
    assert faults._left() == 1_024_000
    for name, text in {"max": "500000\n", "current": "400000\n", "stat": "anon 1\ninactive_file 50000\n"}.items():
        (tmp_path / f"memory.{name}").write_text(text)
    assert faults._left() == 150_000


def test_the_reasons_of_an_error_end_where_it_says_so() -> None:
    inner = ValueError("inner")
    hidden = InputError("outer")
    hidden.__context__, hidden.__suppress_context__ = inner, True
    assert list(causes(hidden)) == [hidden]
    hidden.__suppress_context__ = False
    assert list(causes(hidden)) == [hidden, inner]
