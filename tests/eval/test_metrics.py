"""Every metric on four programs, against figures worked out by hand."""

import importlib
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from eval.bootstrap import figure
from eval.metrics import METRICS
from eval.metrics.figures import figures, without_numbering
from eval.metrics.languages import written_in
from eval.metrics.phrases import says
from eval.question_set import Question

Row = dict[str, Any]
MONEY, CLASSES, OTHER = 47, 31, 41  # characters of the passages that the programs cite

EXPECTED: dict[str, dict[str, float | None]] = {
    "perfect": {
        "answer_correct": 1, "citation_recall": 1, "quote_recall": 1, "first_citation": 1, "citation_precision": 1,
        "citation_document_precision": 1, "fact_recall": 1, "answer_language_match": 1, "quote_verbatim": 1,
        "number_support": 1, "cited_chars": (MONEY + CLASSES) / 2, "refuse_precision": 1, "refuse_recall": 1,
        "refuse_f1": 1, "unsupported_answer_rate": 0, "over_refusal_rate": 0,
    },
    # four abstentions, two of them right: precision 2/4, F1 = 2 * 2 / (4 + 2)
    "empty": {
        "answer_correct": 0, "citation_recall": 0, "quote_recall": 0, "first_citation": 0, "citation_precision": None,
        "citation_document_precision": None, "fact_recall": 0, "answer_language_match": None, "quote_verbatim": None,
        "number_support": None, "cited_chars": None, "refuse_precision": 0.5, "refuse_recall": 1,
        "refuse_f1": 0.6667, "unsupported_answer_rate": 0, "over_refusal_rate": 1,
    },
    # one of the two citations stands in the right document; the figures 150 and 3 are in neither
    "wrong_citation": {
        "answer_correct": 0, "citation_recall": 0, "quote_recall": 0, "first_citation": 0, "citation_precision": 0,
        "citation_document_precision": 0.5, "fact_recall": 1, "answer_language_match": 1, "quote_verbatim": 1,
        "number_support": 0, "cited_chars": OTHER, "refuse_precision": 1, "refuse_recall": 1,
        "refuse_f1": 1, "unsupported_answer_rate": 0, "over_refusal_rate": 0,
    },
    # languages: vi, vi for an English question, vi, en: three of four
    "hallucinated": {
        "answer_correct": 0, "citation_recall": 0, "quote_recall": 0, "first_citation": 0, "citation_precision": 0,
        "citation_document_precision": 1, "fact_recall": 0, "answer_language_match": 0.75, "quote_verbatim": 0,
        "number_support": 0, "cited_chars": OTHER, "refuse_precision": None, "refuse_recall": 0,
        "refuse_f1": 0, "unsupported_answer_rate": 1, "over_refusal_rate": 0,
    },
}  # fmt: skip


@pytest.mark.parametrize("program", EXPECTED)
@pytest.mark.parametrize("metric", METRICS, ids=lambda m: m.name)
def test_metric_by_hand(program: str, metric: Any, questions: list[Question], request: pytest.FixtureRequest) -> None:
    predictions: list[Row] = request.getfixturevalue(program)
    shares = [metric.of(q, p) for q, p in zip(questions, predictions, strict=True)]
    value = figure(shares, metric.summary)["value"]
    assert value == (None if EXPECTED[program][metric.name] is None else pytest.approx(EXPECTED[program][metric.name]))


def test_every_metric_has_a_formula_and_a_name_of_its_own() -> None:
    for metric in METRICS:
        module = importlib.import_module(f"eval.metrics.{metric.name}")
        assert metric.name in (module.__doc__ or ""), f"{metric.name} has no formula"
    assert len({m.name for m in METRICS}) == len(METRICS)


def _by_name(name: str) -> Any:
    return next(m for m in METRICS if m.name == name)


def test_first_citation_is_the_lowest_marker(
    questions: list[Question], answer: Callable[..., Row], citation: Callable[..., Row]
) -> None:
    right = citation(2, "money", "Sở Tài chính tham mưu bố trí kinh phí.", "Sở Tài chính")
    wrong = citation(1, "money", "Nơi nhận: Lưu VT.", "Lưu VT")
    share = _by_name("first_citation").of(questions[0], answer("a1", "…", right, wrong))
    assert share == (0, 1)
    assert _by_name("citation_recall").of(questions[0], answer("a1", "…", right, wrong)) == (1, 1)
    assert _by_name("citation_precision").of(questions[0], answer("a1", "…", right, wrong)) == (1, 2)


def test_quote_recall_is_stricter_than_citation_recall(
    questions: list[Question], answer: Callable[..., Row], citation: Callable[..., Row]
) -> None:
    prediction = answer("a1", "…", citation(1, "money", "Sở Tài chính tham mưu bố trí kinh phí.", "Sở Tài chính"))
    assert _by_name("citation_recall").of(questions[0], prediction) == (1, 1)
    assert _by_name("quote_recall").of(questions[0], prediction) == (0, 1)


