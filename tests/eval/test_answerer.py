"""Answering a whole set: each failure named, nothing asked twice."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from answer.check import CheckFailed
from eval.answerer import AssistantAnswerer, answer_all
from eval.journal import Journal
from eval.question_set import Question
from index.errors import InputError

Row = dict[str, Any]


class _Clerk:
    """Answers from a list, by id; fails where it is told to. Notes what it was asked."""

    def __init__(self, answers: list[Row], failing: dict[str, Exception] | None = None) -> None:
        self._answers = {row["id"]: row for row in answers}
        self._failing = failing or {}
        self.asked: list[str] = []

    def answer(self, question: Question) -> Row:
        self.asked.append(question.id)
        if question.id in self._failing:
            raise self._failing[question.id]
        return self._answers[question.id]


Ask = Callable[[_Clerk], tuple[list[Any], list[str]]]


@pytest.fixture
def ask(tmp_path: Path, questions: list[Question]) -> Ask:
    """Has a clerk answer the set of four, with the journal of before."""

    def run(clerk: _Clerk) -> tuple[list[Any], list[str]]:
        with Journal(tmp_path / "j.jsonl", {}) as journal:
            return answer_all(clerk, questions, journal, "clerk")

    return run


def test_progress_goes_to_standard_error(ask: Ask, perfect: list[Row], capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(_Clerk(perfect)) == (perfect, [])
    streams = capsys.readouterr()
    assert "clerk: 4/4 questions" in streams.err and streams.out == ""


def test_a_question_that_fails_is_named_and_the_others_go_on(ask: Ask, perfect: list[Row]) -> None:
    failing = {"a1": InputError("the paper is torn"), "u1": CheckFailed("marker 3")}
    predictions, messages = ask(_Clerk(perfect, failing))
    assert messages == ["a1: the paper is torn", "u1: marker 3"]
    assert [(p["id"], p["status"]) for p in predictions] == [
        ("a1", "error"), ("a2", "answered"), ("u1", "error"), ("u2", "no_evidence"),
    ]  # fmt: skip
    assert predictions[0]["error"] == "the paper is torn"


def test_an_answer_that_calls_itself_an_error_is_named(ask: Ask, perfect: list[Row]) -> None:
    _, messages = ask(_Clerk([perfect[0] | {"status": "error", "answer": "Câu hỏi quá dài."}, *perfect[1:]]))
    assert messages == ["a1: Câu hỏi quá dài."]


def test_a_run_cut_short_goes_on_where_it_stopped(ask: Ask, perfect: list[Row]) -> None:
    with pytest.raises(KeyboardInterrupt):
        ask(_Clerk(perfect, {"u1": KeyboardInterrupt()}))  # type: ignore[dict-item]
    again = _Clerk(perfect)
    assert ask(again) == (perfect, [])
    assert again.asked == ["u1", "u2"]


def test_what_failed_is_asked_again(ask: Ask, perfect: list[Row]) -> None:
    ask(_Clerk(perfect, {"a2": InputError("for now")}))
    again = _Clerk(perfect)
    assert ask(again) == (perfect, [])
    assert again.asked == ["a2"]


def test_the_assistant_is_asked_with_the_questions_before() -> None:
    class _Reply:
        citations = ()

        def as_json(self) -> Row:
            return {"id": None, "status": "answered", "citations": []}

    class _Assistant:
        def ask(self, question: str, history: Any = ()) -> _Reply:
            assert (question, history) == ("Rồi sao?", ("Trước đó?",))
            return _Reply()

    asked = Question("f1", "Rồi sao?", "vi", "follow_up", history=("Trước đó?",))
    assert AssistantAnswerer(_Assistant()).answer(asked) == {"id": "f1", "status": "answered", "citations": []}
