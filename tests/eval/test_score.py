"""Scoring written predictions: needs only the JSON."""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval.__main__ import main
from eval.question_set import Question

Row = dict[str, Any]
Write = Callable[[Path, Sequence[Any]], Path]


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_scored_folder_is_complete(
    tmp_path: Path,
    questions: list[Question],
    perfect: list[Row],
    write_lines: Write,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = tmp_path / "deep" / "run"
    reversed_order = write_lines(tmp_path / "p.jsonl", perfect[::-1])
    asked = write_lines(tmp_path / "set.jsonl", questions)
    out.mkdir(parents=True)
    (out / "ranks.jsonl").write_text("of an earlier run", encoding="utf-8")
    assert main(["score", str(reversed_order), str(asked), "--out", str(out)]) == 0
    assert {p.name for p in out.iterdir()} == {
        "manifest.json", "predictions.jsonl", "scores.jsonl", "metrics.json", "report.html",
    }  # fmt: skip
    metrics = _read(out / "metrics.json")
    assert metrics["n"] == 4
    assert metrics["metrics"]["answer_correct"] == {"value": 1.0, "low": 1.0, "high": 1.0, "n": 2}
    assert [row["id"] for row in _rows(out / "predictions.jsonl")] == ["a1", "a2", "u1", "u2"]
    assert "report.html" in capsys.readouterr().out


def test_each_question_has_its_row_of_scores(
    tmp_path: Path, questions: list[Question], hallucinated: list[Row], write_lines: Write
) -> None:
    predictions = write_lines(tmp_path / "p.jsonl", hallucinated)
    asked = write_lines(tmp_path / "set.jsonl", questions)
    assert main(["score", str(predictions), str(asked), "--out", str(tmp_path / "run")]) == 0
    first, *_, last = _rows(tmp_path / "run" / "scores.jsonl")
    assert {k: first[k] for k in ("id", "language", "kind", "documents", "status", "citations", "bucket")} == {
        "id": "a1",
        "language": "vi",
        "kind": "office",
        "documents": ["money"],
        "status": "answered",
        "citations": 1,
        "bucket": "wrong citation",
    }
    assert first["latency_ms"] == 10.0
    assert first["shares"]["citation_recall"] == [0, 1]
    assert first["shares"]["number_support"] == [0, 1]
    assert first["shares"]["refuse_recall"] is None
    assert (first["ranks"], first["retrieval"]) == ({}, {})
    assert last["shares"]["unsupported_answer_rate"] == [1, 1]


def test_a_program_that_knows_only_the_needful_scores_the_same(
    tmp_path: Path, questions: list[Question], perfect: list[Row], write_lines: Write
) -> None:
    cited = ("document_id", "quote", "passage")
    bare = [
        {k: row[k] for k in ("id", "status", "answer")}
        | {"citations": [{name: c[name] for name in cited} for c in row["citations"]]}
        for row in perfect
    ]
    asked = write_lines(tmp_path / "set.jsonl", questions)
    found = []
    for name, rows in (("full", perfect), ("bare", bare)):
        predictions = write_lines(tmp_path / f"{name}.jsonl", rows)
        assert main(["score", str(predictions), str(asked), "--out", str(tmp_path / name)]) == 0
        metrics = _read(tmp_path / name / "metrics.json")
        found.append({k: v for k, v in metrics.items() if k != "timings_ms"})
    assert found[0] == found[1]


def test_a_question_without_prediction_is_named_and_fails(
    tmp_path: Path,
    questions: list[Question],
    perfect: list[Row],
    write_lines: Write,
    capsys: pytest.CaptureFixture[str],
) -> None:
    predictions = write_lines(tmp_path / "p.jsonl", perfect[1:])
    asked = write_lines(tmp_path / "set.jsonl", questions)
    assert main(["score", str(predictions), str(asked), "--out", str(tmp_path / "run")]) == 1
    assert "a1: no prediction" in capsys.readouterr().err
    assert _read(tmp_path / "run" / "metrics.json")["metrics"]["citation_recall"]["value"] == 0.5


def test_a_predictions_file_cut_short_is_named_by_line(
    tmp_path: Path,
    questions: list[Question],
    perfect: list[Row],
    write_lines: Write,
    capsys: pytest.CaptureFixture[str],
) -> None:
    predictions = write_lines(tmp_path / "p.jsonl", perfect)
    predictions.write_bytes(predictions.read_bytes()[:-30])
    asked = write_lines(tmp_path / "set.jsonl", questions)
    assert main(["score", str(predictions), str(asked), "--out", str(tmp_path / "run")]) == 1
    assert f"{predictions}, line 4: not JSON" in capsys.readouterr().err
    assert not (tmp_path / "run" / "metrics.json").exists()


def test_bad_input_is_exit_code_1_and_bad_usage_2(
    tmp_path: Path, questions: list[Question], write_lines: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text("{\n", encoding="utf-8")
    good, out = str(write_lines(tmp_path / "set.jsonl", questions)), str(tmp_path / "run")
    assert main(["score", str(broken), good, "--out", out]) == 1
    assert f"{broken}, line 1" in capsys.readouterr().err
    assert main(["score", good, str(broken), "--out", out]) == 1
    assert f"{broken}, line 1" in capsys.readouterr().err
    assert main(["score", str(tmp_path / "absent.jsonl"), good, "--out", out]) == 2
    (tmp_path / "file").write_text("", encoding="utf-8")
    nothing = str(write_lines(tmp_path / "p.jsonl", []))
    assert main(["score", nothing, good, "--out", str(tmp_path / "file" / "run")]) == 2
    with pytest.raises(SystemExit) as caught:
        main(["score", good])
    assert caught.value.code == 2


@pytest.mark.slow
def test_a_thousand_predictions_are_scored_in_seconds(
    tmp_path: Path, questions: list[Question], hallucinated: list[Row], write_lines: Write
) -> None:
    many = [
        replace(q, id=f"{q.id}-{i}", documents=(f"d{i % 20}",) if q.answerable else ())
        for i in range(250)
        for q in questions
    ]
    long = "Các đơn vị báo cáo kết quả theo quy định. " * 25
    rows = [
        row | {"id": f"{row['id']}-{i}", "citations": [c | {"passage": f"{long}{i}"} for c in row["citations"]] * 3}
        for i in range(250)
        for row in hallucinated
    ]
    asked, predictions = write_lines(tmp_path / "set.jsonl", many), write_lines(tmp_path / "p.jsonl", rows)
    start = time.perf_counter()
    assert main(["score", str(predictions), str(asked), "--out", str(tmp_path / "run")]) == 0
    assert time.perf_counter() - start < 20  # about 4 on one idle core
