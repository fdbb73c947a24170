"""The metrics of written answers, and the others on answers that a language model wrote: text without quotes, in two languages."""

import importlib
from collections.abc import Callable
from typing import Any

import pytest

from eval.bootstrap import figure
from eval.metrics import METRICS, WRITING, Metric
from eval.metrics.figures import stated, unsupported
from eval.metrics.languages import written_in
from eval.question_set import Question

Row = dict[str, Any]
Make = Callable[..., Row]

MONEY = "Sở Tài chính tham mưu bố trí kinh phí hằng năm."
CLASSES = "Mỗi năm mở 3 lớp với 150 người; kinh phí 1.500.000.000 đồng."


def _named(name: str) -> Metric:
    return next(m for m in (*METRICS, *WRITING) if m.name == name)


@pytest.fixture
def asked(record: Make) -> list[Row]:
    """Four predictions: whole, in part, fallen back on a slow model, and one for which none was asked."""
    return [
        {"writing": record()},
        {"writing": record(outcome="partly", sentences=4, kept=3, tokens_in=1200, tokens_out=90, first_ms=1100.0, total_ms=3000.0)},
        {"writing": record(outcome="extractive", trouble="slow", sentences=0, kept=0, tokens_in=None, tokens_out=None, first_ms=None,
                           total_ms=30000.0, cached=True)},
        {},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value", "n"),
    [
        ("written_share", 1 / 3, 3),
        ("partly_share", 1 / 3, 3),
        ("fallback_share", 1 / 3, 3),
        ("sentences_kept", 5 / 6, 2),
        ("tokens_in", 1000, 2),
        ("tokens_out", 75, 2),
        ("first_word_ms", 1000, 2),
        ("writing_ms", 2500, 2),
        ("cached_share", 1 / 3, 3),
    ],
)
def test_metric_by_hand(name: str, value: float, n: int, asked: list[Row], questions: list[Question]) -> None:
    metric = _named(name)
    found = figure([metric.of(q, p) for q, p in zip(questions, asked, strict=True)], metric.summary)
    assert (found["value"], found["n"]) == (pytest.approx(value, abs=1e-4), n)


def test_every_metric_has_a_formula_and_a_name_of_its_own() -> None:
    for metric in WRITING:
        assert metric.name in (importlib.import_module(f"eval.metrics.{metric.name}").__doc__ or "")
    assert len({m.name for m in (*METRICS, *WRITING)}) == len(METRICS) + len(WRITING)


@pytest.fixture
def written(answer: Make, citation: Make, record: Make) -> dict[str, Row]:
    """A right answer in either language: sentences of a model's own, the quotes under their markers only."""
    extra = {"mode": "written", "writing": record()}
    head = {"above": "Kế hoạch 15/KH-UBND ngày 05/03/2024 của Ủy ban nhân dân tỉnh Phú Yên: “Mở lớp”."}
    return {
        "a1": answer("a1", "Việc tham mưu bố trí kinh phí hằng năm do Sở Tài chính làm [1].", citation(1, "money", MONEY, MONEY)) | extra,
        "a2": answer(
            "a2",
            "Under Plan 15/KH-UBND of 5 March 2024, 3 classes with 150 people are held each year [1]. They cost 1.5 billion dong [1].",
            citation(1, "classes", CLASSES, "Mỗi năm mở 3 lớp với 150 người;") | head,
        ) | extra,
    }  # fmt: skip


@pytest.mark.parametrize("name", [m.name for m in METRICS])
def test_a_right_written_answer_is_right_in_every_metric(
    name: str, written: dict[str, Row], questions: list[Question]
) -> None:
    metric = _named(name)
    shares = [share for q in questions[:2] if (share := metric.of(q, written[q.id])) is not None]
    if metric.better == "higher":
        assert all(share.top == share.bottom for share in shares)
    elif metric.unit == "share":
        assert all(share.top == 0 for share in shares)
    of_refusals = name.startswith(("refuse_", "unsupported"))
    assert len(shares) == (0 if of_refusals else 1 if name == "number_support" else 2)


