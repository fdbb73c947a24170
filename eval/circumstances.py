"""What the figures of a run depend on: questions, index, settings, the language model, the program itself, versions, machine."""

import hashlib
import os
import platform
from collections.abc import Mapping
from datetime import date
from importlib import metadata
from pathlib import Path
from typing import Any

from answer.writing.model import LanguageModel
from answer.writing.prompt import Prompts
from eval.files import digest
from index.settings import PROJECT, Settings

PACKAGES = (
    "torch",
    "sentence-transformers",
    "chromadb",
    "bm25s",
    "langchain",
    "langchain-openai",
    "numpy",
    "ir_measures",
)
"""Those whose version may change an answer or a figure."""
_WRITER = "writer_"
_HIDDEN = {"writer_url", "writer_key"}
"""Settings of the language model that stand in no file of a run: its address and its key."""
_NO_PART = {"database", "chroma", "data", "corpus", "runs", "judge", "writer", *_HIDDEN}
"""Settings that no answer depends on, and those of the language model, which have a place of their own."""
_PROGRAM = {"vietnamese": "*.py", "index": "*.py", "answer": "*.py", "eval": "*.py", "prompts": "*.*"}


def circumstances(
    questions: Path,
    n: int,
    settings: Settings,
    today: date,
    index: Mapping[str, Any],
    writer: LanguageModel | None = None,
) -> dict[str, Any]:
    """The part of a run's manifest that is known before its first answer; runs that agree in it give the same answers, as far as a
    language model does.

    `index` is the manifest of the index, `writer` the language model that writes the answers. Addresses are left out, for they may
    hold a password.
    """
    of_writer = {name for name in Settings.model_fields if name.startswith(_WRITER)}
    return {
        "questions": {"file": questions.name, "sha256": digest(questions), "n": n},
        "today": today.isoformat(),
        "index": dict(index),
        "settings": settings.model_dump(mode="json", exclude=_NO_PART | of_writer),
        "writer": None if writer is None else _writer(writer, settings, of_writer - _HIDDEN),
        "program": program_hash(),
        "versions": {"python": platform.python_version(), **{name: _version(name) for name in PACKAGES}},
        "hardware": {"machine": platform.machine(), "system": platform.system(), "cores": os.cpu_count()},
    }


def _writer(model: LanguageModel, settings: Settings, names: set[str]) -> dict[str, Any]:
    """The model's name, whether what it is sent stays on this machine, its prompts' versions and its settings."""
    prompts = Prompts.load()
    return {
        "model": model.name,
        "local": model.is_local,
        "prompts": [prompts.version("vi"), prompts.version("en")],
        **{name.removeprefix(_WRITER): getattr(settings, name) for name in sorted(names)},
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
