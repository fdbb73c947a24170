"""What the figures of a run depend on: questions, index, settings, the program itself, versions, machine."""

import hashlib
import os
import platform
from collections.abc import Mapping
from datetime import date
from importlib import metadata
from pathlib import Path
from typing import Any

from eval.files import digest
from index.settings import PROJECT, Settings

PACKAGES = ("torch", "sentence-transformers", "chromadb", "bm25s", "langchain", "numpy", "ir_measures")
"""Those whose version may change an answer or a figure."""
_NO_PART = {"database", "chroma", "data", "corpus", "runs", "judge"}
"""Settings that no answer depends on."""
_PROGRAM = {"vietnamese": "*.py", "index": "*.py", "answer": "*.py", "eval": "*.py", "prompts": "*.*"}


def circumstances(questions: Path, n: int, settings: Settings, today: date, index: Mapping[str, Any]) -> dict[str, Any]:
    """The part of a run's manifest that is known before its first answer; runs that agree in it give the same answers.

    `index` is the manifest of the index. Addresses are left out, for they may hold a password.
    """
    return {
        "questions": {"file": questions.name, "sha256": digest(questions), "n": n},
        "today": today.isoformat(),
        "index": dict(index),
        "settings": settings.model_dump(mode="json", exclude=_NO_PART),
        "program": program_hash(),
        "versions": {"python": platform.python_version(), **{name: _version(name) for name in PACKAGES}},
        "hardware": {"machine": platform.machine(), "system": platform.system(), "cores": os.cpu_count()},
    }


def program_hash() -> str:
    """SHA-256 over the files that make and score an answer: names and bytes, in order of name."""
    total = hashlib.sha256()
    for folder, pattern in _PROGRAM.items():
        for path in sorted((PROJECT / folder).rglob(pattern)):
            total.update(f"{path.relative_to(PROJECT).as_posix()} {digest(path)}\n".encode())
    return total.hexdigest()


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None
