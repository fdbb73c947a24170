"""The assistant as a whole: what it refuses, what it limits itself to, how it follows the index, and many threads at once."""

import asyncio
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from answer.assistant import Assistant
from answer.chain import as_runnable
from answer.question import LONGEST
from answer.reply import Answer
from index.library import Library
from index.settings import Settings
from ingest.sync import ingest_paths

BINH_DINH, SOC_TRANG = "binh-dinh-quyet-dinh-2106-2023", "soc-trang-du-thao-ke-hoach-2021-2025"
QUESTIONS = (
    "Ai ký quyết định của Bình Định?",
    "kinh phi dao tao o Binh Dinh lay tu dau",
    "What must the Department of Finance of Sóc Trăng do?",
    "Tỉnh Cà Mau mở bao nhiêu lớp?",
    "Giá vé máy bay đi Paris là bao nhiêu?",
    "🙂",
)


def timeless(answer: Answer) -> Answer:
    return replace(answer, timings_ms={})


class TestRefused:
    @pytest.mark.parametrize("text", ["", "   ", "\n\t", "🙂", "?!…", "###", "\u200b"])
    def test_nothing_in_words(self, assistant: Assistant, text: str) -> None:
        answer = assistant.ask(text)
        assert answer.status == "error"
        assert answer.question == text
        assert answer.text
        assert answer.citations == answer.nearest == ()

    def test_far_too_long(self, assistant: Assistant) -> None:
        answer = assistant.ask("kinh phí " * 1112)
        assert answer.status == "error"
        assert "10,008" in answer.text

    def test_the_longest_that_is_read(self, assistant: Assistant) -> None:
        text = "Kinh phí đào tạo của Bình Định lấy từ đâu?".ljust(LONGEST, "?")
        assert assistant.ask(text).status == "answered"
        assert assistant.ask(f"{text}?").status == "error"

    def test_said_in_the_language_of_the_question(self, assistant: Assistant) -> None:
        assert "characters" in assistant.ask("where is the money? " * 500).text
        assert "ký tự" in assistant.ask("tiền ở đâu? " * 500).text

    def test_it_takes_no_time(self, assistant: Assistant) -> None:
        assert set(assistant.ask("").timings_ms) == {"total"}


@pytest.fixture(scope="module")
def answer(assistant: Assistant) -> Answer:
    return assistant.ask("Kinh phí đào tạo của Bình Định lấy từ đâu?")


class TestAnswered:
    def test_with_citations_of_the_document_named(self, answer: Answer) -> None:
        assert answer.status == "answered"
        assert answer.mode == "extractive"
        assert answer.language == "vi"
        assert {c.document.id for c in answer.citations} == {BINH_DINH}
        assert [c.marker for c in answer.citations] == list(range(1, len(answer.citations) + 1))
        assert answer.nearest == ()

    def test_each_stage_is_timed(self, answer: Answer) -> None:
        timings = answer.timings_ms
        assert {"understand", "retrieve", "answer", "total"} <= set(timings)
        assert all(ms >= 0 for ms in timings.values())
        assert timings["total"] >= sum(ms for stage, ms in timings.items() if stage != "total") - 1

    def test_its_json_is_the_contracts(self, answer: Answer) -> None:
        row = json.loads(json.dumps(answer.as_json()))
        assert list(row) == [
            *("id", "question", "resolved_question", "language", "status", "mode", "answer", "citations", "nearest"),
            *("notices", "timings_ms"),
        ]
        assert set(row["citations"][0]) == {
            *("marker", "document_id", "title", "number", "issuer", "province", "document_status", "file", "section"),
            *("page", "lines", "quote", "passage", "read_by"),
        }
        assert row["citations"][0]["number"] == "2106/QĐ-UBND"

    def test_a_question_about_the_document_is_not_searched(self, assistant: Assistant) -> None:
        answer = assistant.ask("Ai ký quyết định của Bình Định?")
        assert answer.status == "answered"
        assert "Phạm Anh Tuấn" in answer.text
        assert "retrieve" not in answer.timings_ms

    def test_a_draft_and_a_period_that_is_over_are_said(self, assistant: Assistant) -> None:
        later = Assistant(assistant.library, date(2031, 1, 1), assistant.glossary)
        asked = "Sở Tài chính của Sóc Trăng có trách nhiệm gì?"
        assert "draft" in {n.code for n in assistant.ask(asked).notices}
        assert "period_over" not in {n.code for n in assistant.ask(asked).notices}
        assert {"draft", "period_over"} <= {n.code for n in later.ask(asked).notices}


