from collections.abc import Collection, Sequence
from dataclasses import replace

import pytest

from answer.reply import Answer
from index.document import Document
from index.errors import StorageError
from ui.filters import Filter
from ui.session import Conversation
from ui.words import Words


@pytest.fixture
def documents(document: Document) -> dict[str, Document]:
    return {document.id: document}


def test_a_question_waits_until_its_turn_is_kept(reply: Answer, documents: dict[str, Document]) -> None:
    talk = Conversation()
    talk.add("một?", Filter())
    talk.add("hai?", Filter(years=(2024,)))
    asked: list[tuple[str, list[str], Collection[str] | None]] = []

    def ask(question: str, history: Sequence[str] = (), chosen: Collection[str] | None = None) -> Answer:
        asked.append((question, list(history), chosen))
        assert talk.waiting[0].question == question
        return reply

    talk.answer_next(ask, documents)
    assert [w.question for w in talk.waiting] == ["hai?"]
    talk.answer_next(ask, documents)
    assert not talk.waiting
    assert asked == [("một?", [], None), ("hai?", ["một?"], {"binh-dinh"})]
    assert [(t.question, t.history) for t in talk.turns] == [("một?", ()), ("hai?", ("một?",))]


def test_blank_questions_are_none() -> None:
    talk = Conversation()
    talk.add(" \n ", Filter())
    assert not talk.waiting


@pytest.mark.parametrize(
    ("error", "said"), [(StorageError("đĩa đầy"), "đĩa đầy"), (ZeroDivisionError(), "ZeroDivisionError")]
)
def test_a_fault_keeps_the_question_for_another_try(
    error: Exception, said: str, documents: dict[str, Document]
) -> None:
    talk = Conversation()
    talk.add("một?", Filter())

    def ask(*_: object) -> Answer:
        raise error

    turn = talk.answer_next(ask, documents)
    assert turn.answer is None and turn.fault is not None
    assert said in turn.fault(Words("en"))
    assert talk.history == []
    talk.ask_again(turn)
    assert not talk.turns and [w.question for w in talk.waiting] == ["một?"]


def test_refused_questions_are_no_history(reply: Answer, documents: dict[str, Document]) -> None:
    talk = Conversation()
    talk.add("???", Filter())
    talk.answer_next(lambda *_: replace(reply, status="error"), documents)
    assert talk.history == []
