from pathlib import Path

import pytest

from answer.assistant import Assistant
from index.settings import PROJECT
from ui.examples import fitting_examples
from ui.words import LANGUAGES, Language

STEMS = {path.stem for path in Path(PROJECT / "corpus").iterdir() if path.suffix != ".yaml"}


def test_only_examples_of_documents_at_hand() -> None:
    assert fitting_examples((), "vi") == []
    assert fitting_examples({"soc-trang-du-thao-ke-hoach-2021-2025"}, "en") == ["Is the Sóc Trăng plan a draft?"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_is_answered_from_its_document(assistant: Assistant, language: Language) -> None:
    answered = 0
    for document_id in sorted(STEMS):
        for question in fitting_examples({document_id}, language):
            answer = assistant.ask(question)
            assert document_id in {c.document.id for c in answer.citations}, question
            answered += 1
    assert answered == len(fitting_examples(STEMS, language)) >= 4
