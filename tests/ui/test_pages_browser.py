"""A citation of a document with pages, in a real browser: its page, the boxes over the quoted words, the file as it came."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from docx import Document as WordDocument
from paged import publish, reading, scanned, typeset
from playwright.sync_api import BrowserContext, Locator, Page, expect
from served_app import TOO_WIDE, served_app

from index.document import Box
from index.settings import PROJECT, Settings
from ingest.reading import RawLine

pytestmark = pytest.mark.browser

FUNDING = "Kinh phí đào tạo về dân số ở Đồng Tháp lấy từ nguồn nào?"
REPORT = "Hậu Giang: phòng nào tham mưu cho Lãnh đạo Sở Y tế xây dựng kế hoạch đào tạo?"
BROKEN = "372/KH-UBND ngày 27/12/2021 "  # the clause that answers goes over a page break after these words
TOLERANCE = 0.004  # of the page: two and a half points


def _corpus(name: str) -> list[str]:
    text = (PROJECT / "corpus" / name).read_text("utf-8").replace(BROKEN, f"{BROKEN}\f")
    return [line for line in text.split("\n") if line.strip()]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="module")
def typed(home: Path) -> Sequence[RawLine]:
    """The lines of the plan that came as DOCX, as they stand on its pages."""
    return typeset(_corpus("dong-thap-ke-hoach-dan-so-2030.txt"), home / "shown.pdf")


@pytest.fixture(scope="module")
def address(home: Path, typed: Sequence[RawLine], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app over two plans: one that came as DOCX and is shown as PDF, and a scan."""
    word, scan = home / "Kế hoạch dân số.docx", home / "hau-giang.pdf"
    document = WordDocument()
    for line in typed:
        document.add_paragraph(line.text)
    document.save(str(word))
    lines = typeset(_corpus("hau-giang-ke-hoach-nganh-y-te-2023.txt"), home / "text.pdf")
    scanned(home / "text.pdf", scan)
    readings = {word: reading(typed, home / "shown.pdf"), scan: reading(lines, scan, 0.934)}
    publish(Settings(data=home / "data"), readings)
    with served_app(tmp_path_factory.mktemp("home"), {"ASSISTANT_DATA": str(home / "data")}) as address:
        yield address


def _open_source(context: BrowserContext, question: str) -> Page:
    expect.set_options(timeout=30_000)
    page = context.new_page()
    page.goto("/")
    box = page.get_by_test_id("stChatInput").locator("textarea")
    expect(box).to_be_enabled(timeout=120_000)
    box.fill(question)
    box.press("Enter")
    page.get_by_role("button", name="Mở nguồn [1]").first.click()
    expect(page.get_by_role("dialog").get_by_role("img")).to_be_visible()
    return page


def _boxes(drawer: Locator) -> list[Box]:
    """The boxes of the marks as shares of the picture, both measured on the screen."""
    found: list[list[float]] = drawer.locator(".pages").evaluate(
        """view => {
            const page = view.querySelector("img").getBoundingClientRect();
            return [...view.querySelectorAll(".mark")].map((mark) => {
                const box = mark.getBoundingClientRect();
                return [(box.left - page.left) / page.width, (box.top - page.top) / page.height,
                        (box.right - page.left) / page.width, (box.bottom - page.top) / page.height];
            });
        }"""
    )
    return [(left, top, right, bottom) for left, top, right, bottom in found]


def _cited(lines: Sequence[RawLine]) -> Mapping[int, Sequence[RawLine]]:
    """The lines of the clause on funding by their page: from its heading to the next one."""
    texts = [line.text for line in lines]
    first, last = texts.index("IV. KINH PHÍ"), texts.index("V. TỔ CHỨC THỰC HIỆN")
    cited = lines[first:last]
    return {n: [line for line in cited if line.page == n] for n in sorted({line.page or 0 for line in cited})}


def _expect_marked(drawer: Locator, lines: Sequence[RawLine]) -> None:
    """That there is one box for each line, from its first word to its last."""
    expect(drawer.locator(".mark")).to_have_count(len(lines))
    for box, line in zip(_boxes(drawer), lines, strict=True):
        assert box == pytest.approx((*line.words[0].box[:2], *line.words[-1].box[2:]), abs=TOLERANCE), line.text


