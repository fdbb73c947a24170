"""What stands for a mechanism that is switched off: it takes what the mechanism takes and adds nothing."""

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import numpy as np

from answer import rank as second_stage
from answer.followup import Resolved
from answer.question import Question
from answer.rank import CONSIDERED, Ranked
from answer.retrieve import Candidate
from answer.scope import Scope, find_scope
from answer.support import Signals, signals_of
from answer.units import Unit, whole
from index.embedding import EmbeddingModel, Vectors
from vietnamese.text import nfc, syllables

_RANK_ONE = second_stage._rank_one  # the program's own, also while something stands for it
TYPICAL_SIGNALS = MappingProxyType(
    {"support": 0.76, "held": 0.76, "score": 2.2, "margin": 0.54, "own": 1.0, "foreign": 0.0}
)
"""What stands for a signal of the decision: the mean over the practice questions; else its usual value.

A weight of 0 alone would move every question by what the signal mostly adds, to the other side of the threshold.
"""
TYPICAL_FEATURES = MappingProxyType(
    {"fused": 0.85, "coverage": 0.64, "pairs": 0.59, "focus": 0.57, "fit": 1.0, "heading": 0.24}
)
"""The same for a feature of the second stage, in the best passage: the `score` of the decision stays where it was."""


def always(value: Any) -> Callable[..., Any]:
    """Gives a copy of `value`, whatever it is asked."""

    def neutral(*_: object, **__: object) -> Any:
        return copy(value)

    return neutral


def given(place: int) -> Callable[..., Any]:
    """Gives back its argument at `place` (of a method, `self` is at 0)."""

    def neutral(*values: Any, **_: object) -> Any:
        return values[place]

    return neutral


def in_a_list(place: int) -> Callable[..., list[Any]]:
    """Gives back its argument at `place` as the one thing of a list."""

    def neutral(*values: Any, **_: object) -> list[Any]:
        return [values[place]]

    return neutral


def first_in_a_list(place: int) -> Callable[..., list[Any]]:
    """Gives back the first thing of its argument at `place`, alone in a list."""

    def neutral(*values: Any, **_: object) -> list[Any]:
        return [values[place][0]]

    return neutral


def as_typed(_: object, text: str) -> str:
    """Stands for `AccentModel.restore`: the syllables as they were typed."""
    return " ".join(syllables(text))


def only_trimmed(text: str) -> str:
    """Stands for the writing out of chat's abbreviations."""
    return nfc(text).strip()


def standing_alone(question: str, *_: object) -> Resolved:
    """Stands for `answer.followup.resolve`: no question leans on the one before."""
    return Resolved(question, False)


def knowing_all_names(*values: Any, **named: Any) -> Scope:
    """Stands for `answer.scope.find_scope`: what no document is of is not told."""
    return replace(find_scope(*values, **named), unknown=())


def no_vectors(model: EmbeddingModel, texts: Sequence[str]) -> Vectors:
    """Stands for `EmbeddingModel.encode_queries`: nothing is embedded."""
    return np.zeros((len(texts), model.dimension), np.float32)


def fused_order(_: Question, candidates: Sequence[Candidate], *__: object) -> list[Ranked]:
    """Stands for `answer.rank.rank`: the order of the fused scores, the best one as large as a score mostly is."""
    typical = TYPICAL_SIGNALS["score"]
    return [Ranked(c, 0.0, 0.0, 0.0, 0.0, typical * c.fused) for c in candidates[:CONSIDERED]]


def without_feature(name: str) -> Callable[..., Ranked]:
    """Stands for the scoring of one candidate: of every passage the feature is the same."""
    weight = float(vars(second_stage)[f"_{name.upper()}"])

    def neutral(question: Question, candidate: Candidate, *rest: Any) -> Ranked:
        ranked = _RANK_ONE(question, candidate, *rest)
        value = candidate.fused if name == "fused" else float(getattr(ranked, name))
        return replace(ranked, score=ranked.score + weight * (TYPICAL_FEATURES[name] - value))

    return neutral


def without_signal(name: str) -> Callable[..., Signals]:
    """Stands for `answer.support.signals_of`: of every question the signal is the same."""

    def neutral(*values: Any) -> Signals:
        return replace(signals_of(*values), **{name: TYPICAL_SIGNALS[name]})

    return neutral


def whole_passage(passage: Any, _: object) -> Unit:
    """Stands for `answer.units.best_unit`: all of a passage is quoted."""
    return whole(passage)
