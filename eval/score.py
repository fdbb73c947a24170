"""Scores the predictions of any program: from two files of JSON to a run's folder."""

from pathlib import Path

from eval import predictions as predicted
from eval import question_set
from eval.files import digest, folder
from eval.run_folder import Run, write
from eval.writing import fallbacks


def score(predictions_path: Path, questions_path: Path, out: Path) -> list[str]:
    """Scores one file of predictions against a question set and writes the folder `out`.

    Returns a message for each question without a prediction (scored as a failure) and each prediction without a question, and for a
    language model of which no answer is shown.
    """
    questions = question_set.load(questions_path)
    found, messages = predicted.matched(questions, predicted.load(predictions_path))
    manifest = {
        "predictions": {"file": predictions_path.name, "sha256": digest(predictions_path)},
        "questions": {"file": questions_path.name, "sha256": digest(questions_path), "n": len(questions)},
    }
    metrics = write(folder(out), Run(manifest, questions, found))
    return [*messages, *fallbacks(metrics)]
