"""Tables of drawn pages: slanted, noisy, broken, and what is none."""

from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageDraw, ImageFilter

from ingest.layout.pdf_tables import page_tables
from ingest.layout.scan_tables import find_tables, without_rules
from ingest.layout.table import Table
from tests.ingest.layout.ruled import appendix_tables, typeset


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> tuple[Image.Image, list[Table]]:
    """A page with merged cells drawn at 300 dpi, and its tables as the PDF has them."""
    path: Path = typeset(tmp_path_factory.mktemp("scan") / "a.pdf", appendix_tables()[:2], merge=True)
    page = pdfium.PdfDocument(path)[0]
    return page.render(scale=300 / 72).to_pil().convert("L"), page_tables(page)


def _spans(tables: list[Table]) -> list[list[tuple[int, int, int, int]]]:
    return [[(c.row, c.column, c.row_span, c.column_span) for c in table.cells] for table in tables]


def test_a_drawn_page_has_the_tables_of_its_pdf(drawn: tuple[Image.Image, list[Table]]) -> None:
    image, tables = drawn
    found = find_tables(image)
    assert _spans(found) == _spans(tables)
    for one, two in zip(found, tables, strict=True):
        for cell, same in zip(one.cells, two.cells, strict=True):
            assert cell.box == pytest.approx(same.box, abs=0.003)


@pytest.mark.parametrize(("degrees", "dpi"), [(1.0, 300), (-1.0, 150), (0.3, 200)])
def test_slanted_noisy_and_coarse_pages(drawn: tuple[Image.Image, list[Table]], degrees: float, dpi: int) -> None:
    image, tables = drawn
    small = image.resize((image.width * dpi // 300, image.height * dpi // 300), Image.Resampling.BICUBIC)
    turned = small.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(0.6))
    noise = np.random.default_rng(1).normal(0, 18, (turned.height, turned.width))
    noisy = Image.fromarray((np.asarray(turned) * 0.8 + noise).clip(0, 255).astype(np.uint8))
    assert _spans(find_tables(noisy)) == _spans(tables)


def test_cells_of_a_slanted_page_stand_where_their_words_do(drawn: tuple[Image.Image, list[Table]]) -> None:
    image, tables = drawn
    turned = image.rotate(1.0, Image.Resampling.BICUBIC, fillcolor=255)
    angle = np.radians(1.0)
    for table, straight in zip(find_tables(turned), tables, strict=True):
        for cell, same in zip(table.cells, straight.cells, strict=True):
            x = ((same.box[0] + same.box[2]) / 2 - 0.5) * image.width
            y = ((same.box[1] + same.box[3]) / 2 - 0.5) * image.height
            moved = x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)
            middle = (cell.box[0] + cell.box[2]) / 2 - 0.5, (cell.box[1] + cell.box[3]) / 2 - 0.5
            assert middle == pytest.approx((moved[0] / image.width, moved[1] / image.height), abs=0.003)


def test_broken_lines_are_whole(drawn: tuple[Image.Image, list[Table]]) -> None:
    image, tables = drawn
    broken = image.copy()
    pen = ImageDraw.Draw(broken)
    for x in range(100, image.width, 150):
        pen.rectangle((x, 0, x + 8, image.height), fill=255)
    assert [(t.rows, t.columns) for t in find_tables(broken)] == [(t.rows, t.columns) for t in tables]


def test_without_rules_only_the_rules_go(drawn: tuple[Image.Image, list[Table]]) -> None:
    image, _ = drawn
    tables = find_tables(image)
    bare = without_rules(image, tables)
    assert find_tables(bare) == []
    before, after = np.asarray(image) < 128, np.asarray(bare) < 128
    left, top, right, bottom = (
        round(share * size) for share, size in zip(tables[0].cells[1].box, image.size * 2, strict=True)
    )
    inner = slice(top + 14, bottom - 14), slice(left + 14, right - 14)
    assert before[inner].any()
    assert (before[inner] == after[inner]).all()


def test_a_page_without_a_table_is_left_as_it_is() -> None:
    page = Image.new("L", (1240, 1754), 255)
    pen = ImageDraw.Draw(page)
    pen.line((400, 200, 800, 200), fill=0, width=3)
    pen.rectangle((100, 1500, 500, 1600), outline=0, width=3)
    pen.rectangle((0, 0, 60, 1754), fill=0)
    for i in range(3):  # a signature that crosses itself
        pen.line((700, 1300 + 40 * i, 900, 1300 + 40 * i), fill=0, width=3)
        pen.line((700 + 100 * i, 1300, 700 + 100 * i, 1380), fill=0, width=3)
        pen.text((720 + 60 * i, 1310), "ký", fill=0)
        pen.text((720 + 60 * i, 1350), "ký", fill=0)
    assert find_tables(page) == []
    assert without_rules(page, []) is page


def test_a_page_in_colour_stays_in_colour(drawn: tuple[Image.Image, list[Table]]) -> None:
    paper = Image.composite(
        Image.new("RGB", drawn[0].size, (240, 230, 200)), Image.new("RGB", drawn[0].size, (0, 0, 90)), drawn[0]
    )
    bare = without_rules(paper, find_tables(paper))
    assert bare.mode == "RGB"
    assert np.median(np.asarray(bare).reshape(-1, 3), axis=0).tolist() == [240, 230, 200]
    assert find_tables(bare) == []
