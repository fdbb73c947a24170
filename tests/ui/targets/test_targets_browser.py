"""The Targets page as a person uses it, in a wide and in a narrow window: a real Chromium, the real server, a real register."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from served_app import TOO_WIDE, served_app
from target_plans import HOSTILE

from index.settings import Settings

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(home: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running `streamlit run app.py` over the plans."""
    with served_app(tmp_path_factory.mktemp("targets-browser"), {"ASSISTANT_DATA": str(home.data)}) as address:
        yield address


def _open(context: BrowserContext, where: str, size: tuple[int, int]) -> Page:
    expect.set_options(timeout=30_000)
    page = context.new_page()
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(where)
    expect(page.get_by_role("heading", name="Targets", exact=True)).to_be_visible(timeout=60_000)
    return page


def _is_sound(page: Page) -> None:
    assert page.evaluate("() => window.hacked") is None
    assert page.locator("img[src='x']").count() == 0
    assert not page.evaluate(TOO_WIDE)


@pytest.mark.parametrize("size", [(1400, 900), (390, 844)], ids=["wide", "narrow"])
def test_the_table_leads_to_clauses(context: BrowserContext, size: tuple[int, int]) -> None:
    page = _open(context, "/targets?lang=en", size)
    both = page.locator(".st-key-targets-contradiction-0")
    expect(both.locator(".plain.clause")).to_have_count(2)
    expect(both).to_contain_text("- Mỗi năm, cử từ 20 đến 25 cán bộ, công chức, viên chức đi đào tạo trình độ thạc sĩ")
    expect(both).to_contain_text(
        f"- Mỗi năm, cử từ 30 đến 35 cán bộ, công chức, viên chức đi đào tạo trình độ thạc sĩ {HOSTILE}."
    )
    table = page.get_by_role("table", name="Kế hoạch 12/KH-UBND (Sóc Trăng)")
    row = table.locator("tr").filter(has_text="Bồi dưỡng ngạch chuyên viên")
    expect(row.get_by_role("button")).to_have_text(["40 người", "50 người", "60 người"])
    expect(table.locator(".mark").first).to_contain_text("differs elsewhere")
    _is_sound(page)
    figure = row.get_by_role("button").nth(1)
    figure.focus()
    page.keyboard.press("Enter")
    drawer = page.get_by_role("dialog")
    expect(drawer).to_contain_text("Kế hoạch 12/KH-UBND (Sóc Trăng)")
    expect(drawer.locator("mark").first).to_contain_text("Bồi dưỡng ngạch chuyên viên | 40 người | 50 người | 60 người")
    drawer.get_by_role("button", name="Back").click()
    expect(drawer).to_be_hidden()
    both.get_by_role("button", name="Open the clause").nth(1).click()
    expect(drawer.locator("mark").first).to_contain_text("từ 30 đến 35 cán bộ")
    _is_sound(page)


@pytest.mark.parametrize("size", [(1400, 900), (390, 844)], ids=["wide", "narrow"])
def test_charts_and_documents_side_by_side(context: BrowserContext, size: tuple[int, int]) -> None:
    page = _open(context, "/targets?lang=en&view=charts", size)
    chart = page.get_by_test_id("stVegaLiteChart").filter(has_text="2024").first
    expect(chart.locator("svg")).to_contain_text("2026")
    expect(page.get_by_text("Unit: %", exact=True)).to_be_visible()
    _is_sound(page)
    mark = chart.locator("svg .mark-symbol path").last
    mark.scroll_into_view_if_needed()
    mark.click(force=True)
    chosen = page.locator(".targets .columns")
    expect(chosen).to_contain_text("Kế hoạch 12/KH-UBND (Sóc Trăng)")
    page.get_by_role("radio", name="Side by side").click()
    expect(page.get_by_text("Same words", exact=True)).to_be_visible()
    expect(page.get_by_role("table").filter(has_text="Nam Định")).to_contain_text("ít nhất 80%")
    expect(page.locator(".targets section")).to_have_count(2)
    _is_sound(page)
    page.go_back()
    expect(page.get_by_text("Unit: %", exact=True)).to_be_visible()
    page.get_by_label("Words of the measure or group").fill("phap luat")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 figure; documents: 1")).to_be_visible()
    assert "q=phap" in page.url
