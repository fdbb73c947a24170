from collections.abc import Callable, Iterator
from dataclasses import replace
from threading import Event

import pytest
from fake_assistant import FakeAssistant, FakeLibrary, nothing
from slow_model import until

from answer.reply import Answer
from answer.writing.writer import Writing
from index.document import Document
from index.errors import StorageError
from ui import session
from ui.filters import Filter
from ui.session import Conversation, Turn
from ui.words import Words


def _answers(
    answering: Callable[[str], Answer], writing: Callable[[Event], Iterator[Writing]] = nothing
) -> FakeAssistant:
    return FakeAssistant(FakeLibrary({}), answering, writing=writing)


@pytest.fixture
def documents(document: Document) -> dict[str, Document]:
    return {document.id: document}


def _next(talk: Conversation, assistant: FakeAssistant, documents: dict[str, Document]) -> Turn:
    first = talk.begin(assistant, documents)
    assert first is not None
    first[1].wait()
    turn = talk.take_up()
    assert turn is not None
    return turn


def test_a_question_waits_until_its_turn_is_kept(reply: Answer, documents: dict[str, Document]) -> None:
    talk, assistant = Conversation(), _answers(lambda _: reply)
    assert not talk.begun and talk.begin(assistant, documents) is None and talk.take_up() is None
    talk.add("một?", Filter())
    talk.add("hai?", Filter(years=(2024,)))
    first = talk.begin(assistant, documents)
    assert first is not None and first == talk.begin(assistant, documents)  # once only, however often the page is drawn
    first[1].wait()
    assert [w.question for w in talk.waiting] == ["một?", "hai?"]
    turn = talk.take_up()
    assert turn and (turn.id, turn.answer) == (first[1].id, reply)
    assert [w.question for w in talk.waiting] == ["hai?"]
    _next(talk, assistant, documents)
    assert not talk.waiting and talk.begun
    assert assistant.asked == [("một?", [], None), ("hai?", ["một?"], {"binh-dinh"})]
    assert [(t.question, t.history) for t in talk.turns] == [("một?", ()), ("hai?", ("một?",))]


def test_blank_questions_are_none() -> None:
    talk = Conversation()
    talk.add(" \n ", Filter())
    assert not talk.waiting


def test_a_fault_keeps_the_question_for_another_try(documents: dict[str, Document]) -> None:
    def fail(_: str) -> Answer:
        raise StorageError("đĩa đầy")

    talk = Conversation()
    talk.add("một?", Filter())
    turn = _next(talk, _answers(fail), documents)
    assert turn.answer is None and turn.fault is not None
    assert "đĩa đầy" in turn.fault(Words("en"))
    assert talk.history == []
    for _ in range(2):  # a button pressed twice asks once
        talk.ask_again(turn)
    assert not talk.turns and [w.question for w in talk.waiting] == ["một?"]


def test_refused_questions_are_no_history(reply: Answer, documents: dict[str, Document]) -> None:
    talk = Conversation()
    talk.add("???", Filter())
    _next(talk, _answers(lambda _: replace(reply, status="error")), documents)
    assert talk.history == []


def test_what_goes_on_is_stopped_when_the_last_tab_is_gone(
    reply: Answer, documents: dict[str, Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    def until_stopped(stop: Event) -> Iterator[Writing]:
        assert stop.wait(60)
        yield from ()

    monkeypatch.setattr(session, "PATIENCE", 0.05)
    talk = Conversation()
    talk.enter()
    talk.enter()
    talk.add("một?", Filter())
    talk.begin(_answers(lambda _: reply, until_stopped), documents)
    assert talk.work is not None
    talk.leave()
    assert not talk.work.stopping
    talk.leave()
    until(lambda: talk.work is not None and talk.work.ended)
    turn = talk.take_up()
    assert turn and turn.answer == reply


def test_a_tab_that_comes_back_in_time_loses_nothing(
    reply: Answer, documents: dict[str, Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "PATIENCE", 0.3)
    done = Event()

    def wait(_: str) -> Answer:
        done.wait(60)
        return reply

    talk = Conversation()
    talk.enter()
    talk.add("một?", Filter())
    talk.begin(_answers(wait), documents)
    work = talk.work
    assert work is not None
    talk.leave()
    talk.enter()
    assert not done.wait(0.6)
    assert not work.stopping
    done.set()
    work.wait()
