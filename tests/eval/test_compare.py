"""Two runs compared: figures by hand, regressions first, and the exit code."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval.__main__ import main
from eval.calibration import Decisions
from eval.compare import TOLERANCE, compare
from eval.question_set import Question
from eval.ranks import Retrieved
from eval.run_folder import Run, write

Row = dict[str, Any]
SET = {"questions": {"file": "dev.jsonl", "sha256": "0" * 64, "n": 4}}


@pytest.fixture
def times(questions: list[Question]) -> Callable[[int], list[Question]]:
    """The question set so many times over."""
    return lambda n: [replace(q, id=f"{q.id}-{i}") for i in range(n) for q in questions]


def _times(rows: Sequence[Row], n: int, start: int = 0) -> list[Row]:
    return [row | {"id": f"{row['id']}-{i}"} for i in range(start, start + n) for row in rows]


def _write(place: Path, asked: list[Question], rows: list[Row], found: dict[str, Retrieved] | None = None) -> Path:
    place.mkdir()
    write(place, Run(SET, asked, rows, found))
    return place


def test_a_drop_is_found_and_fails(
    tmp_path: Path,
    times: Callable[[int], list[Question]],
    perfect: list[Row],
    wrong_citation: list[Row],
    capsys: pytest.CaptureFixture[str],
) -> None:
    a = _write(tmp_path / "a", times(10), _times(perfect, 10))
    b = _write(tmp_path / "b", times(10), _times(wrong_citation, 4) + _times(perfect, 6, 4))
    assert main(["compare", str(a), str(b)]) == 1
    shown = capsys.readouterr().out
    assert "40 questions in both" in shown
    assert "Worse: answer_correct, citation_recall, first_citation dropped by more than 0.02." in shown
    found = compare(a, b)
    lines = {line.name: line for line in found.metrics}
    # of 20 answerable questions 8 lost their citation: -.4, standard error sqrt(.4 * .6 / 20) = .11
    assert lines["citation_recall"].difference["value"] == -0.4
    assert lines["citation_recall"].difference["low"] == pytest.approx(-0.615, abs=0.05)
    assert lines["citation_recall"].difference["high"] == pytest.approx(-0.185, abs=0.05)
    assert not lines["refuse_f1"].dropped
    assert not lines["fact_recall"].dropped
    assert [(c.id, c.a, c.b, c.way) for c in found.changes][:2] == [
        ("a1-0", "right", "wrong citation", "worse"),
        ("a2-0", "right", "wrong citation", "worse"),
    ]
    assert main(["compare", str(b), str(a)]) == 0


def test_a_run_with_probabilities_and_an_older_one_without_are_compared(
    tmp_path: Path, questions: list[Question], perfect: list[Row]
) -> None:
    older = _write(tmp_path / "older", questions, perfect)
    newer = tmp_path / "newer"
    newer.mkdir()
    decisions = Decisions(0.6, {"a1": 0.9, "a2": None, "u1": 0.2, "u2": 0.1})
    metrics = write(newer, Run(SET, questions, perfect, {}, decisions))
    assert "calibration" in metrics and "calibration" not in json.loads((older / "metrics.json").read_text())
    for a, b in ((older, newer), (newer, older)):
        found = compare(a, b)
        assert found.passed and {line.difference["value"] for line in found.metrics} <= {0, None}


def test_a_drop_within_the_tolerance_or_the_interval_passes(
    tmp_path: Path, times: Callable[[int], list[Question]], perfect: list[Row], wrong_citation: list[Row]
) -> None:
    a = _write(tmp_path / "a", times(10), _times(perfect, 10))
    one = _write(tmp_path / "one", times(10), [wrong_citation[0] | {"id": "a1-0"}, *_times(perfect, 10)[1:]])
    assert compare(a, one).passed  # one of 20: many resamples do not hold it
    many = _write(tmp_path / "many", times(10), _times(wrong_citation, 4) + _times(perfect, 6, 4))
    assert main(["compare", str(a), str(many), "--tolerance", "0.4"]) == 0
    assert main(["compare", str(a), str(many), "--tolerance", "0.39"]) == 1
    assert TOLERANCE < 0.39


def test_regressions_stand_first(
    tmp_path: Path, questions: list[Question], perfect: list[Row], wrong_citation: list[Row], empty: list[Row]
) -> None:
    a = _write(tmp_path / "a", questions, [empty[0], perfect[1], *hallucinations(perfect)])
    b = _write(tmp_path / "b", questions, [wrong_citation[0], empty[1], *perfect[2:]])
    assert [(c.id, c.way) for c in compare(a, b).changes] == [
        ("a2", "worse"), ("a1", "other"), ("u1", "better"), ("u2", "better"),
    ]  # fmt: skip


def hallucinations(perfect: list[Row]) -> list[Row]:
    """The unanswerable questions answered with the first answer."""
    return [perfect[0] | {"id": i} for i in ("u1", "u2")]


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"quote": "Sở Nội vụ cấp tiền."}, "a1: a quote that is not verbatim"),
        ({"quote": ""}, "a1: a quote that is not verbatim"),
        (None, "a1: an answer without a citation"),
    ],
)
def test_a_hard_rule_that_breaks_in_b_fails(
    changed: Row | None,
    named: str,
    tmp_path: Path,
    questions: list[Question],
    perfect: list[Row],
    capsys: pytest.CaptureFixture[str],
) -> None:
    cited = [] if changed is None else [perfect[0]["citations"][0] | changed]
    a = _write(tmp_path / "a", questions, perfect)
    b = _write(tmp_path / "b", questions, [perfect[0] | {"citations": cited}, *perfect[1:]])
    assert main(["compare", str(a), str(b), "--tolerance", "1"]) == 1
    assert named in capsys.readouterr().out
    assert main(["compare", str(b), str(a), "--tolerance", "1"]) == 0


def test_runs_of_different_question_files_are_refused(
    tmp_path: Path, questions: list[Question], perfect: list[Row], capsys: pytest.CaptureFixture[str]
) -> None:
    a = _write(tmp_path / "a", questions, perfect)
    b = tmp_path / "b"
    b.mkdir()
    write(b, Run({"questions": {"file": "test.jsonl", "sha256": "1" * 64}}, questions, perfect))
    assert main(["compare", str(a), str(b)]) == 2
    error = capsys.readouterr().err
    assert "dev.jsonl" in error and "test.jsonl" in error


def test_a_folder_that_is_no_finished_run_is_named(
    tmp_path: Path, questions: list[Question], perfect: list[Row], capsys: pytest.CaptureFixture[str]
) -> None:
    a = _write(tmp_path / "a", questions, perfect)
    b = _write(tmp_path / "b", questions, perfect)
    (b / "metrics.json").unlink()
    assert main(["compare", str(a), str(b)]) == 2
    assert f"{b} has no metrics.json" in capsys.readouterr().err
    (b / "metrics.json").write_text("{}", encoding="utf-8")
    with (b / "scores.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"id": "x"}\n')
    assert main(["compare", str(a), str(b)]) == 2
    assert f"{b / 'scores.jsonl'}, line 5: no score" in capsys.readouterr().err


def test_only_shared_questions_are_compared(
    tmp_path: Path, questions: list[Question], perfect: list[Row], capsys: pytest.CaptureFixture[str]
) -> None:
    a = _write(tmp_path / "a", questions, perfect)
    b = _write(tmp_path / "b", questions[:3], perfect[:3])
    assert main(["compare", str(a), str(b)]) == 0
    streams = capsys.readouterr()
    assert "3 questions in both" in streams.out
    assert "u2: only one of the runs has it" in streams.err


def test_stages_of_retrieval_are_compared_where_both_have_them(
    tmp_path: Path, questions: list[Question], perfect: list[Row], found: Callable[..., Retrieved]
) -> None:
    first = {i: found(i, ["g"], ["g"], ["g"], ["g"], ["g"]) for i in ("a1", "a2")}
    second = {i: found(i, ["g"], ["g"], ["g"], ["g"], ["x", "g"]) for i in ("a1", "a2")}
    a = _write(tmp_path / "a", questions, perfect, first)
    b = _write(tmp_path / "b", questions, perfect, second)
    lines = {line.name: line for line in compare(a, b).metrics}
    assert lines["final mrr@10"].difference["value"] == -0.5
    assert lines["lexical mrr@10"].difference["value"] == 0
    bare = _write(tmp_path / "bare", questions, perfect)
    assert not [line for line in compare(a, bare).metrics if line.name.startswith("final")]


def test_as_json_and_as_a_page(
    tmp_path: Path,
    questions: list[Question],
    perfect: list[Row],
    wrong_citation: list[Row],
    capsys: pytest.CaptureFixture[str],
) -> None:
    a = _write(tmp_path / "a<b>", questions, perfect)
    b = _write(tmp_path / "b", questions, wrong_citation)
    page = tmp_path / "compared.html"
    main(["compare", str(a), str(b), "--json", "--out", str(page)])
    found = json.loads(capsys.readouterr().out)
    assert (found["n"], found["passed"]) == (4, False)
    assert found["metrics"][0]["name"] == "answer_correct"
    html = page.read_text(encoding="utf-8")
    assert "a&lt;b&gt;" in html and "a<b>" not in html
    assert "<td>a1</td><td>vi</td><td>office</td><td>right</td><td>wrong citation</td>" in html


def test_a_tolerance_that_is_none_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["compare", str(tmp_path), str(tmp_path), "--tolerance", "2 %"])
    assert caught.value.code == 2
