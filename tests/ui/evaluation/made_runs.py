"""Three runs over four questions, made by the real scorer: all right, one regressed, and one that cannot be read."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from eval.score import score

HOSTILE = '<img src=x onerror="window.hacked=1"> **đậm** $x^2$ :red[đỏ]'
MONEY = "Sở Tài chính tham mưu bố trí kinh phí hằng năm."
CLASSES = "Mỗi năm mở 3 lớp với 150 người."

Row = dict[str, Any]


def _question(question_id: str, question: str, language: str, kind: str, **gold: Any) -> Row:
    empty: Row = {"history": [], "documents": [], "evidence": [], "facts": [], "forbidden": []}
    return {"id": question_id, "question": question, "language": language, "kind": kind, **empty, **gold}


QUESTIONS = [
    _question(
        "a1", f"Ai lo tiền? {HOSTILE}", "vi", "office",
        documents=["money"], evidence=["tham mưu bố trí kinh phí"], facts=[["Sở Tài chính"], ["hằng năm"]],
        forbidden=["Sở Nội vụ"],
    ),
    _question(
        "a2", "How many people a year?", "en", "number",
        documents=["classes"], evidence=["150 người"], facts=[["150 người", "150 people"]], history=["What classes?"],
    ),
    _question("u1", "Học phí bao nhiêu?", "vi", "unanswerable"),
    _question("u2", "Who trains pilots?", "en", "unanswerable"),
]  # fmt: skip


def _answer(question: Row, text: str, status: str, *cited: tuple[str, str]) -> Row:
    citations = [
        {"marker": marker, "document_id": document, "passage": passage, "quote": passage, "section": ["I. CHUNG"]}
        for marker, (document, passage) in enumerate(cited, 1)
    ]
    return {
        "id": question["id"],
        "question": question["question"],
        "status": status,
        "answer": text,
        "citations": citations,
        "timings_ms": {"retrieve": 8.0, "total": 10.5},
    }


RIGHT = [
    _answer(QUESTIONS[0], f"Sở Tài chính, hằng năm. {HOSTILE} [1]", "answered", ("money", MONEY)),
    _answer(QUESTIONS[1], "150 people. [1]", "answered", ("classes", CLASSES)),
    _answer(QUESTIONS[2], "Các tài liệu không nói.", "no_evidence"),
    _answer(QUESTIONS[3], "The documents do not say.", "no_evidence"),
]
REGRESSED = [
    _answer(QUESTIONS[0], "Sở Nội vụ. [1]", "answered", ("classes", CLASSES)),
    RIGHT[1],
    RIGHT[2],
    _answer(QUESTIONS[3], "Sở Tài chính. [1]", "answered", ("money", MONEY)),
]


def write_lines(path: Path, rows: Sequence[Mapping[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def write_runs(home: Path) -> Path:
    """The folder of the runs: right, regressed, broken. The question file stands in each of the first two."""
    for name, predictions in (("right", RIGHT), ("regressed", REGRESSED)):
        place = home / "runs" / name
        place.mkdir(parents=True)
        questions = write_lines(place / "questions.jsonl", QUESTIONS)
        assert score(write_lines(home / f"{name}.jsonl", predictions), questions, place) == []
    broken = home / "runs" / "broken"
    broken.mkdir()
    (broken / "metrics.json").write_text('{"n": "many"}', encoding="utf-8")
    return home / "runs"
