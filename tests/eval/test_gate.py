"""The gate: which questions it asks, what it lets pass, and what it says where it does not."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

import eval.gate
from eval.__main__ import main
from eval.gate import IDS, Guarded, chosen, verdict
from eval.learn import SETS
from eval.metrics import GUARDED
from eval.question_set import Question, load
from eval.run_folder import Finished, read

Write = Callable[[Path, Sequence[Any]], Path]
Scored = Callable[[list[Any]], Finished]


@pytest.fixture
def scored(tmp_path: Path, questions: list[Question], write_lines: Write) -> Scored:
    """Scores predictions for the four questions into a folder and reads it back."""

    def score(predictions: list[Any]) -> Finished:
        asked, answers = write_lines(tmp_path / "q.jsonl", questions), write_lines(tmp_path / "p.jsonl", predictions)
        assert main(["score", str(answers), str(asked), "--out", str(tmp_path / "run")]) == 0
        return read(tmp_path / "run")

    return score


def _question(number: int, kind: str, document: str = "") -> Question:
    documents = (document,) if document else ()
    return Question(f"q{number}", "?", "vi", kind, documents=documents, evidence=documents)


def test_one_of_each_kind_the_document_taken_least_first() -> None:
    # Both offices are of one document: sha256("q2") = bee9..., sha256("q1") = c75d.... Then only q4 is of another document.
    offices = [_question(1, "office", "a"), _question(2, "office", "a")]
    deadlines = [_question(3, "deadline", "a"), _question(4, "deadline", "b")]
    assert chosen([*offices, *deadlines]) == ["q2", "q4"]


def test_six_without_an_answer_and_no_two_versions_of_one() -> None:
    versions = [Question(f"q7-{letter}", "?", "vi", "unanswerable") for letter in "abcdefg"]
    others = [_question(number, "unanswerable") for number in range(10, 15)]
    taken = chosen([*versions, *others])
    assert len(taken) == 6
    assert {i for i in taken if i.startswith("q1")} == {q.id for q in others}


def test_the_gate_asks_what_the_rule_chooses() -> None:
    assert IDS.read_text(encoding="utf-8").split() == chosen([q for path in SETS for q in load(path)])
    assert len(IDS.read_text(encoding="utf-8").split()) == 60


def test_perfect_answers_pass(perfect: list[Any], scored: Scored) -> None:
    found = verdict(scored(perfect), dict.fromkeys(GUARDED, 1.0))
    assert found.complaints == []
    assert [(m.name, m.value) for m in found.metrics] == [(name, 1.0) for name in GUARDED]


def test_what_falls_below_its_floor_is_named_with_its_questions(wrong_citation: list[Any], scored: Scored) -> None:
    found = verdict(scored(wrong_citation), {"citation_recall": 0.5, "refuse_f1": 1.0})
    assert found.complaints == ["citation_recall is 0.000, below its floor 0.500: a1, a2"]


def test_no_value_is_below_any_floor() -> None:
    assert not Guarded("refuse_f1", None, -1.0, ()).held
    assert Guarded("refuse_f1", 0.5, 0.5, ()).held


def test_a_hard_rule_fails_whatever_the_figures_are(hallucinated: list[Any], scored: Scored) -> None:
    uncited = hallucinated[3] | {"citations": []}
    complaints = verdict(scored([*hallucinated[:3], uncited]), {}, ["a1: went wrong"]).complaints
    assert complaints == [
        "a1: went wrong",
        "a1: a quote that is not verbatim",
        "a2: a quote that is not verbatim",
        "u1: a quote that is not verbatim",
        "u2: an answer without a citation",
    ]


def test_the_command(
    tmp_path: Path, indexed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    few = tmp_path / "few.txt"
    few.write_text("\n".join(IDS.read_text(encoding="utf-8").split()[::10]), encoding="utf-8")
    monkeypatch.setattr(eval.gate, "IDS", few)
    monkeypatch.setattr(eval.gate, "MEASURED", dict.fromkeys(GUARDED, -1.0) | {"first_citation": 2.0})
    monkeypatch.setenv("ASSISTANT_WRITER", "openai:tho-ky")  # is not asked, nor is anything at that address
    monkeypatch.setenv("ASSISTANT_WRITER_URL", "http://127.0.0.1:9/v1")
    assert main(["gate", "--data", str(indexed), "--out", str(tmp_path / "run")]) == 1
    streams = capsys.readouterr()
    assert "first_citation is" in streams.err and "below its floor 1.940" in streams.err
    assert "The gate: 1 complaints." in streams.out
    assert (tmp_path / "run" / "report.html").is_file()
    assert json.loads((tmp_path / "run" / "manifest.json").read_text(encoding="utf-8"))["writer"] is None
    assert '"writing"' not in (tmp_path / "run" / "predictions.jsonl").read_text(encoding="utf-8")
    few.write_text("q0-gone", encoding="utf-8")
    assert main(["gate", "--data", str(indexed)]) == 1
    assert "q0-gone not in practice.jsonl, dev.jsonl. Run `python -m eval gate --renew`." in capsys.readouterr().err


def test_renewing_writes_the_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = IDS.read_text(encoding="utf-8")
    monkeypatch.setattr(eval.gate, "IDS", tmp_path / "gate.txt")
    assert main(["gate", "--renew"]) == 0
    assert (tmp_path / "gate.txt").read_text(encoding="utf-8") == before