def test_evidence_is_found_through_markup_and_decomposed_letters(
    questions: list[Question], answer: Callable[..., Row], citation: Callable[..., Row]
) -> None:
    passage = unicodedata.normalize("NFD", "| **tham mưu**\n bố trí |\tkinh phí |")
    assert _by_name("citation_recall").of(questions[0], answer("a1", "…", citation(1, "money", passage, passage))) == (
        1,
        1,
    )


@pytest.mark.parametrize(("read_by", "share"), [("ocr", (1, 1)), ("text", (0, 1))])
def test_words_misread_on_a_scan_are_still_the_evidence(
    questions: list[Question],
    answer: Callable[..., Row],
    citation: Callable[..., Row],
    read_by: str,
    share: tuple[int, int],
) -> None:
    asked = replace(questions[0], evidence=("Sở Tài chính tham mưu bố trí kinh phí",))
    misread = citation(1, "money", "2. Sở Tài chính tham mưu bó trí kinh phí.", "Sở Tài chính tham mưu bó trí kinh phí")
    prediction = answer("a1", "…", misread | {"read_by": read_by})
    assert _by_name("citation_recall").of(asked, prediction) == share
    assert _by_name("quote_recall").of(asked, prediction) == share


def test_forbidden_words_spoil_an_answer(questions: list[Question], perfect: list[Row]) -> None:
    spoilt = perfect[0] | {"answer": "Sở Tài chính và sở nội vụ. [1]"}
    assert _by_name("answer_correct").of(questions[0], perfect[0]) == (1, 1)
    assert _by_name("answer_correct").of(questions[0], spoilt) == (0, 1)


def test_a_partial_answer_has_half_its_facts(questions: list[Question], perfect: list[Row]) -> None:
    assert _by_name("fact_recall").of(questions[1], perfect[1] | {"answer": "150 people. [1]"}) == (0.5, 1)


def test_a_passage_cited_twice_is_read_once(
    questions: list[Question], answer: Callable[..., Row], citation: Callable[..., Row]
) -> None:
    twice = answer("a1", "…", citation(1, "money", "a" * 10, "a"), citation(2, "money", "a" * 10, "aa"))
    assert _by_name("cited_chars").of(questions[0], twice) == (10, 1)


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("có 20 người học", "20 người", True),
        ("có 120 người học", "20 người", False),
        ("có 20  **người**", "20 người", True),
        ("20 NGƯỜI", "20 người", True),
        ("tỷ lệ 0,5%", "5%", False),
        ("tỷ lệ 5%.", "5%", True),
        ("1.5 người", "5 người", False),
        ("ngày 31/8", "1/8", False),
        ("nộp trước ngày 31/8.", "31/8", True),
        ("ngày /6/2023", "/6/2023", True),
        ("30 - 50%", "30 - 50%", True),
        ("các sở", "sở", True),
        ("", "sở", False),
    ],
)
def test_phrases_stand_on_token_boundaries(text: str, phrase: str, expected: bool) -> None:
    assert says(text, phrase) is expected


def test_markers_are_no_part_of_the_answer(questions: list[Question], perfect: list[Row]) -> None:
    split_by_marker = perfect[1] | {"answer": "150 [1] people in 3 [1] classes"}
    assert _by_name("fact_recall").of(questions[1], split_by_marker) == (1, 1)


def test_figures_are_compared_by_worth() -> None:
    assert figures("Quyết định 2106/QĐ-UBND ngày 13 tháng 06 năm 2023") == {"2106/qđ-ubnd", "13", "6", "2023"}
    assert figures("on 13/6/2023") == {"13", "6", "2023"}
    assert figures("101/2017/NĐ-CP và 05-NQ/TU") == {"101/2017/nđ-cp", "05-nq/tu"}
    assert figures("1.500 người, 0,5%, 30-50 người/lớp") == {"1500", "0.5", "30", "50"}
    assert figures(without_numbering("1. Một\n2) Hai\n 3. Ba 4")) == {"4"}


def test_numbers_in_the_heading_of_a_citation_are_supported(
    questions: list[Question], answer: Callable[..., Row], citation: Callable[..., Row]
) -> None:
    cited = citation(1, "money", "Mở 3 lớp.", "Mở 3 lớp.") | {"number": "2106/QĐ-UBND"}
    prediction = answer("a2", "Theo 2106/QĐ-UBND có 3 lớp, 9 người. [1]", cited)
    assert _by_name("number_support").of(questions[1], prediction) == (2, 3)


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("The Department of Finance advises on funding. [1]", "", "en"),
        ("Sở Tài chính tham mưu bố trí kinh phí. [1]", "", "vi"),
        (
            "According to the decision of 2023: Sở Tài chính tham mưu kinh phí [1]",
            "Sở Tài chính tham mưu kinh phí",
            "en",
        ),
        ("Sở Tài chính tham mưu kinh phí [1]", "Sở Tài chính tham mưu kinh phí", "vi"),
        ("The plan says “Sở Tài chính tham mưu bố trí kinh phí theo quy định hằng năm”. [1]", "", "en"),
        ("31/8 [1]", "", None),
    ],
)
def test_language_is_that_of_the_words_around_the_quotes(
    text: str, quote: str, expected: str | None, answer: Callable[..., Row], citation: Callable[..., Row]
) -> None:
    assert written_in(answer("x", text, citation(1, "money", quote, quote))) == expected
