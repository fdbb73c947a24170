"""The whole road in a real browser: a scan is dropped, read, asked about, opened at its page, kept, withdrawn and put back."""

import json
import shutil
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document as WordDocument
from paged import scanned, typeset
from playwright.sync_api import BrowserContext, Locator, Page, expect
from served_app import served_app

from index.settings import PROJECT
from ingest.reading import RawLine

pytestmark = pytest.mark.browser

CLAUSE = (
    "2. Sở Nông nghiệp và Môi trường: cấp 450 cây đước giống cho mỗi xã ven biển trước ngày 15 tháng 8, hướng dẫn "
    "nhân dân kỹ thuật trồng và theo dõi tỷ lệ cây sống trong ba năm đầu."
)
PLAN = [
    "ỦY BAN NHÂN DÂN TỈNH CÀ MAU",
    "KẾ HOẠCH",
    "Trồng rừng ngập mặn ven biển tỉnh Cà Mau năm 2030",
    "I. MỤC TIÊU",
    "1. Trồng mới 120 ha rừng đước ở các xã ven biển.",
    "2. Tỷ lệ cây sống sau ba năm đạt trên 85%.\f",
    "II. TỔ CHỨC THỰC HIỆN",
    "1. Sở Tài chính: bố trí kinh phí mua cây giống từ ngân sách tỉnh.",
    CLAUSE,
    "3. Ủy ban nhân dân các xã: huy động nhân dân tham gia trồng rừng.",
]
TITLE = "Trồng rừng ngập mặn ven biển tỉnh Cà Mau năm 2030"
NOTE = "UBND XÃ ĐẤT MŨI\nTHÔNG BÁO\nLịch tiếp công dân\n\n1. Tiếp công dân sáng thứ Năm hằng tuần tại trụ sở.\n"
QUESTION = "Mỗi xã ven biển ở Cà Mau được cấp bao nhiêu cây đước giống?"
PATIENT = 240_000
"""Milliseconds for what starts the ingest: another program, which loads the model."""
NEAR = 0.02  # of the page: a line of type is twice as high


