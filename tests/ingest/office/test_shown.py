"""The words of a PDF's pages: where they stand, and how letters of a second font find back into them."""

from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from index.errors import InputError
from ingest.office.shown import read_shown
from ingest.reading import Job


def _pdf(folder: Path) -> Path:
    path = folder / "x.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("Helvetica", 20)
    canvas.drawString(100, 700, "Dieu 1.")
    canvas.drawString(300, 700, "Pham vi")
    # "S" and ":" first, the letter between them from another font afterwards.
    canvas.drawString(100, 600, "S")
    canvas.drawString(100 + canvas.stringWidth("So"), 600, ":")
    canvas.setFont("Times-Roman", 20)
    canvas.drawString(100 + canvas.stringWidth("S", "Helvetica", 20), 600, "o")
    canvas.showPage()
    canvas.showPage()
    canvas.setPageSize((842, 595))
    canvas.drawString(10, 10, "ngang")
    canvas.save()
    return path


def test_words_and_where_they_stand(tmp_path: Path) -> None:
    shown = read_shown(_pdf(tmp_path), Path("x.docx"), Job(tmp_path))
    assert [(word.text, word.page) for word in shown.words] == [
        ("Dieu", 1), ("1.", 1), ("Pham", 1), ("vi", 1), ("So:", 1), ("ngang", 3),
    ]  # fmt: skip
    left, top, right, bottom = shown.words[0].box
    assert left == pytest.approx(100 / A4[0], abs=0.005) and top < 1 - 700 / A4[1] < bottom and left < right
    assert shown.words[0].stands_before(shown.words[1]) and not shown.words[1].stands_before(shown.words[0])
    assert not shown.words[0].stands_before(shown.words[4])


def test_pages_with_their_sizes(tmp_path: Path) -> None:
    pages = read_shown(_pdf(tmp_path), Path("x.docx"), Job(tmp_path)).pages
    assert [(page.number, round(page.width), round(page.height), page.notes) for page in pages] == [
        (1, 595, 842, ()), (2, 595, 842, ("blank",)), (3, 842, 595, ()),
    ]  # fmt: skip


def test_more_pages_than_allowed(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"x\.docx: 3 pages are above the limit of 1"):
        read_shown(_pdf(tmp_path), Path("x.docx"), Job(tmp_path, max_pages=1))
