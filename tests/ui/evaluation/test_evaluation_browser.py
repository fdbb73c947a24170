"""The Evaluation page as a person uses it: a real Chromium, the real server, runs that the real scorer made."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_runs import HOSTILE
from playwright.sync_api import BrowserContext, Page, expect
from served_app import TOO_WIDE, served_app

from index.record import Record
from index.settings import Settings

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(runs: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running `streamlit run app.py` over the runs, with one answer marked down and no index."""
    home = tmp_path_factory.mktemp("evaluation-browser")
    record = Record.open(Settings(data=home / "data"), create=True)
    assert record is not None
    record.feedback.save(f"Ai lo? {HOSTILE}", {"id": "a", "answer": "Sở Nội vụ."}, "down", "sai cơ quan")
    record.close()
    with served_app(home, {"ASSISTANT_DATA": str(home / "data"), "ASSISTANT_RUNS": str(runs)}) as address:
        yield address


@pytest.fixture
def page(context: BrowserContext) -> Page:
    expect.set_options(timeout=30_000)
    page = context.new_page()
    page.goto("/evaluation?lang=en&run=regressed")
    expect(page.get_by_role("heading", name="Evaluation")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("radio", name="Overview")).to_be_visible()
    return page


def _choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=option).click()


def _view(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name).click()


def test_a_run_is_picked_and_its_figures_and_chart_are_there(page: Page) -> None:
    table = page.get_by_role("region", name="Overview")
    row = table.get_by_role("row").filter(has_text="answer_correct")
    expect(row).to_contain_text("0.500")
    expect(page.get_by_label("What went wrong", exact=True).locator("svg")).to_contain_text("unsupported answer")
    _choose(page, "Run", "right")
    expect(row).to_contain_text("1.000")
    expect(page.get_by_text("cannot be read")).to_be_visible()


def test_slices_are_a_chart_with_a_table(page: Page) -> None:
    _view(page, "Slices")
    chart = page.get_by_label("Evidence cited", exact=True).locator("svg")
    expect(chart).to_contain_text("Vietnamese (1)")
    _choose(page, "Group by", "Kind")
    expect(chart).to_contain_text("office (1)")
    page.get_by_text("As a table").click()
    expect(
        page.get_by_role("region", name="Evidence cited").get_by_role("row").filter(has_text="office")
    ).to_be_visible()


def test_a_question_is_drilled_into_by_the_keyboard(page: Page) -> None:
    page.get_by_role("radio", name="Overview").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    words = page.get_by_label("Words of the question or its id")
    words.focus()
    page.keyboard.type("ai lo tien")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 of 4 questions")).to_be_visible()
    expect(page.locator(".plain.asked")).to_have_text(f"Ai lo tiền? {HOSTILE}")
    expect(page.get_by_text("“tham mưu bố trí kinh phí”")).to_be_visible()
    expect(page.get_by_text("[1] · does not hold the evidence · classes › I. CHUNG")).to_be_visible()
    expect(page.get_by_text("Said, and wrong: Sở Nội vụ")).to_be_visible()
    page.locator("summary", has_text="Time (milliseconds)").click()
    expect(page.get_by_role("region", name="Time (milliseconds)")).to_contain_text("10.5")


def test_markup_is_shown_literally(page: Page) -> None:
    _view(page, "Questions")
    expect(page.locator(".plain.asked")).to_have_text(f"Ai lo tiền? {HOSTILE}")
    _view(page, "Compare")
    expect(page.get_by_text("Changed questions: 2")).to_be_visible()
    _view(page, "Feedback")
    expect(page.get_by_text(HOSTILE)).to_be_visible()
    assert page.evaluate("() => window.hacked") is None
    assert page.locator("img[src='x']").count() == 0


def test_two_runs_are_compared(page: Page) -> None:
    _view(page, "Compare")
    table = page.get_by_role("region", name="Compare")
    expect(table.get_by_role("row").filter(has_text="answer_correct")).to_contain_text("−0.500")
    expect(page.get_by_label("Difference", exact=True).locator("svg")).to_contain_text("Answer correct")
    expect(page.get_by_text("Regressions (2)")).to_be_visible()
    expect(page.get_by_text("Sở Nội vụ. [1]")).to_be_visible()
    page.get_by_role("radio", name="The other run").click()
    expect(page.get_by_text("Sở Tài chính, hằng năm.")).to_be_visible()


def test_the_report_and_the_drafts_are_downloaded(page: Page, runs: Path) -> None:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the report").click()
    assert waiting.value.suggested_filename == "regressed-report.html"
    assert Path(waiting.value.path()).read_bytes() == (runs / "regressed" / "report.html").read_bytes()
    _view(page, "Feedback")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the drafts").click()
    row = json.loads(Path(waiting.value.path()).read_text(encoding="utf-8"))
    assert (row["question"], row["draft"][0]["comment"]) == (f"Ai lo? {HOSTILE}", "sai cơ quan")


def test_run_view_and_language_stand_in_the_address(page: Page) -> None:
    _view(page, "Compare")
    _choose(page, "Run", "right")
    expect(page.get_by_text("Improvements (2)")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Improvements (2)")).to_be_visible()
    page.get_by_role("radio", name="Tiếng Việt").click()
    expect(page.get_by_text("Tốt lên (2)")).to_be_visible()


def test_the_language_stays_when_the_page_changes(page: Page) -> None:
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Ask").click()
    expect(page.get_by_role("heading", name="Questions cannot be answered yet")).to_be_visible()
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Evaluation").click()
    expect(page.get_by_role("heading", name="Evaluation")).to_be_visible()


def test_nothing_scrolls_sideways_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for view, landmark in (
        ("Overview", "What went wrong"),
        ("Slices", "As a table"),
        ("Questions", "Evidence that is right"),
        ("Compare", "Changed questions: 2"),
        ("Feedback", "1 drafts"),
    ):
        _view(page, view)
        expect(page.get_by_text(landmark).first).to_be_visible()
        assert not page.evaluate(TOO_WIDE), view
