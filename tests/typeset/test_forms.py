"""The same document in every form gives the same passages, each on the page that shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser

from index.document import Edition
from index.files import FileStore
from index.settings import PROJECT, Settings
from ingest.edition import make_edition
from tests.typeset.__main__ import main as make_forms
from tests.typeset.measure import FORMS, measure
from tests.typeset.pdf import print_pdf, printing
from tests.typeset.scan import Scanner, scan_pdf
from tests.typeset.source import read_source
from tests.typeset.word import write_docx
from vietnamese.distance import nearest_distance
from vietnamese.text import squeeze

PLAN = PROJECT / "corpus" / "hau-giang-ke-hoach-nganh-y-te-2023.txt"
MISREAD = 0.03
"""Share of a passage's letters that a scan may have otherwise."""


@dataclass(frozen=True)
class Forms:
    """Where the plan lies typeset, and what its text gives."""

    folder: Path
    settings: Settings
    text: Edition

    def edition(self, name: str) -> Edition:
        """The edition of one form."""
        return make_edition(self.folder / name, {}, self.settings)


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forms]:
    folder = tmp_path_factory.mktemp("forms")
    document = read_source(PLAN)
    with printing() as browser:
        _print(browser, folder, document)
    write_docx(document, folder / "plan.docx")
    write_docx(document, folder / "numbered.docx", automatic=True)
    scan_pdf(folder / "plan.pdf", folder / "scan.pdf", Scanner(200, -0.7, 0.5, 8))
    settings = Settings(data=folder / "data")
    yield Forms(folder, settings, make_edition(PLAN, {}, settings))


def _print(browser: Browser, folder: Path, document: list[object]) -> None:
    print_pdf(browser, document, folder / "plan.pdf")  # type: ignore[arg-type]
    print_pdf(browser, document, folder / "poor.pdf", "fallback")  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["plan.pdf", "poor.pdf", "plan.docx", "numbered.docx"])
def test_every_form_with_text_gives_the_passages_of_the_text(forms: Forms, name: str) -> None:
    edition = forms.edition(name)
    assert [squeeze(p.text) for p in edition.passages] == [squeeze(p.text) for p in forms.text.passages]
    assert [p.section for p in edition.passages] == [p.section for p in forms.text.passages]
    assert [p.kind for p in edition.passages] == [p.kind for p in forms.text.passages]


def test_a_scan_gives_them_with_few_letters_misread(forms: Forms) -> None:
    edition = forms.edition("scan.pdf")
    assert edition.document.read_by == "ocr"
    everything = "\n".join(p.text for p in edition.passages)
    for passage in forms.text.passages:
        if passage.kind in ("clause", "bases"):
            assert nearest_distance(passage.text, everything) <= MISREAD, passage.text[:80]
    assert all(p.confidence is not None and 0 < p.confidence <= 1 for p in edition.passages)


@pytest.mark.parametrize("name", ["plan.pdf", "poor.pdf", "numbered.docx"])
def test_each_block_stands_on_the_page_that_it_names(forms: Forms, name: str) -> None:
    edition = forms.edition(name)
    assert edition.document.shown is not None
    pages = _page_texts(FileStore(forms.settings).path(edition.document.shown))
    of_place = {line.place: line.page for line in edition.lines}
    for passage in edition.passages:
        for block, (first, _) in zip(passage.blocks, passage.block_places, strict=True):
            page = of_place[first]
            assert page is not None
            start = squeeze(block)[:40]
            assert nearest_distance(start, "".join(pages[page - 1 : page + 1])) <= 0.15, (page, block[:80])


def test_metadata_is_what_the_text_states(forms: Forms) -> None:
    for name in ("plan.pdf", "numbered.docx"):
        document, plain = forms.edition(name).document, forms.text.document
        for field in ("type", "title", "number", "date", "issuer", "province", "period", "signer", "status"):
            assert getattr(document, field) == getattr(plain, field), (name, field)


def _page_texts(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [str(page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_the_questions_are_answered_from_every_form(tmp_path: Path) -> None:
    """At most 3 points less than from the text, 5 for noisy scans, and every right citation on its page."""
    make_forms(tmp_path)
    text = {m.questions: m for m in measure(tmp_path, "text")}
    for form in FORMS[1:]:
        points = 0.05 if form == "scan-noisy" else 0.03
        for measured in measure(tmp_path, form):
            for metric in ("citation_recall", "answer_correct"):
                lost = text[measured.questions].metrics[metric] - measured.metrics[metric]
                assert lost <= points, (str(measured), str(text[measured.questions]))
            assert measured.right_pages >= 0.99 * measured.pages, str(measured)
