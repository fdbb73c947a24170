"""The commands' JSON over the whole corpus and both question sets keeps what other programs rely on."""

import json
from pathlib import Path
from typing import Any

import pytest
from contract import answer_breaches, document_breaches, order_breaches
from running import run, succeeded

from index.settings import PROJECT

Row = dict[str, Any]

CORPUS = PROJECT / "corpus"
QUESTIONS = PROJECT / "eval" / "questions"


def rows(text: str) -> list[Row]:
    return [json.loads(line) for line in text.split("\n") if line.strip()]


@pytest.fixture(scope="module")
def documents(indexed: Path) -> dict[str, Row]:
    """What the list command says, by id."""
    done = succeeded(run("ingest", "--list", "--json", "--data", indexed))
    return {row["id"]: row for row in rows(done.out)}


def test_listed_documents_keep_the_contract(documents: dict[str, Row]) -> None:
    assert set(documents) == {path.stem for path in CORPUS.iterdir() if path.suffix in (".txt", ".md")}
    assert [(d, b) for d, row in documents.items() for b in document_breaches(row, documents)] == []


@pytest.mark.timeout(900)
@pytest.mark.parametrize(
    ("name", "step"),
    [("dev", 5), *(pytest.param(name, 1, marks=pytest.mark.slow) for name in ("practice", "dev", "test"))],
)
def test_answers_to_a_question_set_keep_the_contract(
    name: str, step: int, indexed: Path, documents: dict[str, Row], tmp_path: Path
) -> None:
    path = tmp_path / f"{name}.jsonl"
    lines = (QUESTIONS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(lines[::step]), encoding="utf-8")
    done = succeeded(run("answer", "--questions", path, "--json", "--today", "2025-06-30", "--data", indexed))
    answers = rows(done.out)
    texts = {p.stem: p.read_text(encoding="utf-8") for p in CORPUS.iterdir() if p.suffix in (".txt", ".md")}
    assert list(order_breaches(rows(path.read_text(encoding="utf-8")), answers)) == []
    assert [(row["id"], b) for row in answers for b in answer_breaches(row, documents, texts)] == []
    assert {row["status"] for row in answers} <= {"answered", "partial", "no_evidence"}
