"""A question set of four, and four programs that answer it: one perfect, one silent, one citing wrongly, one inventing."""

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import asdict
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from eval.question_set import Question
from eval.ranks import STAGES, Retrieved
from index.passage import Passage, PassageKind
from index.settings import PROJECT

MONEY = "Sở Tài chính tham mưu bố trí kinh phí hằng năm."
CLASSES = "Mỗi năm mở 3 lớp với 150 người."
OTHER = "Các đơn vị báo cáo kết quả theo quy định."

Row = dict[str, Any]

collect_ignore = [] if find_spec("ragas") else ["test_ragas_judge.py"]
"""The judges are optional: their test stands where requirements-judges.txt is installed."""


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


@pytest.fixture
def passage() -> Callable[..., Passage]:
    """Makes a passage: id, text, kind."""

    def make(passage_id: str, text: str, kind: PassageKind = "clause") -> Passage:
        return Passage(passage_id, "money", 0, kind, (), text, "", None)

    return make


@pytest.fixture
def found() -> Callable[..., Retrieved]:
    """Makes what a search found for a question: its gold clauses, then each stage's passages."""

    def make(question_id: str, clauses: Sequence[str], *stages: Sequence[str]) -> Retrieved:
        lists = dict(zip(STAGES, map(tuple, stages), strict=True))
        return Retrieved(question_id, frozenset(clauses), tuple(clauses), lists)

    return make


@pytest.fixture
def record() -> Callable[..., Row]:
    """Makes what a prediction says of a language model that was asked; what is given takes the place of the defaults."""
    usual = {
        "model": "openai:tho-ky", "prompt": "vi-1-0a1b2c3d", "outcome": "written", "trouble": None, "sentences": 2, "kept": 2,
        "cached": False, "tokens_in": 800, "tokens_out": 60, "first_ms": 900.0, "total_ms": 2000.0,
    }  # fmt: skip
    return lambda **given: {**usual, **given}


@pytest.fixture(scope="session")
def odd_server() -> ModuleType:
    """Servers on loopback that speak OpenAI's protocol: the module of the tests of `answer.writing`."""
    path = PROJECT / "tests" / "answer" / "writing" / "odd_server.py"
    spec = spec_from_file_location("odd_server", path)
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def nobodys_models(monkeypatch: pytest.MonkeyPatch) -> None:
    """No key, address, proxy or tracing of the person who runs the tests."""
    for name in list(os.environ):
        if name.startswith(("OPENAI_", "LANGSMITH_", "LANGCHAIN_")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture
def write_lines() -> Callable[[Path, Sequence[Any]], Path]:
    """Writes a JSON Lines file of rows or questions; returns its path."""

    def write(path: Path, rows: Sequence[Any]) -> Path:
        plain = [asdict(row) if isinstance(row, Question) else row for row in rows]
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in plain), encoding="utf-8")
        return path

    return write
