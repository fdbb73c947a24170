"""Learning when to answer: the threshold worked out by hand, weights from made-up lessons, and too few of them."""

from pathlib import Path

import numpy as np
import pytest

from answer.support import SIGNALS, Answerability, Signals
from eval.learn import Lesson, best_threshold, learn, save
from index.errors import InputError


def lesson(support: float, answerable: bool, number: int) -> Lesson:
    return Lesson((support, *[0.5] * (len(SIGNALS) - 1)), answerable, f"q{number}")


def lessons(n: int) -> list[Lesson]:
    """Support tells the two sides apart, save for one in ten."""
    spread = np.linspace(0.0, 1.0, n)
    return [lesson(float(s), (s > 0.5) != (i % 10 == 0), i) for i, s in enumerate(spread)]


def test_the_threshold_with_the_best_f1() -> None:
    # Refusing below .31 to .40 catches both unanswerable ones and no other: F1 = 1.
    probabilities = np.array([0.1, 0.3, 0.4, 0.9])
    answerable = np.array([False, False, True, True])
    assert best_threshold(probabilities, answerable) == 0.31
    # With one answerable question at .2 between them: all up to .3 gives 2 x 2 / (3 + 2) = .8, only the first 2/3.
    assert best_threshold(np.array([0.1, 0.2, 0.3, 0.9]), np.array([False, True, False, True])) == 0.31


def test_what_tells_the_sides_apart_gets_the_weight() -> None:
    model = learn(lessons(100))
    assert model.weights["support"] > 1
    assert all(abs(model.weights[name]) < 1e-6 for name in SIGNALS[1:])
    assert model.probability(Signals(*lesson(0.9, True, 0).signals)) > 0.7
    assert model.probability(Signals(*lesson(0.1, True, 0).signals)) < 0.3


def test_the_same_lessons_give_the_same_weights() -> None:
    assert learn(lessons(60)) == learn(lessons(60))


def test_too_few_lessons_are_named() -> None:
    with pytest.raises(InputError, match="At least 10 of each side"):
        learn([lesson(0.9, True, i) for i in range(50)])


def test_what_is_saved_can_be_loaded(tmp_path: Path) -> None:
    model = learn(lessons(60))
    file = tmp_path / "answerability.yaml"
    save(model, [Path("practice.jsonl")], 60, file)
    loaded = Answerability.load(file)
    assert loaded.threshold == model.threshold
    assert loaded.weights == pytest.approx(model.weights, abs=1e-4)
    assert "60 questions of practice.jsonl" in file.read_text(encoding="utf-8")
