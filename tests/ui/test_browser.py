"""The chat as a person uses it: a real Chromium, the real server, a real index of two plans and a hostile one."""

import json
import re
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as read_docx
from plans import FUNDING, HOSTILE, NUMBER, OFFICE, UNKNOWN, index_plans, ingest
from playwright.sync_api import BrowserContext, Page, expect
from served_app import TOO_WIDE, served_app

from index.library import Library
from index.settings import PROJECT, Settings
from vietnamese.text import tidy

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of three plans."""
    return index_plans(tmp_path_factory.mktemp("browser"))


@pytest.fixture(scope="module")
def address(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running `streamlit run app.py` in an empty home, as after a fresh install."""
    with served_app(tmp_path_factory.mktemp("home"), {"ASSISTANT_DATA": str(data)}) as address:
        yield address


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return _open(context)


def _open(context: BrowserContext, path: str = "/") -> Page:
    expect.set_options(timeout=30_000)
    page = context.new_page()
    page.goto(path)
    expect(page.get_by_test_id("stChatInput")).to_be_visible(timeout=120_000)  # the first one waits for the model
    return page


def _ask(page: Page, question: str) -> None:
    """Types a question and waits for its answer."""
    copies = page.locator("[class*=st-key-copy-]")
    before = copies.count()
    box = page.get_by_test_id("stChatInput").locator("textarea")
    box.fill(question)
    box.press("Enter")
    expect(copies).to_have_count(before + 1)


def _drawer(page: Page) -> Page:
    drawer: Page = page.get_by_role("dialog")  # type: ignore[assignment]
    expect(drawer.locator("mark").first).to_be_visible()  # type: ignore[arg-type]
    return drawer


def test_a_marker_opens_its_passage_and_the_document_at_the_quote(page: Page) -> None:
    _ask(page, FUNDING)
    page.get_by_role("button", name="Mở nguồn [1]").first.click()
    drawer = _drawer(page)
    passage, document = drawer.locator(".lines").nth(0), drawer.locator(".lines").nth(1)
    expect(document.locator("mark").first).to_be_visible()
    quote = " ".join(" ".join(passage.locator("mark").all_inner_texts()).split())
    assert quote and quote == " ".join(" ".join(document.locator("mark").all_inner_texts()).split())
    assert quote in " ".join((PROJECT / "corpus" / "dong-thap-ke-hoach-dan-so-2030.txt").read_text("utf-8").split())
    expect(drawer.locator(".plain.section")).to_contain_text("KINH PHÍ")
    box, mark = document.bounding_box(), document.locator("mark").first.bounding_box()
    assert box and mark and box["y"] <= mark["y"] <= box["y"] + box["height"]
    assert document.evaluate("box => box.scrollTop") > 0
    drawer.get_by_role("button", name="Quay lại câu trả lời").click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_keyboard_opens_and_closes_a_source(page: Page) -> None:
    _ask(page, NUMBER)
    page.get_by_role("button", name="Mở nguồn [1]").first.focus()
    page.keyboard.press("Enter")
    _drawer(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("button", name="Mở nguồn [1]").first).to_be_focused()
    _ask(page, UNKNOWN)
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_follow_up_is_shown_made_whole(page: Page) -> None:
    _ask(page, OFFICE)
    _ask(page, "còn ở Đồng Tháp?")
    expect(page.get_by_text(re.compile("Được hiểu là: Ở Đồng Tháp, ai bố trí kinh phí"))).to_be_visible()


def test_the_language_switch_keeps_the_conversation_and_stands_in_the_address(page: Page) -> None:
    _ask(page, NUMBER)
    page.get_by_role("radio", name="English").click()
    expect(page.get_by_role("heading", name="Administrative Documents Assistant")).to_be_visible()
    expect(page).to_have_url(re.compile("lang=en"))
    expect(page.get_by_text(NUMBER)).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Administrative Documents Assistant")).to_be_visible()