@pytest.fixture
def printed(tmp_path: Path) -> Sequence[RawLine]:
    """The lines of the plan where they stand on the pages that were scanned."""
    lines = typeset(PLAN, tmp_path / "printed.pdf")
    scanned(tmp_path / "printed.pdf", tmp_path / "trong-rung.pdf")
    return lines


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """The app over a folder with two texts that nobody has read in yet; each test changes one of its own."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "thong-bao.txt").write_text(NOTE, encoding="utf-8")
    shutil.copy(PROJECT / "corpus" / "hau-giang-ke-hoach-nganh-y-te-2023.txt", corpus)
    settings = {"ASSISTANT_DATA": str(tmp_path / "data"), "ASSISTANT_CORPUS": str(corpus)}
    with served_app(tmp_path, settings) as address:
        yield address


def _documents(page: Page) -> None:
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Văn bản").click()
    expect(page.get_by_role("heading", name="Văn bản", exact=True)).to_be_visible(timeout=120_000)


def _drop(page: Page, name: str, content: bytes) -> None:
    drop = page.get_by_test_id("stFileUploaderDropzone")
    expect(drop).to_be_visible()  # nothing is read yet, so the place is open: a click on its head would close it
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    drop.locator("input").set_input_files([file])  # type: ignore[list-item]
    page.get_by_role("button", name="Đưa 1 tệp vào kho").click()


def _pages_told(home: Path, name: str) -> list[tuple[int, int]]:
    """The pages that the page was told of while a file was read; on a quick machine they are gone before one can look."""
    lines = [line for file in (home / "data").rglob("events.jsonl") for line in file.read_text().splitlines()]
    events = [json.loads(line) for line in lines]
    return [(e["page"], e["pages"]) for e in events if e["event"] == "page" and e["name"] == name]


def _ask(page: Page) -> Locator:
    """Asks the question on the chat page; the reply."""
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Hỏi đáp").click()
    box = page.get_by_test_id("stChatInput").locator("textarea")
    expect(box).to_be_enabled(timeout=PATIENT)
    copies = page.locator("[class*=st-key-copy-]")
    before = copies.count()
    box.fill(QUESTION)
    box.press("Enter")
    expect(copies).to_have_count(before + 1, timeout=PATIENT)
    return page.get_by_test_id("stChatMessage").last


def _marks(drawer: Locator) -> list[list[float]]:
    """Left, top, right and bottom of each mark as shares of the picture, measured on the screen."""
    boxes: list[list[float]] = drawer.locator(".pages").evaluate(
        """view => {
            const page = view.querySelector("img").getBoundingClientRect();
            return [...view.querySelectorAll(".mark")].map((mark) => {
                const box = mark.getBoundingClientRect();
                return [(box.left - page.left) / page.width, (box.top - page.top) / page.height,
                        (box.right - page.left) / page.width, (box.bottom - page.top) / page.height];
            });
        }"""
    )
    return boxes


def _expect_marked(drawer: Locator, lines: Sequence[RawLine]) -> None:
    """That each line of type is covered from its first word to its last, and nothing else is."""
    expect(drawer.locator(".mark")).to_have_count(len(lines))
    for mark, line in zip(_marks(drawer), lines, strict=True):
        left, top = line.words[0].box[:2]
        right, bottom = line.words[-1].box[2:]
        assert mark[0] == pytest.approx(left, abs=NEAR / 2) and mark[2] == pytest.approx(right, abs=NEAR / 2), line.text
        assert (mark[1] + mark[3]) / 2 == pytest.approx((top + bottom) / 2, abs=NEAR / 2), line.text


def test_a_scan_is_read_answers_opens_at_its_page_and_can_be_withdrawn(
    context: BrowserContext, tmp_path: Path, printed: Sequence[RawLine]
) -> None:
    expect.set_options(timeout=30_000)
    scan = (tmp_path / "trong-rung.pdf").read_bytes()
    page = context.new_page()
    page.goto("/documents")
    expect(page.get_by_text("Mới (2)")).to_be_visible(timeout=120_000)
    _drop(page, "trong-rung.pdf", scan)
    expect(page.get_by_text("3 thêm mới")).to_be_visible(timeout=PATIENT)
    assert _pages_told(tmp_path, "trong-rung.pdf") == [(1, 2), (2, 2)]

    reply = _ask(page)
    expect(reply).to_contain_text("450 cây")
    reply.get_by_role("button", name="Mở nguồn [1]").first.click()
    drawer = page.get_by_role("dialog")
    expect(drawer.get_by_role("img", name="Trang 2 của tài liệu")).to_be_visible()
    expect(drawer.get_by_text("Đọc từ bản quét, độ tin cậy")).to_be_visible()
    first = next(i for i, line in enumerate(printed) if line.text.startswith("2. Sở Nông nghiệp"))
    last = next(i for i, line in enumerate(printed) if line.text.startswith("3. Ủy ban"))
    _expect_marked(drawer, printed[first:last])
    with page.expect_download() as download:
        drawer.get_by_role("button", name="Tải tệp gốc").click()
    assert download.value.suggested_filename == "trong-rung.pdf"
    assert Path(download.value.path()).read_bytes() == scan
    page.keyboard.press("Escape")  # also where the button that was busy has lost the focus
    expect(drawer).to_have_count(0)

    _documents(page)
    page.get_by_role("button", name=TITLE).click()
    page.get_by_role("button", name="Rút khỏi câu trả lời").click()
    expect(page.get_by_text("Đã rút trong-rung khỏi câu trả lời")).to_be_visible(timeout=PATIENT)
    expect(_ask(page)).not_to_contain_text("450 cây")
    _documents(page)
    page.get_by_role("button", name="Khôi phục lại").click()
    expect(page.get_by_text("Đã đưa trong-rung trở lại câu trả lời")).to_be_visible(timeout=PATIENT)
    expect(_ask(page)).to_contain_text("450 cây")


@pytest.mark.slow
def test_the_documents_of_an_archive_appear_each_by_itself(context: BrowserContext) -> None:
    expect.set_options(timeout=30_000)
    word, packed = BytesIO(), BytesIO()
    document = WordDocument()
    for text in (
        "THÔNG BÁO",
        "Về việc nghỉ lễ Quốc khánh",
        "1. Các cơ quan nghỉ hai ngày.",
        "2. Phân công người trực.",
    ):
        document.add_paragraph(text)
    document.save(word)
    with ZipFile(packed, "w") as archive:
        archive.writestr("nghi-le.docx", word.getvalue())
        archive.writestr("cap-nuoc.txt", "THÔNG BÁO\nVề việc tạm ngừng cấp nước\n\n1. Ngừng cấp nước ngày 5 tháng 4.\n")
    page = context.new_page()
    page.goto("/documents")
    expect(page.get_by_text("Mới (2)")).to_be_visible(timeout=120_000)  # drawn whole: the place to drop files is open
    _drop(page, "cong-van.zip", packed.getvalue())
    expect(page.get_by_text("4 thêm mới")).to_be_visible(timeout=PATIENT)
    for title in ("Về việc tạm ngừng cấp nước", "Về việc nghỉ lễ Quốc khánh"):
        expect(page.get_by_role("button", name=title)).to_be_visible()
    page.get_by_role("button", name="Về việc nghỉ lễ Quốc khánh").click()
    page.get_by_role("radio", name="Trang").click()
    expect(page.get_by_role("img", name="Trang 1 của tài liệu")).to_be_visible()
