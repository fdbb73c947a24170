"""What one process holds while it reads file after file."""

import json

import pytest

from bench.worker import main


def test_the_memory_after_each_file_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--files", "3", "--rounds", "2"])
    *said, last = capsys.readouterr().out.splitlines()
    told = json.loads(last)
    assert told["files"] == 6 and len(told["mb"]) == 6 and min(told["mb"]) > 20
    assert said[0].startswith("memory after each 1 of 6 files, in MB: ")