def test_a_written_answer_that_is_wrong_is_found_out(written: dict[str, Row], questions: list[Question]) -> None:
    wrong = written["a2"] | {"answer": "The plan has 300 people in five classes [1]."}
    assert _named("number_support").of(questions[1], wrong) == (0, 1)
    assert _named("fact_recall").of(questions[1], wrong) == (0, 1)
    assert _named("answer_correct").of(questions[1], wrong) == (0, 1)
    assert _named("unsupported_answer_rate").of(questions[3], wrong) == (1, 1)
    altered = written["a2"]["citations"][0] | {"quote": "Mỗi năm mở năm lớp"}
    assert _named("quote_verbatim").of(questions[1], wrong | {"citations": [altered]}) == (0, 1)
    elsewhere = written["a2"]["citations"][0] | {"document_id": "money", "passage": MONEY, "quote": MONEY}
    shares = {
        n: _named(n).of(questions[1], written["a2"] | {"citations": [elsewhere]})
        for n in ("citation_recall", "quote_recall")
    }
    assert set(shares.values()) == {(0, 1)}


@pytest.mark.parametrize(
    ("text", "mode", "expected"),
    [
        ("Kinh phí do Sở Tài chính tham mưu bố trí [1].", "written", "vi"),
        ("The Department of Finance (Sở Tài chính) advises on funding every year [1].", "written", "en"),
        # the clause stands in place of a sentence that failed, in quotation marks with others inside
        ("The Department of Finance advises. “Sở “Tài chính” tham mưu bố trí kinh phí hằng năm” [1]", "written", "en"),
        # copied without them, the words are the answer's own
        ("The plan says: Sở Tài chính tham mưu bố trí kinh phí hằng năm. [1]", "written", "vi"),
        ("The plan says: Sở Tài chính tham mưu bố trí kinh phí hằng năm. [1]", "extractive", "en"),
    ],
)  # fmt: skip
def test_language_of_a_written_answer(text: str, mode: str, expected: str, answer: Make, citation: Make) -> None:
    assert written_in(answer("x", text, citation(1, "money", MONEY, MONEY)) | {"mode": mode}) == expected


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("They hold 3 classes.", "Mở ba lớp.", set()),
        ("They hold 4 classes.", "Mở ba lớp.", {"4"}),
        ("They train twenty-five people.", "Đào tạo 25 người.", set()),
        ("They train thirty people.", "Đào tạo 25 người.", {"30"}),
        ("It costs 1.5 million dong.", "Chi 1.500.000 đồng.", set()),
        ("It costs 1.5 billion dong.", "Chi 1.500.000 đồng.", {"1.5"}),
        ("Chi 2 tỷ đồng.", "Chi hai tỷ đồng.", set()),
        ("Half of them, or 50 %.", "một nửa số cán bộ", set()),
        ("Decision 2106 says so.", "Quyết định số 2106/QĐ-UBND", set()),
        ("Decision 2107 says so.", "Quyết định số 2106/QĐ-UBND", {"2107"}),
        ("Resolution 25/2019 says so.", "Nghị quyết số 25/2019/NQ-HĐND", set()),
        ("2106 people take part.", "Quyết định số 2106/QĐ-UBND", {"2106"}),
        ("In Q4 2025.", "Quý IV/2025", set()),
        ("In Q3 2025.", "Quý IV/2025", {"3"}),
        ("There are 2 forms:\n- at home;\n- abroad.", "Trong nước và nước ngoài.", set()),
        ("There are 2 forms:\n\n- at home;\n- abroad.", "Trong nước và nước ngoài.", set()),
        ("There are 3 forms:\n- at home;\n- abroad.", "Trong nước và nước ngoài.", {"3"}),
        ("Two offices do it.", "Sở Y tế và Sở Nội vụ.", set()),
        ("5 March 2024", "ngày 05/03/2024", set()),
    ],
)  # fmt: skip
def test_a_figure_is_held_in_whatever_spelling(text: str, source: str, expected: set[str]) -> None:
    assert unsupported(text, source) == expected


def test_figures_in_words_are_figures_from_thirteen_on() -> None:
    assert stated("thirty classes, two offices, 1. one\n2) fifteen percent") == {"30", "1", "15"}
    assert stated("hai mươi lăm lớp, ba cơ quan") == {"25"}