class TestNotAnswered:
    def test_a_province_without_documents(self, assistant: Assistant) -> None:
        answer = assistant.ask("Tỉnh Cà Mau mở bao nhiêu lớp?")
        assert answer.status == "no_evidence"
        assert "Cà Mau" in answer.text
        assert answer.citations == ()

    def test_nothing_on_it_but_what_comes_closest(self, assistant: Assistant) -> None:
        answer = assistant.ask("Giá vé máy bay đi Paris của cán bộ là bao nhiêu tiền?")
        assert answer.status == "no_evidence"
        assert answer.citations == ()
        assert answer.nearest
        assert "[" not in answer.text

    def test_what_a_document_does_not_state(self, assistant: Assistant) -> None:
        answer = assistant.ask("Số hiệu của kế hoạch Đồng Tháp?")
        assert answer.status == "no_evidence"
        assert answer.citations == ()


class TestFilter:
    def test_only_those_documents(self, assistant: Assistant) -> None:
        answer = assistant.ask("Sở Tài chính có trách nhiệm gì?", documents=[SOC_TRANG])
        assert {c.document.id for c in (*answer.citations, *answer.nearest)} == {SOC_TRANG}

    def test_wins_over_what_the_question_names(self, assistant: Assistant) -> None:
        answer = assistant.ask("Sở Tài chính của Bình Định có trách nhiệm gì?", documents=[SOC_TRANG])
        assert {c.document.id for c in (*answer.citations, *answer.nearest)} <= {SOC_TRANG}

    def test_narrows_what_the_question_names(self, assistant: Assistant) -> None:
        text = "So sánh Sở Tài chính của Bình Định và Sóc Trăng"
        answer = assistant.ask(text, documents=[BINH_DINH])
        assert {c.document.id for c in (*answer.citations, *answer.nearest)} <= {BINH_DINH}

    @pytest.mark.parametrize("documents", [[], ["withdrawn-since"]])
    @pytest.mark.parametrize(
        "text",
        [
            "Sở Tài chính có trách nhiệm gì?",
            "Ai ký kế hoạch này?",
        ],
    )
    def test_documents_that_are_not_there_answer_nothing(
        self, assistant: Assistant, text: str, documents: list[str]
    ) -> None:
        answer = assistant.ask(text, documents=documents)
        assert answer.status == "no_evidence"
        assert answer.citations == answer.nearest == ()


@pytest.mark.parametrize(
    "text",
    ["Sóc Trăng?", "Còn ở Sóc Trăng?", "Thế còn Sóc Trăng?"],
)
def test_a_conversation(assistant: Assistant, text: str) -> None:
    answer = assistant.ask(text, ["Sở Tài chính của Bình Định có trách nhiệm gì?"])
    assert answer.question == text
    assert answer.resolved_question == "Sở Tài chính của Sóc Trăng có trách nhiệm gì?"
    assert {c.document.id for c in answer.citations} == {SOC_TRANG}


def test_eight_threads_get_the_answers_that_one_gets(assistant: Assistant) -> None:
    alone = [timeless(assistant.ask(q)) for q in QUESTIONS]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda i: timeless(assistant.ask(QUESTIONS[i % len(QUESTIONS)])), range(24)))
    assert together == alone * 4


class TestRefresh:
    @pytest.fixture
    def growing(self, tmp_path: Path, assistant: Assistant) -> Iterator[tuple[Assistant, Settings, Path]]:
        """An assistant over one document, its settings and the document's file."""
        settings = Settings(data=tmp_path / "data", corpus=tmp_path)
        file = tmp_path / "thu-vien.md"
        file.write_text(_plan("Lâm Đồng", "Mỗi năm mua 250 kệ gỗ cho các phòng đọc."), encoding="utf-8")
        ingest_paths(settings, [file], model_loader=lambda: assistant.library.model)
        opened = Assistant(Library.open(settings, assistant.library.model), date(2025, 6, 30), assistant.glossary)
        yield opened, settings, file
        opened.library.close()

    def test_nothing_newer(self, growing: tuple[Assistant, Settings, Path]) -> None:
        assert growing[0].refresh() is False

    def test_a_new_edition_and_a_new_document(self, growing: tuple[Assistant, Settings, Path]) -> None:
        assistant, settings, file = growing
        asked = "Mỗi năm mua bao nhiêu kệ gỗ cho các phòng đọc?"
        assert "250" in assistant.ask(asked).text
        assert assistant.ask("Phú Yên mua bao nhiêu kệ gỗ?").status == "no_evidence"

        file.write_text(_plan("Lâm Đồng", "Mỗi năm mua 360 kệ gỗ cho các phòng đọc."), encoding="utf-8")
        other = file.with_name("thu-vien-khac.md")
        other.write_text(_plan("Phú Yên", "Mỗi năm mua 77 kệ gỗ cho các phòng đọc."), encoding="utf-8")
        ingest_paths(settings, [file, other], model_loader=lambda: assistant.library.model)
        assert "250" in assistant.ask(asked, documents=["thu-vien"]).text
        assert assistant.refresh() is True
        assert assistant.refresh() is False
        answer = assistant.ask(asked, documents=["thu-vien"])
        assert "360" in answer.text
        assert "250" not in answer.text
        assert "77" in assistant.ask("Phú Yên mua bao nhiêu kệ gỗ cho các phòng đọc?").text


