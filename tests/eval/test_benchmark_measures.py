"""Measures of rankings of articles against figures computed by hand; the halves of a collection; the table."""

import math

import pytest

from eval.benchmark.collection import Collection, Query, half_of
from eval.benchmark.measures import measure
from eval.benchmark.run import summarise
from eval.benchmark.table import table


def test_measures_of_one_question_each() -> None:
    relevant = {"first": {"a": 1}, "third": {"a": 1}, "two": {"a": 1, "b": 1}, "never": {"a": 1}, "unranked": {"a": 1}}
    ranked = {"first": ["a", "b"], "third": ["x", "y", "a"], "two": ["x", "b"], "never": ["x"]}
    found = measure(relevant, ranked)
    assert found["recall@1"] == {"first": 1, "third": 0, "two": 0, "never": 0, "unranked": 0}
    assert found["recall@5"] == {"first": 1, "third": 1, "two": 0.5, "never": 0, "unranked": 0}
    assert found["mrr@10"] == pytest.approx({"first": 1, "third": 1 / 3, "two": 1 / 2, "never": 0, "unranked": 0})
    two = (1 / math.log2(3)) / (1 + 1 / math.log2(3))
    assert found["ndcg@10"] == pytest.approx({"first": 1, "third": 1 / 2, "two": two, "never": 0, "unranked": 0})


def test_the_tenth_counts_and_the_eleventh_does_not() -> None:
    others = [f"x{i}" for i in range(20)]
    found = measure({"in": {"a": 1}, "out": {"a": 1}}, {"in": [*others[:9], "a"], "out": [*others[:10], "a"]})
    assert found["recall@10"] == {"in": 1, "out": 0}
    assert found["mrr@10"] == pytest.approx({"in": 0.1, "out": 0})


def test_grades_count_and_an_article_judged_irrelevant_does_not() -> None:
    found = measure({"q": {"good": 2, "fair": 1, "bad": 0}}, {"q": ["bad", "fair", "good"]})
    assert found["recall@1"]["q"] == 0
    assert found["mrr@10"]["q"] == pytest.approx(1 / 2)
    # gains 0, 1, 2 against the best order 2, 1
    assert found["ndcg@10"]["q"] == pytest.approx((1 / math.log2(3) + 2 / 2) / (2 + 1 / math.log2(3)))


def test_the_metrics_of_a_run_and_their_table() -> None:
    queries = [Query("a", "?", {"x": 1}), Query("b", "?", {"x": 1})]
    right, wrong = {"a": ["x"], "b": ["x"]}, {"a": ["y"], "b": ["y"]}
    half = {"a": ["x"], "b": ["y", "x"]}
    found = summarise(queries, {"lexical": wrong, "dense": right, "fused": half, "final": right})
    assert found["n"] == 2
    assert list(found["stages"]) == ["lexical", "dense", "fused", "final"]
    assert found["stages"]["fused"] == {
        "recall@1": 0.5, "recall@5": 1.0, "recall@10": 1.0, "mrr@10": 0.75, "ndcg@10": round((1 + 1 / math.log2(3)) / 2, 4),
    }  # fmt: skip
    assert found["intervals"]["fused"]["recall@1"] == [0.0, 1.0]
    assert found["intervals"]["lexical"]["mrr@10"] == [0.0, 0.0]
    rows = table(found).split("\n")
    assert rows[0] == "| stage | recall@1 | recall@5 | recall@10 | mrr@10 | ndcg@10 |"
    assert rows[4].startswith("| fused | 0.500 (0.000–1.000) | 1.000 (1.000–1.000) |")
    assert len(rows) == 6


def test_halves_are_the_parity_of_the_hash_of_the_id() -> None:
    # sha256sum of "q1" ends in b (odd), of "q4" in an even digit
    assert [half_of(i) for i in ("q1", "q2", "q4", "q6")] == ["report", "report", "tune", "tune"]
    assert half_of("q4__en") == half_of("q4")


def test_a_collection_parts_into_its_halves() -> None:
    queries = tuple(Query(f"q{i}", "?", {"x": 1}) for i in range(1, 7))
    whole = Collection((), queries, {})
    assert [q.id for q in whole.half("tune").queries] == ["q4", "q6"]
    assert [q.id for q in whole.half("report").queries] == ["q1", "q2", "q3", "q5"]
    assert whole.half("all") is whole
