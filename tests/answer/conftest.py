"""Fixtures of the answer tests: the words loaded once, a reader of the corpus, and every question of the project answered once."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from small_library import plans

from answer.assistant import Assistant
from answer.question import Reader
from answer.reply import Answer
from eval.split import SIDES
from index.library import Library
from index.settings import PROJECT
from vietnamese.glossary import Glossary
from vietnamese.thesaurus import Thesaurus


@pytest.fixture(scope="session")
def glossary() -> Glossary:
    return Glossary.load()


@pytest.fixture(scope="session")
def thesaurus() -> Thesaurus:
    return Thesaurus.load()


@pytest.fixture(scope="session")
def library() -> Library:
    """The two plans for librarians."""
    return plans()


@pytest.fixture(scope="session")
def reader(assistant: Assistant, glossary: Glossary, thesaurus: Thesaurus) -> Reader:
    """Reads questions over the whole corpus."""
    return Reader(assistant.library, glossary, thesaurus)


@pytest.fixture(scope="session")
def small_reader(library: Library, glossary: Glossary, thesaurus: Thesaurus) -> Reader:
    """Reads questions over the two plans for librarians."""
    return Reader(library, glossary, thesaurus)


@pytest.fixture(scope="session", params=["dev", pytest.param("all", marks=pytest.mark.slow)])
def all_answers(request: pytest.FixtureRequest, assistant: Assistant) -> Mapping[str, Answer]:
    """The answers to the project's questions, those of dev or all, by the questions' ids."""
    answers: dict[str, Answer] = {}
    for name in SIDES if request.param == "all" else ("dev",):
        lines = (PROJECT / "eval" / "questions" / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")
        rows: list[dict[str, Any]] = [json.loads(line) for line in lines if line.strip()]
        answers |= {f"{name} {row['id']}": assistant.ask(row["question"], row["history"]) for row in rows}
    return answers
