"""Figures and slices of scored questions."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from eval.metrics import GUARDED, METRICS
from eval.question_set import Question
from eval.ranks import Retrieved
from eval.retrieval import MEASURES
from eval.scores import score_all
from eval.summary import headline_differences, slices, summarise, timings

Row = dict[str, Any]


def test_summary_has_the_shape_of_the_contract(questions: list[Question], perfect: list[Row]) -> None:
    summary = summarise(score_all(questions, perfect), perfect)
    assert summary["n"] == 4
    assert set(summary["metrics"]) == {m.name for m in METRICS}
    assert summary["metrics"]["citation_recall"] == {"value": 1.0, "low": 1.0, "high": 1.0, "n": 2}
    assert set(summary["slices"]) == {"language", "kind", "document"}
    assert summary["slices"]["language"]["en"]["n"] == 2
    assert summary["slices"]["kind"]["unanswerable"]["metrics"]["refuse_recall"]["value"] == 1.0
    assert summary["slices"]["kind"]["unanswerable"]["metrics"]["citation_recall"]["n"] == 0
    assert summary["timings_ms"] == {"total": {"p50": 10.0, "p95": 10.0}}
    assert summary["buckets"] == {"right": 4}
    assert "retrieval" not in summary


def test_retrieval_is_summed_up_where_it_was_measured(
    questions: list[Question], perfect: list[Row], found: Callable[..., Retrieved]
) -> None:
    searched = {
        "a1": found("a1", ["g"], ["g"], ["x", "g"], ["g"], ["g"]),
        "a2": found("a2", ["g"], ["g"], [], ["x", "g"], ["g"]),
    }
    retrieval = summarise(score_all(questions, perfect, searched), perfect)["retrieval"]
    assert list(retrieval) == ["lexical", "dense", "fused", "final"]
    assert set(retrieval["final"]) == set(MEASURES)
    assert retrieval["final"]["recall@1"] == {"value": 1.0, "low": 1.0, "high": 1.0, "n": 2}
    assert retrieval["dense"]["mrr@10"]["value"] == 0.25
    assert retrieval["fused"]["mrr@10"]["value"] == 0.75


def test_the_headline_is_compared_question_by_question(
    questions: list[Question], perfect: list[Row], empty: list[Row]
) -> None:
    found = headline_differences(score_all(questions, perfect), score_all(questions, empty))
    assert set(found) == set(GUARDED)
    assert found["citation_recall"] == {"value": 1.0, "low": 1.0, "high": 1.0, "n": 2}
    assert found["refuse_f1"]["value"] == 0.3333  # 1 against 2 * 2 / (4 + 2)


def test_a_question_about_two_documents_counts_under_both(questions: list[Question], perfect: list[Row]) -> None:
    score = score_all(questions[:1], perfect[:1])[0]
    assert set(slices([replace(score, documents=("a", "b"))])["document"]) == {"a", "b"}


def test_timings_pass_over_answers_that_have_none() -> None:
    rows: list[Row] = [{"timings_ms": {"total": 4}}, {}, {"timings_ms": {"total": "soon", "retrieve": 1.0}}]
    assert timings(rows) == {"total": {"p50": 4.0, "p95": 4.0}, "retrieve": {"p50": 1.0, "p95": 1.0}}
