"""The Obligations page as a person uses it: a real Chromium, the real server, plans read by the real readers."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document as WordDocument
from icalendar import Calendar
from many import made_model
from openpyxl import load_workbook
from paged import publish, reading, typeset
from playwright.sync_api import BrowserContext, Locator, Page, expect
from served_app import TOO_WIDE, served_app

from index.library import Publisher
from index.settings import PROJECT, Settings
from ingest.edition import make_edition
from ingest.passages import BUILDER_VERSION

pytestmark = pytest.mark.browser

PAGED = "dong-thap-ke-hoach-dan-so-2030"
_WITHIN = """() => {
    const box = document.querySelector("[role=dialog] .lines").getBoundingClientRect();
    return box.left >= 0 && box.right <= innerWidth;
}"""
OTHERS = ("soc-trang-du-thao-ke-hoach-2021-2025.md", "hau-giang-ke-hoach-nganh-y-te-2023.txt")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app over a plan that came as DOCX and is shown as pages, a draft and a plan of one year."""
    home = tmp_path_factory.mktemp("obligations")
    settings = Settings(data=home / "data")
    text = (PROJECT / "corpus" / f"{PAGED}.txt").read_text("utf-8")
    lines = typeset([line for line in text.split("\n") if line.strip()], home / "shown.pdf")
    word = WordDocument()
    for line in lines:
        word.add_paragraph(line.text)
    word.save(str(home / f"{PAGED}.docx"))
    publish(settings, {home / f"{PAGED}.docx": reading(lines, home / "shown.pdf")}, made_model(settings))
    with Publisher(settings, BUILDER_VERSION, lambda: made_model(settings)) as publisher:
        for name in OTHERS:
            publisher.add(make_edition(PROJECT / "corpus" / name, {}, settings))
        publisher.publish()
    with served_app(tmp_path_factory.mktemp("home"), {"ASSISTANT_DATA": str(settings.data)}) as address:
        yield address


def _open(context: BrowserContext, query: str = "") -> Page:
    expect.set_options(timeout=30_000)
    page = context.new_page()
    page.goto(f"/obligations{query}")
    expect(page.locator(".obligations tbody tr").first).to_be_visible(timeout=120_000)
    return page


def _rows(page: Page) -> Locator:
    return page.locator(".obligations tbody tr")


def _found(page: Page) -> int:
    """How many rows the page says there are."""
    said = page.locator(".st-key-duties-head").get_by_text(re.compile(r"^\d+ (trong|of|dòng|rows)")).inner_text()
    return int(said.split()[0])


def _downloads(page: Page, tmp_path: Path) -> dict[str, bytes]:
    page.get_by_test_id("stPopoverButton").click()
    files: dict[str, bytes] = {}
    for suffix in ("xlsx", "csv", "ics"):
        with page.expect_download() as waiting:
            page.locator(f".st-key-duties-{suffix} button").click()
        assert waiting.value.suggested_filename.endswith(f".{suffix}")
        path = tmp_path / suffix
        waiting.value.save_as(path)
        files[suffix] = path.read_bytes()
    page.keyboard.press("Escape")
    return files


def _expect_rows(files: dict[str, bytes], count: int) -> None:
    """That the files hold the rows that the list counts."""
    sheet = load_workbook(io.BytesIO(files["xlsx"]), read_only=True).worksheets[0]
    assert sum(1 for row in sheet.iter_rows(values_only=True) if row[0] is not None) == count + 1
    assert len(list(csv.reader(io.StringIO(files["csv"].decode("utf-8-sig"))))) == count + 1
    events = Calendar.from_ical(files["ics"]).walk("VEVENT")
    assert len(events) <= count