def test_an_english_question_by_an_example(context: BrowserContext) -> None:
    page = _open(context, "/?lang=en")
    page.get_by_role("button", name="Where does the funding for population training in Đồng Tháp come from?").click()
    expect(page.get_by_role("button", name="Open source [1]").first).to_be_visible()


def _download(page: Page, name: str) -> bytes:
    page.get_by_role("button", name="Xuất").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    path = waiting.value.path()
    page.keyboard.press("Escape")
    return Path(path).read_bytes()


def test_both_exports_hold_the_conversation(page: Page) -> None:
    _ask(page, OFFICE)
    markdown = _download(page, "Markdown").decode()
    assert "bố trí kinh phí mở lớp kỹ năng số" in markdown and "- Vị trí: dòng 12" in markdown
    texts = [p.text for p in read_docx(BytesIO(_download(page, "Word"))).paragraphs]
    assert OFFICE in texts
    assert any("bố trí kinh phí mở lớp kỹ năng số" in text for text in texts)


def test_an_answer_is_copied_with_its_citations(page: Page) -> None:
    _ask(page, OFFICE)
    page.get_by_role("button", name="Chép câu trả lời").click()
    expect(page.get_by_role("button", name="Đã chép")).to_be_visible()
    text = page.evaluate("() => navigator.clipboard.readText()")
    assert text.startswith(OFFICE)
    assert "[1] Kế hoạch 2030 (Cà Mau) · II. TỔ CHỨC THỰC HIỆN › 2. Sở Tài chính · dòng 12" in text


def _until(holds: Callable[[], bool]) -> None:
    for _ in range(100):
        if holds():
            return
        time.sleep(0.1)
    assert holds()


def test_feedback_is_found_on_disk(page: Page, data: Path) -> None:
    question = f"{OFFICE} "
    _ask(page, question)
    page.get_by_role("radio", name="Thumbs down").click()
    page.get_by_label("Nhận xét (không bắt buộc)").fill("thiếu thời hạn")
    page.get_by_role("button", name="Gửi").click()
    expect(page.get_by_text("Đã lưu nhận xét")).to_be_visible()
    library = Library.open(Settings(data=data))
    try:
        _until(lambda: any(f.comment == "thiếu thời hạn" for f in library.feedback()))
        kept = [f for f in library.feedback() if f.question == OFFICE]
    finally:
        library.close()
    assert [(f.verdict, f.comment) for f in kept] == [("down", "thiếu thời hạn")]
    assert json.loads(json.dumps(dict(kept[0].answer)))["citations"][0]["document_id"] == "ca-mau-ky-nang-so"


def test_a_filter_limits_the_answer_and_is_said(page: Page) -> None:
    page.get_by_test_id("stSidebar").get_by_role("combobox").nth(1).click()
    page.get_by_role("option", name="Đồng Tháp").click()
    expect(page.get_by_text("1/3 văn bản")).to_be_visible()
    page.keyboard.press("Escape")
    _ask(page, FUNDING)
    expect(page.get_by_test_id("stChatMessage").first).to_contain_text("Trong phạm vi: Đồng Tháp")


def test_filters_and_verdict_stay_when_the_page_changes(page: Page) -> None:
    page.get_by_test_id("stSidebar").get_by_role("combobox").nth(1).click()
    page.get_by_role("option", name="Đồng Tháp").click()
    page.keyboard.press("Escape")
    _ask(page, FUNDING)
    page.get_by_role("radio", name="Thumbs up").click()
    comment = page.get_by_label("Nhận xét (không bắt buộc)")
    comment.fill("đủ ý")
    page.get_by_role("button", name="Gửi").click()
    expect(page.get_by_text("Đã lưu nhận xét")).to_be_visible()
    pages = page.get_by_test_id("stSidebarNav")
    pages.get_by_role("link", name="Đánh giá").click()
    expect(page.get_by_role("heading", name="Đánh giá")).to_be_visible()
    pages.get_by_role("link", name="Hỏi đáp").click()
    expect(page.get_by_text("1/3 văn bản")).to_be_visible()
    expect(page.get_by_role("radio", name="Thumbs up")).to_be_checked()
    expect(comment).to_have_value("đủ ý")
    expect(page.get_by_text("Đã lưu nhận xét")).to_be_visible()


