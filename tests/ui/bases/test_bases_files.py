"""The tables as CSV: what stands in them, accents, and no text that a spreadsheet takes for a formula."""

import csv
import io

import pytest

from index.citing import Citations
from obligations.exports.text import as_text
from ui.bases.files import document_rows, missing_rows
from ui.spreadsheet import csv_bytes
from ui.words import Words


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+84", "'+84"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        (" =1", "' =1"),
        ("＝1", "'＝1"),
        ("Nghị định = 1", "Nghị định = 1"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(cell: str, safe: str) -> None:
    assert as_text(cell) == safe


def test_a_file_is_read_back_as_it_was() -> None:
    rows = [["Số hiệu", "a,b"], ['"x"', "hai\ndòng"]]
    written = csv_bytes(rows)
    assert written.startswith(b"\xef\xbb\xbf") and b"\r\n" in written
    assert list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""))) == rows


def test_what_is_missing(citations: Citations, vietnamese: Words) -> None:
    heads, first, *rest = missing_rows(citations.missing, citations.documents, vietnamese)
    assert dict(zip(heads, first, strict=True)) == {
        "Số hiệu": "89/2021/NĐ-CP",
        "Loại hoặc tên": "Nghị định",
        "Nội dung như được nêu": citations.missing[0].subject,
        "Ngày (ISO)": "2021-10-18",
        "Số văn bản nêu": "2",
        "Được nêu trong": "Quyết định 30/QĐ-UBND (Bạc Liêu); Kế hoạch 12/KH-UBND (Cà Mau)",
        "Quan hệ": "Căn cứ",
        "Có thể đã có trong kho": "",
    }
    assert len(rest) == 3 and all(len(row) == len(heads) for row in rest)


def test_what_each_document_names(citations: Citations, english: Words) -> None:
    heads, *rows = document_rows(citations, english)
    told = [dict(zip(heads, row, strict=True)) for row in rows]
    assert len(told) == 7
    states = {row["Number"]: (row["State"], row["Id in the library"]) for row in told if row["Document id"] == "ca-mau"}
    assert states["101/2017/NĐ-CP"] == ("held", "nghi-dinh-101")
    assert states["7/TB-SNV"] == ("withdrawn from answers", "thong-bao")
    assert states["163/QĐ-TTg"] == ("not held", "")


def test_names_of_files_are_text(unsure: Citations, english: Words) -> None:
    text = csv_bytes(document_rows(unsure, english)).decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(text, newline="")))
    assert row["Document"].startswith("'=HYPERLINK") and row["State"] == "not certain"
