"""A run's folder: written whole, and read back to be compared."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eval.calibration import Decisions, calibrate
from eval.files import folder, publish
from eval.lines import as_lines, read_objects
from eval.predictions import Prediction
from eval.question_set import Question
from eval.ranks import Retrieved, rank_rows
from eval.report import page
from eval.scores import Score, score_all
from eval.summary import figures, headline_differences, summarise
from index.errors import SettingError

METRICS_FILE = "metrics.json"
SCORES_FILE = "scores.jsonl"
RANKS_FILE = "ranks.jsonl"


@dataclass(frozen=True, slots=True)
class Run:
    """Questions with their predictions, scored. `found` holds what each stage found, where the search was measured; `decisions`
    the probabilities, where they are known.
    """

    manifest: Mapping[str, Any]
    questions: Sequence[Question]
    predictions: Sequence[Prediction]
    found: Mapping[str, Retrieved] | None = None
    decisions: Decisions | None = None
    scores: Sequence[Score] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "scores", score_all(self.questions, self.predictions, self.found))


@dataclass(frozen=True, slots=True)
class Finished:
    """A run as it is read back: its figures and the score of each question, by id."""

    folder: Path
    manifest: Mapping[str, Any]
    metrics: Mapping[str, Any]
    scores: Mapping[str, Score]


def write(out: Path, run: Run, baselines: Mapping[str, Run] | None = None) -> Mapping[str, Any]:
    """Writes manifest.json, predictions.jsonl, scores.jsonl, ranks.jsonl where there are ranks, report.html and, last of all,
    metrics.json; each baseline without a report under baselines/NAME. Returns the metrics.
    """
    metrics: dict[str, Any] = summarise(run.scores, run.predictions)
    for name, baseline in (baselines or {}).items():
        place = folder(out / "baselines" / name)
        publish(place, _texts(baseline, summarise(baseline.scores, baseline.predictions)), last=METRICS_FILE)
    if baselines:
        metrics["baselines"] = {name: _beside(run, baseline) for name, baseline in baselines.items()}
    if run.decisions is not None:
        calibration = calibrate(run.questions, run.predictions, run.decisions, run.found or {})
        metrics["calibration"] = calibration.as_json()
    report = page(run.manifest, metrics, list(zip(run.questions, run.predictions, run.scores, strict=True)))
    (out / RANKS_FILE).unlink(missing_ok=True)  # of an earlier run that had some
    publish(out, _texts(run, metrics) | {"report.html": report}, last=METRICS_FILE)
    return metrics


def read(place: Path) -> Finished:
    """A finished run. SettingError names what is missing or broken, and the remedy."""
    for name in ("manifest.json", SCORES_FILE, METRICS_FILE):
        if not (place / name).is_file():
            raise SettingError(
                f"{place} has no {name}: no finished run. Run or score it again, or name another folder."
            )
    problems: list[str] = []
    scores: dict[str, Score] = {}
    for number, row in read_objects(place / SCORES_FILE, problems):
        try:
            scores[row["id"]] = Score.from_json(row)
        except (KeyError, TypeError, ValueError) as error:
            problems.append(f"{place / SCORES_FILE}, line {number}: no score ({error!r}). Run or score it again.")
    if problems:
        raise SettingError("\n".join(problems))
    return Finished(place, _object(place / "manifest.json"), _object(place / METRICS_FILE), scores)


def _beside(run: Run, baseline: Run) -> dict[str, Any]:
    return {"metrics": figures(baseline.scores), "difference": headline_differences(run.scores, baseline.scores)}


def _texts(run: Run, metrics: Mapping[str, Any]) -> dict[str, str]:
    texts = {
        "manifest.json": _json(run.manifest),
        "predictions.jsonl": as_lines(run.predictions),
        SCORES_FILE: as_lines(s.as_json() for s in run.scores),
        METRICS_FILE: _json(metrics),
    }
    if run.found is None:
        return texts
    probabilities = run.decisions.probabilities if run.decisions is not None else {}
    return texts | {RANKS_FILE: as_lines(rank_rows(run.questions, run.found, probabilities))}


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _object(path: Path) -> dict[str, Any]:
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise SettingError(f"{path} is not JSON ({error}). Run or score it again.") from error
    if not isinstance(value, dict):
        raise SettingError(f"{path} holds no object. Run or score it again.")
    return value
