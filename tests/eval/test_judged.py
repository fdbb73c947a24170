"""Judged figures of a finished run, by a judge whose marks are known, and what is said where there is no judge."""

import json
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from eval.__main__ import main
from eval.judges.judge import JudgeFailed, Marks
from eval.judges.judged import failures, judge_run, on_terminal
from index.errors import SettingError

Write = Callable[[Path, Sequence[Any]], Path]


class _Known:
    """Marks by the question's words; fails on those it does not know."""

    about: Mapping[str, str] = {"judge": "test:one", "model": "one-1", "ragas": "0", "embeddings": "none"}

    def __init__(self, marks: Mapping[str, Marks]) -> None:
        self._marks = marks
        self.asked: list[tuple[str, str, list[str]]] = []

    async def marks(self, question: str, answer: str, passages: Sequence[str]) -> Marks:
        self.asked.append((question, answer, list(passages)))
        if question not in self._marks:
            raise JudgeFailed("faithfulness: it said nothing")
        return self._marks[question]


@pytest.fixture
def place(tmp_path: Path, perfect: list[Any], questions: list[Any], write_lines: Write) -> Path:
    """A finished run of two answers and two refusals; the second answer is a follow-up."""
    rows = [
        perfect[0] | {"question": "Ai lo tiền?"},
        perfect[1] | {"question": "And people?", "resolved_question": "How many people?"},
        *perfect[2:],
    ]
    predictions, out = write_lines(tmp_path / "p.jsonl", rows), tmp_path / "run"
    assert main(["score", str(predictions), str(write_lines(tmp_path / "q.jsonl", questions)), "--out", str(out)]) == 0
    return out


def test_the_mean_over_answers_refusals_left_out(place: Path) -> None:
    judge = _Known(
        {
            "Ai lo tiền?": {"faithfulness": 1.0, "answer_relevancy": 0.8},
            "How many people?": {"faithfulness": 0.5, "answer_relevancy": None},
        }
    )
    judged = judge_run(place, judge)
    assert judged["metrics"]["faithfulness"]["value"] == 0.75
    assert judged["metrics"]["answer_relevancy"] == {"value": 0.8, "low": 0.8, "high": 0.8, "n": 1}
    assert json.loads((place / "judged.json").read_text(encoding="utf-8")) == judged
    assert "2 answers judged by test:one (one-1) with RAGAS 0" in on_terminal(judged)
    question, answer, passages = judge.asked[0]
    assert (question, "[1]" in answer) == ("Ai lo tiền?", False)
    assert passages == ["Sở Tài chính tham mưu bố trí kinh phí hằng năm."]


def test_an_answer_that_the_judge_fails_on_counts_in_no_figure(place: Path) -> None:
    judged = judge_run(place, _Known({"Ai lo tiền?": {"faithfulness": 1.0, "answer_relevancy": 1.0}}))
    assert failures(judged) == ["a2: faithfulness: it said nothing"]
    assert judged["metrics"]["faithfulness"]["n"] == 1


def test_a_part_is_the_lowest_hashes(place: Path) -> None:
    # sha256("a1") = f55ff..., sha256("a2") = 2c3a4...
    judge = _Known({})
    assert [row["id"] for row in judge_run(place, judge, limit=1)["answers"]] == ["a2"]
    assert len(judge.asked) == 1


class _Interrupted(_Known):
    """Is stopped at its second answer."""

    async def marks(self, question: str, answer: str, passages: Sequence[str]) -> Marks:
        if self.asked:
            raise KeyboardInterrupt
        return await super().marks(question, answer, passages)


def test_a_judgement_cut_short_goes_on(place: Path) -> None:
    marks: Marks = {"faithfulness": 1.0, "answer_relevancy": 1.0}
    known = {"Ai lo tiền?": marks, "How many people?": marks}
    with pytest.raises(KeyboardInterrupt):
        judge_run(place, _Interrupted(known))
    judge = _Known(known)
    assert judge_run(place, judge)["metrics"]["faithfulness"]["n"] == 2
    assert [question for question, *_ in judge.asked] == ["How many people?"]
    assert not (place / "judged.partial.jsonl").exists()


def test_only_a_finished_run_can_be_judged(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="no finished run"):
        judge_run(tmp_path, _Known({}))


def test_without_a_setting_the_remedy_is_named(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["judge", str(place)]) == 2
    assert "Set ASSISTANT_JUDGE" in capsys.readouterr().err


def test_without_what_it_needs_the_remedy_is_named(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without RAGAS, or where it is installed, without the provider's package."""
    monkeypatch.setenv("ASSISTANT_JUDGE", "ollama:none")
    monkeypatch.setenv("RAGAS_DO_NOT_TRACK", "true")  # set by the judge; undone after the test
    assert find_spec("langchain_ollama") is None
    assert main(["judge", str(place)]) == 2
    assert "pip install -r requirements-judges.txt -c constraints.txt" in capsys.readouterr().err


@pytest.mark.parametrize("limit", ["0", "-1", "some"])
def test_a_limit_is_a_number_of_answers(place: Path, limit: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["judge", str(place), "--limit", limit])
