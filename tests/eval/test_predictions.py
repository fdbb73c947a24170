"""Reading predictions and matching them with questions."""

import json
from pathlib import Path
from typing import Any

import pytest

from eval.predictions import answer_text, load, matched
from eval.question_set import Question
from index.errors import InputError

ROW: dict[str, Any] = {
    "id": "a1",
    "status": "answered",
    "answer": "…",
    "citations": [{"document_id": "d", "quote": "q", "passage": "p"}],
}


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("nonsense", "not JSON"),
        (json.dumps(ROW | {"id": None}), "no 'id'"),
        (json.dumps(ROW | {"status": "fine"}), "status is 'fine'"),
        (json.dumps({k: v for k, v in ROW.items() if k != "answer"}), "'answer' is missing"),
        (json.dumps(ROW | {"citations": None}), "'citations' is missing"),
        (json.dumps(ROW | {"citations": [{"quote": "q"}]}), "citation 1 is no object"),
        (json.dumps(ROW | {"citations": ["q"]}), "citation 1 is no object"),
        (json.dumps(ROW), "again"),
    ],
)
def test_a_malformed_line_is_named(line: str, named: str, tmp_path: Path) -> None:
    path = tmp_path / "predictions.jsonl"
    path.write_text(f"{json.dumps(ROW)}\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path}, line 2: ")
    assert named in str(caught.value)


def test_a_missing_prediction_fails_and_a_stray_one_is_left_out(
    questions: list[Question], perfect: list[dict[str, Any]]
) -> None:
    by_id = {p["id"]: p for p in perfect[1:]} | {"zz": perfect[0]}
    found, messages = matched(questions, by_id)
    assert [p["id"] for p in found] == ["a1", "a2", "u1", "u2"]
    assert found[0]["status"] == "error"
    assert [m.split(":")[0] for m in messages] == ["a1", "zz"]


def test_markers_are_taken_out() -> None:
    assert answer_text({"answer": "Một [1][12] hai"}).split() == ["Một", "hai"]
