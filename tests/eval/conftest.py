"""A question set of four, and four programs that answer it: one perfect, one silent, one citing wrongly, one inventing."""

from collections.abc import Callable
from typing import Any

import pytest

from eval.question_set import Question

MONEY = "Sở Tài chính tham mưu bố trí kinh phí hằng năm."
CLASSES = "Mỗi năm mở 3 lớp với 150 người."
OTHER = "Các đơn vị báo cáo kết quả theo quy định."

Row = dict[str, Any]


def _citation(marker: int, document: str, passage: str, quote: str) -> Row:
    return {"marker": marker, "document_id": document, "passage": passage, "quote": quote, "section": ["I. CHUNG"]}


def _answer(question_id: str, text: str, *citations: Row, status: str = "answered") -> Row:
    return {
        "id": question_id,
        "question": "?",
        "status": status,
        "answer": text,
        "citations": list(citations),
        "nearest": [],
        "timings_ms": {"total": 10.0},
    }


@pytest.fixture
def citation() -> Callable[[int, str, str, str], Row]:
    """Makes a citation: marker, document, passage, quote."""
    return _citation


@pytest.fixture
def answer() -> Callable[..., Row]:
    """Makes a prediction: id, text, citations, status."""
    return _answer


@pytest.fixture
def questions() -> list[Question]:
    """Two questions with an answer, two without."""
    return [
        Question(
            id="a1",
            question="Ai lo tiền?",
            language="vi",
            kind="office",
            documents=("money",),
            evidence=("tham mưu bố trí kinh phí",),
            facts=(("Sở Tài chính", "Department of Finance"),),
            forbidden=("Sở Nội vụ",),
        ),
        Question(
            id="a2",
            question="How many people and classes a year?",
            language="en",
            kind="number",
            documents=("classes",),
            evidence=("mở 3 lớp với 150 người",),
            facts=(("150 người", "150 people"), ("3 lớp", "3 classes")),
        ),
        Question(id="u1", question="Học phí bao nhiêu?", language="vi", kind="unanswerable"),
        Question(id="u2", question="Who trains pilots?", language="en", kind="unanswerable"),
    ]


@pytest.fixture
def perfect() -> list[Row]:
    """Answers what can be answered, with the clause, and refuses the rest."""
    return [
        _answer("a1", "Sở Tài chính tham mưu bố trí kinh phí. [1]", _citation(1, "money", MONEY, MONEY)),
        _answer("a2", "The plan has 150 people in 3 classes a year. [1]", _citation(1, "classes", CLASSES, CLASSES)),
        _answer("u1", "Các tài liệu không nói điều này.", status="no_evidence"),
        _answer("u2", "The documents do not say.", status="no_evidence"),
    ]


@pytest.fixture
def empty() -> list[Row]:
    """Refuses everything without a word."""
    return [_answer(i, "", status="no_evidence") for i in ("a1", "a2", "u1", "u2")]


@pytest.fixture
def wrong_citation(perfect: list[Row]) -> list[Row]:
    """Says what is right and cites another clause: once of the right document, once of another."""
    return [
        perfect[0] | {"citations": [_citation(1, "money", OTHER, OTHER)]},
        perfect[1] | {"citations": [_citation(1, "money", OTHER, OTHER)]},
        *perfect[2:],
    ]


@pytest.fixture
def hallucinated() -> list[Row]:
    """Answers everything, with invented figures, offices and quotes."""
    invented = "Sở Nội vụ cấp 200 tỷ đồng."
    return [
        _answer("a1", "Sở Nội vụ cấp 200 tỷ đồng. [1]", _citation(1, "money", OTHER, invented)),
        _answer("a2", "Có 500 học viên mỗi năm theo kế hoạch. [1]", _citation(1, "classes", OTHER, invented)),
        _answer("u1", "Học phí là 70 triệu đồng. [1]", _citation(1, "money", OTHER, invented)),
        _answer("u2", "The Department of Finance trains 12 pilots. [1]", _citation(1, "money", OTHER, "")),
    ]