def test_a_wide_window_by_keyboard(context: BrowserContext, tmp_path: Path) -> None:
    page = _open(context)
    page.set_viewport_size({"width": 1400, "height": 1000})
    everything = _found(page)
    assert everything > 50

    box = page.get_by_role("combobox", name="Ai thực hiện")
    box.press_sequentially("so noi")
    expect(page.get_by_role("option", name="Sở Nội vụ").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("actor="))
    expect(page.get_by_text(re.compile(rf"^\d+ trong {everything} dòng$"))).to_be_visible()
    expect(_rows(page).first.locator("strong").first).to_contain_text("Sở Nội vụ")

    page.reload()
    expect(box).to_have_value("Sở Nội vụ", timeout=60_000)
    page.locator(".st-key-duties_province_vi input").click()
    page.get_by_role("option", name="Đồng Tháp").click()
    expect(page).to_have_url(re.compile("province="))
    expect(_rows(page).first.get_by_role("button")).to_contain_text("Đồng Tháp")

    opener = _rows(page).first.get_by_role("button")
    opener.focus()
    page.keyboard.press("Enter")
    drawer = page.get_by_role("dialog")
    expect(drawer.locator(".lines mark").first).to_be_visible()
    expect(drawer.get_by_role("img")).to_be_visible()
    expect(drawer.locator(".mark").first).to_be_attached()
    link = drawer.get_by_role("link", name="Xem trong trang Văn bản")
    expect(link).to_have_attribute("href", f"documents?lang=vi&document={PAGED}&part=pages")
    drawer.get_by_role("button", name="Chép dòng này").click()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.startswith("Sở Nội vụ: ") and "“" in copied and "Đồng Tháp" in copied
    page.keyboard.press("Escape")
    expect(drawer).not_to_be_visible()
    expect(opener).to_be_focused()

    page.go_back()
    expect(page).not_to_have_url(re.compile("province="))
    _expect_rows(_downloads(page, tmp_path), _found(page))


def test_a_phone(context: BrowserContext, tmp_path: Path) -> None:
    page = _open(context, "?lang=en")
    page.set_viewport_size({"width": 390, "height": 844})
    role = page.locator(".st-key-duties_role_en input")
    expect(role).not_to_be_visible()
    page.get_by_role("button", name="More filters").click()
    expect(role).to_be_visible()
    role.click()
    page.get_by_role("option", name="Leads", exact=True).click()
    expect(page.get_by_role("button", name="Hide filters")).to_be_visible()
    expect(page).to_have_url(re.compile("role=lead"))
    page.get_by_role("button", name="Clear all filters").click()
    page.get_by_role("button", name="Hide filters").click()
    expect(role).not_to_be_visible()
    assert not page.evaluate(TOO_WIDE)

    first = _rows(page).first.inner_text()
    page.get_by_role("button", name="Next page").click()
    expect(page.get_by_text(re.compile("^26–50 of "))).to_be_visible()
    expect(_rows(page).first).not_to_have_text(first, use_inner_text=True)
    expect(_rows(page).first).to_be_in_viewport()

    _rows(page).nth(1).get_by_role("button").click()
    drawer = page.get_by_role("dialog")
    expect(drawer.locator(".lines mark").first).to_be_visible()
    page.wait_for_function(_WITHIN)  # it slides in
    drawer.get_by_role("button", name="Next row").click()
    expect(drawer.locator(".lines mark").first).to_be_visible()
    drawer.get_by_role("button", name="Back to the list").click()
    expect(drawer).not_to_be_visible()

    page.get_by_role("radio", name="By actor").click()
    actor = page.locator(".obligations.actors tbody button, .obligations .actors tbody button").first
    name = actor.inner_text()
    actor.click()
    expect(page.get_by_role("combobox", name="Who")).to_have_value(name)
    assert not page.evaluate(TOO_WIDE)
    found = _found(page)
    _expect_rows(_downloads(page, tmp_path), found)

    page.goto(f"{page.url}&role=other&deadline=any".replace("lang=en", "lang=vi"))
    expect(page.get_by_role("combobox", name="Ai thực hiện")).to_have_value(name)
    page.goto(page.url.replace("&role=other&deadline=any", ""))
    expect(page.get_by_text(re.compile(rf"^{found} trong "))).to_be_visible()
