"""Running the assistant over a question set, with an assistant made of paper."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from eval.__main__ import main
from eval.question_set import Question
from eval.run import DEFAULT_TODAY
from index.errors import InputError, SettingError

Row = dict[str, Any]


@dataclass(frozen=True)
class _Reply:
    row: Row

    def as_json(self) -> Row:
        return self.row | {"id": None}


class _Paper:
    """Answers by question from a list; remembers how it was opened and asked."""

    answers: dict[str, Row]
    opened: list[tuple[Any, date]]
    asked: list[tuple[str, tuple[str, ...]]]

    @classmethod
    def open(cls, settings: Any, today: date) -> "_Paper":
        cls.opened.append((settings, today))
        return cls()

    def ask(self, question: str, history: Sequence[str] = ()) -> _Reply:
        self.asked.append((question, tuple(history)))
        if question not in self.answers:
            raise InputError("the paper is torn")
        return _Reply(self.answers[question])


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch, questions: list[Question], perfect: list[Row]) -> type[_Paper]:
    module = ModuleType("answer.assistant")
    module.Assistant = _Paper  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "answer.assistant", module)
    monkeypatch.setattr(
        _Paper, "answers", {q.question: p for q, p in zip(questions, perfect, strict=True)}, raising=False
    )
    monkeypatch.setattr(_Paper, "opened", [], raising=False)
    monkeypatch.setattr(_Paper, "asked", [], raising=False)
    return _Paper


@pytest.fixture
def question_file(tmp_path: Path, questions: list[Question]) -> Path:
    path = tmp_path / "set.jsonl"
    path.write_text("".join(json.dumps(asdict(q), ensure_ascii=False) + "\n" for q in questions), encoding="utf-8")
    return path


def test_a_run_leaves_a_complete_folder(
    tmp_path: Path, question_file: Path, paper: type[_Paper], capsys: pytest.CaptureFixture[str]
) -> None:
    out, data = tmp_path / "run", tmp_path / "data"
    assert main(["run", str(question_file), "--out", str(out), "--data", str(data)]) == 0
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["today"] == DEFAULT_TODAY.isoformat() == "2025-06-30"
    assert manifest["questions"]["n"] == 4
    assert manifest["versions"]["numpy"]
    assert paper.opened[0][0].data == data
    assert paper.opened[0][1] == DEFAULT_TODAY
    lines = (out / "predictions.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["a1", "a2", "u1", "u2"]
    streams = capsys.readouterr()
    assert "4/4" in streams.err and "4/4" not in streams.out
    assert "answer_correct" in streams.out


def test_the_day_and_the_history_are_handed_on(
    tmp_path: Path, questions: list[Question], question_file: Path, paper: type[_Paper]
) -> None:
    row = asdict(questions[0]) | {"history": ["Trước đó?", "Rồi sao?"]}
    question_file.write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert main(["run", str(question_file), "--out", str(tmp_path / "run"), "--today", "2026-01-02"]) == 0
    assert paper.opened[0][1] == date(2026, 1, 2)
    assert paper.asked == [("Ai lo tiền?", ("Trước đó?", "Rồi sao?"))]


def test_a_question_that_fails_is_named_and_the_others_go_on(
    tmp_path: Path, question_file: Path, paper: type[_Paper], capsys: pytest.CaptureFixture[str]
) -> None:
    del paper.answers["Ai lo tiền?"]
    assert main(["run", str(question_file), "--out", str(tmp_path / "run")]) == 1
    assert "a1: the paper is torn" in capsys.readouterr().err
    first = json.loads((tmp_path / "run" / "predictions.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert (first["status"], first["error"]) == ("error", "the paper is torn")


def test_an_assistant_that_cannot_open_is_exit_code_2(
    tmp_path: Path,
    question_file: Path,
    paper: type[_Paper],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refuse(settings: Any, today: date) -> _Paper:
        raise SettingError(f"no index on {today} in {settings.data}")

    monkeypatch.setattr(paper, "open", refuse)
    assert main(["run", str(question_file), "--out", str(tmp_path / "run")]) == 2
    assert "no index" in capsys.readouterr().err


def test_addresses_stay_out_of_the_manifest(
    tmp_path: Path, question_file: Path, paper: type[_Paper], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert paper
    monkeypatch.setenv("ASSISTANT_DATABASE", "postgresql://me:secret@host/db")
    assert main(["run", str(question_file), "--out", str(tmp_path / "run")]) == 0
    assert "secret" not in (tmp_path / "run" / "manifest.json").read_text(encoding="utf-8")


def test_a_day_that_is_none_is_wrong_usage(tmp_path: Path, question_file: Path) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["run", str(question_file), "--out", str(tmp_path), "--today", "yesterday"])
    assert caught.value.code == 2
