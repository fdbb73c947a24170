"""Learns from questions when to answer: the weights in `answer/answerability.yaml`, by logistic regression over `answer.support.Signals`.

A question takes part where a passage was looked for and found. It counts as answerable where it has evidence; one whose
evidence is not among the first passages is left out, for an answer to it would be wrong and a refusal would be wrong too.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import yaml
from numpy.typing import NDArray

from answer.support import SIGNALS, WEIGHTS, Answerability
from eval.metrics.evidence import holds
from eval.question_set import Question, load
from index.errors import InputError
from index.settings import PROJECT, load_settings

if TYPE_CHECKING:
    from answer.assistant import Assistant

SETS = tuple(PROJECT / "eval" / "questions" / f"{name}.jsonl" for name in ("practice", "dev"))
STRENGTH = 0.3
"""Inverse of the ridge that holds the weights small (scikit-learn's C), over signals scaled to a spread of 1."""
COST = 1.5
"""What a wrong answer costs beside a needless refusal, which still shows the nearest passages: from a probability of
COST / (1 + COST) on, answering is the cheaper of the two.
"""
UNANSWERABLE = 0.25
"""Share of unanswerable questions among those that people ask, as assumed: the sets hold as many as were written, which says nothing."""
FEWEST = 10
"""Lessons of each side without which nothing is learned."""
_UNDECIDED = Answerability(0.0, dict.fromkeys(SIGNALS, 0.0), 0.0)  # stands in while nothing is learned yet
_FIRST = 3  # passages among which the evidence must be for an answer to be worth giving


@dataclass(frozen=True, slots=True)
class Lesson:
    """One question to learn from: the signals, and whether it has an answer."""

    signals: tuple[float, ...]
    answerable: bool


def lessons(assistant: "Assistant", questions: Sequence[Question]) -> list[Lesson]:
    """The questions that can be learned from, as the assistant sees them today."""
    found: list[Lesson] = []
    for place, question in enumerate(questions, 1):
        print(f"\r{place}/{len(questions)} questions", end="", file=sys.stderr, flush=True)
        seen = assistant.signals(question.question, question.history)
        if seen is None:
            continue
        signals, ranked = seen
        reached = any(holds(question, r.passage.text, r.passage.read_by) for r in ranked[:_FIRST])
        if reached or not question.answerable:
            found.append(Lesson(astuple(signals), question.answerable))
    print(file=sys.stderr)
    return found


def learn(found: Sequence[Lesson]) -> Answerability:
    """Weights over the signals as they are (not scaled), and the threshold that COST makes the cheapest.

    Raises InputError where there are too few lessons of one side.
    """
    answerable = np.array([lesson.answerable for lesson in found], bool)
    if min(int(answerable.sum()), int((~answerable).sum())) < FEWEST:
        raise InputError(
            f"Of {len(found)} questions {int(answerable.sum())} have an answer. At least {FEWEST} of each side are needed."
        )
    signals = np.array([lesson.signals for lesson in found])
    weights, intercept = _fit(signals, answerable)
    return Answerability(intercept, dict(zip(SIGNALS, map(float, weights), strict=True)), COST / (1 + COST))


def _fit(signals: NDArray[np.float64], answerable: NDArray[np.bool_]) -> tuple[NDArray[np.float64], float]:
    from sklearn.linear_model import LogisticRegression

    mean, spread = signals.mean(axis=0), signals.std(axis=0)
    spread[spread == 0] = 1.0
    share = 1 - answerable.mean()
    worth = np.where(answerable, (1 - UNANSWERABLE) / (1 - share), UNANSWERABLE / share)
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit((signals - mean) / spread, answerable, worth)
    weights = model.coef_[0] / spread
    return weights, float(model.intercept_[0] - (weights * mean).sum())


def save(model: Answerability, sets: Sequence[Path], n: int, path: Path = WEIGHTS) -> None:
    """Writes the weights, readable, with what they were learned from."""
    head = (
        "# When to answer: a logistic model over the signals of answer/support.py, one weight each.\n"
        f"# Made by `python -m eval learn` from {n} questions of {', '.join(p.name for p in sets)}; do not edit by hand.\n"
        "# Below the threshold the assistant abstains.\n"
    )
    content = {
        "threshold": model.threshold,
        "intercept": round(model.intercept, 4),
        "weights": {name: round(weight, 4) for name, weight in model.weights.items()},
    }
    path.write_text(head + yaml.safe_dump(content, sort_keys=False), encoding="utf-8")


def add_learn(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Registers `python -m eval learn`."""
    parser = commands.add_parser("learn", help="learn from question sets when to answer")
    parser.add_argument("questions", type=Path, nargs="*", default=SETS, metavar="QUESTIONS.jsonl")
    parser.add_argument("--data", type=Path, metavar="DIR", help="where the index lives")
    parser.add_argument("--out", type=Path, default=WEIGHTS, metavar="FILE", help=f"default {WEIGHTS.name}")
    parser.set_defaults(command=_learn)


def _learn(options: argparse.Namespace) -> int:
    from answer.assistant import Assistant  # heavy: the models
    from eval.run import DEFAULT_TODAY

    questions = [q for path in options.questions for q in load(path)]
    found = lessons(
        Assistant.open(load_settings(data=options.data), today=DEFAULT_TODAY, answerability=_UNDECIDED), questions
    )
    model = learn(found)
    save(model, options.questions, len(found), options.out)
    print(f"{len(found)} of {len(questions)} questions, threshold {model.threshold}: {options.out}")
    return 0
