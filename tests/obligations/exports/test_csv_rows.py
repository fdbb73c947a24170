"""The CSV file, read as Excel, LibreOffice and programs read it."""

import csv
import io
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell import Cell

from ingest.office.convert import write_profile
from obligations.exports.columns import COLUMNS
from obligations.exports.csv_rows import csv_rows
from obligations.exports.headings import LANGUAGES, Language, word
from obligations.exports.text import clean
from obligations.obligation import Obligation
from tests.ingest.office.sample import needs_office
from tests.obligations.exports.made_rows import HOSTILE, QUOTE, documents, due, hostile, row, target

NAMES = [column.name for column in COLUMNS]
_MARK = b"\xef\xbb\xbf"


def lines(data: bytes, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def cells(rows: Sequence[Obligation]) -> list[dict[str, str]]:
    return [dict(zip(NAMES, line, strict=True)) for line in lines(csv_rows(rows, documents(), "vi"))[1:]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_header_row_behind_the_mark(language: Language) -> None:
    data = csv_rows([row()], documents(), language)
    assert data.startswith(_MARK) and data.count(_MARK) == 1
    assert lines(data)[0] == [word(column.heading, language) for column in COLUMNS]
    assert data.count(b"\r\n") == 2 and data.count(b"\n") == 2


def test_no_row_is_a_header() -> None:
    assert len(lines(csv_rows([], documents(), "vi"))) == 1


def test_words_days_and_numbers() -> None:
    found = cells([due("Trước 31/3/2021"), target(), due("31/8 hằng năm"), target(low=None, high=float("inf"))])
    assert (found[0]["actor"], found[0]["quote"]) == ("Sở Nội vụ", QUOTE)
    assert (found[0]["due_last"], found[0]["document_date"]) == ("2021-03-31", "2021-03-05")
    assert (found[1]["low"], found[1]["high"], found[1]["due_last"]) == ("12.5", "80", "")
    assert found[2]["every_year"] == "31/8 hằng năm, 2021–2025"
    assert (found[3]["low"], found[3]["high"]) == ("", "inf")


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_no_cell_is_a_formula_wherever_cells_are_parted(text: str, delimiter: str) -> None:
    """Which sign parts cells is a setting of Windows."""
    for line in lines(csv_rows([hostile(text)], documents(), "vi"), delimiter):
        for cell in line:
            assert not re.match(r"[\"']?[=+\-@\t\r＝＋－＠]", cell) or cell.startswith("'"), cell


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_no_formula_stays_as_it_is(text: str) -> None:
    (found,) = cells([hostile(text)])
    shown = found["quote"].removeprefix("'").replace("; =", ";=").replace('; "=', ';"=')
    assert shown == clean(text)


def test_a_hyphen_inside_a_text_is_left_alone() -> None:
    (found,) = cells([row(quote="Giai đoạn 2021-2025; đào tạo; - bồi dưỡng", action="a; b")])
    assert found["quote"] == "Giai đoạn 2021-2025; đào tạo; - bồi dưỡng"


@needs_office
@pytest.mark.parametrize("separator", [",", ";"])
def test_libreoffice_takes_no_cell_for_a_formula(tmp_path: Path, separator: str) -> None:
    """It reads "=1+1" as a formula, as Excel does."""
    rows = [row(), *map(hostile, HOSTILE)]
    assert "=1+1" in formulas_of(b"a,b\n=1+1,c\n", tmp_path / "bare", ",")
    shown = by_libreoffice(csv_rows(rows, documents(), "vi"), tmp_path / "rows", separator)
    assert [cell.value for line in shown for cell in line if cell.data_type in ("f", "e")] == []
    if separator == ",":
        assert shown[1][NAMES.index("quote")].value == QUOTE
        assert [line[NAMES.index("actor")].value for line in shown[2:]] == [found["actor"] for found in cells(rows)[1:]]


def formulas_of(data: bytes, scratch: Path, separator: str) -> list[str]:
    return [cell.value for line in by_libreoffice(data, scratch, separator) for cell in line if cell.data_type == "f"]


def by_libreoffice(data: bytes, scratch: Path, separator: str) -> list[tuple[Cell, ...]]:
    """The cells of a CSV file as LibreOffice takes it in."""
    scratch.mkdir()
    path = scratch / "rows.csv"
    path.write_bytes(data)
    profile = scratch / "profile"
    write_profile(profile, "soffice")
    command = ["soffice", "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"]
    command += [f"--infilter=csv:{ord(separator)},34,76,1,,0,false,true"]
    command += ["--convert-to", "xlsx", "--outdir", str(scratch), str(path)]
    subprocess.run(command, capture_output=True, timeout=200, check=True)
    return list(openpyxl.load_workbook(scratch / "rows.xlsx").worksheets[0])
