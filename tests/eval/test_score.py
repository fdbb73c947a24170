"""Scoring written predictions: needs only the JSON."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from eval.__main__ import main
from eval.question_set import Question

Row = dict[str, Any]


def _write(path: Path, rows: list[Row]) -> str:
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
    return str(path)


def _set(folder: Path, questions: list[Question]) -> str:
    return _write(folder / "set.jsonl", [asdict(q) for q in questions])


def test_a_scored_folder_is_complete(
    tmp_path: Path, questions: list[Question], perfect: list[Row], capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "deep" / "run"
    reversed_order = _write(tmp_path / "p.jsonl", perfect[::-1])
    assert main(["score", reversed_order, _set(tmp_path, questions), "--out", str(out)]) == 0
    assert {p.name for p in out.iterdir()} == {"manifest.json", "predictions.jsonl", "metrics.json", "report.html"}
    metrics = json.loads((out / "metrics.json").read_text(encoding="utf-8"))
    assert metrics["n"] == 4
    assert metrics["metrics"]["answer_correct"] == {"value": 1.0, "low": 1.0, "high": 1.0, "n": 2}
    lines = (out / "predictions.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["a1", "a2", "u1", "u2"]
    assert "report.html" in capsys.readouterr().out


def test_a_question_without_prediction_is_named_and_fails(
    tmp_path: Path, questions: list[Question], perfect: list[Row], capsys: pytest.CaptureFixture[str]
) -> None:
    predictions = _write(tmp_path / "p.jsonl", perfect[1:])
    assert main(["score", predictions, _set(tmp_path, questions), "--out", str(tmp_path / "run")]) == 1
    assert "a1: no prediction" in capsys.readouterr().err
    metrics = json.loads((tmp_path / "run" / "metrics.json").read_text(encoding="utf-8"))
    assert metrics["metrics"]["citation_recall"]["value"] == 0.5


def test_bad_input_is_exit_code_1_and_bad_usage_2(
    tmp_path: Path, questions: list[Question], capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text("{\n", encoding="utf-8")
    good, out = _set(tmp_path, questions), str(tmp_path / "run")
    assert main(["score", str(broken), good, "--out", out]) == 1
    assert f"{broken}, line 1" in capsys.readouterr().err
    assert main(["score", str(tmp_path / "absent.jsonl"), good, "--out", out]) == 2
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main(["score", _write(tmp_path / "p.jsonl", []), good, "--out", str(tmp_path / "file" / "run")]) == 2
    with pytest.raises(SystemExit) as caught:
        main(["score", good])
    assert caught.value.code == 2
