"""Number and date that only a signature's field shows."""

import shutil
from pathlib import Path

import pytest

from ingest.pdf.fields import is_blank
from ingest.reading import RawLine
from tests.ingest.pdf.sheets import Put, put_pdf, read_pdf, with_widgets

HEAD: list[Put] = [
    (60, 60, "ỦY BAN NHÂN DÂN"),
    (250, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (300, 78, "Độc lập - Tự do - Hạnh phúc"),
]
NUMBER: Put = (60, 110, "Số:            /KH-UBND")
DATE: Put = (280, 110, "Hà Nội, ngày       tháng       năm 2024")
BODY: list[Put] = [(260, 150, "KẾ HOẠCH"), (85, 180, "Ủy ban nhân dân Thành phố ban hành Kế hoạch như sau.")]

needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")


def _lines(path: Path) -> dict[str, RawLine]:
    return {line.text: line for line in read_pdf(path).lines}


@needs_tesseract
def test_number_and_date_are_filled_in(tmp_path: Path) -> None:
    path = put_pdf(tmp_path / "x.pdf", [[*HEAD, NUMBER, DATE, *BODY]])
    lines = _lines(with_widgets(path, [(92, 110, "173"), (370, 110, "05"), (440, 110, "6")]))
    number, date = lines["Số: 173/KH-UBND"], lines["Hà Nội, ngày 05 tháng 6 năm 2024"]
    for line in (number, date):
        assert line.read_by == "ocr" and 0.6 <= (line.confidence or 0) <= 1
        assert " ".join(word.text for word in line.words) == line.text
    day = next(word for word in date.words if word.text == "05")
    assert day.box[0] * 595 == pytest.approx(371, abs=3) and day.box[3] * 842 == pytest.approx(111, abs=4)
    assert {line.read_by for text, line in lines.items() if "ngày" not in text and "Số" not in text} == {"text"}
    assert read_pdf(path).pages[0].notes == ("form_fields",)


@needs_tesseract
def test_a_number_behind_a_label_that_nothing_follows(tmp_path: Path) -> None:
    path = put_pdf(tmp_path / "x.pdf", [[*HEAD, (60, 110, "Số:"), *BODY]])
    assert "Số: 2106/QĐ-UBND" not in _lines(path)
    assert _lines(with_widgets(path, [(92, 110, "2106")]))["Số: 2106"].read_by == "ocr"


@needs_tesseract
def test_a_field_elsewhere_fills_nothing(tmp_path: Path) -> None:
    path = put_pdf(tmp_path / "x.pdf", [[*HEAD, NUMBER, DATE, *BODY]])
    reading = read_pdf(with_widgets(path, [(400, 500, "173")]))
    assert reading.pages[0].notes == () and reading.read_by == "text"
    assert "Số: /KH-UBND" in [line.text for line in reading.lines]


def test_blanks_without_fields_are_left(tmp_path: Path) -> None:
    reading = read_pdf(put_pdf(tmp_path / "x.pdf", [[*HEAD, NUMBER, DATE, *BODY]]))
    assert {line.read_by for line in reading.lines} == {"text"} and reading.pages[0].notes == ()


@pytest.mark.parametrize(
    "text",
    [
        "Số:",
        "Số: /KH-UBND",
        "Số:…./QĐ-UBND",
        "Luật số: /2024/QH15",
        "Hà Nội, ngày   tháng   năm",
        "Huế, ngày … tháng 3 năm 2021",
    ],
)
def test_blank_lines(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize(
    "text", ["Số: 12/KH-UBND", "Hà Nội, ngày 05 tháng 6 năm 2024", "Số lượng:", "trong ngày và trong tháng", "Số: 12"]
)
def test_lines_that_are_not_blank(text: str) -> None:
    assert not is_blank(text)
