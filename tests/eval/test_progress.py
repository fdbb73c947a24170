"""The line of progress."""

from typing import Any

import pytest

import eval.progress
from eval.progress import Progress, counted


def _answer(outcome: str | None = None, trouble: str | None = None) -> dict[str, Any]:
    return {} if outcome is None else {"writing": {"outcome": outcome, "trouble": trouble}}


def test_outcomes_are_counted_where_a_model_was_asked(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress("assistant", 4)
    for row in (_answer(), _answer("written"), _answer("extractive", "slow"), _answer("extractive", "none")):
        progress.passed(row)
    assert progress.line == "assistant: 4/4 questions; written 1, partly 0, extractive 2 (none 1, slow 1)"
    assert capsys.readouterr().err == f"{progress.line}\n"
    assert Progress("bm25", 7).line == "bm25: 0/7 questions"


def test_a_slow_model_does_not_leave_the_log_silent(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter([0.0, 30.0, 61.0, 61.0, 90.0, 120.0])
    monkeypatch.setattr(eval.progress.time, "monotonic", lambda: next(clock))
    progress = Progress("assistant", 1000)
    for _ in range(4):
        progress.passed(_answer("written"))
    assert capsys.readouterr().err == "assistant: 2/1000 questions; written 2, partly 0, extractive 0\n"


def test_the_most_frequent_reason_stands_first() -> None:
    assert counted({"extractive": 5}, {"empty": 1, "slow": 3, "none": 1}) == (
        "written 0, partly 0, extractive 5 (slow 3, empty 1, none 1)"
    )
