"""The workbook, read back by openpyxl and by LibreOffice."""

import csv
import io
import subprocess
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from index.errors import AssistantError
from ingest.office.convert import write_profile
from obligations.exports.columns import COLUMNS
from obligations.exports.headings import LANGUAGES, Language, word
from obligations.exports.sheet import LINE_HEIGHT, MOST_LINES, MOST_UNITS
from obligations.exports.text import clean, starts_formula
from obligations.exports.workbook import MOST_ROWS, TooManyRows, workbook
from obligations.obligation import Obligation
from obligations.wanted import Wanted
from tests.ingest.office.sample import needs_office
from tests.obligations.exports.made_rows import (
    DAY,
    HOSTILE,
    QUOTE,
    about,
    document,
    documents,
    due,
    hostile,
    row,
    target,
)
from vietnamese.text import nfc

NAMES = [column.name for column in COLUMNS]


def made(rows: Sequence[Obligation], language: Language = "vi", wanted: Wanted | None = None) -> bytes:
    return workbook(rows, documents(), about(wanted), language)


def sheet(data: bytes, place: int = 0) -> Worksheet:
    book = openpyxl.load_workbook(BytesIO(data))
    return book.worksheets[place]


def cell(found: Worksheet, name: str, line: int = 2) -> Cell:
    return found.cell(line, NAMES.index(name) + 1)


