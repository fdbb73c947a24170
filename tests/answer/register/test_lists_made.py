"""Lists over made-up plans, in three spellings: what they count, what they show, what they cite."""

import json
import logging
from datetime import date

import pytest

from answer.assistant import Assistant
from answer.check import check_answer
from answer.phrases import say
from answer.register.desk import RegisterDesk
from answer.reply import Language
from answer.writing.writer import open_writer
from index.errors import StorageError
from index.library import Library
from index.settings import Settings
from obligations.register import Register
from tests.answer.register.made import is_list, lines_of
from tests.answer.writing.odd_server import serving, writes
from ui.wording.obligations import TABLE as OBLIGATIONS
from ui.wording.targets import TABLE as TARGETS
from vietnamese.glossary import Glossary
from vietnamese.text import fold_markup

WHO = ["Sở Nội vụ phải làm gì?", "so noi vu phai lam gi", "What must the Department of Home Affairs do?"]
DUE = ["Những việc phải xong trong quý IV/2025", "nhung viec phai xong trong quy 4/2025", "What is due in Q4 2025?"]
COMPARED = [
    "So sánh chỉ tiêu bồi dưỡng thủ thư giữa Nam Định và Hà Nam",
    "so sanh chi tieu boi duong thu thu giua nam dinh va ha nam",
]
CUT = "Sở Xây dựng phải làm gì?"


@pytest.mark.parametrize("question", WHO)
def test_the_duties_of_an_office_in_all_documents(made: Assistant, question: str) -> None:
    answer = made.ask(question)
    assert is_list(answer)
    assert answer.status == "answered"
    assert "6" in answer.text.split("\n")[0]
    assert {c.document.id for c in answer.citations} == {"nam-dinh", "ha-nam"}
    assert len(lines_of(answer)) == 6
    assert "Nam Định 3" in answer.text
    assert "Hà Nam 3" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Sở Nội vụ tỉnh Nam Định phải làm gì?",
        "so noi vu nam dinh phai lam gi",
        "What must the Department of Home Affairs of Nam Định do?",
    ],
)
def test_a_province_limits_the_list(made: Assistant, question: str) -> None:
    answer = made.ask(question)
    assert {c.document.id for c in answer.citations} == {"nam-dinh"}
    assert len(lines_of(answer)) == 3


@pytest.mark.parametrize("question", DUE)
def test_what_falls_due_in_a_quarter(made: Assistant, question: str) -> None:
    answer = made.ask(question)
    assert is_list(answer)
    assert len(lines_of(answer)) == 3
    assert sorted(c.quote for c in answer.citations) == [
        "- Hướng dẫn phần mềm thư viện trong quý IV/2025.",
        "- Hướng dẫn phần mềm thư viện trong quý IV/2025.",
        "b) Báo cáo Ủy ban nhân dân tỉnh trước ngày 15/11/2025.",
    ]
    assert all("Sở" in line for line in lines_of(answer))  # the list is of nobody in particular


@pytest.mark.parametrize("question", COMPARED)
def test_targets_of_two_provinces_side_by_side(made: Assistant, question: str) -> None:
    answer = made.ask(question)
    assert is_list(answer)
    assert {c.quote for c in answer.citations} == {"- 100% thủ thư được bồi dưỡng nghiệp vụ."}
    assert {c.document.id for c in answer.citations} == {"nam-dinh", "ha-nam"}


def test_figures_that_differ_stand_side_by_side(made: Assistant) -> None:
    answer = made.ask("So sánh chỉ tiêu bồi dưỡng công chức cấp xã giữa Nam Định và Hà Nam")
    assert [line.split(":")[0] for line in lines_of(answer)] == ["Ít nhất 60% (2026)", "Ít nhất 80% (2026)"]


def test_deadlines_of_somebody(made: Assistant) -> None:
    answer = made.ask("deadlines of the Department of Finance in Nam Định")
    assert lines_of(answer) == [
        "“Bố trí kinh phí mở lớp trước ngày 31/3/2026” (provides funding; due: before 31/3/2026) [1]"
    ]


@pytest.mark.parametrize("question", [CUT, "so xay dung phai lam gi", "What must the Department of Construction do?"])
def test_a_long_list_is_cut_and_says_so(made: Assistant, question: str) -> None:
    answer = made.ask(question)
    assert answer.status == "partial"
    assert "15" in answer.text.split("\n")[0]
    shown = len(lines_of(answer))
    assert shown < 15
    said = next(notice.text for notice in answer.notices if notice.code == "shortened")
    assert str(15 - shown) in said
    assert OBLIGATIONS["obligations_page"][answer.language == "en"] in said
    assert sum(len(text) for text in {c.passage.text for c in answer.citations}) <= 2500


@pytest.mark.parametrize("language", ["vi", "en"])
def test_targets_that_are_left_out_name_their_page(language: Language) -> None:
    assert TARGETS["targets_page"][language == "en"] in say("register_rest_targets", language, n=2)


def test_the_first_sentence_and_what_is_known_of_the_documents(made: Assistant) -> None:
    answer = made.ask(CUT)
    first = "Sở Xây dựng có 15 nhiệm vụ trong kế hoạch 14/KH-UBND của Ủy ban nhân dân tỉnh Ninh Bình. Dưới đây nêu "
    assert answer.text.startswith(first)
    assert {"draft", "shortened", "corrected"} <= {notice.code for notice in answer.notices}


