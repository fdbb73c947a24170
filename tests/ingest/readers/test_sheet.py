"""Workbooks and CSV files: values as they are shown, tables told from the lines around them."""

import subprocess
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from index.errors import InputError
from ingest.readers import read, sheet
from ingest.readers.sheet import shown_value
from ingest.reading import Job
from tests.ingest.office.sample import needs_office

TABLE = [["TT", "Nội dung", "Số lượng"], [1, "Lớp A", 30], [2, "Lớp B", 40]]
TABLE_LINES = ["TT\tNội dung\tSố lượng", "1\tLớp A\t30", "2\tLớp B\t40"]


def _texts(path: Path) -> list[str]:
    return [line.text for line in read(path, Job(path.parent)).lines]


def _book(folder: Path, *sheets: list[list[object]]) -> Path:
    book = Workbook()
    book.remove(book.active)
    for i, rows in enumerate(sheets, 1):
        made = book.create_sheet(f"Biểu {i}")
        for row in rows:
            made.append(row)
    path = folder / "x.xlsx"
    book.save(path)
    return path


def _csv(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "x.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_a_table_between_lines(tmp_path: Path) -> None:
    rows = [
        ["UBND TỈNH A", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], [], ["PHỤ LỤC"], ["(Kèm theo Kế hoạch số 1)"],
        *TABLE, ["II. Nhóm hai"], [None, "Cộng", 70], ["Ghi chú: số ước tính"], ["Nơi nhận:", None, "TM. ỦY BAN NHÂN DÂN"],
    ]  # fmt: skip
    assert _texts(_book(tmp_path, rows)) == [
        "UBND TỈNH A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "PHỤ LỤC", "(Kèm theo Kế hoạch số 1)",
        *TABLE_LINES, "II. Nhóm hai\t\t", "\tCộng\t70", "Ghi chú: số ước tính", "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN",
    ]  # fmt: skip


def _formulas(folder: Path, formula: str) -> Path:
    return _book(folder, [*TABLE, [None, "Cộng", formula]])


@needs_office
def test_formulas_whose_values_were_not_kept_are_calculated(tmp_path: Path) -> None:
    path = _formulas(tmp_path, "=SUM(C2:C3)")
    assert _texts(path) == [*TABLE_LINES, "\tCộng\t70"]
    kept = tmp_path / "kept.xlsx"
    (tmp_path / "office-xlsx/out/document.xlsx").rename(kept)
    assert _texts(kept) == [*TABLE_LINES, "\tCộng\t70"]
    assert not (tmp_path / "office-xlsx/out").is_dir() or not list((tmp_path / "office-xlsx/out").iterdir())


def test_a_kept_text_without_letters_is_a_value(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    sheet_xml = '<c t="inlineStr"><is><t>Cộng</t></is></c><c t="str"><f>""</f><v></v></c><c><f>1+1</f><v>2</v></c>'
    data = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row>{}</row></sheetData></worksheet>'
    assert _texts(_with_sheet(tmp_path, data.format(sheet_xml).encode())) == ["Cộng\t\t2"]


@needs_office
def test_a_formula_that_cannot_be_calculated(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"x\.xlsx: it keeps no values of its formulas"):
        _texts(_formulas(tmp_path, "=NOBODYKNOWS(C2)"))


def test_formulas_without_values_and_without_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(InputError, match=r"x\.xlsx: LibreOffice, which reading this file needs"):
        _texts(_formulas(tmp_path, "=SUM(C2:C3)"))


def test_several_sheets_begin_with_their_names(tmp_path: Path) -> None:
    assert _texts(_book(tmp_path, TABLE, [["Một dòng"]], [])) == ["Biểu 1", *TABLE_LINES, "Biểu 2", "Một dòng"]


def test_hidden_sheets_are_left_out(tmp_path: Path) -> None:
    path = _book(tmp_path, TABLE, [["ẩn"]])
    book = load_workbook(path)
    book["Biểu 2"].sheet_state = "hidden"
    book.save(path)
    assert _texts(path) == TABLE_LINES


def test_merged_cells_and_a_table_away_from_the_edge(tmp_path: Path) -> None:
    book = Workbook()
    for i, row in enumerate(TABLE):
        for j, value in enumerate(row):
            book.active.cell(i + 3, j + 2, value)
    book.active.merge_cells("B5:C5")
    book.save(tmp_path / "x.xlsx")
    assert _texts(tmp_path / "x.xlsx") == [*TABLE_LINES[:2], "2\t\t40"]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (1, None, "1"), (1.0, "General", "1"), (12.5, "General", "12,5"), (0.1 + 0.2, "General", "0,3"),
        (1250000, "#,##0", "1.250.000"), (1250.5, "#,##0.00", "1.250,50"), (1250, "0", "1250"),
        (0.125, "0.0%", "12,5%"), (0.5, "0%", "50%"), (1.0, "0.00%", "100,00%"), (-5.0, "#,##0;(#,##0)", "-5"),
        (date(2024, 3, 5), "mm-dd-yy", "05/03/2024"), (datetime(2024, 3, 5), None, "05/03/2024"),
        (datetime(2024, 3, 5, 8, 30), None, "05/03/2024 08:30"), (True, None, "Có"), ("01\n lớp\t", "@", "01 lớp"),
        (2024, "@", "2024"), (2.5, "0", "3"), (-2.5, "0", "-3"), (0.125, "0%", "13%"), (1.005, "0.00", "1,01"),
        (2.675, "0.00", "2,68"), (0.1 + 0.2, "0.0", "0,3"), (1250000, "_-* #,##0\\ _₫_-;\\-* #,##0_-", "1.250.000"),
        (2024, '"Năm "0', "Năm 2024"), (-5, '"Lỗ; "0', "-Lỗ; 5"), (12500, '#,##0\\ "đồng"', "12.500 đồng"),
        (12500, "#,##0 [$₫-42A]", "12.500 ₫"), (7, "[$-42A]0", "7"), (7, "[Red]0", "7"), (1234, "#,###", "1.234"),
        (0.1255, "0.0#%", "12,55%"), (12.5, "0.##", "12,5"), (12, "0.##", "12"), (1250.5, "[>9]0;0.0", "1250,5"),
        (1250000, "#,##0,", "1250000"), (1250000, "#,##0.0,,", "1250000"), (0.5, "# ?/?", "0,5"), (7, "000", "7"),
        (1250, "0.00E+00", "1250"), (0.5, "0%%", "0,5"), (1e300, "#,##0", "1e+300"), (float("inf"), "0", "inf"),
    ],
)  # fmt: skip
def test_values_as_they_are_shown(value: object, form: str | None, shown: str) -> None:
    assert shown_value(value, form) == shown


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [["PHỤ LỤC"], ["TT", "Nội dung", "Số lượng"], ["1", '"Lớp A, B; C"', "30"], ["2", '"Hai\ndòng"', "40"]]
    text = "\n".join(delimiter.join(row) for row in rows)
    lines = read(_csv(tmp_path, text, encoding), Job(tmp_path)).lines
    assert [(line.text, line.line) for line in lines] == [
        ("PHỤ LỤC", 1), ("TT\tNội dung\tSố lượng", 2), ("1\tLớp A, B; C\t30", 3), ("2\tHai dòng\t40", 4),
    ]  # fmt: skip


