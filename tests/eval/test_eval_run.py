"""`python -m eval run` with the real assistant over the corpus."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cut_short import stop_at

import eval.baselines
import eval.run
from answer.assistant import Assistant
from eval.__main__ import main
from eval.answerer import Answerer
from eval.question_set import Question, load
from eval.run import DEFAULT_TODAY, PRACTICE

Row = dict[str, Any]
Write = Callable[[Path, Sequence[Any]], Path]
Start = Callable[..., int]


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def few() -> list[Question]:
    """Some questions of the dev side, in all languages, two of them without an answer."""
    dev = load(PRACTICE)
    return [
        *[
            next(q for q in dev if q.answerable and q.language == language)
            for language in ("vi", "vi_unaccented", "en")
        ],
        next(q for q in dev if q.kind == "metadata"),
        *[q for q in dev if not q.answerable][:2],
    ]


@pytest.fixture
def start(tmp_path: Path, few: list[Question], indexed: Path, write_lines: Write) -> Start:
    """Runs the few questions (or others) into the folder `out` without baselines; returns the exit code."""

    def run(*more: str, out: str = "run", asked: Sequence[Any] | None = None) -> int:
        path = write_lines(tmp_path / "few.jsonl", few if asked is None else asked)
        return main(["run", str(path), "--out", str(tmp_path / out), "--data", str(indexed), *more])

    return run


def test_a_run_leaves_a_complete_folder(
    tmp_path: Path, few: list[Question], start: Start, capsys: pytest.CaptureFixture[str]
) -> None:
    assert start("--no-baselines") == 0
    out = tmp_path / "run"
    assert {p.name for p in out.iterdir()} == {
        "manifest.json", "predictions.jsonl", "scores.jsonl", "ranks.jsonl", "metrics.json", "report.html",
    }  # fmt: skip
    manifest = _read(out / "manifest.json")
    assert manifest["today"] == DEFAULT_TODAY.isoformat() == "2025-06-30"
    assert manifest["questions"]["n"] == len(few) == 6
    assert manifest["index"]["publication"] and manifest["program"]
    assert manifest["versions"]["ir_measures"]
    for name in ("predictions.jsonl", "scores.jsonl", "ranks.jsonl"):
        assert [row["id"] for row in _rows(out / name)] == [q.id for q in few]
    streams = capsys.readouterr()
    assert "assistant: 6/6 questions" in streams.err
    assert "answer_correct" in streams.out and "recall@10" in streams.out
    seconds = next(line for line in streams.out.splitlines() if line.startswith("seconds: "))
    assert "assistant" in seconds and "scoring and report" in seconds
    assert streams.out.splitlines()[-1] == str(out / "report.html")


def test_ranks_are_those_of_the_passages_with_evidence(
    tmp_path: Path, few: list[Question], start: Start, assistant: Assistant
) -> None:
    assert start("--no-baselines") == 0
    ranks = {row["id"]: row["ranks"] for row in _rows(tmp_path / "run" / "ranks.jsonl")}
    asked = few[0]
    stages = assistant.look(asked.question, asked.history).stages
    span = asked.evidence[0]
    for stage, passages in stages.items():
        place = next((i for i, p in enumerate(passages, 1) if span in p.text.replace("\n", " ")), None)
        assert ranks[asked.id][stage] == place
    assert ranks[asked.id]["final"] is not None
    assert ranks[few[-1].id] == {"lexical": None, "dense": None, "fused": None, "final": None}
    scores = {row["id"]: row for row in _rows(tmp_path / "run" / "scores.jsonl")}
    assert scores[asked.id]["ranks"] == ranks[asked.id]
    assert scores[asked.id]["retrieval"]["final"]["mrr@10"] == round(1 / ranks[asked.id]["final"], 4)
    measured = _read(tmp_path / "run" / "metrics.json")["retrieval"]["final"]["mrr@10"]
    assert measured["n"] == sum(bool(row["retrieval"]) for row in scores.values()) >= 3


def test_the_probability_that_decided_is_kept_and_measured(
    tmp_path: Path, few: list[Question], start: Start, capsys: pytest.CaptureFixture[str]
) -> None:
    assert start("--no-baselines") == 0
    out = tmp_path / "run"
    known = {row["id"]: row["probability"] for row in _rows(out / "ranks.jsonl")}
    metrics = _read(out / "metrics.json")
    found = metrics["calibration"]
    decided = {i: p for i, p in known.items() if p is not None}
    assert (found["n"], found["without"]) == (len(decided), len(few) - len(decided))
    assert len(decided) >= 3
    refused = {row["id"]: row["status"] == "no_evidence" for row in _rows(out / "predictions.jsonl")}
    assert {i: p < found["threshold"] for i, p in decided.items()} == {i: refused[i] for i in decided}
    used = next(t for t in found["thresholds"] if t["threshold"] == found["threshold"])
    for name in ("over_refusal_rate", "refuse_recall"):
        assert used[name] == metrics["metrics"][name]
    assert "Brier score" in capsys.readouterr().out
    assert "Reliability diagram" in (out / "report.html").read_text(encoding="utf-8")


def test_searches_go_on_where_a_run_was_cut_short(
    tmp_path: Path, start: Start, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    looked = stop_at(monkeypatch, "look", 6)
    with pytest.raises(KeyboardInterrupt):
        start("--no-baselines")
    assert start("--no-baselines") == 0
    assert "ranks.partial.jsonl: goes on after 5 questions" in capsys.readouterr().err
    assert len(looked) == 6 + 1
    assert start("--no-baselines", out="whole") == 0
    assert _rows(tmp_path / "run" / "ranks.jsonl") == _rows(tmp_path / "whole" / "ranks.jsonl")


def test_the_same_run_twice_gives_the_same(tmp_path: Path, start: Start) -> None:
    assert start("--no-baselines", out="one") == start("--no-baselines", out="two") == 0

    def timeless(place: Path) -> list[Any]:
        predictions = [
            {k: v for k, v in row.items() if k != "timings_ms"} for row in _rows(place / "predictions.jsonl")
        ]
        scores = [{k: v for k, v in row.items() if k != "latency_ms"} for row in _rows(place / "scores.jsonl")]
        metrics = {k: v for k, v in _read(place / "metrics.json").items() if k != "timings_ms"}
        return [predictions, scores, metrics, _rows(place / "ranks.jsonl")]

    assert timeless(tmp_path / "one") == timeless(tmp_path / "two")
    assert main(["compare", str(tmp_path / "one"), str(tmp_path / "two")]) == 0


def test_a_run_cut_short_goes_on_and_other_circumstances_start_afresh(
    tmp_path: Path, start: Start, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []
    ask = Assistant.ask

    def interrupted(self: Assistant, question: str, *rest: Any) -> Any:
        asked.append(question)
        if len(asked) == 3:
            raise KeyboardInterrupt
        return ask(self, question, *rest)

    monkeypatch.setattr(Assistant, "ask", interrupted)
    with pytest.raises(KeyboardInterrupt):
        start("--no-baselines")
    assert [p.name for p in (tmp_path / "run").iterdir()] == ["predictions.partial.jsonl"]
    partial = (tmp_path / "run" / "predictions.partial.jsonl").read_bytes()
    assert start("--no-baselines") == 0
    assert "goes on after 2 questions" in capsys.readouterr().err
    assert len(asked) == 3 + 4
    assert not (tmp_path / "run" / "predictions.partial.jsonl").exists()

    (tmp_path / "run" / "predictions.partial.jsonl").write_bytes(partial)
    assert start("--no-baselines", "--today", "2026-01-02") == 0
    assert "other circumstances (today); starting afresh" in capsys.readouterr().err
    assert len(asked) == 7 + 6


def test_evidence_and_documents_that_the_index_lacks_are_named_by_line(
    tmp_path: Path, few: list[Question], start: Start, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = [
        few[0],
        replace(few[1], evidence=("không có trong văn bản nào cả",)),
        replace(few[2], documents=("nowhere",)),
    ]
    assert start("--no-baselines", asked=wrong) == 1
    error = capsys.readouterr().err
    path = tmp_path / "few.jsonl"
    assert f"{path}, line 2: {few[1].id}: evidence is not verbatim in its documents" in error
    assert f"{path}, line 3: {few[2].id}: document 'nowhere' is not in the index" in error
    assert "line 1" not in error
    assert _read(tmp_path / "run" / "metrics.json")["n"] == 3


class _Silent:
    """A baseline that refuses everything."""

    def answer(self, question: Question) -> Row:
        return {"id": question.id, "status": "no_evidence", "answer": "", "citations": [], "timings_ms": {"total": 1.0}}


def test_baselines_stand_beside_the_assistant(
    tmp_path: Path, start: Start, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[tuple[int, int]] = []

    def open_silent(
        assistant: Assistant, questions: Sequence[Question], practice: Sequence[Question], work: Path
    ) -> Mapping[str, Answerer]:
        assert assistant.library.size and work.is_dir()
        opened.append((len(questions), len(practice)))
        return {"bm25": _Silent(), "gold": _Silent()}

    monkeypatch.setattr(eval.baselines, "open_baselines", open_silent)
    assert start() == 0
    assert opened == [(6, len(load(PRACTICE)))]
    out = tmp_path / "run"
    for name in ("bm25", "gold"):
        assert {p.name for p in (out / "baselines" / name).iterdir()} == {
            "manifest.json", "predictions.jsonl", "scores.jsonl", "metrics.json",
        }  # fmt: skip
        beside = _read(out / "baselines" / name / "metrics.json")
        assert beside["metrics"]["refuse_recall"]["value"] == 1
        assert "calibration" not in beside
    assert {p.name for p in (out / "baselines").iterdir()} == {"bm25", "gold"}
    metrics = _read(out / "metrics.json")
    beside = metrics["baselines"]["bm25"]
    assert beside["metrics"]["citation_recall"]["value"] == 0
    assert beside["difference"]["citation_recall"]["value"] == metrics["metrics"]["citation_recall"]["value"] > 0
    assert "assistant minus" in capsys.readouterr().out
    assert "The assistant minus each baseline" in (out / "report.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_real_baselines(tmp_path: Path, start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(eval.run, "PRACTICE", tmp_path / "few.jsonl")
    assert start() == 0
    metrics = _read(tmp_path / "run" / "metrics.json")
    assert list(metrics["baselines"]) == ["bm25", "dense", "tutorial", "gold"]
    for baseline in metrics["baselines"].values():
        assert baseline["metrics"]["quote_verbatim"]["value"] in (None, 1.0)


def test_an_index_that_is_not_there_is_exit_code_2(
    tmp_path: Path, few: list[Question], write_lines: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_lines(tmp_path / "few.jsonl", few)
    assert main(["run", str(path), "--out", str(tmp_path / "run"), "--data", str(tmp_path / "none")]) == 2
    assert "There is no index" in capsys.readouterr().err
    assert not (tmp_path / "run").exists()


def test_addresses_and_places_stay_out_of_the_manifest(
    tmp_path: Path, start: Start, indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSISTANT_DATABASE", f"sqlite:///{indexed / 'record.sqlite'}")
    assert start("--no-baselines") == 0
    text = (tmp_path / "run" / "manifest.json").read_text(encoding="utf-8")
    assert "record.sqlite" not in text and str(indexed) not in text


def test_a_day_that_is_none_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["run", str(tmp_path / "q.jsonl"), "--out", str(tmp_path), "--today", "yesterday"])
    assert caught.value.code == 2
