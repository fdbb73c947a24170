"""Runs of the evaluation on disk: which there are, their figures, and one prediction or question set when it is asked for."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError, model_validator

from eval import question_set
from eval.calibration import Calibration
from eval.files import digest
from eval.predictions import Prediction
from eval.question_set import Question
from eval.run_folder import METRICS_FILE, SCORES_FILE
from eval.writing import Writings
from index.errors import InputError

MANIFEST_FILE = "manifest.json"
PREDICTIONS_FILE = "predictions.jsonl"
REPORT_FILE = "report.html"
HELD_OUT = "test.jsonl"
"""The question file that nobody reads while the assistant is being changed (see docs/evaluation.md)."""

_PARTS = (METRICS_FILE, MANIFEST_FILE, PREDICTIONS_FILE, SCORES_FILE, "predictions.partial.jsonl")
"""Files that make a folder one of a run, finished or not."""


@dataclass(frozen=True, slots=True)
class State:
    """A run's folder as it is now: a key for caches. `files` are name, time of change in nanoseconds and size of its parts."""

    folder: Path
    files: tuple[tuple[str, int, int], ...]

    @property
    def changed(self) -> int:
        """When any part last changed; 0 for a folder that cannot be looked into."""
        return max((at for _, at, _ in self.files), default=0)


class Figure(BaseModel):
    """A figure with its 95 % interval. All but n are None where no question takes part; a bare number has no interval."""

    model_config = ConfigDict(frozen=True)

    value: float | None = None
    low: float | None = None
    high: float | None = None
    n: int = 0

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, given: Any) -> Any:
        return {"value": given} if isinstance(given, int | float) else given


class Group(BaseModel):
    """The figures of some of the questions."""

    n: int
    metrics: dict[str, Figure]


class Baseline(BaseModel):
    """What a simpler program reached on the same questions, and the run minus it."""

    metrics: dict[str, Figure]
    difference: dict[str, Figure] = {}


class Metrics(BaseModel):
    """A run's `metrics.json`. A benchmark's has `stages` and none of the rest."""

    n: int
    metrics: dict[str, Figure] = {}
    slices: dict[str, dict[str, Group]] = {}
    retrieval: dict[str, dict[str, Figure]] = Field(default={}, validation_alias=AliasChoices("retrieval", "stages"))
    buckets: dict[str, int] = {}
    timings_ms: dict[str, dict[str, float]] = {}
    baselines: dict[str, Baseline] = {}
    calibration: Calibration | None = None
    """None where the run has no probabilities: another program answered, or an earlier version wrote it."""
    writing: list[Writings] = []
    """The language models that were asked for answers; none where no model was."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run's figures and what they depend on."""

    folder: Path
    manifest: Mapping[str, Any]
    metrics: Metrics

    @property
    def question_file(self) -> str:
        """The name of the file that its questions came from; empty where the manifest names none."""
        return str(_questions_of(self.manifest).get("file", ""))

    @property
    def sample_of(self) -> int | None:
        """How many questions the set has of which the run asked a sample; None where it asked them all."""
        total = _questions_of(self.manifest).get("sample_of")
        return total if isinstance(total, int) else None

    @property
    def held_out(self) -> bool:
        """Whether its questions are those that nobody is to read while the assistant is being changed."""
        return self.question_file == HELD_OUT


def find_runs(folder: Path) -> list[State]:
    """The folders in `folder` that hold a run, finished or not: the one changed last first; none where there is no folder."""
    if not folder.is_dir():
        return []
    try:
        states = [_state(place) for place in folder.iterdir() if _is_run(place)]
    except OSError as error:
        raise InputError(
            f"{folder} cannot be read ({error.strerror}). Set ASSISTANT_RUNS to a folder of runs."
        ) from error
    return sorted(states, key=lambda state: (-state.changed, state.folder.name))


def _state(place: Path) -> State:
    files: list[tuple[str, int, int]] = []
    for name in _PARTS:
        try:
            found = (place / name).stat()
        except OSError:
            continue  # reading it says what is wrong
        files.append((name, found.st_mtime_ns, found.st_size))
    return State(place, tuple(files))