def test_a_csv_of_sentences(tmp_path: Path) -> None:
    assert _texts(_csv(tmp_path, "Chỉ một dòng\nvà dòng nữa")) == ["Chỉ một dòng", "và dòng nữa"]


@needs_office
@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_older_and_other_workbooks(tmp_path: Path, suffix: str) -> None:
    path = _book(tmp_path, [["PHỤ LỤC"], *TABLE])
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", suffix, "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    assert _texts(path.with_suffix(f".{suffix}")) == ["PHỤ LỤC", *TABLE_LINES]


def test_a_cell_at_the_far_end(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"], book.active["XFD1"] = "đầu", "cuối"
    book.save(tmp_path / "x.xlsx")
    with pytest.raises(InputError, match=r"x\.xlsx: a table of more than"):
        _texts(tmp_path / "x.xlsx")


def test_a_size_that_the_file_only_claims(tmp_path: Path) -> None:
    path = _book(tmp_path, TABLE)
    changed = tmp_path / "changed.xlsx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(changed, "w") as copy:
        for member in source.infolist():
            data = source.read(member)
            if member.filename.startswith("xl/worksheets/"):
                assert b'ref="A1:C3"' in data
                data = data.replace(b'ref="A1:C3"', b'ref="A1:XFD1048576"')
            copy.writestr(member.filename, data)
    assert _texts(changed) == TABLE_LINES


def test_too_many_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "MAX_ROWS", 2)
    with pytest.raises(InputError, match=r"x\.csv: a table of more than 2 rows"):
        _texts(_csv(tmp_path, "a,b\n1,2\n3,4"))
    with pytest.raises(InputError, match=r"x\.xlsx: a table of more than 2 rows"):
        _texts(_book(tmp_path, TABLE))


def _with_sheet(folder: Path, data: bytes) -> Path:
    path = _book(folder, TABLE)
    changed = folder / "bad.xlsx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(changed, "w") as copy:
        for member in source.infolist():
            copy.writestr(member.filename, data if "worksheets/" in member.filename else source.read(member))
    return changed


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<worksheet", "no workbook can be made of it"),
        (b'<worksheet xmlns="urn:x"><sheetData><row><c t="n"><v>x</v></c></row>', "no workbook can be made of it"),
        (
            b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><worksheet>&x;</worksheet>',
            "declares a document type",
        ),
        (b"<worksheet/>", "holds no words or figures"),
    ],
)
def test_damaged_sheets(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=rf"bad\.xlsx: .*{said}"):
        _texts(_with_sheet(tmp_path, data))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("x.xlsx", b"", "empty"),
        ("x.xlsx", b"%PDF-1.7", "this is a PDF"),
        ("x.xls", b"plain", "no document of this kind"),
        ("x.xlsx", b"PK\x03\x04" + bytes(500), "damaged or cut short"),
        ("x.csv", b"", "empty"),
        ("x.csv", b"a,b\x00\x01\x02\x03", "binary"),
        ("x.csv", b",,\n,,\n", "no words or figures"),
        ("x.csv", b"\xff\xff\xff", "UTF-8"),
    ],
)
def test_files_that_are_refused(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError, match=rf"{name}: .*{said}"):
        _texts(path)


def test_a_workbook_in_html(tmp_path: Path) -> None:
    """Many portals export tables so."""
    path = tmp_path / "x.xls"
    path.write_text(
        "<html><table border=1><tr><td>TT<td>Tên</tr><tr><td>1<td>Lớp</tr></table></html>", encoding="utf-8"
    )
    assert _texts(path) == ["TT\tTên", "1\tLớp"]