def _plan(province: str, clause: str) -> str:
    return (
        f"ỦY BAN NHÂN DÂN\n\nTỈNH {province.upper()}\n\nSố: 9/KH-UBND\n\n{province}, ngày 05 tháng 3 năm 2025\n\n**KẾ HOẠCH**\n\n"
        f"**Mua sắm cho thư viện năm 2025**\n\n**I. MUA SẮM**\n\n1. {clause}\n\n2. Thủ thư sắp xếp sách theo chủ đề.\n"
    )


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("phong nao bao cao ket qua dao tao", "Đơn vị được nêu: Phòng Tổ chức - Hành chính"),
        ("Kế hoạch Tỉnh ủy 2025 cho học quốc phòng đối tượng 1 ở trường nào?", "Học viện Quốc phòng"),
        ("Kế hoạch Tỉnh ủy 2025 cho học quốc phòng đối tượng 2 ở trường nào?", "Trường Quân sự Quân khu 7"),
        ("Bình Định năm 2025 đào tạo bao nhiêu thạc sĩ?", "từ 30 đến 50 cán bộ"),
        ("Bình Định cử bao nhiêu tiến sĩ mỗi năm?", "ít nhất 03 tiến sĩ"),
        ("Ai là chủ tịch tỉnh Bình Định?", "Người ký: Phạm Anh Tuấn, Chủ tịch"),
        (
            "Ai chịu trách nhiệm thi hành quyết định này?",
            "Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ, Thủ trưởng",
        ),
        ("Does the plan mention artificial intelligence?", "says this on the matter"),
        ("Kế hoạch có nói về chuyển đổi số không?", "quy định về việc này như sau"),
        ("Nguồn kinh phí gồm những gì?", "Nguồn kinh phí theo"),
        ("What does the plan say about teachers?", "provides [1]"),
        ("What does Decision 2106 say about funding?", "Decision 2106/QĐ-UBND of the Provincial People's Committee"),
        ("Which plan is about population work?", "làm công tác dân số"),
        ("Bao nhiêu người được cử đi học cao cấp lý luận chính trị?", "từ 35 cán bộ; từ 42 cán bộ"),
        ("cao cap chinh tri khong tap trung 2025 may nguoi", "nêu: từ 42 cán bộ [1]"),
        ("Năm 2025 Tỉnh ủy cử bao nhiêu người đi học cao cấp lý luận chính trị hệ tập trung?", "nêu: từ 35 cán bộ [1]"),
        ("Cán bộ trẻ dưới bao nhiêu tuổi được cử đi?", "dưới 45 tuổi"),
        ("Kế hoạch của Đồng Tháp đến năm nào?", "Giai đoạn: đến năm 2030"),
        ("Tỷ lệ sau đại học ở Hậu Giang?", "10%"),
        ("vuong mac o soc trang bao cho so nao", "Báo cáo, gửi đến: Sở Nội vụ"),
        (
            "If a unit meets difficulty under the 2025 Party committee plan, through whom does it report?",
            "This goes to the Standing Board of the Provincial Party Committee (Ban Thường vụ Tỉnh ủy), through",
        ),
        ("Phòng nào ở Sở Y tế Hậu Giang đứng ra mở các lớp đào tạo liên tục?", "Phòng Nghiệp vụ Y - BHYT"),
        ("Đại biểu hội đồng nhân dân bao lâu được bồi dưỡng một lần?", "ít nhất 01 lần trong nhiệm kỳ"),
        ("Is the intermediate political theory course run by the Regional Academy?", "Provincial Political School"),
        ("Học về có bằng rồi phải nộp mấy bản sao, và nộp cho ai?", "một bản sao"),
        ("Ở Hậu Giang sau đại học thì theo quyết định nào?", "29/2022/QĐ-UBND"),
        ("What resolution supports postgraduate study in Hau Giang?", "22/2022/NQ-HĐND"),
        ("Ai đề nghị ban hành Quyết định 2106?", "Theo đề nghị của: Giám đốc Sở Nội vụ"),
        ("Ai phê duyệt kế hoạch đào tạo hằng năm của Sóc Trăng?", "Chủ tịch Ủy ban nhân dân tỉnh phê duyệt “kế hoạch"),
        ("On whose recommendation did Binh Dinh issue its plan?", "At the proposal of “Giám đốc Sở Nội vụ”"),
        (
            "Which department in Bình Định tells the others at what rates training costs may be paid?",
            "Department of Finance",
        ),
        ("Who does Article 2 of the Bình Định decision hold responsible for it?", "Chánh Văn phòng"),
        ("Who is the Dong Thap plan for?", "lists these 4 items"),
        ("Who leads the population staff plan in Dong Thap?", "Department of Health (Sở Y tế)"),
        ("Ai chủ trì thực hiện kế hoạch của Bình Định?", "Sở Nội vụ"),
        ("Kế hoạch đào tạo 5 năm của các sở ở Sóc Trăng phải xong trước ngày nào?", "Trước 31/3/2021"),
        ("Which groups of people fall under the Sóc Trăng 2021-2025 plan?", "lists these 4 items"),
    ],
)
def test_the_first_sentence_holds_what_is_asked(assistant: Assistant, question: str, begins: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered" and begins in answer.text.split("\n")[0]


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("Văn bản nào nói về chuyển đổi số?", {BINH_DINH}),
        ("Which plans mention foreign languages?", {SOC_TRANG}),
        ("Kế hoạch nào nhắc đến tự đào tạo?", {"tinh-uy-ke-hoach-2025", "hau-giang-ke-hoach-nganh-y-te-2023"}),
    ],
)
def test_which_documents_speak_of_something(assistant: Assistant, question: str, documents: set[str]) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered" and {c.document.id for c in answer.citations} == documents


