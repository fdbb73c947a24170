"""`python -m obligations`, run as a user does."""

import json
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from icalendar import Calendar

from obligations.__main__ import main
from obligations.exports.columns import COLUMNS
from obligations.exports.headings import word
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


def test_the_rows_as_files(indexed: Path, tmp_path: Path) -> None:
    """As a user writes all three at once; the rows are those of the filter."""
    names = [tmp_path / f"sổ {suffix}.{suffix}" for suffix in ("xlsx", "csv", "ics")]
    listed = succeeded(run("obligations", "--json", "--role", "lead", "--data", indexed))
    options = [part for name in names for part in (f"--{name.suffix[1:]}", name)]
    done = succeeded(run("obligations", "--role", "lead", *options, "--data", indexed))
    assert done.out == ""
    rows = [json.loads(line) for line in listed.out.splitlines()]
    assert f"{len(rows)} of " in done.err

    book = openpyxl.load_workbook(names[0], read_only=True)
    header, *lines = book.worksheets[0].iter_rows(values_only=True)
    assert header == tuple(word(column.heading, "vi") for column in COLUMNS)
    actions = [line[header.index(word("column.action", "vi"))] for line in lines]
    assert actions == [" ".join(row["action"].split()) for row in rows]
    about = {line[0]: line[1] for line in book.worksheets[1].iter_rows(values_only=True, max_col=2)}
    assert about["Điều kiện lọc"] == "Vai trò: chủ trì"
    assert about["Ngày xuất"] == datetime.combine(date.today(), datetime.min.time())

    assert names[1].read_text(encoding="utf-8-sig").count("\n") == len(rows) + 1
    events = Calendar.from_ical(names[2].read_bytes()).walk("VEVENT")
    assert 0 < len(events) < len(rows)
    assert f"{len(events)} events; {len(rows) - len(events)} rows name no day" in done.err
    assert sorted(tmp_path.iterdir()) == sorted(names)


def test_headings_in_english(indexed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("what was there before", encoding="utf-8")
    assert main(["--csv", str(path), "--language", "en", "--data", str(indexed)]) == 0
    assert path.read_text(encoding="utf-8-sig").startswith("No.,Kind,Who,")
    assert capsys.readouterr().out == ""


def test_no_row_is_a_file_too(indexed: Path, tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    assert main(["--actor", "Sở Không Có", "--csv", str(path), "--data", str(indexed)]) == 0
    assert len(path.read_text(encoding="utf-8-sig").splitlines()) == 1


@pytest.mark.parametrize("option", ["--xlsx", "--csv", "--ics"])
def test_a_file_that_cannot_be_written(
    indexed: Path, tmp_path: Path, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "nowhere" / "rows"
    assert main([option, str(path), "--data", str(indexed)]) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err.startswith(f"obligations: {path} cannot be written (No such file or directory)")


def test_rows_into_a_pipe(indexed: Path) -> None:
    done = succeeded(run("obligations", "--csv", "/dev/stdout", "--data", indexed))
    assert done.out.startswith("\ufeffSTT,")


@pytest.mark.parametrize("arguments", [["--language", "fr"], ["--kind", "other"], ["--role", "boss"], ["extra"]])
def test_wrong_usage(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
