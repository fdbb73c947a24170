"""The split rule and the search for near-duplicates."""

import hashlib

import pytest

from eval.split import SIDES, group, jaccard, near_duplicates, side, tokens


def _parity(name: str) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2


@pytest.mark.parametrize("question_id", ["q001", "q002", "q003-vi", "q399-en"])
def test_an_old_question_is_for_practice_or_for_the_test(question_id: str) -> None:
    assert side(question_id) == ("practice", "test")[_parity(question_id.split("-")[0])]


@pytest.mark.parametrize("question_id", ["q400", "q401", "q659-na", "zoo", ""])
def test_a_new_question_is_for_dev_or_for_the_test(question_id: str) -> None:
    assert side(question_id) == ("dev", "test")[_parity(question_id.split("-")[0])]


def test_parallel_questions_share_a_side() -> None:
    assert group("q012-vi") == group("q012-en") == "q012"
    assert all(side(f"q{n:03d}-vi") == side(f"q{n:03d}-en") for n in range(500))


def test_every_side_is_used() -> None:
    assert {side(f"q{n:03d}") for n in range(380, 420)} == set(SIDES)


def test_overlap_disregards_accents_case_and_order() -> None:
    assert jaccard(tokens(["Sở Tài chính?"]), tokens(["tai CHINH so"])) == 1.0
    assert jaccard(tokens(["a b c"]), tokens(["b c d"])) == 0.5
    assert jaccard(frozenset(), frozenset()) == 0.0


def test_near_duplicates_are_named_closest_first() -> None:
    left = [("l1", tokens(["a b c d e"])), ("l2", tokens(["x y z"]))]
    right = [("r1", tokens(["a b c d f"])), ("r2", tokens(["z y x"])), ("r3", tokens(["q"]))]
    assert [(a, b) for a, b, _ in near_duplicates(left, right)] == [("l2", "r2"), ("l1", "r1")]