def _in_view(drawer: Locator) -> bool:
    window, mark = drawer.locator(".window").bounding_box(), drawer.locator(".mark").first.bounding_box()
    assert window and mark
    return (
        window["x"] <= mark["x"] < window["x"] + window["width"]
        and window["y"] <= mark["y"] < window["y"] + window["height"]
    )


def test_a_citation_opens_its_page_with_the_words_marked(
    context: BrowserContext, home: Path, typed: Sequence[RawLine]
) -> None:
    page = _open_source(context, FUNDING)
    drawer, cited = page.get_by_role("dialog"), _cited(typed)
    (first, here), (second, there) = cited.items()
    total = max(line.page or 0 for line in typed)

    count = drawer.locator(".count")
    expect(count).to_have_text(f"Trang {first}/{total}")
    expect(drawer.get_by_role("img")).to_have_attribute(
        "alt", f"Trang {first} của tài liệu Kế hoạch 2030 (Đồng Tháp), đoạn trích được đánh dấu"
    )
    _expect_marked(drawer, here)
    assert _in_view(drawer)

    drawer.get_by_role("button", name="200 %").click()
    _expect_marked(drawer, here)
    assert _in_view(drawer)
    drawer.get_by_role("button", name="Vừa khung").click()

    drawer.get_by_role("button", name=f"Đoạn trích tiếp ở trang {second}").click()
    expect(count).to_have_text(f"Trang {second}/{total}")
    _expect_marked(drawer, there)

    drawer.locator(".window").focus()
    for _ in range(2):  # faster than the pages come
        page.keyboard.press("ArrowLeft")
    expect(count).to_have_text(f"Trang {second - 2}/{total}")
    expect(drawer.locator(".mark")).to_have_count(0)
    expect(drawer.locator(".window")).to_be_focused()
    drawer.get_by_role("button", name="Về đoạn trích").click()
    expect(count).to_have_text(f"Trang {first}/{total}")

    with page.expect_download() as waiting:
        drawer.get_by_role("button", name="Tải tệp gốc").click()
    assert waiting.value.suggested_filename == "Kế hoạch dân số.docx"
    assert waiting.value.path().read_bytes() == (home / "Kế hoạch dân số.docx").read_bytes()

    drawer.get_by_text("Văn bản đọc được", exact=True).click()
    expect(drawer.locator(".lines")).to_have_count(2)
    expect(drawer.locator(".pages")).to_have_count(0)
    expect(drawer.locator(".lines").nth(1).locator("mark").first).to_have_text("IV. KINH PHÍ")


def test_a_scan_on_a_phone_says_how_surely_it_was_read(context: BrowserContext) -> None:
    page = _open_source(context, REPORT)
    page.set_viewport_size({"width": 390, "height": 844})
    drawer = page.get_by_role("dialog")
    expect(drawer.get_by_text("Đọc từ bản quét, độ tin cậy 93\u00a0%")).to_be_visible()
    expect(drawer.locator(".mark").first).to_be_attached()
    drawer.get_by_role("button", name="150 %").click()
    assert not page.evaluate(TOO_WIDE)
    window = drawer.locator(".window").bounding_box()
    assert window and window["x"] >= 0 and window["x"] + window["width"] <= 390


def test_the_keyboard_reaches_the_page_inside_the_drawer(context: BrowserContext) -> None:
    page = _open_source(context, FUNDING)
    drawer = page.get_by_role("dialog")
    drawer.get_by_role("radio", name="Ảnh trang").focus()
    page.keyboard.press("Tab")
    expect(drawer.get_by_role("button", name="Trang trước")).to_be_focused()
    for _ in range(10):
        page.keyboard.press("Tab")
        if drawer.get_by_role("region", name="Trang ").evaluate("window => window === document.activeElement"):
            break
    else:
        pytest.fail("the page's picture cannot be scrolled by keyboard")


def test_escape_closes_the_drawer_also_where_a_busy_button_lost_the_focus(context: BrowserContext) -> None:
    page = _open_source(context, FUNDING)
    drawer = page.get_by_role("dialog")
    button = drawer.get_by_role("button", name="Tải tệp gốc")
    button.focus()
    button.evaluate("button => button.blur()")
    page.keyboard.press("Escape")
    expect(drawer).to_have_count(0)
