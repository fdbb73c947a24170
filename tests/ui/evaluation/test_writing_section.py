"""What a language model wrote, on the Evaluation page: its figures, warnings first, and a comparison of two."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from made_runs import QUESTIONS, RIGHT, write_lines
from streamlit.testing.v1 import AppTest

from eval.compare import compare
from eval.score import score
from ui.evaluation.comparison import difference_bars, differences, lines, verdict
from ui.evaluation.runs import read_run
from ui.evaluation.writing_view import became, metrics_table, warning
from ui.words import Words

VI, EN = Words("vi"), Words("en")
Row = dict[str, Any]
HOSTILE = "<b>tho-ky</b>"


def _record(**given: Any) -> Row:
    usual = {
        "model": HOSTILE, "prompt": "vi-1-0a1b2c3d", "outcome": "written", "trouble": None, "sentences": 2, "kept": 2,
        "cached": False, "tokens_in": 1200, "tokens_out": 60, "first_ms": 900.0, "total_ms": 2000.0,
    }  # fmt: skip
    return usual | given


SLOW = {
    "outcome": "extractive",
    "trouble": "slow",
    "sentences": 0,
    "kept": 0,
    "tokens_in": None,
    "tokens_out": None,
    "first_ms": None,
}
PARTLY = {"outcome": "partly", "sentences": 4, "kept": 3, "cached": True}


@pytest.fixture
def run_of(tmp_path: Path) -> Callable[..., Path]:
    """A run over the made questions, of which a model was asked the first ones; returns its folder."""

    def make(name: str, *records: Row) -> Path:
        rows = [row | {"writing": record} for row, record in zip(RIGHT, records, strict=False)] + RIGHT[len(records) :]
        place = tmp_path / "runs" / name
        place.mkdir(parents=True)
        score(write_lines(tmp_path / f"{name}.jsonl", rows), write_lines(place / "questions.jsonl", QUESTIONS), place)
        return place

    return make


def _page() -> None:
    from ui.evaluation import page

    page.show()


@pytest.fixture
def show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Opens a part of the page over the runs that were made; the HTML on it."""
    monkeypatch.setenv("ASSISTANT_RUNS", str(tmp_path / "runs"))
    monkeypatch.setenv("ASSISTANT_DATA", str(tmp_path / "data"))

    def opened(**parameters: str) -> str:
        app = AppTest.from_function(_page, default_timeout=60)
        for name, value in parameters.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception
        return "\n".join(element.proto.body for element in app.get("html"))

    return opened


def test_the_overview_has_its_figures(run_of: Callable[..., Path], show: Callable[..., str]) -> None:
    run_of("one", _record(), _record(**PARTLY), _record(**SLOW))
    html = show(run="one", view="overview", lang="en")
    assert "Written answers" in html and "Shown as written" in html and "0.333" in html
    assert "<small>sum 2,400</small>" in html and "<small>90th percentile 2,000</small>" in html
    assert '<th scope="row">slow</th><td class="number">1</td>' in html
    assert "&lt;b&gt;tho-ky&lt;/b&gt;: asked for 3 answers" in html and HOSTILE not in html
    assert "passes nothing" not in html
    vietnamese = show(run="one", view="overview", lang="vi")
    assert "Hiển thị đúng như mô hình viết" in vietnamese and "tổng 2.400" in vietnamese and "quá chậm" in vietnamese


def test_without_a_model_there_is_no_section(run_of: Callable[..., Path], show: Callable[..., str]) -> None:
    run_of("one")
    html = show(run="one", view="overview", lang="en")
    assert "Written answers" not in html and "Shown as written" not in html


def test_a_permanent_fallback_stands_before_the_figures(run_of: Callable[..., Path], show: Callable[..., str]) -> None:
    run_of("one", _record(**SLOW), _record(**SLOW))
    html = show(run="one", view="overview", lang="en")
    said = "wrote is shown: all 2 answers are extractive (slow 2). All figures are those of the extractive answers"
    assert html.index(said) < html.index("Answer correct")
    assert "cả 2 câu đều dùng bản trích (quá chậm 2)" in show(run="one", view="overview", lang="vi")


def test_warnings_are_those_of_the_run(run_of: Callable[..., Path]) -> None:
    (partly,) = read_run(run_of("partly", _record(**PARTLY), _record(**SLOW))).metrics.writing
    assert warning(partly, EN) == (
        f"No answer is shown as {HOSTILE} wrote it: of 2, 1 have sentences left out or replaced, the others are extractive."
    )
    (whole,) = read_run(run_of("whole", _record())).metrics.writing
    assert warning(whole, EN) is None and warning(whole, VI) is None
    assert '<td class="number">1,000<small>1,000 – 1,000 · n = 1</small></td>' in metrics_table(whole, VI)


def test_what_became_of_one_answer() -> None:
    assert became(_record(), EN) == (
        f"{HOSTILE}: shown as written · 2 of 2 sentences kept · tokens read 1,200, written 60 · "
        "first word after 900 ms, done after 2,000 ms"
    )
    said = became(_record(**SLOW, total_ms=30_000.0) | {"cached": True}, VI)
    assert said == (
        f"{HOSTILE}: dùng bản trích (quá chậm) · giữ 0/0 câu · token đọc –, viết – · "
        "chữ đầu sau – ms, xong sau 30.000 ms · lấy từ lần viết trước"
    )


def test_one_question_says_what_became_of_its_answer(run_of: Callable[..., Path], show: Callable[..., str]) -> None:
    run_of("one", _record(**PARTLY))
    html = show(run="one", view="questions", lang="en")
    assert "&lt;b&gt;tho-ky&lt;/b&gt;: partly left out or replaced · 3 of 4 sentences kept" in html


def test_two_models_are_compared(run_of: Callable[..., Path], show: Callable[..., str]) -> None:
    a = run_of("a", _record(model="small", **PARTLY), _record(model="small", **PARTLY))
    b = run_of("b", _record(model="large", tokens_in=900), _record(model="large", tokens_in=900))
    found = compare(a, b)
    by_name = {line.name: line for line in lines(found)}
    assert verdict(by_name["written_share"]) == "better" and verdict(by_name["partly_share"]) == "other"
    assert "−300" in differences(found, EN)  # tokens are whole
    charted = [bar.name for bar in difference_bars(found, EN)]
    assert EN("metric.written_share") in charted and EN("metric.tokens_in") not in charted
    html = show(run="b", **{"with": "a"}, view="compare", lang="en")
    assert "Written by large in this run, by small in the other." in html and "differs" in html


def test_a_sample_says_that_it_is_one(run_of: Callable[..., Path], show: Callable[..., str]) -> None:
    path = run_of("one") / "manifest.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"n": 4', '"n": 4, "sample_of": 287'), encoding="utf-8")
    assert read_run(path.parent).sample_of == 287
    assert "A sample: 4 of the 287 questions." in show(run="one", view="overview", lang="en")