def _is_run(place: Path) -> bool:
    try:
        return any((place / name).is_file() for name in _PARTS)
    except PermissionError:
        return True  # so that reading it names it


def read_run(place: Path) -> Run:
    """A run's figures. InputError names the file that is missing or broken, and the remedy."""
    path = place / METRICS_FILE
    if not path.is_file():
        raise InputError(f"{place} has no {METRICS_FILE}: the run was cut short. Run it again with the same --out.")
    try:
        metrics = Metrics.model_validate(_read_object(path))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise InputError(
            f"{path} is not as a run leaves it ({where}: {first['msg']}). Run or score it again."
        ) from error
    return Run(place, _read_object(place / MANIFEST_FILE), metrics)


@dataclass(frozen=True, slots=True)
class Gold:
    """The questions of a run by id. `changed` where their file is no longer the one that the run was scored with."""

    questions: Mapping[str, Question]
    changed: bool = False

    def of(self, question_id: str, asked: str) -> Question | None:
        """The question as it was asked; None where the set has it no more, or has it in other words."""
        question = self.questions.get(question_id)
        return None if question and self.changed and question.question != asked else question


def read_gold(run: Run, folders: Sequence[Path]) -> Gold:
    """The questions of a run, from the file of their name in one of `folders`, at best one with their hash.

    InputError where no folder has such a file, or it cannot be read.
    """
    named = _questions_of(run.manifest)
    name = Path(run.question_file).name
    found = [path for folder in folders if name and (path := folder / name).is_file()]
    if not found:
        raise InputError(
            f"The questions of {run.folder} ({name or 'not named'}) are not in {' or '.join(map(str, folders))}. "
            "Put the file there."
        )
    same = [path for path in found if digest(path) == named.get("sha256")]
    questions = question_set.load((same or found)[0])
    return Gold({question.id: question for question in questions}, changed=not same)


class Predictions:
    """The answers of a run. Of each only its place in the file and its question are kept, so that a large run stays small."""

    def __init__(self, path: Path) -> None:
        """Reads the file once; InputError names a line that is no prediction."""
        self._path = path
        self._places: dict[str, int] = {}
        self.questions: dict[str, str] = {}
        """The question of each id, as it was put to the program."""
        try:
            with path.open("rb") as file:
                self._take(file)
        except OSError as error:
            raise InputError(f"{path} cannot be read ({error.strerror}). Run or score it again.") from error

    def _take(self, lines: Iterable[bytes]) -> None:
        place = 0
        for number, line in enumerate(lines, 1):
            if line.strip():
                row = _prediction(self._path, number, line)
                self._places[row["id"]] = place
                self.questions[row["id"]] = str(row.get("question", ""))
            place += len(line)

    def __contains__(self, question_id: str) -> bool:
        return question_id in self._places

    def read(self, question_id: str) -> Prediction:
        """One prediction; KeyError for an unknown id, InputError where the file is another one by now."""
        place = self._places[question_id]
        try:
            with self._path.open("rb") as file:
                file.seek(place)
                row = json.loads(file.readline())
        except (OSError, ValueError):
            row = None
        if not isinstance(row, dict) or row.get("id") != question_id:
            raise InputError(f"{self._path} has just been written anew. Load the page again.")
        return row


def _prediction(path: Path, number: int, line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise InputError(f"{path}, line {number}: not JSON ({error}). Run or score it again.") from error
    if not isinstance(row, dict) or not isinstance(row.get("id"), str):
        raise InputError(f"{path}, line {number}: no prediction with an id. Run or score it again.")
    return row


def _questions_of(manifest: Mapping[str, Any]) -> Mapping[str, Any]:
    named = manifest.get("questions")
    return named if isinstance(named, dict) else {}


def _read_object(path: Path) -> dict[str, Any]:
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}). Run or score it again.") from error
    except ValueError as error:
        raise InputError(f"{path} is not JSON ({error}). Run or score it again.") from error
    if not isinstance(value, dict):
        raise InputError(f"{path} holds no object. Run or score it again.")
    return value
