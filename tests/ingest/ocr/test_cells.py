"""Words of a drawn table, recognised cell by cell and put back onto the page."""

from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
from PIL import Image

from ingest.layout.scan_tables import find_tables
from ingest.layout.table import table_lines
from ingest.ocr.cells import find_cell_words
from ingest.reading import Word
from tests.ingest.layout.ruled import typeset

_ROWS = [
    ["TT", "Nội dung", "Số lượng", ""],
    ["", "", "Năm 2023", "Năm 2024"],
    ["1", "Bồi dưỡng ngạch chuyên viên chính cho công chức các sở, ban, ngành", "150 người", "140 người"],
    ["2", "Bồi dưỡng kỹ năng lãnh đạo, quản lý cấp phòng và tương đương", "70 người", ""],
]


def test_the_rows_of_a_drawn_table_are_those_it_was_typeset_from(tmp_path: Path) -> None:
    page = pdfium.PdfDocument(typeset(tmp_path / "a.pdf", [_ROWS]))[0]
    image = page.render(scale=300 / 72).to_pil().convert("L")
    tables = find_tables(image)
    found = find_cell_words(image, tables, 300)
    wide, high = image.size
    words = [Word(w.text, (w.left / wide, w.top / high, w.right / wide, w.bottom / high)) for w in found]
    confidences = [word.confidence for word in found]
    lines = [line for table in tables for line in table_lines(table, words, 1, "ocr", confidences)]
    assert [line.text.split("\t") for line in lines] == _ROWS
    assert all(line.confidence is not None and line.confidence > 0.6 for line in lines)


_LABELS = ["TT", "A", "B", "C", "I", "1", "a", "b", "c", "2", "2.1", "2.2", "2.3", "3"]


def test_numbers_of_rows_are_read_as_they_stand(tmp_path: Path) -> None:
    long = "Cơ quan chủ trì và các cơ quan phối hợp"
    rows = [[label, "Bồi dưỡng nâng cao kiến thức, kỹ năng quản lý nhà nước cho công chức", long] for label in _LABELS]
    page = pdfium.PdfDocument(typeset(tmp_path / "a.pdf", [rows]))[0]
    image = page.render(scale=150 / 72).to_pil().convert("L")
    noise = np.random.default_rng(3).normal(0, 8, (image.height, image.width))
    noisy = Image.fromarray((np.asarray(image) + noise).clip(0, 255).astype(np.uint8))
    tables = find_tables(noisy)
    found = find_cell_words(noisy, tables, 150)
    wide, high = image.size
    words = [Word(w.text, (w.left / wide, w.top / high, w.right / wide, w.bottom / high)) for w in found]
    lines = [line for table in tables for line in table_lines(table, words, 1, "ocr")]
    read = [line.text.split("\t")[0] for line in lines]
    assert len(read) == len(_LABELS)
    assert sum(one != two for one, two in zip(read, _LABELS, strict=True)) <= 1


def test_a_page_without_tables_has_no_cells(tmp_path: Path) -> None:
    page = pdfium.PdfDocument(typeset(tmp_path / "a.pdf", [_ROWS]))[0]
    assert find_cell_words(page.render().to_pil().convert("L"), [], 72) == ()
