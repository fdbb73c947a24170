"""The Documents page as a person uses it: a real Chromium, the real server, the real ingest over a folder of its own."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from served_app import TOO_WIDE, served_app

from index.settings import PROJECT

pytestmark = pytest.mark.browser

PLAN = """UBND TỈNH CÀ MAU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
KẾ HOẠCH
Bồi dưỡng kỹ năng số tỉnh Cà Mau năm 2030

I. MỤC TIÊU
1. Mỗi xã cử 35 người học lớp kỹ năng số <img src=x onerror="window.hacked=1">.

II. TỔ CHỨC THỰC HIỆN
1. Sở Khoa học và Công nghệ: chủ trì mở lớp kỹ năng số trước ngày 30/6.
2. Sở Tài chính: bố trí kinh phí mở lớp kỹ năng số.
"""
QUESTION = "Mỗi xã ở Cà Mau cử bao nhiêu người học lớp kỹ năng số?"
HELD = "hau-giang-ke-hoach-nganh-y-te-2023.txt"
PATIENT = 180_000
"""Milliseconds for what starts the ingest: another program loads the model."""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of one document."""
    folder = tmp_path_factory.mktemp("documents") / "corpus"
    folder.mkdir()
    shutil.copy(PROJECT / "corpus" / HELD, folder)
    return folder


