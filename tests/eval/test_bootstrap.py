"""Figures and differences with their intervals, against the textbook's standard errors."""

import pytest

from eval.bootstrap import difference, figure
from eval.metrics import Share

RIGHT, WRONG = Share(1.0), Share(0.0)
NOTHING = {"value": None, "low": None, "high": None, "n": 0}


def test_an_interval_is_near_the_textbook_and_the_same_twice() -> None:
    shares = [RIGHT] * 30 + [WRONG] * 10
    assert figure(shares) == figure(shares)
    # a share of .75 over 40 has a standard error of sqrt(.75 * .25 / 40) = .068: the interval is near .75 ± .134
    assert figure(shares)["value"] == 0.75
    assert figure(shares)["low"] == pytest.approx(0.616, abs=0.04)
    assert figure(shares)["high"] == pytest.approx(0.884, abs=0.04)


def test_a_set_too_large_for_one_block_of_resamples() -> None:
    # 3,000 questions: standard error sqrt(.25 / 3000) = .0091, interval .5 ± .018
    found = figure([RIGHT, WRONG] * 1_500)
    assert found["value"] == 0.5
    assert found["low"] == pytest.approx(0.482, abs=0.004)
    assert found["high"] == pytest.approx(0.518, abs=0.004)


def test_questions_that_take_no_part_change_nothing() -> None:
    assert figure([RIGHT, None, WRONG, None]) == figure([RIGHT, WRONG])
    assert figure([None, None]) == NOTHING


def test_a_ratio_weighs_by_its_bottoms() -> None:
    assert figure([Share(1, 4), Share(1, 1)])["value"] == 0.4


@pytest.mark.parametrize(
    ("values", "median"), [([3], 3), ([1, 9], 5), ([9, 1, 2], 2), ([4, 1, 3, 2], 2.5), ([7, 7, 7, 1], 7)]
)
def test_a_median_by_hand(values: list[float], median: float) -> None:
    assert figure([Share(v) for v in values], "median")["value"] == median


def test_the_interval_of_a_median_lies_among_the_values() -> None:
    # ranks 41 and 61 of 101 lie 1.96 standard errors (sqrt(101) / 2 = 5.02 ranks) around the median
    found = figure([Share(v) for v in range(101)], "median")
    assert found["value"] == 50
    assert found["low"] == pytest.approx(40, abs=2)
    assert found["high"] == pytest.approx(60, abs=2)


def test_a_system_does_not_differ_from_itself() -> None:
    shares = [RIGHT, WRONG, None, RIGHT]
    assert difference(shares, shares) == {"value": 0.0, "low": 0.0, "high": 0.0, "n": 3}


def test_a_difference_is_paired() -> None:
    better = [RIGHT] * 30 + [WRONG] * 10
    worse = [RIGHT] * 20 + [WRONG] * 20
    # ten of 40 questions differ, all one way: standard error sqrt(.25 * .75 / 40) = .068; unpaired it would be .104
    found = difference(better, worse)
    assert (found["value"], found["n"]) == (0.25, 40)
    assert found["low"] == pytest.approx(0.116, abs=0.04)
    assert found["high"] == pytest.approx(0.384, abs=0.04)
    assert difference(worse, better)["value"] == -0.25


def test_each_system_may_answer_other_questions() -> None:
    # precision of refusals: one system refused questions 1 and 2, the other questions 2 to 4
    left, right = [RIGHT, WRONG, None, None], [None, WRONG, WRONG, RIGHT]
    found = difference(left, right)
    assert found["value"] == pytest.approx(1 / 2 - 1 / 3, abs=1e-4)
    assert found["n"] == 4


def test_a_figure_that_does_not_exist_has_no_difference() -> None:
    assert difference([None, None], [RIGHT, WRONG]) == {**NOTHING, "n": 2}


def test_a_difference_of_medians() -> None:
    left, right = [Share(10), None, Share(30)], [Share(5), Share(7), None]
    assert difference(left, right, "median")["value"] == 20 - 6
