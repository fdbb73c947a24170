"""The chat page with a language model configured, run without a browser, over an assistant that writes what it is told to."""

import json
from collections.abc import Iterator
from dataclasses import replace
from threading import Event

import pytest
from fake_assistant import FakeAssistant, FakeModel, FakeWriter
from slow_model import until
from streamlit.testing.v1 import AppTest

from answer.reply import Answer, Notice
from answer.writing.source import Source
from answer.writing.state import Trouble, Usage, WritingRecord
from answer.writing.writer import Writing
from index.settings import PROJECT
from ui.session import Conversation


@pytest.fixture
def app(fake: FakeAssistant, written: Answer) -> AppTest:
    """The page over an assistant that writes until it is stopped, and then gives what it has."""
    source = Source(1, written.citations[0].document, written.citations[0].passage, "…")

    def writing(stop: Event) -> Iterator[Writing]:
        yield Writing("Bố trí 20 người/lớp [1].", "Và", (source,))
        stop.wait()

    fake.writer, fake.writing, fake.answering = FakeWriter(), writing, lambda _: written
    return AppTest.from_file(str(PROJECT / "app.py"), default_timeout=60)


def _html(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def _talk(app: AppTest) -> Conversation:
    talk: Conversation = app.session_state["conversation"]
    return talk


def _ask(app: AppTest, question: str) -> None:
    app.chat_input(key="question").set_value(question).run()
    assert not app.exception


def _finished(app: AppTest) -> AppTest:
    """The page after the work that goes on has come to its end."""
    work = _talk(app).work
    assert work is not None
    work.wait()
    app.run()
    assert not app.exception
    return app


def _shown(app: AppTest) -> list[dict[str, object]]:
    """What the answers on the page are drawn from."""
    return [json.loads(e.proto.json) for e in app.get("bidi_component") if e.proto.component_name.endswith("answer")]


def test_the_page_says_who_reads_the_question(app: AppTest, fake: FakeAssistant) -> None:
    app.run()
    assert "Mô hình tho-ky tại 127.0.0.1:8080, trên máy này" in _html(app)
    assert "Một mô hình ngôn ngữ viết câu trả lời" in _html(app)
    fake.writer = FakeWriter(FakeModel(where="model.example", is_local=False))
    app.run()
    assert "được gửi tới model.example, bên ngoài máy này" in _html(app)


def test_without_a_model_nothing_is_said_of_one(app: AppTest, fake: FakeAssistant, reply: Answer) -> None:
    fake.writer, fake.writing, fake.answering = None, lambda _: iter(()), lambda _: reply
    app.run()
    _ask(app, "một?")
    assert "mô hình" not in _html(app).lower()
    assert not [b for b in app.button if b.label == "Dừng viết"]


def test_what_is_written_grows_and_ends_in_the_answer(app: AppTest, fake: FakeAssistant) -> None:
    app.run()
    _ask(app, "một?")
    (data,) = _shown(app)
    assert data["blocks"][0]["runs"][0]["text"] == "Bố trí 20 người/lớp "
    assert data["writing"]["tail"]["runs"][0]["text"] == "Và"
    assert data["writing"]["label"] == "Đang viết, chưa đối chiếu:"
    app.run()
    assert len(fake.asked) == 1
    _talk(app).stop()
    _finished(app)
    (data,) = _shown(app)
    assert "writing" not in data and data["done"] == "Đã viết xong."
    assert "viết bởi mô hình tho-ky tại 127.0.0.1:8080, trên máy này, đã đối chiếu từng câu" in _html(app)
    assert "Đã bỏ một câu." in _html(app)
    assert [text.value for text in app.text] == ["một?"]
    app.run()
    assert _shown(app)[0]["done"] == ""


def test_the_button_stops_it(app: AppTest) -> None:
    app.run()
    _ask(app, "một?")
    work = _talk(app).work
    assert work is not None
    next(b for b in app.button if b.label == "Dừng viết").click().run()
    assert work.stopping
    until(lambda: work.ended)
    app.run()
    assert [text.value for text in app.text] == ["một?"] and "viết bởi mô hình" in _html(app)


def test_questions_asked_meanwhile_wait_for_their_turn(app: AppTest, fake: FakeAssistant) -> None:
    app.run()
    _ask(app, "một?")
    _ask(app, "hai?")
    assert [text.value for text in app.text] == ["một?", "hai?"]
    assert "Chờ câu trả lời trước xong." in _html(app)
    app.query_params["lang"] = "en"
    app.run()
    assert [b.label for b in app.button if b.label == "Stop writing"]
    for _ in range(2):
        _talk(app).stop()
        _finished(app)
    assert fake.asked == [("một?", [], None), ("hai?", ["một?"], None)]
    assert [text.value for text in app.text] == ["một?", "hai?"]


def test_a_model_that_fails_is_said_and_can_be_asked_again(
    app: AppTest, fake: FakeAssistant, reply: Answer, written: Answer
) -> None:
    record = WritingRecord("openai:tho-ky", "v1", "extractive", "unreachable", 0, 0, Usage())
    failed = replace(reply, notices=(Notice("no_model", "Mô hình không kết nối được."),), writing=record)
    answers = [failed, written]
    fake.writing, fake.answering = lambda _: iter(()), lambda _: answers.pop(0)
    app.run()
    _ask(app, "một?")
    assert "Mô hình không kết nối được." in _html(app) and "trích nguyên văn" in _html(app)
    next(b for b in app.button if b.label == "Cho mô hình viết lại").click().run()
    assert "viết bởi mô hình tho-ky" in _html(app)
    assert [text.value for text in app.text] == ["một?"]
    assert not [b for b in app.button if b.label == "Cho mô hình viết lại"]


@pytest.mark.parametrize("trouble", ["none", "unsupported", "language", "endless", "empty"])
def test_a_second_try_is_offered_only_where_it_may_end_otherwise(
    app: AppTest, fake: FakeAssistant, reply: Answer, trouble: Trouble
) -> None:
    record = WritingRecord("openai:tho-ky", "v1", "extractive", trouble, 1, 0, Usage())
    fake.writing, fake.answering = lambda _: iter(()), lambda _: replace(reply, writing=record)
    app.run()
    _ask(app, "một?")
    assert not [b for b in app.button if b.label == "Cho mô hình viết lại"]


def test_a_fault_while_it_writes_keeps_the_question(app: AppTest, fake: FakeAssistant) -> None:
    def breaks(_: Event) -> Iterator[Writing]:
        yield Writing("", "Một", ())
        raise ZeroDivisionError

    fake.writing = breaks
    app.run()
    _ask(app, "một?")
    until(lambda: "Lỗi ngoài dự kiến (ZeroDivisionError)" in _html(app.run()))
    next(b for b in app.button if b.label == "Hỏi lại").click().run()
    assert [text.value for text in app.text] == ["một?"] and len(fake.asked) == 2


def test_a_new_conversation_stops_the_old_one(app: AppTest) -> None:
    app.run()
    _ask(app, "một?")
    work = _talk(app).work
    assert work is not None
    next(b for b in app.button if b.label == "Cuộc hỏi đáp mới").click().run()
    until(lambda: work.ended)
    assert not app.text and _talk(app).work is None
