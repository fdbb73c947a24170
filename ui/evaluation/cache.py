"""Runs read once for all sessions of the program, and again when a file of theirs has changed."""

from collections.abc import Mapping
from functools import lru_cache

from eval.compare import Comparison, compare
from eval.run_folder import read
from eval.scores import Score
from ui.evaluation.runs import PREDICTIONS_FILE, Predictions, Run, State, read_run


@lru_cache(maxsize=200)
def run_of(state: State) -> Run:
    """The figures. Raises AssistantError."""
    return read_run(state.folder)


@lru_cache(maxsize=4)
def scores_of(state: State) -> Mapping[str, Score]:
    """The score of each question by id. Raises AssistantError, as for a run of a version that kept none."""
    return read(state.folder).scores


@lru_cache(maxsize=4)
def predictions_of(state: State) -> Predictions:
    """The answers. Raises AssistantError."""
    return Predictions(state.folder / PREDICTIONS_FILE)


@lru_cache(maxsize=8)
def comparison_of(before: State, after: State) -> Comparison:
    """What `after` differs in from `before`. Raises AssistantError, as for runs of different questions."""
    return compare(before.folder, after.folder)
