"""The page run without a browser, over an assistant that answers every question alike."""

from dataclasses import replace
from pathlib import Path

import pytest
from fake_assistant import FakeAssistant
from streamlit.testing.v1 import AppTest

from answer.reply import Answer
from index.errors import StorageError
from index.settings import PROJECT


@pytest.fixture
def app(fake: FakeAssistant) -> AppTest:
    assert fake.library.documents
    return AppTest.from_file(str(PROJECT / "app.py"), default_timeout=60)


def _html(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def _ask(app: AppTest, question: str) -> None:
    app.chat_input(key="question").set_value(question).run()
    assert not app.exception


def test_the_empty_page_says_what_is_there(app: AppTest) -> None:
    app.run()
    assert not app.exception
    assert app.title[0].value == "Hỏi đáp văn bản hành chính"
    assert app.expander[0].label == "2 văn bản trong kho"
    assert "Quyết định 2106/QĐ-UBND (Bình Định)" in _html(app)


def test_a_follow_up_carries_the_conversation(app: AppTest, fake: FakeAssistant) -> None:
    app.run()
    _ask(app, "một?")
    _ask(app, "hai?")
    assert fake.asked == [("một?", [], None), ("hai?", ["một?"], None)]
    assert [text.value for text in app.text] == ["một?", "hai?"]
    assert "Giai đoạn đã kết thúc." in _html(app)


def test_a_new_conversation_forgets(app: AppTest, fake: FakeAssistant) -> None:
    app.run()
    _ask(app, "một?")
    next(b for b in app.button if b.label == "Cuộc hỏi đáp mới").click().run()
    assert not app.text
    _ask(app, "hai?")
    assert fake.asked[-1] == ("hai?", [], None)


def test_questions_stay_literal(app: AppTest) -> None:
    app.run()
    _ask(app, "<script>x</script> **b** $x$")
    assert app.text[0].value == "<script>x</script> **b** $x$"


def test_the_resolved_question_is_shown(app: AppTest, fake: FakeAssistant, reply: Answer) -> None:
    fake.answering = lambda _: replace(reply, resolved_question="Sở <b>Nội vụ</b> làm gì?")
    app.run()
    _ask(app, "còn Sở Nội vụ?")
    assert "Được hiểu là: Sở &lt;b&gt;Nội vụ&lt;/b&gt; làm gì?" in _html(app)


def test_no_evidence_offers_the_nearest_as_such(app: AppTest, fake: FakeAssistant, reply: Answer) -> None:
    nothing = replace(reply, status="no_evidence", text="Không có.", citations=(), nearest=reply.citations)
    fake.answering = lambda _: nothing
    app.run()
    _ask(app, "giá vàng?")
    assert "Không tìm thấy câu trả lời" in _html(app)
    assert "Đoạn gần nhất - không phải câu trả lời" in _html(app)


def test_a_partial_answer_says_so(app: AppTest, fake: FakeAssistant, reply: Answer) -> None:
    fake.answering = lambda _: replace(reply, status="partial")
    app.run()
    _ask(app, "một?")
    assert "Trả lời một phần" in _html(app)


def test_a_fault_leaves_the_question_to_be_asked_again(app: AppTest, fake: FakeAssistant, reply: Answer) -> None:
    faults = [StorageError("đĩa đầy"), ZeroDivisionError()]

    def answering(_: str) -> Answer:
        if faults:
            raise faults.pop(0)
        return reply

    fake.answering = answering
    app.run()
    _ask(app, "một?")
    assert "đĩa đầy" in _html(app)
    for _ in range(2):
        next(b for b in app.button if b.label == "Hỏi lại").click().run()
    assert not app.exception
    assert "Giai đoạn đã kết thúc." in _html(app)
    assert [text.value for text in app.text] == ["một?"]


def test_the_filter_limits_and_is_kept_with_the_answer(app: AppTest, fake: FakeAssistant) -> None:
    app.run()
    app.multiselect(key="filter_province").select("Cần Thơ").run()
    assert "1/2 văn bản" in _html(app)
    _ask(app, "một?")
    assert fake.asked == [("một?", [], {"soc-trang"})]
    app.multiselect(key="filter_province").unselect("Cần Thơ").run()
    assert _html(app).count("Trong phạm vi: Cần Thơ") == 1


def test_a_filter_that_leaves_nothing_is_said(app: AppTest) -> None:
    app.run()
    app.multiselect(key="filter_province").select("Cần Thơ").run()
    app.multiselect(key="filter_year").select(2023).run()
    assert "Không văn bản nào khớp" in app.sidebar.warning[0].value
    assert app.chat_input(key="question").disabled


def test_a_document_that_is_gone_leaves_the_filter(app: AppTest, fake: FakeAssistant) -> None:
    app.run()
    app.multiselect(key="filter_document").select("soc-trang").run()
    del fake.library.documents["soc-trang"]
    fake.library.publication_id = "p2"
    app.run()
    assert not app.exception
    assert app.multiselect(key="filter_document").value == []
    assert "Kho văn bản vừa được cập nhật" in _html(app)
    app.run()
    assert "Kho văn bản vừa được cập nhật" not in _html(app)


def test_english_from_the_address(app: AppTest) -> None:
    app.query_params["lang"] = "en"
    app.run()
    assert app.title[0].value == "Administrative Documents Assistant"
    assert app.multiselect(key="filter_year").label == "Year (of the period)"


def test_thumbs_are_kept_at_once_and_again_with_a_comment(app: AppTest, fake: FakeAssistant) -> None:
    app.run()
    _ask(app, "một?")
    app.feedback[0].set_value(1).run()
    app.run()
    assert [(k[0], k[2], k[3]) for k in fake.library.kept] == [("một?", "up", "")]
    app.text_input[0].set_value("đúng")
    next(b for b in app.button if b.label == "Gửi").click().run()
    assert [(k[2], k[3]) for k in fake.library.kept] == [("up", ""), ("up", "đúng")]
    assert fake.library.kept[0][1]["id"] == fake.library.kept[1][1]["id"]
    app.feedback[0].set_value(0).run()
    assert [(k[2], k[3]) for k in fake.library.kept[2:]] == [("down", "đúng")]


def test_a_thumb_taken_back_is_forgotten(app: AppTest, fake: FakeAssistant) -> None:
    app.run()
    _ask(app, "một?")
    app.feedback[0].set_value(0).run()
    assert [k[2] for k in fake.library.kept] == ["down"]
    app.feedback[0].set_value(None).run()
    assert fake.library.kept == []
    app.feedback[0].set_value(0).run()
    assert [k[2] for k in fake.library.kept] == ["down"]


def test_notices_stand_before_what_is_only_related(app: AppTest, fake: FakeAssistant, reply: Answer) -> None:
    related = "Điều khoản liên quan:"
    fake.answering = lambda _: replace(reply, text=f"20 người/lớp.\n\n{related}\n\n“{reply.citations[0].quote}” [1]")
    app.run()
    _ask(app, "một?")
    html = _html(app)
    assert 0 < html.index("Giai đoạn đã kết thúc.") < html.index(related)


@pytest.mark.parametrize(
    ("content", "said", "detail"),
    [(None, "chưa có chỉ mục", "There is no index"), (b"x" * 200, "dữ liệu trên đĩa", "is damaged")],
)
def test_an_index_that_cannot_be_opened(
    content: bytes | None, said: str, detail: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if content:
        (tmp_path / "record.sqlite").write_bytes(content)
    monkeypatch.setenv("ASSISTANT_DATA", str(tmp_path))
    app = AppTest.from_file(str(PROJECT / "app.py"), default_timeout=60).run()
    assert not app.exception
    assert app.header[0].value == "Chưa thể trả lời câu hỏi"
    assert said in _html(app) and detail in _html(app)
    assert [code.value for code in app.code] == ["python -m ingest"]
    assert ('href="documents?lang=vi"' in _html(app)) == (content is None)
    assert not app.status


def test_a_setting_that_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_DATAA", "x")
    app = AppTest.from_file(str(PROJECT / "app.py"), default_timeout=60).run()
    assert "Unknown setting ASSISTANT_DATAA" in _html(app)
