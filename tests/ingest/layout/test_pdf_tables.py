"""Tables of PDF pages, from the lines they draw: compared cell by cell with the rows they were typeset from."""

from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pypdfium2 as pdfium
import pytest
from pypdf import PdfWriter
from reportlab.pdfgen.canvas import Canvas

from ingest.layout.pdf_tables import page_tables
from ingest.layout.table import table_lines
from ingest.reading import Word
from tests.ingest.layout.ruled import appendix_tables, font, typeset


def _words(path: Path) -> Iterator[list[Word]]:
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            wide, high = page.width, page.height
            yield [
                Word(w["text"], (w["x0"] / wide, w["top"] / high, w["x1"] / wide, w["bottom"] / high))
                for w in page.extract_words()
            ]


def _rows(path: Path) -> list[list[str]]:
    pdf = pdfium.PdfDocument(path)
    pages = zip(pdf, _words(path), strict=True)
    lines = (
        line for i, (page, words) in enumerate(pages, 1) for t in page_tables(page) for line in table_lines(t, words, i)
    )
    return [line.text.split("\t") for line in lines]


@pytest.mark.parametrize("merge", [False, True])
def test_every_row_of_the_appendices_is_read_back(tmp_path: Path, merge: bool) -> None:
    tables = appendix_tables()
    assert _rows(typeset(tmp_path / "a.pdf", tables, repeat=False, merge=merge)) == [row for t in tables for row in t]


def _grid(canvas: Canvas, how: str) -> None:
    """Three columns and two rows, 60 by 30 points each, with a word in each cell."""
    xs, ys = [100, 160, 220, 280], [700, 670, 640]
    for y in ys:
        _rule(canvas, how, xs[0], y, xs[-1], y)
    for x in xs:
        _rule(canvas, how, x, ys[0], x, ys[-1])
    for i, x in enumerate(xs[:-1]):
        for j, y in enumerate(ys[1:]):
            canvas.drawString(x + 10, y + 10, f"ô{i}{j}")


def _rule(canvas: Canvas, how: str, x0: float, y0: float, x1: float, y1: float) -> None:
    if how == "line":
        canvas.line(x0, y0, x1, y1)
    elif how == "box":
        canvas.rect(x0 - 0.3, y1 - 0.3, x1 - x0 + 0.6, y0 - y1 + 0.6, stroke=0, fill=1)
    else:
        for step in range(0, int(x1 - x0 + y0 - y1), 2):
            level = y0 == y1
            canvas.rect(x0 + step * level, y1 + step * (not level), 0.5, 0.5, stroke=0, fill=1)


def _page(path: Path, how: str = "line", turn: int = 0) -> Path:
    canvas = Canvas(str(path), pagesize=(400, 800))
    canvas.setFont(font(), 10)
    _grid(canvas, how)
    canvas.save()
    writer = PdfWriter(clone_from=path)
    writer.pages[0].rotate(turn)
    writer.write(path)
    return path


@pytest.mark.parametrize("how", ["line", "box", "dots"])
def test_rules_are_lines_flat_boxes_or_rows_of_dots(tmp_path: Path, how: str) -> None:
    assert _rows(_page(tmp_path / "a.pdf", how)) == [["ô00", "ô10", "ô20"], ["ô01", "ô11", "ô21"]]


def test_boxes_are_those_of_the_page_as_it_is_shown(tmp_path: Path) -> None:
    (table,) = page_tables(pdfium.PdfDocument(_page(tmp_path / "a.pdf"))[0])
    assert table.box == pytest.approx((100 / 400, 100 / 800, 280 / 400, 160 / 800), abs=1e-3)
    (turned,) = page_tables(pdfium.PdfDocument(_page(tmp_path / "b.pdf", turn=90))[0])
    assert (turned.rows, turned.columns) == (3, 2)
    assert turned.box == pytest.approx((640 / 800, 100 / 400, 700 / 800, 280 / 400), abs=1e-3)


def test_frames_underlines_and_empty_grids_are_no_tables(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.setFont(font(), 12)
    canvas.drawString(100, 800, "Độc lập - Tự do - Hạnh phúc")
    canvas.line(100, 795, 260, 795)
    canvas.rect(60, 600, 400, 120)
    canvas.drawString(80, 650, "MẬT")
    for y in (300, 330, 360):
        canvas.line(100, y, 400, y)
    for x in (100, 200, 400):
        canvas.line(x, 300, x, 360)
    canvas.save()
    assert page_tables(pdfium.PdfDocument(tmp_path / "a.pdf")[0]) == []
