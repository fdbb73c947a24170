"""`python -m obligations`, run as a user does."""

import json
from pathlib import Path

import pytest

from obligations.__main__ import main
from tests.commands.running import run, succeeded


def test_rows_as_json_and_a_count_beside_them(indexed: Path) -> None:
    done = succeeded(run("obligations", "--json", "--actor", "so noi vu", "--data", indexed))
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert rows
    assert all("Sở Nội vụ" in row["actor"] or "Nội vụ" in row["actor"] for row in rows)
    assert f"{len(rows)} of " in done.err


def test_a_list_to_read(indexed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--role", "lead", "--document", "binh-dinh-quyet-dinh-2106-2023", "--data", str(indexed)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("[nhiệm vụ, chủ trì] ")
    assert "    binh-dinh-quyet-dinh-2106-2023: " in out
    assert ", dòng " in out


@pytest.mark.parametrize("kind", ["duty", "target", "funding"])
def test_one_kind(indexed: Path, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", "--kind", kind, "--data", str(indexed)]) == 0
    assert {json.loads(line)["kind"] for line in capsys.readouterr().out.splitlines()} == {kind}


def test_no_row_is_a_result(indexed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--actor", "Sở Không Có", "--data", str(indexed)]) == 0
    assert capsys.readouterr().out == ""


def test_a_document_that_is_not_there(indexed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--document", "nowhere", "--data", str(indexed)]) == 1
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err.startswith("obligations: no document nowhere in the index")


def test_no_index(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path)]) != 0
    assert capsys.readouterr().err.startswith("obligations: ")


@pytest.mark.parametrize("arguments", [["--kind", "other"], ["--role", "boss"], ["extra"]])
def test_wrong_usage(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
