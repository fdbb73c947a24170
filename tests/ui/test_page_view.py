from dataclasses import replace
from pathlib import Path

import pytest
from paged import publish, reading, typeset

from answer.reply import Citation
from index.document import Document, PageWord
from index.files import FileStore
from index.library import Library
from index.settings import Settings
from tests.index.standin import standin_model
from ui.labels import short_name
from ui.marks import Marks
from ui.page_view import cited_marks, page_data, picture_data
from ui.words import Words

TEXTS = [
    "KẾ HOẠCH",
    "Đào tạo cán bộ năm 2030",
    "I. MỤC TIÊU",
    "1. Mỗi xã cử 35 người học \flớp kỹ năng số.",
    "2. Mỗi huyện cử 40 người học lớp kỹ năng số.",
]
QUOTE = "1. Mỗi xã cử 35 người học lớp kỹ năng số."


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """One plan with two pages."""
    home = tmp_path_factory.mktemp("paged")
    settings = Settings(data=home / "data")
    path = home / "ke-hoach.pdf"
    model = standin_model()
    publish(settings, {path: reading(typeset(TEXTS, path), path)}, model)
    return Library.open(settings, model)


@pytest.fixture
def cited(library: Library) -> Citation:
    document = library.documents["ke-hoach"]
    passage = next(p for p in library.passages_of(document.id) if "35" in p.text)
    lines = library.lines_of(document.id)
    first = next(line.place for line in lines if "35" in line.text)
    return Citation(1, document, passage, QUOTE, None, 1, (first, first + 1))


def _words(library: Library, marks: Marks) -> list[str]:
    def inside(number: int, word: PageWord) -> bool:
        x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
        return any(b[0] < x < b[2] and b[1] < y < b[3] for b in marks.boxes.get(number, ()))

    return [w.text for n in (1, 2) for w in library.page_words("ke-hoach", n) if inside(n, w)]


def test_a_citation_is_marked_on_both_of_its_pages(library: Library, cited: Citation) -> None:
    marks = cited_marks(library, cited.document, cited)
    assert marks.exact
    assert sorted(marks.boxes) == [1, 2]
    assert _words(library, marks) == QUOTE.split()


@pytest.mark.parametrize("change", [{"original": "another.pdf"}, {"original": None}])
def test_in_another_edition_the_quote_is_found_by_its_wording(
    library: Library, cited: Citation, change: dict[str, str | None]
) -> None:
    older = replace(cited, document=replace(cited.document, **change), places=(0, 0))  # type: ignore[arg-type]
    assert cited_marks(library, cited.document, older) == cited_marks(library, cited.document, cited)
    lost = replace(older, quote="Điều đã bị bỏ trong bản mới.")
    assert cited_marks(library, cited.document, lost) == Marks()


def test_without_places_the_quote_is_found_by_its_wording(library: Library, cited: Citation) -> None:
    assert _words(library, cited_marks(library, cited.document, replace(cited, places=None))) == QUOTE.split()


def test_what_the_view_says_of_each_page(document: Document) -> None:
    words, box = Words("vi"), (0.1, 0.1, 0.2, 0.2)
    marks = Marks({3: (box,), 4: (box, box)}, exact=True)
    pages = [page_data(document, n, 5, marks, words) for n in (2, 3, 4)]
    assert [len(page["boxes"]) for page in pages] == [0, 1, 2]
    assert [page["jump"] for page in pages] == [
        {"page": 3, "text": "Về đoạn trích"}, {"page": 4, "text": "Đoạn trích tiếp ở trang 4"}, None
    ]  # fmt: skip
    assert pages[0]["label"] == f"Trang 2 của tài liệu {short_name(document)}"
    assert pages[1]["label"].endswith("đoạn trích được đánh dấu")
    assert pages[1]["words"]["count"] == "Trang 3/5"
    assert page_data(document, 1, 1, Marks(), words)["jump"] is None


def test_a_picture_comes_with_the_page_or_the_reason_why_there_is_none(library: Library, tmp_path: Path) -> None:
    words, document = Words("en"), library.documents["ke-hoach"]
    drawn = picture_data(library.files, document, 2, words)
    assert drawn["trouble"] is None
    assert str(drawn["image"]).startswith("data:image/webp;base64,")
    damaged = tmp_path / "damaged.pdf"
    damaged.write_bytes(b"%PDF-1.7 cut off")
    files = FileStore(Settings(data=tmp_path / "data"))
    for shown in (files.keep(damaged), "gone.pdf"):
        missing = picture_data(files, replace(document, shown=shown), 1, words)
        assert missing["image"] is None
        assert str(missing["trouble"]).startswith("This page cannot be drawn")
