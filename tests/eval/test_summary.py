"""Figures, intervals and slices."""

from typing import Any

import pytest

from eval.metrics import METRICS
from eval.question_set import Question
from eval.summary import figure, slices, summarise, timings

Row = dict[str, Any]


def _recall() -> Any:
    return next(m for m in METRICS if m.name == "citation_recall")


def test_an_interval_holds_its_value_and_is_the_same_twice(
    questions: list[Question], perfect: list[Row], empty: list[Row]
) -> None:
    pairs = [(questions[0], perfect[0])] * 30 + [(questions[0], empty[0])] * 10
    first, second = figure(_recall(), pairs), figure(_recall(), pairs)
    assert first == second
    assert first["value"] == 0.75
    # a share of .75 over 40 has a standard error of .068: the interval is near .75 ± .134
    assert first["low"] == pytest.approx(0.616, abs=0.04)
    assert first["high"] == pytest.approx(0.884, abs=0.04)
    assert first["n"] == 40


def test_without_spread_the_interval_is_the_value(questions: list[Question], perfect: list[Row]) -> None:
    assert figure(_recall(), [(questions[0], perfect[0])] * 5) == {"value": 1.0, "low": 1.0, "high": 1.0, "n": 5}


def test_a_metric_that_applies_to_nothing_has_no_value(questions: list[Question], perfect: list[Row]) -> None:
    assert figure(_recall(), [(questions[2], perfect[2])]) == {"value": None, "low": None, "high": None, "n": 0}


def test_summary_has_the_shape_of_the_contract(questions: list[Question], perfect: list[Row]) -> None:
    summary = summarise(list(zip(questions, perfect, strict=True)))
    assert summary["n"] == 4
    assert set(summary["metrics"]) == {m.name for m in METRICS}
    assert {"value", "low", "high"} <= set(summary["metrics"]["citation_recall"])
    assert set(summary["slices"]) == {"language", "kind", "document"}
    assert summary["slices"]["language"]["en"]["n"] == 2
    assert summary["slices"]["kind"]["unanswerable"]["metrics"]["refuse_recall"]["value"] == 1.0
    assert summary["timings_ms"] == {"total": {"p50": 10.0, "p95": 10.0}}


def test_a_question_about_two_documents_counts_under_both(perfect: list[Row]) -> None:
    question = Question("c1", "?", "vi", "compare", (), ("a", "b"), ("x",), (("x",),))
    assert set(slices([(question, perfect[0])])["document"]) == {"a", "b"}


def test_timings_pass_over_answers_that_have_none(questions: list[Question]) -> None:
    assert timings([(questions[0], {"timings_ms": {"total": 4}}), (questions[1], {})]) == {
        "total": {"p50": 4.0, "p95": 4.0}
    }