@pytest.mark.parametrize("question", [*WHO, *DUE, *COMPARED, CUT])
def test_every_quote_is_verbatim_where_it_says(made: Assistant, question: str) -> None:
    answer = made.ask(question)
    library = made.library
    check_answer(
        answer.text, answer.citations, {c.document.id: library.lines_of(c.document.id) for c in answer.citations}
    )
    assert all(c.lines and fold_markup(c.quote) in fold_markup(c.passage.text) for c in answer.citations)


def test_a_follow_up_keeps_the_office(made: Assistant) -> None:
    answer = made.ask("Trong đó việc nào đến hạn trong quý IV/2025?", [WHO[0]])
    assert [c.quote for c in answer.citations] == ["b) Báo cáo Ủy ban nhân dân tỉnh trước ngày 15/11/2025."]
    assert answer.text.startswith("Sở Nội vụ có 1 việc đến hạn trong quý IV/2025")


def test_the_readers_own_filter_holds(made: Assistant) -> None:
    answer = made.ask(WHO[0], documents=["ha-nam"])
    assert {c.document.id for c in answer.citations} == {"ha-nam"}


def test_a_month_without_a_year_is_said_to_be_of_any(made: Assistant) -> None:
    answer = made.ask("việc nào đến hạn trong tháng 11?")
    assert "mọi năm" in answer.text
    assert [c.quote for c in answer.citations] == ["b) Báo cáo Ủy ban nhân dân tỉnh trước ngày 15/11/2025."]


@pytest.mark.parametrize("question", ["Việc nào đến hạn trong tháng 2/2031?", "What is due in February 2031?"])
def test_where_nothing_falls_due_the_answer_says_so(made: Assistant, question: str) -> None:
    answer = made.ask(question)
    assert (answer.status, answer.citations) == ("no_evidence", ())
    assert "2031" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Sở Khoa học và Công nghệ tỉnh Nam Định phải làm gì?",  # one duty: the clause itself answers
        "Sở Y tế phải làm gì?",
        "Vợ tôi giận thì phải làm gì?",
        "Các sở phải làm gì?",
        "Khi nào Sở Nội vụ phải báo cáo?",
        "Sở Nội vụ tỉnh Cà Mau phải làm gì?",
        "So sánh chỉ tiêu bồi dưỡng bác sĩ giữa Nam Định và Hà Nam",
    ],
)
def test_other_questions_stay_with_the_passages(made: Assistant, question: str) -> None:
    assert not is_list(made.ask(question))


def test_passages_that_are_given_are_answered_from(made: Assistant, made_library: Library) -> None:
    assert not is_list(made.ask(WHO[0], passages=made_library.passages_of("nam-dinh")))


def test_the_register_is_opened_once_for_a_publication(made_library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Library] = []
    real = Register.open.__func__  # type: ignore[attr-defined]

    def counting(cls: type[Register], library: Library, *rest: object) -> Register:
        opened.append(library)
        found: Register = real(cls, library, *rest)
        return found

    monkeypatch.setattr(Register, "open", classmethod(counting))
    assistant = Assistant(made_library, date(2025, 6, 30))
    assistant.ask("Ai ký kế hoạch của Nam Định?")
    assert not opened
    for question in (*WHO, *DUE):
        assistant.ask(question)
    assert len(opened) == 1


def test_where_the_record_cannot_be_used_passages_answer(
    made_library: Library, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> Register:
        raise StorageError("The disk is full.")

    monkeypatch.setattr(Register, "open", broken)
    with caplog.at_level(logging.WARNING):
        answer = Assistant(made_library, date(2025, 6, 30)).ask("Sở Nội vụ phải làm gì theo kế hoạch của Nam Định?")
    assert answer.status in ("answered", "partial")
    assert not is_list(answer)
    assert "The disk is full." in caplog.text


def test_a_document_that_could_not_be_read_is_named(made: Assistant, made_library: Library) -> None:
    desk = RegisterDesk(made_library, made.glossary)
    question = made._reader.read(WHO[0])
    found = desk.answer(question, date(2025, 6, 30))
    assert found is not None
    assert not found.draft.partial
    desk._register = Register(made_library, made.glossary, unread=["ninh-binh"])
    found = desk.answer(question, date(2025, 6, 30))
    assert found is not None
    assert found.draft.partial
    assert any("14/KH-UBND" in notice.text for notice in found.draft.notices)


def test_a_language_model_reads_the_passages_of_the_list(made_library: Library) -> None:
    with serving(writes("STATUS: complete\nSở Xây dựng chủ trì mở lớp số 1 [1].\n")) as server:
        settings = Settings(writer="openai:tho-ky", writer_url=server.url, writer_characters=4000)
        glossary = Glossary.load()
        writer = open_writer(settings, made_library, glossary)
        answer = Assistant(made_library, date(2025, 6, 30), glossary, writer=writer).ask(CUT)
        (request,) = server.asked
    given = json.dumps(request["body"], ensure_ascii=False)
    assert all(f"mở lớp số {i} " in given for i in range(1, 10))
    assert (answer.mode, answer.status) == ("written", "partial")
    assert any(notice.code == "shortened" for notice in answer.notices)
