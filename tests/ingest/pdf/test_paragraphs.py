"""Where paragraphs begin: from the layout alone, and joined as their author wrote them."""

from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from index.settings import PROJECT
from ingest.blocks import make_blocks, wrap_width
from ingest.clean import clean_lines
from ingest.readers import read
from ingest.reading import Job
from tests.ingest.pdf.sheets import FONT, SIZE, Put, fitted_pdf, read_pdf, typeset_pdf

CORPUS = PROJECT / "corpus" / "dong-thap-ke-hoach-dan-so-2030.txt"


def _paragraphs() -> list[str]:
    return [line.text for line in clean_lines(read(CORPUS, Job(CORPUS.parent)).lines)]


def _blocks(path: Path) -> list[str]:
    lines = clean_lines(read_pdf(path).lines)
    return [block.text for block in make_blocks(lines, wrap_width(lines))]


@pytest.mark.parametrize("indent", [28.35, 0.0], ids=["indented", "set apart"])
def test_a_document_comes_back_paragraph_by_paragraph(tmp_path: Path, indent: float) -> None:
    paragraphs = _paragraphs()
    assert _blocks(typeset_pdf(tmp_path / "x.pdf", paragraphs, indent=indent)) == paragraphs


FULL = "Uỷ ban nhân dân tỉnh ban hành Kế hoạch đào tạo, bồi dưỡng cán bộ"
SHORT = "của tỉnh."
LEFT, INDENT, RIGHT = 85.0, 113.0, 540.0


def _begins(folder: Path, *pages: list[Put]) -> list[bool | None]:
    return [line.begins for line in read_pdf(fitted_pdf(folder / "x.pdf", pages, RIGHT)).lines]


def _text(*lines: tuple[float, str], step: float = 20) -> list[Put]:
    return [(left, 130 + step * i, text) for i, (left, text) in enumerate(lines)]


def _centred(text: str) -> float:
    return (LEFT + RIGHT - stringWidth(text, FONT, SIZE)) / 2


def test_first_line_indents(tmp_path: Path) -> None:
    page = _text(
        (INDENT, FULL), (LEFT, FULL), (LEFT, SHORT), (INDENT, FULL), (LEFT, FULL), (INDENT, FULL), (LEFT, SHORT)
    )
    assert _begins(tmp_path, page) == [True, False, False, True, False, True, False]


def test_text_goes_on_over_the_end_of_a_page(tmp_path: Path) -> None:
    page = _text((INDENT, FULL), (LEFT, FULL), (LEFT, FULL))
    on = _text((LEFT, FULL), (LEFT, FULL))
    assert _begins(tmp_path, page, on, page) == [True, False, False, False, False, True, False, False]


def test_a_short_line_ends_its_paragraph_at_the_end_of_a_page_too(tmp_path: Path) -> None:
    page = _text((LEFT, FULL), (LEFT, FULL), (LEFT, SHORT))
    assert _begins(tmp_path, page, page)[3] is True


def test_lines_further_apart(tmp_path: Path) -> None:
    page = _text((LEFT, FULL), (LEFT, FULL), (LEFT, FULL))
    lower = [(x, y + 70, text) for x, y, text in page]
    assert _begins(tmp_path, page + lower) == [True, False, False, True, False, False]


def test_where_paragraphs_look_like_lines_nothing_is_said(tmp_path: Path) -> None:
    assert _begins(tmp_path, _text((LEFT, FULL), (LEFT, FULL), (LEFT, FULL))) == [True, None, None]


def test_a_line_hanging_under_the_words_behind_its_bullet_goes_on(tmp_path: Path) -> None:
    bullet: list[Put] = [(LEFT, 130, "-"), (100, 130, FULL), (100, 150, FULL), (100, 170, SHORT)]
    again = [(x, y + 60, text) for x, y, text in bullet]
    text: list[Put] = [(INDENT, 250, FULL), (LEFT, 270, FULL), (LEFT, 290, FULL)]
    assert _begins(tmp_path, bullet + again + text) == [True, False, False] * 3


def test_centred_lines_begin_and_end_paragraphs(tmp_path: Path) -> None:
    heading = (_centred("Chương II"), "Chương II")
    page = _text((INDENT, FULL), (LEFT, FULL), (LEFT, SHORT), heading, (INDENT, FULL), (LEFT, FULL))
    assert _begins(tmp_path, page) == [True, False, False, True, True, False]


def test_lines_of_a_column_are_left_to_their_words(tmp_path: Path) -> None:
    motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    head: list[Put] = [(60, 60, "SỞ Y TẾ"), (60, 80, "HẬU GIANG"), (250, 60, motto), (310, 80, "Độc lập - Tự do")]
    begins = _begins(tmp_path, [*head, *_text((INDENT, FULL), (LEFT, FULL))])
    assert begins[:5] == [True, None, True, None, True]
