"""Words with their boxes: where the page shows them, however it is turned or cropped, and whatever the text's order."""

from pathlib import Path

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import RectangleObject

from ingest.pdf.letters import page_letters, place_lines
from ingest.pdf.line import Line
from tests.ingest.pdf.sheets import HEIGHT, SIZE, WIDTH, put_pdf

WORDS = [(100.0, 200.0, "Ủy ban nhân dân"), (300.0, 400.0, "Hội đồng")]


def _lines(path: Path, text: str) -> tuple[list[Line], tuple[float, float]]:
    document = pdfium.PdfDocument(path)
    try:
        return place_lines(text, page_letters(document[0])), document[0].get_size()
    finally:
        document.close()


def _boxes(path: Path, text: str) -> dict[str, tuple[float, float, float, float]]:
    lines, _ = _lines(path, text)
    return {token.text: token.box for line in lines for token in line.tokens if token.box}


def test_words_stand_where_they_were_put(tmp_path: Path) -> None:
    boxes = _boxes(put_pdf(tmp_path / "x.pdf", [WORDS]), "Ủy ban nhân dân\nHội đồng")
    assert list(boxes) == ["Ủy", "ban", "nhân", "dân", "Hội", "đồng"]
    left, top, right, bottom = boxes["Ủy"]
    assert left == pytest.approx(100, abs=1) and right < boxes["ban"][0]
    assert top < 200 - SIZE / 2 < bottom and bottom == pytest.approx(200, abs=5)
    assert boxes["Hội"][0] == pytest.approx(300, abs=1)


def _turned(path: Path, degrees: int) -> Path:
    writer = PdfWriter(clone_from=PdfReader(path))
    writer.pages[0].rotate(degrees)
    writer.write(path)
    return path


@pytest.mark.parametrize(
    ("degrees", "shown"),
    [
        (90, lambda x, y: (HEIGHT - y, x)),
        (180, lambda x, y: (WIDTH - x, HEIGHT - y)),
        (270, lambda x, y: (y, WIDTH - x)),
    ],
)
def test_on_a_turned_page_as_it_is_shown(tmp_path: Path, degrees: int, shown: object) -> None:
    boxes = _boxes(_turned(put_pdf(tmp_path / "x.pdf", [WORDS]), degrees), "Hội đồng")
    x, y = shown(300, 400)  # type: ignore[operator]
    left, top, right, bottom = boxes["Hội"]
    assert left - 5 <= x <= right + 5 and top - 5 <= y <= bottom + 5
    assert (right - left > bottom - top) == (degrees == 180)


def test_on_a_cropped_page_from_its_crop(tmp_path: Path) -> None:
    path = put_pdf(tmp_path / "x.pdf", [WORDS])
    writer = PdfWriter(clone_from=PdfReader(path))
    writer.pages[0].cropbox = RectangleObject((50, 100, WIDTH, HEIGHT - 30))
    writer.write(path)
    boxes = _boxes(path, "Hội đồng")
    assert boxes["Hội"][0] == pytest.approx(250, abs=1)
    assert boxes["Hội"][3] == pytest.approx(370, abs=5)


def test_lines_in_another_order_keep_their_boxes(tmp_path: Path) -> None:
    path = put_pdf(tmp_path / "x.pdf", [WORDS])
    assert _boxes(path, "Hội đồng\nỦy ban nhân dân") == _boxes(path, "Ủy ban nhân dân\nHội đồng")


def test_letters_that_differ_cost_only_their_own_place(tmp_path: Path) -> None:
    path = put_pdf(tmp_path / "x.pdf", [WORDS])
    boxes = _boxes(path, "Ủy ban nhóm dân\nHội đồng ngoài")
    assert set(boxes) >= {"Ủy", "ban", "dân", "Hội", "đồng"} and "ngoài" not in boxes
    assert boxes["dân"] == _boxes(path, "Ủy ban nhân dân\nHội đồng")["dân"]


def test_words_glued_together_are_parted_where_the_page_parts_them(tmp_path: Path) -> None:
    path = put_pdf(tmp_path / "x.pdf", [[(100, 200, "STT"), (150, 200, "Nội"), (180, 200, "dung")]])
    lines, _ = _lines(path, "STTNội dung")
    assert [token.text for token in lines[0].tokens] == ["STT", "Nội", "dung"]


def test_decomposed_letters_find_their_place(tmp_path: Path) -> None:
    import unicodedata

    path = put_pdf(tmp_path / "x.pdf", [WORDS])
    assert len(_boxes(path, unicodedata.normalize("NFD", "Ủy ban nhân dân\nHội đồng"))) == 6


def test_a_letter_of_old_keyboards_is_read_as_meant(tmp_path: Path) -> None:
    path = put_pdf(tmp_path / "x.pdf", [[(100, 200, "đƣợc hƣởng")]])
    assert set(_boxes(path, "đƣợc hƣởng")) == {"được", "hưởng"}