def test_no_evidence_is_said_plainly(page: Page) -> None:
    _ask(page, UNKNOWN)
    expect(page.get_by_text("Không tìm thấy câu trả lời")).to_be_visible()
    expect(page.get_by_text("Đoạn gần nhất - không phải câu trả lời")).to_be_visible()
    brief = page.locator(".quote.brief blockquote")
    expect(brief.first).to_be_visible()
    assert max(brief.evaluate_all("quotes => quotes.map(q => q.clientHeight)")) < 60  # two lines of each
    page.get_by_role("button", name="Mở đoạn này").first.click()
    expect(_drawer(page).get_by_role("heading", name="Đoạn gần nhất")).to_be_visible()


def test_nothing_scrolls_sideways_on_a_phone(context: BrowserContext) -> None:
    page = _open(context)
    page.set_viewport_size({"width": 390, "height": 844})
    assert not page.evaluate(TOO_WIDE)
    _ask(page, FUNDING)
    _ask(page, f"{HOSTILE} " + "x" * 200)
    assert not page.evaluate(TOO_WIDE)
    page.get_by_role("button", name="Mở nguồn [1]").first.click()
    drawer = _drawer(page)
    assert not page.evaluate(TOO_WIDE)

    def inside() -> bool:
        box = drawer.locator(".lines").nth(1).bounding_box()
        return box is not None and box["x"] >= 0 and box["x"] + box["width"] <= 390

    _until(inside)  # the drawer slides in


def test_markup_in_questions_and_documents_is_shown_literally(page: Page) -> None:
    _ask(page, f"{HOSTILE} <script>window.hacked=1</script>")
    _ask(page, NUMBER)
    expect(page.get_by_test_id("stText").first).to_have_text(f"{HOSTILE} <script>window.hacked=1</script>")
    expect(page.locator("blockquote", has_text=tidy(HOSTILE)).first).to_be_visible()
    last = page.get_by_test_id("stChatMessage").last  # whatever was said to the first one, which is no question
    last.get_by_role("button", name="Mở nguồn [1]").first.click()
    expect(_drawer(page).locator("mark", has_text=HOSTILE)).to_have_count(2)
    assert page.evaluate("() => window.hacked") is None
    assert page.locator("img[src='x']").count() == 0


def test_questions_asked_one_upon_another_are_not_lost(page: Page) -> None:
    box = page.get_by_test_id("stChatInput").locator("textarea")
    for question in (OFFICE, NUMBER, UNKNOWN):
        box.fill(question)
        box.press("Enter")
    expect(page.locator("[class*=st-key-copy-]")).to_have_count(3)
    assert page.get_by_test_id("stText").all_inner_texts() == [OFFICE, NUMBER, UNKNOWN]


def test_a_newer_index_is_taken_up_and_said(page: Page, data: Path) -> None:
    _ask(page, OFFICE)
    ingest(data, "--withdraw", "ca-mau-ky-nang-so")
    try:
        page.get_by_role("button", name="Mở nguồn [1]").first.click()
        expect(page.get_by_text("Kho văn bản vừa được cập nhật")).to_be_visible()
        expect(page.get_by_role("dialog").get_by_text("Văn bản này không còn trong kho")).to_be_visible()
    finally:
        ingest(data, "--restore", "ca-mau-ky-nang-so")


def test_a_new_conversation_forgets(page: Page) -> None:
    _ask(page, OFFICE)
    page.get_by_role("button", name="Cuộc hỏi đáp mới").click()
    expect(page.get_by_text("Câu hỏi mẫu")).to_be_visible()
    expect(page.get_by_test_id("stText")).to_have_count(0)
