"""Answers that a language model writes, as a person sees them: a real Chromium, the real server, a small real model server."""

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from plans import NUMBER, OFFICE, UNKNOWN, index_plans
from playwright.sync_api import BrowserContext, Page, expect
from served_app import TOO_WIDE, served_app
from slow_model import PAUSE, SlowModel, served_model, until

pytestmark = pytest.mark.browser

CHECKED = "Sở Tài chính bố trí kinh phí mở lớp kỹ năng số ở Cà Mau [1]."
WRONG = "Kinh phí mở lớp là 500 triệu đồng [1]."
SECOND = "Sở Khoa học và Công nghệ chủ trì mở lớp kỹ năng số trước ngày 30/6 [2]."
TAB = "() => sessionStorage.getItem('conversation')"
STOP, AGAIN = "Dừng viết", "Cho mô hình viết lại"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return index_plans(tmp_path_factory.mktemp("written"))


@pytest.fixture(scope="module")
def model() -> Iterator[SlowModel]:
    with served_model() as model:
        yield model


@pytest.fixture(scope="module")
def address(data: Path, model: SlowModel, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    settings = {
        "ASSISTANT_DATA": str(data),
        "ASSISTANT_WRITER": model.name,
        "ASSISTANT_WRITER_URL": model.address,
        "ASSISTANT_WRITER_SECONDS": "600",  # the tests let it wait
        "ASSISTANT_WRITER_FIRST_SECONDS": "600",
    }
    with served_app(tmp_path_factory.mktemp("home"), settings) as address:
        yield address


@pytest.fixture
def page(context: BrowserContext) -> Page:
    expect.set_options(timeout=60_000)
    page = context.new_page()
    page.goto("/")
    expect(page.get_by_test_id("stChatInput")).to_be_visible(timeout=120_000)  # the first one waits for the model
    return page


_times = count(1)


def _ask(page: Page, question: str) -> str:
    """Types a question that was not asked before, for what was written once is not written again; the question."""
    question = f"{question}{' ?' * next(_times)}"
    box = page.get_by_test_id("stChatInput").locator("textarea")
    box.press_sequentially(question, delay=20)  # while the page looks for news again and again
    box.press("Enter")
    return question


def _answers(page: Page, number: int) -> None:
    """Waits until so many answers are done."""
    expect(page.locator("[class*=st-key-copy-]")).to_have_count(number)


def test_the_text_grows_and_ends_checked(page: Page, model: SlowModel) -> None:
    expect(page.get_by_text("trên máy này, đọc câu hỏi và các đoạn trích")).to_contain_text("tho-ky")
    model.says(f"STATUS: complete\n{CHECKED} {WRONG[:20]}{PAUSE}{WRONG[20:]} {SECOND}")
    _ask(page, OFFICE)
    answer = page.locator(".answer")
    expect(answer.locator(".tail")).to_contain_text(WRONG[:12])
    expect(answer.locator(".lead")).to_have_text(re.compile(re.escape(CHECKED)))
    expect(answer.locator(".tail")).not_to_contain_text("Sở Tài chính")
    expect(answer.locator(".tail .unseen")).to_have_text("Đang viết, chưa đối chiếu:")
    heard = page.get_by_role("status").filter(has_text="Sở Tài chính")
    expect(heard).to_have_text(CHECKED)
    assert page.locator("[aria-live]:has(.tail), [role=status]:has(.tail)").count() == 0
    model.go_on.set()
    _answers(page, 1)
    expect(answer.locator(".tail")).to_have_count(0)
    expect(page.get_by_role("button", name=STOP)).to_have_count(0)
    expect(answer).to_contain_text("trước ngày 30/6 [2].")
    expect(answer).not_to_contain_text("500")
    expect(page.locator(".plain.notice")).to_contain_text(re.compile("câu (do|của) mô hình ngôn ngữ"))
    host = model.address.split("/")[2]
    expect(page.get_by_text(f"viết bởi mô hình tho-ky tại {host}, trên máy này, đã đối chiếu từng câu")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Đã viết xong.")).to_have_count(1)
    page.get_by_role("button", name="Mở nguồn [2]").first.click()
    expect(page.get_by_role("dialog").locator("mark").first).to_contain_text("Sở Khoa học và Công nghệ")


def test_the_keyboard_stops_it_and_the_model_can_be_asked_again(page: Page, model: SlowModel) -> None:
    model.says(f"{CHECKED} Còn {PAUSE}")
    question = _ask(page, OFFICE)
    expect(page.locator(".tail")).to_be_visible()
    stop = page.get_by_role("button", name=STOP)
    for _ in range(20):  # from the box where the question was typed
        if stop.evaluate("node => node === document.activeElement"):
            break
        page.keyboard.press("Shift+Tab")
    expect(stop).to_be_focused()
    page.keyboard.press("Enter")
    _answers(page, 1)
    expect(page.locator(".plain.notice")).to_contain_text(
        re.compile("mô hình ngôn ngữ.*dừng", re.IGNORECASE | re.DOTALL)
    )
    expect(page.locator(".answer blockquote").first).to_contain_text("bố trí kinh phí mở lớp kỹ năng số")
    assert page.get_by_test_id("stText").all_inner_texts() == [question]
    until(lambda: model.writes == 0)
    model.says(f"{CHECKED} {SECOND}")
    page.get_by_role("button", name=AGAIN).click()
    expect(page.get_by_text("viết bởi mô hình tho-ky")).to_be_visible()
    assert page.get_by_test_id("stText").all_inner_texts() == [question]


def test_another_question_and_another_language_meanwhile_lose_nothing(page: Page, model: SlowModel) -> None:
    model.says(f"{CHECKED} Còn {PAUSE}")
    first = _ask(page, OFFICE)
    expect(page.locator(".tail")).to_be_visible()
    second = _ask(page, UNKNOWN)
    expect(page.get_by_text("Chờ câu trả lời trước xong.")).to_be_visible()
    page.get_by_role("radio", name="English").click()
    expect(page.get_by_role("button", name="Stop writing")).to_be_visible()
    expect(page.locator(".lead")).to_contain_text(CHECKED)
    links = page.get_by_test_id("stSidebarNav")
    links.get_by_role("link", name="Evaluation").click()
    expect(page.get_by_role("heading", name="Evaluation")).to_be_visible()
    links.get_by_role("link", name="Ask").click()
    expect(page.locator(".lead")).to_contain_text(CHECKED)
    calls = len(model.asked)
    model.go_on.set()
    _answers(page, 2)
    assert page.get_by_test_id("stText").all_inner_texts() == [first, second]
    assert len(model.asked) == calls
    expect(page.get_by_text("No answer found")).to_be_visible()


def test_a_reload_in_the_middle_goes_on_where_it_was(page: Page, model: SlowModel) -> None:
    model.says(f"{CHECKED} Còn {PAUSE}lại. {SECOND}")
    question = _ask(page, OFFICE)
    expect(page.locator(".tail")).to_be_visible()
    calls = len(model.asked)
    page.reload()
    expect(page.locator(".lead")).to_contain_text(CHECKED)
    assert page.get_by_test_id("stText").all_inner_texts() == [question]
    model.go_on.set()
    _answers(page, 1)
    expect(page.locator(".answer")).to_contain_text("trước ngày 30/6 [2].")
    assert len(model.asked) == calls
    page.reload()
    expect(page.locator(".answer")).to_contain_text("trước ngày 30/6 [2].")
    page.get_by_role("button", name="Cuộc hỏi đáp mới").click()
    expect(page.get_by_text("Câu hỏi mẫu")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Câu hỏi mẫu")).to_be_visible()
    expect(page.get_by_test_id("stText")).to_have_count(0)


def test_another_tab_sees_nothing_of_it(page: Page, context: BrowserContext, model: SlowModel) -> None:
    model.says(CHECKED)
    _ask(page, OFFICE)
    _answers(page, 1)
    other = context.new_page()
    other.goto(page.url)
    expect(other.get_by_text("Câu hỏi mẫu")).to_be_visible()
    expect(other.get_by_test_id("stText")).to_have_count(0)


def test_a_new_conversation_ends_the_writing(page: Page, model: SlowModel) -> None:
    model.says(f"{CHECKED} Còn {PAUSE}")
    _ask(page, OFFICE)
    expect(page.locator(".tail")).to_be_visible()
    before = page.evaluate(TAB)
    page.get_by_role("button", name="Cuộc hỏi đáp mới").click()
    until(lambda: page.evaluate(TAB) != before)  # the old one would come back with the next look at the tab's storage
    expect(page.get_by_text("Câu hỏi mẫu")).to_be_visible()
    until(lambda: model.writes == 0)
    question = _ask(page, UNKNOWN)
    expect(page.get_by_text("Không tìm thấy câu trả lời")).to_be_visible()
    assert page.get_by_test_id("stText").all_inner_texts() == [question]


def test_what_a_model_writes_is_shown_literally_and_fits_a_phone(page: Page, model: SlowModel) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    hostile = '<img src=x onerror="window.hacked=1"> **đậm** $x$ :red[x]'
    model.says(f"{CHECKED} {hostile} {''.join(map(str, range(100, 300)))} {PAUSE}")
    _ask(page, NUMBER)
    expect(page.locator(".tail")).to_contain_text(hostile)
    assert page.locator(".answer img, .answer a, .answer strong").count() == 0
    assert page.evaluate("() => window.hacked") is None
    assert not page.evaluate(TOO_WIDE)
    stop = page.get_by_role("button", name=STOP)
    expect(stop).to_be_in_viewport()
    stop.click()
    _answers(page, 1)
    assert not page.evaluate(TOO_WIDE)
