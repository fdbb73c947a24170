"""Gold passages, the ranks at which each stage has them, and the figures of retrieval worked out by hand."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from typing import Any

import pytest

from eval.gold import Gold
from eval.question_set import Question
from eval.ranks import STAGES, Retrieved, Searched, rank_rows, searched
from eval.retrieval import MEASURES, figures, per_question
from index.passage import Passage

Make = Callable[..., Any]


def test_gold_is_every_passage_that_holds_any_one_span(questions: list[Question], passage: Make) -> None:
    texts = ["Sở Tài chính **tham mưu**\nbố trí | kinh phí", "tham mưu bố trí", "tham mưu bố trí kinh phí"]
    passages = [passage(f"p{i}", text) for i, text in enumerate(texts)]
    assert Gold.of(questions[0], passages).ids == {"p0", "p2"}
    assert Gold.of(questions[2], passages).ids == frozenset()


@dataclass(frozen=True)
class _Shelf:
    """Finds the same passages for every question, with the same probability."""

    stages: Mapping[str, Sequence[Passage]]
    probability: float | None = None

    def look(self, question: str, history: Sequence[str] = ()) -> "_Shelf":
        assert question and history == ()
        return self


def test_a_rank_is_that_of_the_first_passage_with_evidence(questions: list[Question], passage: Make) -> None:
    right, other = passage("p1", "tham mưu bố trí kinh phí"), passage("p2", "khác")
    head = passage("p3", "Về việc tham mưu bố trí kinh phí", "head")
    shelf = _Shelf({"lexical": [other, right], "dense": [other], "fused": [head, right], "final": [right]})
    found = searched(questions[0], shelf, [right, other, head]).found
    assert found is not None
    assert found.ranks == {"lexical": 2, "dense": None, "fused": 1, "final": 1}
    assert found.clauses == ("p1",)
    assert Retrieved.from_json(json.loads(json.dumps(found.as_json()))) == found


def test_every_question_has_its_probability_and_only_answerable_ones_have_ranks(
    questions: list[Question], passage: Make
) -> None:
    right = passage("p1", "tham mưu bố trí kinh phí")
    shelf = _Shelf({stage: [right] for stage in STAGES}, 0.83)
    seen = [searched(q, shelf, [right]) for q in questions]
    assert [s.probability for s in seen] == [0.83] * 4
    assert [s.found is not None for s in seen] == [True, True, False, False]
    assert [Searched.from_json(json.loads(json.dumps(s.as_json()))) for s in seen] == seen


def test_every_question_has_its_row_of_ranks(questions: list[Question], found: Make) -> None:
    ranks = {"a2": found("a2", ["g"], ["g"], [], ["x", "g"], ["x"])}
    assert rank_rows(questions[1:3], ranks, {"a2": 0.83333, "u1": None}) == [
        {"id": "a2", "ranks": {"lexical": 1, "dense": None, "fused": 2, "final": None}, "probability": 0.8333},
        {"id": "u1", "ranks": dict.fromkeys(STAGES), "probability": None},
    ]
    assert rank_rows(questions[2:3], {}, {})[0]["probability"] is None


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
