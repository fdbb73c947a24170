import json
import os
import shutil
from pathlib import Path

import pytest
from made_runs import HOSTILE, QUESTIONS, write_lines

from index.errors import InputError
from ui.evaluation.runs import Figure, Predictions, find_runs, read_gold, read_run


def test_runs_are_found_the_one_changed_last_first(runs: Path, tmp_path: Path) -> None:
    for place, (name, at) in zip(("a", "b", "c"), (("right", 100), ("regressed", 300), ("broken", 200)), strict=True):
        shutil.copytree(runs / name, tmp_path / place)
        for path in (tmp_path / place).iterdir():
            os.utime(path, (at, at))
    (tmp_path / "notes").mkdir()
    (tmp_path / "file.txt").write_text("x", encoding="utf-8")
    assert [state.folder.name for state in find_runs(tmp_path)] == ["b", "c", "a"]
    assert find_runs(tmp_path / "nowhere") == []


def test_a_changed_file_is_another_state(runs: Path, tmp_path: Path) -> None:
    shutil.copytree(runs / "right", tmp_path / "right")
    (before,) = find_runs(tmp_path)
    assert find_runs(tmp_path) == [before]
    os.utime(tmp_path / "right" / "metrics.json", ns=(1, 1))
    assert find_runs(tmp_path) != [before]


def test_a_run_is_read(runs: Path) -> None:
    run = read_run(runs / "right")
    assert (run.metrics.n, run.question_file, run.held_out) == (4, "questions.jsonl", False)
    assert run.metrics.metrics["answer_correct"] == Figure(value=1.0, low=1.0, high=1.0, n=2)
    assert run.metrics.buckets == {"right": 4}
    assert set(run.metrics.slices) == {"language", "kind", "document"}
    regressed = read_run(runs / "regressed").metrics
    assert regressed.metrics["answer_correct"].value == 0.5
    assert regressed.metrics["refuse_recall"].value == 0.5
    assert regressed.buckets["unsupported answer"] == 1


def test_the_held_out_set_is_known_by_its_file(runs: Path, tmp_path: Path) -> None:
    shutil.copytree(runs / "right", tmp_path / "right")
    (tmp_path / "right" / "manifest.json").write_text('{"questions": {"file": "test.jsonl"}}', encoding="utf-8")
    assert read_run(tmp_path / "right").held_out


def test_a_benchmark_has_stages_and_no_answers(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{}", encoding="utf-8")
    (tmp_path / "metrics.json").write_text('{"n": 728, "stages": {"lexical": {"mrr@10": 0.86}}}', encoding="utf-8")
    metrics = read_run(tmp_path).metrics
    assert (metrics.n, metrics.metrics) == (728, {})
    assert metrics.retrieval == {"lexical": {"mrr@10": Figure(value=0.86)}}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("metrics.json", None, "was cut short. Run it again"),
        ("metrics.json", "{", "is not JSON"),
        ("metrics.json", "[]", "holds no object"),
        ("metrics.json", '{"n": "many"}', r"metrics.json is not as a run leaves it \(n: "),
        ("metrics.json", '{"n": 1, "metrics": {"x": {"value": "y"}}}', r"metrics.x.value: "),
        ("manifest.json", None, "manifest.json cannot be read"),
    ],
)
def test_a_run_that_cannot_be_read_is_named(runs: Path, tmp_path: Path, name: str, text: str | None, said: str) -> None:
    place = tmp_path / "right"
    shutil.copytree(runs / "right", place)
    (place / name).unlink()
    if text is not None:
        (place / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=said) as caught:
        read_run(place)
    assert str(place) in str(caught.value)


def test_one_prediction_is_read_at_its_place(runs: Path) -> None:
    predictions = Predictions(runs / "right" / "predictions.jsonl")
    assert predictions.questions["a1"] == f"Ai lo tiền? {HOSTILE}"
    assert predictions.read("u2")["answer"] == "The documents do not say."
    assert predictions.read("a2")["citations"][0]["document_id"] == "classes"
    assert "a1" in predictions and "x" not in predictions


@pytest.mark.parametrize(
    ("line", "said"), [("{", "line 2: not JSON"), ('{"id": 7}', "line 2: no prediction with an id")]
)
def test_a_line_that_is_no_prediction_is_named(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "predictions.jsonl"
    path.write_text(f'{{"id": "a"}}\n{line}\n', encoding="utf-8")
    with pytest.raises(InputError, match=said):
        Predictions(path)
    with pytest.raises(InputError, match="cannot be read"):
        Predictions(tmp_path / "nothing.jsonl")


def test_the_questions_are_those_that_were_answered(runs: Path, tmp_path: Path) -> None:
    run = read_run(runs / "right")
    with pytest.raises(InputError, match=r"not in .* Put the file there"):
        read_gold(run, [tmp_path])
    write_lines(tmp_path / "questions.jsonl", QUESTIONS[:1])
    gold = read_gold(run, [tmp_path, runs / "right"])
    assert (list(gold.questions), gold.changed) == ([q["id"] for q in QUESTIONS], False)
    assert gold.of("a1", "in other words") is not None


def test_of_a_changed_file_only_questions_that_stayed_count(runs: Path, tmp_path: Path) -> None:
    write_lines(tmp_path / "questions.jsonl", [QUESTIONS[1], {**QUESTIONS[0], "question": "Ai?"}])
    gold = read_gold(read_run(runs / "right"), [tmp_path])
    assert gold.changed
    found = gold.of("a2", QUESTIONS[1]["question"])
    assert found is not None and found.evidence == ("150 người",)
    assert gold.of("a1", QUESTIONS[0]["question"]) is None
    assert gold.of("u1", QUESTIONS[2]["question"]) is None


def test_a_question_file_outside_its_folders_is_not_opened(runs: Path, tmp_path: Path) -> None:
    shutil.copytree(runs / "right", tmp_path / "runs" / "right")
    place = tmp_path / "runs" / "right"
    manifest = json.loads((place / "manifest.json").read_text(encoding="utf-8"))
    manifest["questions"]["file"] = "../outside.jsonl"
    shutil.move(place / "questions.jsonl", tmp_path / "runs" / "outside.jsonl")
    (place / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(InputError, match="not in"):
        read_gold(read_run(place), [place])
