"""Reliability, Brier score and calibration error worked out by hand, and what other thresholds would refuse."""

import json
from collections.abc import Callable
from typing import Any

import pytest

import eval.learn
from eval.calibration import BEST, Calibration, Claim, Decisions, binned, brier, calibrate, expected_error, reached
from eval.question_set import Question
from eval.ranks import Retrieved

Row = dict[str, Any]
Make = Callable[..., Retrieved]

CLAIMS = [Claim(0.82, True), Claim(0.88, False), Claim(0.84, True), Claim(0.1, False), Claim(0.35, True)]


def test_bins_hold_count_mean_and_share() -> None:
    bins = binned(CLAIMS)
    assert [(b.low, b.high) for b in bins] == [(i / 10, (i + 1) / 10) for i in range(10)]
    assert [b.n for b in bins] == [0, 1, 0, 1, 0, 0, 0, 0, 3, 0]
    eighties = bins[8]
    assert eighties.probability == pytest.approx((0.82 + 0.88 + 0.84) / 3, abs=1e-4)
    assert (eighties.held["value"], eighties.held["n"]) == (0.6667, 3)
    assert (bins[0].probability, bins[0].held["value"]) == (None, None)


@pytest.mark.parametrize(
    ("probability", "place"), [(0.0, 0), (0.0999, 0), (0.1, 1), (0.3, 3), (0.6, 6), (0.7, 7), (0.9999, 9), (1.0, 9)]
)
def test_a_border_counts_in_the_upper_bin(probability: float, place: int) -> None:
    assert [b.n for b in binned([Claim(probability, True)])].index(1) == place


def test_brier_score_by_hand() -> None:
    squares = [0.18**2, 0.88**2, 0.16**2, 0.1**2, 0.65**2]
    assert brier(CLAIMS)["value"] == pytest.approx(sum(squares) / 5, abs=1e-4)
    assert brier([Claim(1.0, True), Claim(0.0, False)])["value"] == 0
    assert brier([])["value"] is None


def test_calibration_error_by_hand() -> None:
    # three questions at .8467 of which two held, one at .1 that did not, one at .35 that did
    expected = (3 * (2.54 / 3 - 2 / 3) + 0.1 + 0.65) / 5
    assert expected_error(binned(CLAIMS)) == pytest.approx(expected, abs=1e-4)
    assert expected_error(binned([Claim(0.5, True), Claim(0.5, False)])) == 0
    assert expected_error(binned([])) is None


def test_evidence_counts_among_the_best_three_passages_as_in_learning(found: Make) -> None:
    assert BEST == eval.learn._FIRST
    ranks = [["g"], ["x", "y", "g"], ["x", "y", "z", "g"], []]
    assert [reached(found("q", ["g"], [], [], [], final)) for final in ranks] == [True, True, False, False]
    assert not reached(None)


@pytest.fixture
def made(questions: list[Question], perfect: list[Row], found: Make) -> Calibration:
    """Two answerable questions, at .9 with the evidence and at .55 without; two others, at .7 and decided by a rule."""
    searched = {"a1": found("a1", ["g"], [], [], [], ["g"]), "a2": found("a2", ["g"], [], [], [], ["x"])}
    decisions = Decisions(0.6, {"a1": 0.9, "a2": 0.55, "u1": 0.7, "u2": None})
    return calibrate(questions, perfect, decisions, searched)


def test_an_unanswerable_question_never_holds(made: Calibration) -> None:
    assert (made.threshold, made.n, made.without) == (0.6, 3, 1)
    assert [b.held["value"] for b in made.bins if b.n] == [0, 0, 1]
    assert made.brier["value"] == pytest.approx((0.1**2 + 0.55**2 + 0.7**2) / 3, abs=1e-4)
    assert made.ece == pytest.approx((0.1 + 0.55 + 0.7) / 3, abs=1e-4)


def test_other_thresholds_over_all_questions(made: Calibration) -> None:
    tried = {t.threshold: (t.over_refusal_rate["value"], t.refuse_recall["value"]) for t in made.thresholds}
    assert tried == {  # u2, which a rule decided, stays refused
        0.3: (0, 0.5), 0.4: (0, 0.5), 0.5: (0, 0.5), 0.6: (0.5, 0.5), 0.7: (0.5, 0.5), 0.8: (0.5, 1), 0.9: (0.5, 1),
    }  # fmt: skip
    assert {t.over_refusal_rate["n"] for t in made.thresholds} == {t.refuse_recall["n"] for t in made.thresholds} == {2}


def test_a_question_that_failed_is_refused_at_no_threshold(questions: list[Question], perfect: list[Row]) -> None:
    failed = [perfect[0] | {"status": "error"}]
    tried = calibrate(questions[:1], failed, Decisions(0.6, {"a1": 0.2}), {}).thresholds
    assert [t.over_refusal_rate["value"] for t in tried] == [0] * len(tried)


def test_what_is_written_is_read_back(made: Calibration) -> None:
    assert Calibration.from_json(json.loads(json.dumps(made.as_json()))) == made
