"""The Evaluation page run without a browser, over runs that the real scorer made."""

import json
import os
import shutil
from pathlib import Path

import pytest
from made_runs import HOSTILE, RIGHT
from streamlit.testing.v1 import AppTest

from eval.calibration import Decisions, calibrate
from eval.drafts import drafts
from eval.question_set import load
from index.record import Record
from index.settings import Settings


def _page() -> None:
    from ui.evaluation import page

    page.show()


@pytest.fixture
def app(runs: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> AppTest:
    """The page over the runs, with a data folder that is empty."""
    monkeypatch.setenv("ASSISTANT_RUNS", str(runs))
    monkeypatch.setenv("ASSISTANT_DATA", str(tmp_path / "data"))
    app = AppTest.from_function(_page, default_timeout=60)
    app.query_params["lang"] = "en"
    app.query_params["run"] = "regressed"
    return app


def _view(app: AppTest, view: str, **parameters: str) -> str:
    """Opens a part of the page; the HTML on it."""
    app.query_params["view"] = view
    for name, value in parameters.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return _html(app)


def _html(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def test_the_overview_has_figures_and_counts(app: AppTest) -> None:
    html = _view(app, "overview")
    assert app.selectbox(key="evaluation_run").value == "regressed"
    assert "4 questions · questions.jsonl" in html
    assert "Answer correct" in html and "0.500<small>0.000 – 1.000 · n = 2</small>" in html
    assert "This run measured no baselines" in html
    assert len(app.get("vega_lite_chart")) == 1


def test_a_run_that_cannot_be_read_is_named_and_the_others_stay(app: AppTest, runs: Path) -> None:
    html = _view(app, "overview")
    assert "1 of the runs cannot be read" in [e.label for e in app.expander]
    assert f"{runs / 'broken' / 'metrics.json'} is not as a run leaves it" in html
    assert set(app.selectbox(key="evaluation_run").options) == {"right", "regressed"}


def test_a_run_without_probabilities_says_so(app: AppTest) -> None:
    html = _view(app, "overview")
    assert "When to answer" in html
    assert "The probability of an answer was not measured in this run" in html
    assert not app.get("image")


def test_probabilities_are_a_diagram_with_tables(
    app: AppTest, runs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(runs / "right", tmp_path / "runs" / "right")
    path = tmp_path / "runs" / "right" / "metrics.json"
    calibration = calibrate(
        load(runs / "right" / "questions.jsonl"), RIGHT, Decisions(0.6, {"a1": 0.85, "u1": 0.25, "u2": 0.28}), {}
    )
    metrics = json.loads(path.read_text(encoding="utf-8")) | {"calibration": calibration.as_json()}
    path.write_text(json.dumps(metrics), encoding="utf-8")
    monkeypatch.setenv("ASSISTANT_RUNS", str(tmp_path / "runs"))
    html = _view(app, "overview", run="right")
    assert "A probability decided 3 questions; 1 were answered or refused without one." in html
    assert '<th scope="row">0.2 to 0.3</th><td class="number">2</td><td class="number">0.265</td>' in html
    assert '<th scope="row">0.6 (in use)</th>' in html
    assert "expected calibration error (ECE) 0.460" in html  # (.85 + .25 + .28) / 3
    (image,) = app.get("image")
    assert "Reliability diagram" in str(image.proto)
    vietnamese = _view(app, "overview", lang="vi")
    assert "0,6 (đang dùng)" in vietnamese and "0,2 đến 0,3" in vietnamese and "(ECE) 0,460" in vietnamese


def test_slices_are_drawn_by_group_and_metric(app: AppTest) -> None:
    html = _view(app, "slices")
    assert "Vietnamese" in html and "n = 1" in html
    app.selectbox(key="slice_by").select("kind").run()
    assert "office" in _html(app)
    app.selectbox(key="slice_metric").select("refuse_recall").run()
    assert not app.exception
    assert "Refused when it should" in _html(app)
    assert len(app.get("vega_lite_chart")) == 1


def test_no_retrieval_is_said(app: AppTest) -> None:
    assert "The stages of retrieval were not measured" in _view(app, "retrieval")


def test_a_question_is_found_and_opened(app: AppTest) -> None:
    _view(app, "questions")
    app.multiselect(key="evaluation_bucket").select("unsupported answer").run()
    assert app.selectbox(key="evaluation_question").value == "u2"
    assert "1 of 4 questions" in _html(app)
    assert "No document answers it: to be refused." in _html(app)
    app.multiselect(key="evaluation_bucket").unselect("unsupported answer").run()
    app.text_input(key="evaluation_words").set_value("ai LO tien").run()
    assert app.selectbox(key="evaluation_question").value == "a1"
    app.text_input(key="evaluation_words").set_value("nothing of the kind").run()
    assert "No question fits" in _html(app)
    assert not app.exception


def test_questions_are_stepped_through(app: AppTest) -> None:
    _view(app, "questions")
    assert app.selectbox(key="evaluation_question").value == "a1"
    previous, following = (next(b for b in app.button if b.label == label) for label in ("Previous", "Next"))
    assert previous.disabled and not following.disabled
    following.click().run()
    assert app.selectbox(key="evaluation_question").value == "a2"
    assert "Asked before: What classes?" in _html(app)


def test_gold_answer_and_citations_stand_escaped(app: AppTest) -> None:
    html = _view(app, "questions", run="right")
    assert "tham mưu bố trí kinh phí" in html
    assert "[1] · right · money › I. CHUNG" in html
    assert html.count("&lt;img src=x onerror=&quot;window.hacked=1&quot;&gt; **đậm**") == 2
    assert "<img" not in html
    assert HOSTILE not in "\n".join(element.value for element in app.markdown)


def test_gold_that_is_not_at_hand_is_said(
    app: AppTest, runs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(runs / "right", tmp_path / "runs" / "right")
    (tmp_path / "runs" / "right" / "questions.jsonl").unlink()
    monkeypatch.setenv("ASSISTANT_RUNS", str(tmp_path / "runs"))
    html = _view(app, "questions")
    assert "(questions.jsonl) are not in" in html
    assert "Sở Tài chính, hằng năm." in html
    assert "Facts to be said" not in html


def test_the_held_out_questions_are_shown_on_insistence_only(
    app: AppTest, runs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "runs" / "right"
    shutil.copytree(runs / "right", place)
    manifest = (place / "manifest.json").read_text(encoding="utf-8").replace("questions.jsonl", "test.jsonl")
    (place / "manifest.json").write_text(manifest, encoding="utf-8")
    (place / "questions.jsonl").rename(place / "test.jsonl")
    monkeypatch.setenv("ASSISTANT_RUNS", str(tmp_path / "runs"))
    html = _view(app, "questions")
    assert "This is the held-out set" in html and "Ai lo tiền?" not in html
    app.toggle(key="evaluation_held_out").set_value(True).run()
    assert "Ai lo tiền?" in _html(app)


def test_two_runs_are_compared_regressions_first(app: AppTest) -> None:
    html = _view(app, "compare")
    assert app.selectbox(key="evaluation_with").value == "right"
    assert "on the 4 questions of both" in html and "−0.500" in html
    assert html.index("Regressions (2)") < html.index(">a1<") < html.index(">u2<")
    assert "Improvements" not in html
    assert app.selectbox(key="evaluation_changed").value == "a1"
    assert "Sở Nội vụ. [1]" in html
    app.segmented_control(key="evaluation_side").set_value("before").run()
    assert "Sở Nội vụ. [1]" not in _html(app) and "Sở Tài chính, hằng năm." in _html(app)


def test_a_run_of_an_earlier_version_says_what_it_lacks(
    app: AppTest, runs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("right", "regressed"):
        shutil.copytree(runs / name, tmp_path / "runs" / name)
    (tmp_path / "runs" / "regressed" / "scores.jsonl").unlink()
    monkeypatch.setenv("ASSISTANT_RUNS", str(tmp_path / "runs"))
    assert "Answer correct" in _view(app, "overview")
    assert "has no scores.jsonl" in _view(AppTest.from_function(_page), "questions", run="regressed")
    assert "has no scores.jsonl" in _view(AppTest.from_function(_page), "compare", run="right")


def test_a_run_made_meanwhile_is_taken_up(
    app: AppTest, runs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(runs / "right", tmp_path / "runs" / "right")
    monkeypatch.setenv("ASSISTANT_RUNS", str(tmp_path / "runs"))
    assert "1.000<small>1.000 – 1.000 · n = 2</small>" in _view(app, "overview", run="right")
    for name in ("metrics.json", "scores.jsonl", "predictions.jsonl"):
        shutil.copyfile(runs / "regressed" / name, tmp_path / "runs" / "right" / name)
        os.utime(tmp_path / "runs" / "right" / name, (2e9, 2e9))
    app.run()
    assert "0.500<small>0.000 – 1.000 · n = 2</small>" in _html(app)


def test_no_run_says_how_to_make_one(app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_RUNS", str(tmp_path / "none"))
    html = _view(app, "overview")
    assert f"There is no run in {tmp_path / 'none'} yet" in html
    assert [code.value for code in app.code] == ["make eval"]
    assert "There is no index" in html  # and so no feedback either


def test_a_setting_that_is_unknown_is_said(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_RUNSS", "x")
    assert "Unknown setting ASSISTANT_RUNSS" in _view(app, "overview")


def test_feedback_is_offered_as_drafts(app: AppTest, tmp_path: Path) -> None:
    record = Record.open(Settings(data=tmp_path / "data"), create=True)
    assert record is not None
    assert "No answer has been marked down." in _view(app, "feedback")
    record.feedback.save("Ai <b>lo</b> tiền?", {"id": "a", "answer": "Sở Nội vụ."}, "down", "sai")
    assert len(drafts(record.feedback.all())) == 1
    record.close()
    app.run()
    assert "1 drafts" in _html(app)
    assert "Ai &lt;b&gt;lo&lt;/b&gt; tiền?" in _html(app)
    assert "Download the drafts (.jsonl)" in [b.proto.label for b in app.get("download_button")]


def test_vietnamese_words(app: AppTest) -> None:
    app.query_params["lang"] = "vi"
    html = _view(app, "overview")
    assert app.title[0].value == "Đánh giá"
    assert "Trả lời đúng" in html and "0,500" in html
