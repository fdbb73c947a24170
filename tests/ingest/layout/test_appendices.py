"""The whole way: the appendices as a PDF give the same rows as their text, each cited with its page."""

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from index.passage import Passage
from index.settings import Settings
from ingest.edition import make_edition
from tests.ingest.golden import corpus_edition
from tests.ingest.layout.ruled import APPENDICES, appendix_tables, typeset


def _rows(passages: tuple[Passage, ...]) -> list[Passage]:
    return [passage for passage in passages if passage.kind == "row"]


@pytest.mark.parametrize(("repeat", "cut"), [pytest.param(True, False, marks=pytest.mark.slow), (False, True)])
def test_rows_of_a_pdf_are_those_of_the_text(tmp_path: Path, repeat: bool, cut: bool) -> None:
    path = typeset(tmp_path / "phu-luc.pdf", appendix_tables(), repeat, cut)
    edition = make_edition(path, {}, Settings(data=tmp_path / "data"))
    rows, page_of = _rows(edition.passages), {line.place: line.page for line in edition.lines}
    expected = _rows(corpus_edition(APPENDICES).passages)
    assert [(row.section[1:], dict(row.cells)) for row in rows] == [(r.section[1:], dict(r.cells)) for r in expected]
    pages = [pdf_page.get_textpage().get_text_bounded() for pdf_page in pdfium.PdfDocument(path)]
    for row in rows:
        assert row.page is not None
        for block, (place, _) in zip(row.blocks, row.block_places, strict=True):
            page = page_of[place]
            assert page is not None
            words = "".join(block.split(" | ")[-1].split())
            assert words in "".join(pages[page - 1].split())