def by_libreoffice(data: bytes, scratch: Path, place: int = 1) -> list[list[str]]:
    """The cells of a sheet as LibreOffice shows them."""
    path = scratch / "rows.xlsx"
    path.write_bytes(data)
    profile = scratch / "profile"
    write_profile(profile, "soffice")
    how = f"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,{place}"
    command = ["soffice", "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"]
    command += ["--convert-to", how, "--outdir", str(scratch), str(path)]
    subprocess.run(command, capture_output=True, timeout=200, check=True)
    (shown,) = scratch.glob("rows*.csv")
    return list(csv.reader(io.StringIO(shown.read_text(encoding="utf-8-sig"))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_header_that_stays_and_can_be_filtered(language: Language) -> None:
    found = sheet(made([row(), row()], language))
    assert [c.value for c in found[1]] == [word(column.heading, language) for column in COLUMNS]
    assert found.freeze_panes == "A2"
    assert found.auto_filter.ref == f"A1:{found.cell(1, len(COLUMNS)).column_letter}3"
    assert found.print_title_rows == "$1:$1"
    assert found.cell(1, 1).font.bold
    assert [found.column_dimensions[c.column_letter].width for c in found[1]] == [c.width for c in COLUMNS]


def test_words_as_they_are_in_wrapped_cells() -> None:
    found = sheet(made([row()]))
    assert cell(found, "actor").value == "Sở Nội vụ"
    assert cell(found, "counterparts").value == "Sở Tài chính; Sở Y tế"
    assert cell(found, "section").value == "III. TỔ CHỨC THỰC HIỆN › 1. Sở Nội vụ"
    assert cell(found, "quote").value == QUOTE
    assert cell(found, "quote").alignment.wrap_text
    assert cell(found, "kind").value == "nhiệm vụ"
    assert cell(found, "status").value == "đã ban hành"
    assert cell(found, "condition").value is None


def test_days_that_are_certain_are_dates_and_figures_are_numbers() -> None:
    found = sheet(made([due("Trước 31/3/2021"), target(), due("Trong quý IV/2025")]))
    assert cell(found, "due_last").value == datetime(2021, 3, 31)
    assert cell(found, "due_last").number_format == "dd/mm/yyyy"
    assert cell(found, "due_first").value is None
    assert cell(found, "document_date").value == datetime(2021, 3, 5)
    assert (cell(found, "low", 3).value, cell(found, "high", 3).value) == (12.5, 80)
    assert [cell(found, name, 3).data_type for name in ("no", "low", "high", "target_year", "period_start")] == [
        "n"
    ] * 5
    assert [cell(found, name, 4).value for name in ("due_first", "due_last")] == [
        datetime(2025, 10, 1),
        datetime(2025, 12, 31),
    ]
    assert (cell(found, "line_first").value, cell(found, "line_last").value, cell(found, "page").value) == (12, 14, 3)


def test_what_is_uncertain_is_no_date() -> None:
    plan = document(date="2021-03")
    rows = [due("Trước 31/8 hằng năm"), due("Thường xuyên"), due("Sau 10 ngày kể từ ngày có hiệu lực")]
    found = sheet(workbook(rows, {plan.id: plan}, about(), "vi"))
    for line in (2, 3, 4):
        assert cell(found, "due_last", line).value is None
    assert cell(found, "every_year").value == "31/8 hằng năm, 2021–2025"
    assert cell(found, "document_date").value == "2021-03"


@pytest.mark.parametrize("known", ["1899-12-31", "1900-02-28", "2021-02-31"])
def test_days_that_workbooks_have_not_are_text(known: str) -> None:
    plan = document(date=known)
    assert cell(sheet(workbook([row()], {plan.id: plan}, about(), "vi")), "document_date").value == known


def test_no_row() -> None:
    data = made([])
    assert sheet(data).max_row == 1
    assert sheet(data).auto_filter.ref.endswith("1")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_a_formula_or_breaks_the_file(text: str) -> None:
    found = sheet(made([hostile(text)]))
    shown = cell(found, "quote")
    assert shown.data_type in ("s", "inlineStr")
    assert shown.value == clean(text).replace("_x0", "_x005F_x0")
    assert shown.quotePrefix == starts_formula(clean(text))
    assert cell(found, "action").data_type in ("s", "inlineStr")


def test_a_text_longer_than_a_cell_is_cut_and_counted() -> None:
    long = "Ủy ban nhân dân 😀 " * 3000
    data = made([row(quote=long), row(quote=long[:MOST_UNITS])])
    shown = cell(sheet(data), "quote").value
    assert len(shown.encode("utf-16-le")) // 2 <= MOST_UNITS
    assert shown.endswith(word("cut", "vi"))
    assert long.startswith(shown.removesuffix(word("cut", "vi")))
    facts = {c[0].value: c[1].value for c in sheet(data, 1).iter_rows(max_col=2)}
    assert facts[word("about.cut", "vi", n=MOST_UNITS)] == 2  # the second is longer in UTF-16 than in characters


def test_a_row_is_as_high_as_its_text_but_no_wall() -> None:
    found = sheet(made([row(quote="ngắn"), row(quote="dài " * 100), row(quote="rất dài " * 1000)]))
    heights = [found.row_dimensions[line].height for line in (2, 3, 4)]
    assert heights == sorted(set(heights))
    assert heights[0] < 3 * LINE_HEIGHT
    assert heights[-1] < (MOST_LINES + 1) * LINE_HEIGHT


def test_more_rows_than_a_sheet_has() -> None:
    with pytest.raises(TooManyRows, match=r"1048576 rows do not fit .* 1,048,576") as raised:
        made([row()] * (MOST_ROWS + 1))
    assert isinstance(raised.value, AssistantError)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_second_sheet_says_what_the_rows_are_of(language: Language) -> None:
    other = document(id="khac", title="=Kế hoạch khác", status="draft", date=None, number=None)
    wanted = Wanted(kind="duty", role="lead", actor="so noi vu", due=(date(2025, 1, 1), date(2025, 12, 31)))
    found = sheet(workbook([row(), row()], documents(other), about(wanted), language), 1)
    lines = [[c.value for c in line if c.value is not None] for line in found.iter_rows()]
    assert [word("about.index", language), "1c532f1f8f84"] in lines
    assert [word("about.day", language), datetime(DAY.year, DAY.month, DAY.day)] in lines
    assert [word("about.rows", language), 2] in lines
    assert [word("about.total", language), 377] in lines
    filtered = [line[1] for line in lines if line and line[0] == word("about.filter", language)]
    assert filtered == [
        f"{word('wanted.kind', language)}: {word('kind.duty', language)}",
        f"{word('wanted.actor', language)}: so noi vu",
        f"{word('wanted.role', language)}: {word('role.lead', language)}",
        f"{word('wanted.due', language)}: " + {"vi": "1/1/2025–31/12/2025", "en": "2025-01-01–2025-12-31"}[language],
    ]
    assert lines[-2][0] == "ke-hoach-12" and lines[-2][-1] == 2
    assert lines[-1][:2] == ["khac", "=Kế hoạch khác"] and lines[-1][-2:] == [word("status.draft", language), 0]


def test_without_a_filter_it_says_so() -> None:
    lines = {c[0].value: c[1].value for c in sheet(made([row()]), 1).iter_rows(max_col=2)}
    assert lines[word("about.filter", "vi")] == word("about.no_filter", "vi")


@needs_office
def test_libreoffice_shows_the_same_words_and_days(tmp_path: Path) -> None:
    rows = [due("Trước 31/3/2021"), target(), due("Trước 31/8 hằng năm"), *map(hostile, HOSTILE)]
    shown = by_libreoffice(made(rows), tmp_path)
    assert shown[0] == [word(column.heading, "vi") for column in COLUMNS]
    lines = [dict(zip(NAMES, line, strict=True)) for line in shown[1:]]
    assert len(lines) == len(rows)
    assert (lines[0]["actor"], lines[0]["quote"], lines[0]["due_last"]) == ("Sở Nội vụ", QUOTE, "31/03/2021")
    assert lines[0]["document_date"] == "05/03/2021"
    assert (lines[1]["low"], lines[1]["high"], lines[1]["target_year"]) == ("12.5", "80", "2025")
    assert lines[2]["every_year"] == "31/8 hằng năm, 2021–2025"
    for line, text in zip(lines[3:], HOSTILE, strict=True):
        assert nfc(line["quote"]) == nfc(clean(text))
        assert line["due_last"] == "31/08/2025"


@needs_office
def test_libreoffice_shows_the_second_sheet(tmp_path: Path) -> None:
    shown = by_libreoffice(made([row()], "en"), tmp_path, 2)
    assert ["Exported on", DAY.isoformat()] in [line[:2] for line in shown]
    assert shown[-1][:3] == ["ke-hoach-12", document().title, "12/KH-UBND"]


def test_the_parts_of_the_file_are_whole() -> None:
    with zipfile.ZipFile(BytesIO(made([row()]))) as parts:
        assert parts.testzip() is None
        assert not [name for name in parts.namelist() if "external" in name.lower() or "vba" in name.lower()]