@pytest.mark.parametrize(
    "question",
    [
        "thời gian bồi dưỡng tối thiểu mỗi năm là bao nhiêu",
        "lịch học tháng 5",
        "Ai dự thảo kế hoạch này?",
        "Who drafted the Soc Trang plan?",
        "Tỷ lệ cán bộ cấp xã có trình độ đại học ở Sóc Trăng đến năm 2025?",
    ],
)
def test_what_no_clause_gives_is_refused(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status == "no_evidence"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Bình Định cử bao nhiêu tiến sĩ mỗi năm?", "ít nhất 03 tiến sĩ; 01 tiến sĩ"),
        ("Bình Định năm 2025 đào tạo bao nhiêu thạc sĩ?", None),
    ],
)
def test_a_contradiction_is_told_of_the_figure_that_is_asked(
    assistant: Assistant, question: str, told: str | None
) -> None:
    text = assistant.ask(question).text
    assert ("hai số liệu khác nhau" in text) == (told is not None)
    assert told is None or told in text


class TestRunnable:
    def test_a_question(self, assistant: Assistant) -> None:
        row = as_runnable(assistant).invoke(QUESTIONS[0])
        assert row["status"] == "answered"
        assert row["question"] == QUESTIONS[0]

    def test_a_question_with_its_history(self, assistant: Assistant) -> None:
        asked = {"question": "Còn ở Sóc Trăng?", "history": ["Sở Tài chính của Bình Định có trách nhiệm gì?"]}
        row = as_runnable(assistant).invoke(asked)
        assert row["resolved_question"] == "Sở Tài chính của Sóc Trăng có trách nhiệm gì?"
        assert as_runnable(assistant).invoke({"question": QUESTIONS[0]})["status"] == "answered"

    def test_a_batch_in_order(self, assistant: Assistant) -> None:
        rows = as_runnable(assistant).batch(list(QUESTIONS[:3]))
        assert [r["question"] for r in rows] == list(QUESTIONS[:3])

    def test_asynchronously(self, assistant: Assistant) -> None:
        row = asyncio.run(as_runnable(assistant).ainvoke(QUESTIONS[0]))
        assert row["answer"] == assistant.ask(QUESTIONS[0]).text

    def test_it_composes(self, assistant: Assistant) -> None:
        chain = as_runnable(assistant) | (lambda row: row["status"])
        assert chain.invoke("") == "error"
