"""What one process holds while it reads file after file."""

import json
from typing import Any

import pytest

import bench.worker
from bench.worker import main
from ingest.sources import Source
from ingest.worker import Read, read_here


def test_the_memory_after_each_file_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--files", "3", "--rounds", "2"]) == 0
    *said, last = capsys.readouterr().out.splitlines()
    told = json.loads(last)
    assert told["files"] == 6 and len(told["mb"]) == 6 and min(told["mb"]) > 20
    assert said[0].startswith("memory after each 1 of 6 files, in MB: ")


def test_files_that_are_not_read_are_named_and_the_command_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def read(number: int, source: Source, *rest: Any) -> Read:
        if source.suffix == ".html":
            return Read(number, None, f"{source.path.name}: a program is not installed")
        return read_here(number, source, *rest)

    monkeypatch.setattr(bench.worker, "read_here", read)
    assert main(["--files", "3", "--rounds", "2"]) == 1
    said = capsys.readouterr()
    assert said.err == "not read: 0002-html.html: a program is not installed\n"
    assert json.loads(said.out.splitlines()[-1])["failed"] == 2
    assert "not read: 2 of 6, 0 of them made to be bad" in said.out


def test_files_that_are_made_to_be_bad_may_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.mixed._MIX", {"text": 1, "cut": 1, "blank": 1})
    monkeypatch.setattr("bench.mixed._STRIDE", 1)
    monkeypatch.setattr(bench.worker, "read_here", lambda n, s, *_: Read(n, None, f"{s.path.name}: bad"))
    assert main(["--files", "3", "--rounds", "1"]) == 1  # the text
    monkeypatch.setattr("bench.mixed._MIX", {"cut": 1, "blank": 1})
    assert main(["--files", "2", "--rounds", "1"]) == 0