@pytest.fixture(scope="module")
def address(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running `streamlit run app.py` over that folder and its index, in an empty home."""
    home = tmp_path_factory.mktemp("home")
    data = home / "data"
    command = [sys.executable, "-m", "ingest", "--data", str(data), str(corpus)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with served_app(home, {"ASSISTANT_DATA": str(data), "ASSISTANT_CORPUS": str(corpus)}) as address:
        yield address


@pytest.fixture
def page(context: BrowserContext) -> Page:
    expect.set_options(timeout=30_000)
    page = context.new_page()
    page.goto("/documents")
    expect(page.get_by_role("heading", name="Văn bản", exact=True)).to_be_visible(timeout=120_000)
    return page


def _upload(page: Page, name: str, content: str) -> None:
    expect(page.get_by_text("Thêm tệp")).to_be_visible()
    if not page.get_by_test_id("stFileUploaderDropzone").is_visible():
        page.get_by_text("Thêm tệp").click()
    file = {"name": name, "mimeType": "text/plain", "buffer": content.encode()}
    page.get_by_test_id("stFileUploaderDropzone").locator("input").set_input_files([file])  # type: ignore[list-item]


def _go(page: Page, name: str) -> None:
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=name).click()


def _ask(page: Page, question: str) -> None:
    box = page.get_by_test_id("stChatInput").locator("textarea")
    expect(box).to_be_visible(timeout=PATIENT)
    copies = page.locator("[class*=st-key-copy-]")
    before = copies.count()
    box.fill(question)
    box.press("Enter")
    expect(copies).to_have_count(before + 1, timeout=60_000)


def test_a_document_comes_answers_goes_and_comes_back(page: Page, corpus: Path) -> None:
    _upload(page, "ca-mau.txt", PLAN)
    expect(page.get_by_text("ca-mau.txt: văn bản mới")).to_be_visible()
    page.get_by_role("button", name="Đưa 1 tệp vào kho").click()
    expect(page.get_by_text("Đang đọc thư mục văn bản")).to_be_visible()
    page.reload()  # the run goes on and is still seen
    expect(page.get_by_text("1 thêm mới")).to_be_visible(timeout=PATIENT)
    assert (corpus / "ca-mau.txt").read_text("utf-8") == PLAN

    _go(page, "Hỏi đáp")
    _ask(page, QUESTION)
    expect(page.get_by_test_id("stChatMessage").last).to_contain_text("35 người")

    _go(page, "Văn bản")
    page.get_by_role("button", name="Bồi dưỡng kỹ năng số tỉnh Cà Mau năm 2030").click()
    expect(page.get_by_text("Đọc từ:").first).to_be_visible()
    page.get_by_role("button", name="Rút khỏi câu trả lời").click()
    expect(page.get_by_text("Đã rút ca-mau khỏi câu trả lời")).to_be_visible(timeout=PATIENT)
    expect(page.get_by_text("không dùng để trả lời")).to_be_visible()

    _go(page, "Hỏi đáp")
    _ask(page, QUESTION)
    expect(page.get_by_test_id("stChatMessage").last).not_to_contain_text("35 người")

    _go(page, "Văn bản")
    page.get_by_role("button", name="Khôi phục lại").click()
    expect(page.get_by_text("Đã đưa ca-mau trở lại câu trả lời")).to_be_visible(timeout=PATIENT)
    assert page.evaluate("() => window.hacked") is None


@pytest.mark.slow
def test_a_new_edition_asks_first_and_shows_what_changed(page: Page, corpus: Path) -> None:
    changed = (corpus / HELD).read_text("utf-8").replace(
        "KẾ HOẠCH", "KẾ HOẠCH", 1
    ) + "\n9. Điều khoản vừa được thêm vào cuối.\n"
    _upload(page, HELD, changed)
    take = page.get_by_role("button", name="Đưa 1 tệp vào kho")
    expect(take).to_be_disabled()
    page.get_by_text("Thay 1 văn bản đang có").click()
    expect(take).to_be_enabled()
    take.click()
    expect(page.get_by_text("1 thay đổi")).to_be_visible(timeout=PATIENT)
    page.goto("/documents?document=hau-giang-ke-hoach-nganh-y-te-2023&part=editions")
    expect(page.locator(".comparison .change.added")).to_contain_text("Điều khoản vừa được thêm")


@pytest.mark.slow
def test_the_list_is_as_it_was_when_a_document_has_been_looked_at(page: Page) -> None:
    search = page.get_by_label("Tìm văn bản")
    search.fill("hau giang")
    search.press("Enter")
    expect(page.get_by_text(re.compile(r"^1/\d văn bản$"))).to_be_visible()
    page.get_by_role("button", name="Đào tạo, bồi dưỡng công chức").click()
    page.get_by_text("Về danh sách").click()
    expect(search).to_have_value("hau giang")
    expect(page.get_by_text(re.compile(r"^1/\d văn bản$"))).to_be_visible()


@pytest.mark.slow
def test_the_place_to_drop_files_has_one_button_in_the_pages_language(page: Page) -> None:
    page.get_by_text("Thêm tệp").click()
    drop = page.get_by_test_id("stFileUploaderDropzone")
    expect(drop.get_by_role("button")).to_have_count(1)
    expect(drop.get_by_role("button", name="Chọn tệp", exact=True)).to_be_visible()
    with page.expect_file_chooser():
        drop.get_by_role("button").click()


@pytest.mark.slow
def test_a_name_that_is_no_document_is_refused_before_anything_is_written(page: Page, corpus: Path) -> None:
    before = sorted(path.name for path in corpus.iterdir())
    _upload(page, "~$tam.txt", "KẾ HOẠCH")
    expect(page.get_by_text("~$tam.txt:")).to_be_visible()
    expect(page.get_by_text("Không có tệp nào cần đưa vào kho.")).to_be_visible()
    assert sorted(path.name for path in corpus.iterdir()) == before


def test_a_document_is_opened_by_keyboard_and_the_focus_goes_along(page: Page) -> None:
    page.get_by_role("button", name="Đào tạo, bồi dưỡng công chức").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Về danh sách")).to_be_focused()
    assert page.get_by_test_id("stMain").evaluate("main => main.scrollTop") == 0
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Đào tạo, bồi dưỡng công chức")).to_be_visible()


@pytest.mark.slow
def test_the_outline_jumps_by_keyboard(page: Page) -> None:
    page.goto("/documents?document=hau-giang-ke-hoach-nganh-y-te-2023&part=outline")
    tree = page.get_by_role("navigation", name="Mục lục")
    expect(tree.get_by_role("button").first).to_be_visible()
    tree.get_by_role("button").last.focus()
    page.keyboard.press("Enter")
    pane = page.get_by_role("region", name="Toàn văn")
    expect(pane.locator(".here")).to_be_visible()
    assert pane.evaluate("box => box.scrollTop") > 0


def test_nothing_scrolls_sideways_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.get_by_role("button", name="Đào tạo, bồi dưỡng công chức")).to_be_visible()
    assert not page.evaluate(TOO_WIDE)
    for part in ("facts", "outline", "tables", "pages", "editions", "correct"):
        page.goto(f"/documents?document=hau-giang-ke-hoach-nganh-y-te-2023&part={part}")
        expect(page.get_by_text("Về danh sách")).to_be_visible()
        expect(page.get_by_role("radio", name="Sửa")).to_be_visible()
        page.wait_for_timeout(500)
        assert not page.evaluate(TOO_WIDE), part
