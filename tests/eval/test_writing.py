"""What a language model wrote, summed up: in metrics.json, on the terminal, in the report, in a comparison."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.__main__ import main
from eval.compare import broken_rules, compare
from eval.question_set import Question
from eval.run_folder import Run, read, write
from eval.terminal import figures
from eval.writing import fallbacks, read_writings, warnings

Row = dict[str, Any]
Make = Callable[..., Row]
Written = Callable[..., list[Row]]
SET = {"questions": {"file": "dev.jsonl", "sha256": "0" * 64, "n": 4}}
LOST = {"sentences": 0, "kept": 0, "tokens_in": None, "tokens_out": None, "first_ms": None}


@pytest.fixture
def written(perfect: list[Row], record: Make) -> Written:
    """The perfect answers, the first two of which a model was asked for; each is given what became of it."""

    def make(*became: Row) -> list[Row]:
        asked = [row | {"writing": record(**given)} for row, given in zip(perfect, became, strict=False)]
        return [*asked, *perfect[len(asked) :]]

    return make


def _run(place: Path, questions: list[Question], rows: list[Row]) -> Row:
    place.mkdir(exist_ok=True)
    return dict(write(place, Run(SET, questions, rows)))


def test_a_model_is_summed_up(tmp_path: Path, questions: list[Question], written: Written) -> None:
    slow = {"outcome": "extractive", "trouble": "slow", "total_ms": 30_000.0, **LOST}
    partly = {
        "outcome": "partly",
        "sentences": 4,
        "tokens_in": 1000,
        "first_ms": 1900.0,
        "prompt": "en-1-ffffffff",
        "cached": True,
    }
    rows = written({}, partly, slow)
    _run(tmp_path, questions, rows)
    (found,) = read(tmp_path).metrics["writing"]
    assert (found["model"], found["asked"], found["prompts"]) == (
        "openai:tho-ky",
        3,
        ["en-1-ffffffff", "vi-1-0a1b2c3d"],
    )
    assert found["outcomes"] == {"written": 1, "partly": 1, "extractive": 1}
    assert found["troubles"] == {"slow": 1}
    assert found["metrics"]["written_share"]["value"] == 0.3333
    assert found["metrics"]["sentences_kept"] | {"low": 0, "high": 0} == {"value": 0.6667, "low": 0, "high": 0, "n": 2}
    assert found["metrics"]["tokens_in"]["value"] == 900
    assert found["metrics"]["cached_share"]["n"] == 3
    assert found["sums"] == {"tokens_in": 1800, "tokens_out": 120}
    assert found["p90"] == {"first_word_ms": 1800.0, "writing_ms": 2000.0}  # of 900 and 1900, of 2000 twice
    shares = read(tmp_path).scores["u1"].shares
    assert shares["fallback_share"] == (1, 1) and shares["tokens_in"] is None
    assert "fallback_share" not in read(tmp_path).scores["u2"].shares
    (writings,) = read_writings(read(tmp_path).metrics)
    assert writings.as_json() == {**found, "prompts": tuple(found["prompts"])}


def test_models_are_told_apart(tmp_path: Path, questions: list[Question], written: Written) -> None:
    found = _run(
        tmp_path, questions, written({"model": "b"}, {"model": "a", "outcome": "extractive", "trouble": "none"})
    )
    assert [(w["model"], w["outcomes"]["written"]) for w in found["writing"]] == [("a", 0), ("b", 1)]
    assert warnings(found) == fallbacks(found) == [
        "Nothing that a wrote is shown: of 1 answers, written 0, partly 0, extractive 1 (none 1). "
        "All figures are those of the extractive answers: this run passes nothing."
    ]  # fmt: skip


def test_without_a_model_nothing_is_said_of_one(tmp_path: Path, questions: list[Question], perfect: list[Row]) -> None:
    metrics = _run(tmp_path, questions, perfect)
    assert "writing" not in metrics
    assert "written_share" not in (tmp_path / "scores.jsonl").read_text(encoding="utf-8")
    assert "written" not in figures(metrics)
    html = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "Written answers" not in html and "written_share" not in html


def test_terminal_and_report_show_it(tmp_path: Path, questions: list[Question], written: Written) -> None:
    metrics = _run(tmp_path, questions, written({}, {"model": "openai:tho-ky", "outcome": "partly", "kept": 1}))
    shown = figures(metrics)
    assert "openai:tho-ky: asked for 2 answers, written 1, partly 1, extractive 0" in shown
    lines = {line.split()[0]: line.split() for line in shown.splitlines() if line}
    assert lines["tokens_in"][1] == "800" and lines["tokens_in"][-2:] == ["sum", "1,600"]
    assert lines["writing_ms"][-2:] == ["p90", "2,000"]
    assert lines["written_share"][1] == "0.500"
    html = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "<h2>Written answers</h2>" in html and "<h3>openai:tho-ky</h3>" in html
    assert "Asked for 2 answers to 4 questions: written 1, partly 1, extractive 0. Prompts: vi-1-0a1b2c3d." in html
    assert "written by openai:tho-ky" in html and "partly, 1 of 2 sentences kept, 800 tokens in" in html
    assert "why nothing is shown" not in html and 'class="bad">N' not in html


def test_a_permanent_fallback_stands_at_the_top_and_passes_nothing(
    tmp_path: Path, questions: list[Question], written: Written, capsys: pytest.CaptureFixture[str]
) -> None:
    became = {"outcome": "extractive", "trouble": "unreachable", **LOST}
    metrics = _run(tmp_path / "b", questions, written(became, became))
    said = "Nothing that openai:tho-ky wrote is shown: of 2 answers, written 0, partly 0, extractive 2 (unreachable 2)."
    assert figures(metrics).startswith(said)
    html = (tmp_path / "b" / "report.html").read_text(encoding="utf-8")
    assert html.index("<h1>") < html.index(said) < html.index("<table>")
    assert "<td>unreachable</td><td>2</td>" in html
    assert [rule for rule in broken_rules(read(tmp_path / "b")) if said in rule]
    _run(tmp_path / "a", questions, written({}, {}))
    assert main(["compare", str(tmp_path / "a"), str(tmp_path / "b"), "--tolerance", "1"]) == 1
    assert f"hard rule broken in B: {said}" in capsys.readouterr().out
    assert main(["compare", str(tmp_path / "b"), str(tmp_path / "a"), "--tolerance", "1"]) == 0


def test_answers_shown_in_part_only_are_said_too(tmp_path: Path, questions: list[Question], written: Written) -> None:
    partly = {"outcome": "partly", "kept": 1}
    metrics = _run(tmp_path, questions, written(partly, {"outcome": "extractive", "trouble": "none"}))
    assert warnings(metrics) == [
        "No answer is shown as openai:tho-ky wrote it: of 2, written 0, partly 1, extractive 1 (none 1)."
    ]
    assert fallbacks(metrics) == [] and not list(broken_rules(read(tmp_path)))


def test_two_models_are_compared(tmp_path: Path, questions: list[Question], written: Written) -> None:
    _run(tmp_path / "a", questions, written({"model": "small"}, {"model": "small", "outcome": "partly", "kept": 1}))
    _run(tmp_path / "b", questions, written({"model": "large", "tokens_in": 900}, {"model": "large"}))
    found = compare(tmp_path / "a", tmp_path / "b")
    assert found.writers == ("small", "large")
    lines = {line.name: line for line in found.metrics}
    assert lines["written_share"].difference["value"] == 0.5
    assert lines["partly_share"].better == "neither"
    assert lines["tokens_in"].difference["value"] == 50  # medians: 850 and 800
    assert main(["compare", str(tmp_path / "a"), str(tmp_path / "b")]) == 0


def test_a_model_is_compared_with_none(
    tmp_path: Path, questions: list[Question], perfect: list[Row], written: Written, capsys: pytest.CaptureFixture[str]
) -> None:
    _run(tmp_path / "a", questions, perfect)
    _run(tmp_path / "b", questions, written({}))
    assert main(["compare", str(tmp_path / "a"), str(tmp_path / "b"), "--out", str(tmp_path / "c.html")]) == 0
    shown = capsys.readouterr().out
    assert f"A: {tmp_path / 'a'}\n" in shown and f"B: {tmp_path / 'b'} (written by openai:tho-ky)" in shown
    assert next(line for line in shown.splitlines() if line.startswith("written_share")).split()[1:4] == [
        "–",
        "1.000",
        "–",
    ]
    assert "(written by openai:tho-ky)" in (tmp_path / "c.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"outcome": "lost"}, "'writing' is no object with an outcome of written, partly, extractive"),
        ({"tokens_in": "many"}, "'writing' has tokens_in 'many'"),
        ({"model": None}, "'writing' has model None"),
    ],
)
def test_a_writing_that_is_none_is_named(
    given: Row,
    said: str,
    tmp_path: Path,
    questions: list[Question],
    written: Written,
    write_lines: Callable[..., Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    files = write_lines(tmp_path / "p.jsonl", written(given)), write_lines(tmp_path / "q.jsonl", questions)
    assert main(["score", *map(str, files), "--out", str(tmp_path / "out")]) == 1
    assert f"line 1: {said}" in capsys.readouterr().err


def test_scoring_a_permanent_fallback_is_no_success(
    tmp_path: Path, questions: list[Question], written: Written, write_lines: Callable[..., Path]
) -> None:
    rows = written({"outcome": "extractive", "trouble": "none"})
    files = write_lines(tmp_path / "p.jsonl", rows), write_lines(tmp_path / "q.jsonl", questions)
    assert main(["score", *map(str, files), "--out", str(tmp_path / "out")]) == 1
    assert json.loads((tmp_path / "out" / "metrics.json").read_text())["writing"][0]["asked"] == 1
