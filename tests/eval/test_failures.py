"""The bucket of each kind of failure."""

from collections.abc import Callable
from typing import Any

import pytest

from eval.failures import bucket
from eval.question_set import Question
from eval.ranks import STAGES, Retrieved

Row = dict[str, Any]
TEN = [f"x{i}" for i in range(10)]


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        ("perfect", ["right"] * 4),
        ("empty", ["over-refusal", "over-refusal", "right", "right"]),
        ("wrong_citation", ["wrong citation", "wrong citation", "right", "right"]),
        ("hallucinated", ["wrong citation", "wrong citation", "unsupported answer", "unsupported answer"]),
    ],
)
def test_buckets(program: str, expected: list[str], questions: list[Question], request: pytest.FixtureRequest) -> None:
    predictions = request.getfixturevalue(program)
    assert [bucket(q, p) for q, p in zip(questions, predictions, strict=True)] == expected


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        (([], ["x"], ["x"], ["x"]), "not retrieved"),
        ((["g"], [], ["g"], ["x"]), "ranked low"),
        (([], [], ["g"], [*TEN, "g"]), "ranked low"),
        (([], [], ["g"], [*TEN[:9], "g"]), "not used"),
        ((["g"], ["g"], ["g"], ["g"]), "not used"),
    ],
)
def test_ranks_tell_why_the_evidence_is_not_cited(
    stages: tuple[list[str], ...],
    expected: str,
    questions: list[Question],
    perfect: list[Row],
    wrong_citation: list[Row],
    found: Callable[..., Retrieved],
) -> None:
    searched = found("a1", ["g"], *stages)
    assert bucket(questions[0], wrong_citation[0], searched) == expected
    assert bucket(questions[0], perfect[0], searched) == "right"


def test_what_no_search_looks_for_was_not_missed_by_it(questions: list[Question], wrong_citation: list[Row]) -> None:
    nothing: dict[str, tuple[str, ...]] = dict.fromkeys(STAGES, ())
    in_the_head = Retrieved("a1", frozenset({"head"}), (), nothing)
    assert bucket(questions[0], wrong_citation[0], in_the_head) == "wrong citation"
    in_no_passage = Retrieved("a1", frozenset(), (), nothing)
    assert bucket(questions[0], wrong_citation[0], in_no_passage) == "not retrieved"


def test_words_are_looked_at_when_the_citation_is_right(questions: list[Question], perfect: list[Row]) -> None:
    assert bucket(questions[0], perfect[0] | {"answer": "Không rõ. [1]"}) == "missing fact"
    assert bucket(questions[0], perfect[0] | {"answer": "Sở Tài chính, không phải Sở Nội vụ. [1]"}) == "forbidden"
    assert bucket(questions[0], perfect[0] | {"status": "error"}) == "error"
