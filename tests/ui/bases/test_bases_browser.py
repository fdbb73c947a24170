"""The Sources page as a person uses it: a real Chromium, the real server, Streamlit's own drawing of the graph."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_library import FILES, publish
from playwright.sync_api import BrowserContext, Page, expect
from served_app import TOO_WIDE, served_app

from index.settings import Settings

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running `streamlit run app.py` over the made library, in an empty home."""
    home = tmp_path_factory.mktemp("bases-browser")
    settings = Settings(data=home / "data", corpus=home / "corpus")
    publish(settings, FILES, "thong-bao")
    with served_app(home, {"ASSISTANT_DATA": str(settings.data), "ASSISTANT_CORPUS": str(settings.corpus)}) as address:
        yield address


@pytest.fixture
def page(context: BrowserContext) -> Page:
    expect.set_options(timeout=30_000)
    page = context.new_page()
    page.goto("/sources")
    expect(page.get_by_role("heading", name="Căn cứ pháp lý")).to_be_visible(timeout=120_000)
    return page


def _view(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name).click()


def test_the_graph_is_drawn_filtered_and_leads_to_a_document(page: Page) -> None:
    expect(page.get_by_role("figure", name="Sơ đồ: 3 văn bản và 6 văn bản mà chúng nêu")).to_be_visible()
    graph = page.get_by_role("figure", name="Sơ đồ")
    boxes = graph.locator("svg .node")
    expect(boxes).to_have_count(8)
    expect(graph.locator("svg .edge")).to_have_count(7)
    for box in boxes.all():  # no word is wider than its box
        inside, around = box.locator("text").first.bounding_box(), box.locator("path, polygon").first.bounding_box()
        assert inside and around and inside["width"] < around["width"]
    page.get_by_label("Tìm trong tên và câu trích").fill("bac lieu")
    page.keyboard.press("Enter")
    expect(boxes).to_have_count(3)
    expect(page.get_by_text("Đang hiện 2/6 văn bản được nêu.")).to_be_visible()
    graph.get_by_role("link", name="Quyết định 30/QĐ-UBND (Bạc Liêu)").click()
    expect(page).to_have_url(re.compile(r"/documents\?document=bac-lieu&lang=vi"))
    expect(page.get_by_text("Về việc cử cán bộ đi học", exact=True).first).to_be_visible()


def test_what_is_missing_is_listed_and_taken_along(page: Page) -> None:
    _view(page, "Còn thiếu")
    table = page.get_by_role("table", name="Văn bản kho chưa có, được nêu nhiều nhất đứng trước")
    expect(table.get_by_role("row").nth(1)).to_contain_text("89/2021/NĐ-CP")
    assert page.evaluate("window.hacked") is None
    with page.expect_download() as taken:
        page.get_by_role("button", name="Tải bảng này (CSV)").click()
    assert taken.value.suggested_filename == "can-cu-con-thieu.csv"
    text = Path(taken.value.path()).read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert rows[0]["Số hiệu"] == "89/2021/NĐ-CP" and "(Bạc Liêu)" in rows[0]["Được nêu trong"]
    table.get_by_role("link", name="Kế hoạch 12/KH-UBND (Cà Mau)").first.click()
    expect(page.get_by_text("Bồi dưỡng kỹ năng số giai đoạn 2024 - 2026").first).to_be_visible()


def test_on_a_phone_the_graph_scrolls_inside_itself(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator("svg .node")).to_have_count(8)
    expect(page.get_by_text("Kéo ngang để xem hết sơ đồ")).to_be_visible()
    assert not page.evaluate(TOO_WIDE)
    assert page.evaluate(
        "(() => { const g = document.querySelector('.st-key-bases-graph'); return g.scrollWidth > g.clientWidth })()"
    )
    for view in ("Còn thiếu", "Theo văn bản"):
        _view(page, view)
        expect(page.get_by_role("table").first).to_be_visible()
        assert not page.evaluate(TOO_WIDE)
    page.get_by_text("Câu trích").first.click()
    expect(page.get_by_text("“Căn cứ Nghị định 89/2021/ND-CP").first).to_be_visible()
