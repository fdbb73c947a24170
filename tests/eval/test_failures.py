"""The bucket of each kind of failure."""

from typing import Any

import pytest

from eval.failures import bucket
from eval.question_set import Question

Row = dict[str, Any]


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        ("perfect", ["right"] * 4),
        ("empty", ["over-refusal", "over-refusal", "right", "right"]),
        ("wrong_citation", ["wrong citation", "not retrieved", "right", "right"]),
        ("hallucinated", ["wrong citation", "wrong citation", "unsupported answer", "unsupported answer"]),
    ],
)
def test_buckets(program: str, expected: list[str], questions: list[Question], request: pytest.FixtureRequest) -> None:
    predictions = request.getfixturevalue(program)
    assert [bucket(q, p) for q, p in zip(questions, predictions, strict=True)] == expected


def test_words_are_looked_at_when_the_citation_is_right(questions: list[Question], perfect: list[Row]) -> None:
    assert bucket(questions[0], perfect[0] | {"answer": "Không rõ. [1]"}) == "missing fact"
    assert bucket(questions[0], perfect[0] | {"answer": "Sở Tài chính, không phải Sở Nội vụ. [1]"}) == "forbidden"
    assert bucket(questions[0], perfect[0] | {"status": "error"}) == "error"
