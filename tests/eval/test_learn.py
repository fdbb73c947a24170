"""Learning when to answer: weights from made-up lessons, and too few of them."""

from pathlib import Path

import numpy as np
import pytest

from answer.support import SIGNALS, Answerability, Signals
from eval.learn import Lesson, learn, save
from index.errors import InputError


def lesson(support: float, answerable: bool) -> Lesson:
    return Lesson((support, *[0.5] * (len(SIGNALS) - 1)), answerable)


def lessons(n: int) -> list[Lesson]:
    """Support tells the two sides apart, save for one in ten."""
    spread = np.linspace(0.0, 1.0, n)
    return [lesson(float(s), (s > 0.5) != (i % 10 == 0)) for i, s in enumerate(spread)]


def test_a_wrong_answer_costs_half_as_much_again_as_a_refusal() -> None:
    assert learn(lessons(60)).threshold == pytest.approx(0.6)  # 1.5 / (1 + 1.5)


def test_what_tells_the_sides_apart_gets_the_weight() -> None:
    model = learn(lessons(100))
    assert model.weights["support"] > 1
    assert all(abs(model.weights[name]) < 1e-6 for name in SIGNALS[1:])
    assert model.probability(Signals(*lesson(0.9, True).signals)) > 0.7
    assert model.probability(Signals(*lesson(0.1, True).signals)) < 0.3


def test_the_same_lessons_give_the_same_weights() -> None:
    assert learn(lessons(60)) == learn(lessons(60))


def test_too_few_lessons_are_named() -> None:
    with pytest.raises(InputError, match="At least 10 of each side"):
        learn([lesson(0.9, True) for _ in range(50)])


def test_what_is_saved_can_be_loaded(tmp_path: Path) -> None:
    model = learn(lessons(60))
    file = tmp_path / "answerability.yaml"
    save(model, [Path("practice.jsonl")], 60, file)
    loaded = Answerability.load(file)
    assert loaded.threshold == model.threshold
    assert loaded.weights == pytest.approx(model.weights, abs=1e-4)
    assert "60 questions of practice.jsonl" in file.read_text(encoding="utf-8")
