"""Gold passages, the ranks at which each stage has them, and the figures of retrieval worked out by hand."""

import json
from collections.abc import Callable, Mapping, Sequence
from math import log2
from typing import Any

import pytest

from eval.gold import Gold
from eval.question_set import Question
from eval.ranks import STAGES, Retrieved, rank_rows, retrieved
from eval.retrieval import MEASURES, figures, per_question
from index.passage import Passage

Make = Callable[..., Any]


def test_gold_is_every_passage_that_holds_any_one_span(questions: list[Question], passage: Make) -> None:
    texts = ["Sở Tài chính **tham mưu**\nbố trí | kinh phí", "tham mưu bố trí", "tham mưu bố trí kinh phí"]
    passages = [passage(f"p{i}", text) for i, text in enumerate(texts)]
    assert Gold.of(questions[0], passages).ids == {"p0", "p2"}
    assert Gold.of(questions[2], passages).ids == frozenset()


class _Shelf:
    """Finds the same passages for every question."""

    def __init__(self, stages: Mapping[str, Sequence[Passage]]) -> None:
        self._stages = stages

    def stages(self, question: str, history: Sequence[str] = ()) -> Mapping[str, Sequence[Passage]]:
        assert question and history == ()
        return self._stages


def test_a_rank_is_that_of_the_first_passage_with_evidence(questions: list[Question], passage: Make) -> None:
    right, other = passage("p1", "tham mưu bố trí kinh phí"), passage("p2", "khác")
    head = passage("p3", "Về việc tham mưu bố trí kinh phí", "head")
    shelf = _Shelf({"lexical": [other, right], "dense": [other], "fused": [head, right], "final": [right]})
    found = retrieved(questions[0], shelf, [right, other, head])
    assert found.ranks == {"lexical": 2, "dense": None, "fused": 1, "final": 1}
    assert found.clauses == ("p1",)
    assert Retrieved.from_json(json.loads(json.dumps(found.as_json()))) == found


def test_every_question_has_its_row_of_ranks(questions: list[Question], found: Make) -> None:
    rows = rank_rows(questions[1:3], {"a2": found("a2", ["g"], ["g"], [], ["x", "g"], ["x"])})
    assert rows == [
        {"id": "a2", "ranks": {"lexical": 1, "dense": None, "fused": 2, "final": None}},
        {"id": "u1", "ranks": dict.fromkeys(STAGES)},
    ]


def test_the_measures_by_hand(found: Make) -> None:
    ten = [f"x{i}" for i in range(9)]
    one = found("q1", ["g", "h"], ["g", "x", "h"], ["x", "g"], [*ten, "g", "h"], [])
    values = per_question([one])["q1"]
    best = 1 + 1 / log2(3)  # the gain of two relevant passages on ranks 1 and 2
    expected = {
        "lexical": {"recall@1": 0.5, "recall@5": 1, "recall@10": 1, "mrr@10": 1, "ndcg@10": (1 + 1 / log2(4)) / best},
        "dense": {"recall@1": 0, "recall@5": 0.5, "recall@10": 0.5, "mrr@10": 0.5, "ndcg@10": (1 / log2(3)) / best},
        "fused": {"recall@1": 0, "recall@5": 0, "recall@10": 0.5, "mrr@10": 0.1, "ndcg@10": (1 / log2(11)) / best},
        "final": dict.fromkeys(MEASURES, 0),
    }
    for stage in STAGES:
        assert values[stage] == pytest.approx(expected[stage], abs=1e-4), stage


def test_the_order_given_counts_and_not_the_alphabet(found: Make) -> None:
    names = [f"p{i:02d}" for i in range(30, 0, -1)]
    values = per_question([found("q1", ["p28"], names, names, names, names)])["q1"]
    assert values["final"]["mrr@10"] == pytest.approx(1 / 3, abs=1e-4)


def test_evidence_outside_clauses_takes_no_part_and_evidence_in_no_passage_is_not_found(found: Make) -> None:
    head = Retrieved("head", frozenset({"p1"}), (), dict.fromkeys(STAGES, ()))
    cut = Retrieved("cut", frozenset(), (), dict.fromkeys(STAGES, ("p1",)))
    values = per_question([head, cut, found("right", ["g"], ["g"], ["g"], ["g"], ["g"])])
    assert set(values) == {"cut", "right"}
    assert values["cut"]["final"]["recall@10"] == 0
    shown = figures(list(values.values()))["final"]["recall@10"]
    assert (shown["value"], shown["n"]) == (0.5, 2)


def test_nothing_to_measure() -> None:
    assert per_question([]) == {}
