"""Asks the assistant every question of a set, then scores and reports the answers."""

import platform
import sys
import time
from collections.abc import Sequence
from datetime import date
from importlib import metadata
from pathlib import Path
from typing import Any, Protocol

from eval import question_set
from eval.predictions import MISSING, Prediction
from eval.question_set import Question
from eval.score import digest, folder, write_run
from index.errors import AssistantError
from index.settings import Settings, load_settings

DEFAULT_TODAY = date(2025, 6, 30)
"""The day on which a run takes place, whenever it does: two runs agree on which plans are over."""

PACKAGES = ("torch", "sentence-transformers", "chromadb", "bm25s", "langchain", "numpy")


class Reply(Protocol):
    """An answer that can be written down."""

    def as_json(self) -> dict[str, Any]:
        """The answer in the contract's form."""


class Answerer(Protocol):
    """What a run needs of an assistant."""

    def ask(self, question: str, history: Sequence[str] = ()) -> Reply:
        """The answer to a question that was asked after those of `history`."""


def run(questions_path: Path, out: Path, data: Path | None = None, today: date = DEFAULT_TODAY) -> list[str]:
    """Answers the set with the index in `data` and writes the folder `out`; returns a message for each question that failed."""
    from answer.assistant import Assistant  # heavy: only a run needs the models

    questions = question_set.load(questions_path)
    settings = load_settings(data=data)
    out = folder(out)
    assistant = Assistant.open(settings, today=today)
    started = time.perf_counter()
    answers, messages = answer_all(assistant, questions)
    manifest = {
        "questions": {"file": questions_path.name, "sha256": digest(questions_path), "n": len(questions)},
        "today": today.isoformat(),
        "seconds": round(time.perf_counter() - started, 1),
        **_circumstances(settings),
    }
    write_run(out, manifest, questions, answers)
    return messages


def answer_all(assistant: Answerer, questions: Sequence[Question]) -> tuple[list[Prediction], list[str]]:
    """A prediction for each question, in order, with progress on standard error; a failed one has status "error"."""
    answers: list[Prediction] = []
    messages: list[str] = []
    for place, question in enumerate(questions, 1):
        try:
            answers.append(assistant.ask(question.question, question.history).as_json() | {"id": question.id})
        except AssistantError as error:
            messages.append(f"{question.id}: {error}")
            answers.append({**MISSING, "id": question.id, "question": question.question, "error": str(error)})
        print(f"\r{place}/{len(questions)} questions", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return answers, messages


def _circumstances(settings: Settings) -> dict[str, Any]:
    """What the figures depend on: settings, versions, machine. Addresses are left out, for they may hold a password."""
    return {
        "settings": settings.model_dump(mode="json", exclude={"database", "chroma", "data", "corpus"}),
        "versions": {"python": platform.python_version(), **{name: _version(name) for name in PACKAGES}},
        "hardware": {"machine": platform.machine(), "system": platform.system()},
    }


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None
