"""Scores the predictions of any program: from two files of JSON to a run's folder."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from eval import predictions as predicted
from eval import question_set
from eval.lines import write_objects
from eval.predictions import Prediction
from eval.question_set import Question
from eval.report import page
from eval.summary import summarise
from index.errors import SettingError


def score(predictions_path: Path, questions_path: Path, out: Path) -> list[str]:
    """Scores one file of predictions against a question set and writes the folder `out`.

    Returns a message for each question without a prediction (scored as a failure) and each prediction without a question.
    """
    questions = question_set.load(questions_path)
    found, messages = predicted.matched(questions, predicted.load(predictions_path))
    manifest = {
        "predictions": {"file": predictions_path.name, "sha256": digest(predictions_path)},
        "questions": {"file": questions_path.name, "sha256": digest(questions_path), "n": len(questions)},
    }
    write_run(folder(out), manifest, questions, found)
    return messages


def write_run(
    out: Path, manifest: Mapping[str, Any], questions: Sequence[Question], found: Sequence[Prediction]
) -> None:
    """A run's folder: manifest.json, predictions.jsonl, metrics.json and report.html, the last of them last."""
    pairs = list(zip(questions, found, strict=True))
    metrics = summarise(pairs)
    _write_json(out / "manifest.json", manifest)
    write_objects(out / "predictions.jsonl", found)
    _write_json(out / "metrics.json", metrics)
    (out / "report.html").write_text(page(manifest, metrics, pairs), encoding="utf-8")


def folder(out: Path) -> Path:
    """The folder to write a run into, made where it is missing."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingError(
            f"{out} cannot be made ({error.strerror}). Give --out a folder that can be written."
        ) from error
    return out


def digest(path: Path) -> str:
    """SHA-256 of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _write_json(path: Path, value: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
