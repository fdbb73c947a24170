"""A run that is stopped from the keyboard in its middle."""

from typing import Any

import pytest

from answer.assistant import Assistant


def stop_at(monkeypatch: pytest.MonkeyPatch, method: str, call: int) -> list[str]:
    """Makes that call of a method of the assistant, counted from 1, raise KeyboardInterrupt; the questions of all calls, as they come."""
    asked: list[str] = []
    real = getattr(Assistant, method)

    def interrupted(self: Assistant, question: str, *rest: Any) -> Any:
        asked.append(question)
        if len(asked) == call:
            raise KeyboardInterrupt
        return real(self, question, *rest)

    monkeypatch.setattr(Assistant, method, interrupted)
    return asked
