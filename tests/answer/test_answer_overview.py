"""What documents there are, and what one of them holds, told by their titles, aims and headings."""

import pytest
from small_library import passage

from answer.assistant import Assistant
from answer.overview import parts_of


@pytest.mark.parametrize(
    "question",
    [
        "Bạn có những văn bản nào?",
        "co nhung van ban nao trong kho",
        "Liệt kê các văn bản",
        "Kho tài liệu có bao nhiêu văn bản?",
        "How many documents do you have?",
        "What documents can I ask about?",
    ],
)
def test_the_documents_at_hand_are_named_with_their_titles(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered" and "5" in answer.text.split("\n")[0]
    assert {c.document.id for c in answer.citations} == set(assistant.library.documents)
    assert all(c.document.title and c.document.title.lower() in c.quote.lower() for c in answer.citations)


def test_of_a_province_only_its_own_are_named(assistant: Assistant) -> None:
    answer = assistant.ask("Sóc Trăng có những kế hoạch nào?")
    assert [c.document.id for c in answer.citations] == ["soc-trang-du-thao-ke-hoach-2021-2025"]


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Tóm tắt kế hoạch của Sở Y tế Hậu Giang", ["I. MỤC ĐÍCH, YÊU CẦU", "II. NỘI DUNG", "III. TỔ CHỨC THỰC HIỆN"]),
        ("Kế hoạch Đồng Tháp gồm mấy phần?", ["I. ĐỐI TƯỢNG", "IV. KINH PHÍ"]),
        ("ke hoach 2025 cua tinh uy noi ve gi", ["II. ĐỐI TƯỢNG, NỘI DUNG ĐÀO TẠO, BỒI DƯỠNG"]),
        ("What is the Soc Trang plan about?", ["III. MỤC TIÊU", "Phụ lục: Lộ trình"]),
        ("Give me an overview of Decision 2106", ["II. MỤC TIÊU", "Phụ lục II: BIỂU KẾ HOẠCH"]),
    ],
)
def test_a_document_is_summed_up_by_title_aims_and_parts(assistant: Assistant, question: str, parts: list[str]) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered" and len({c.document.id for c in answer.citations}) == 1
    (document,) = {c.document.id: c.document for c in answer.citations}.values()
    assert document.title and document.title in answer.text
    assert all(f"\n\n{part}" in answer.text for part in parts)
    assert any("mục tiêu" in c.quote.lower() or "mục đích" in c.quote.lower() for c in answer.citations)
    assert not [n for n in answer.notices if n.code == "left_out"]


@pytest.mark.parametrize(
    "question",
    [
        "Tóm tắt nhiệm vụ của Sở Nội vụ Bình Định",
        "Kế hoạch Đồng Tháp nói gì về kinh phí?",
        "What does Decision 2106 say about funding?",
        "Những văn bản nào căn cứ Nghị định 101/2017/NĐ-CP?",
        "Which documents are drafts?",
        "Tóm tắt kế hoạch",
        "Tóm tắt kế hoạch của tỉnh Cà Mau",
    ],
)
def test_other_questions_are_not_answered_by_titles_or_headings(assistant: Assistant, question: str) -> None:
    text = assistant.ask(question).text
    assert "Kho tài liệu có" not in text and "Các phần của văn bản" not in text and "Its parts" not in text


@pytest.mark.parametrize("text", ["Xin chào", "chao ban", "Bạn làm được gì?", "hello", "What can you do?"])
def test_who_asks_nothing_yet_is_told_what_can_be_asked(assistant: Assistant, text: str) -> None:
    answer = assistant.ask(text)
    assert answer.status == "no_evidence" and not answer.citations and not answer.nearest
    assert "5 văn bản" in answer.text or "5 documents" in answer.text


@pytest.mark.parametrize(
    ("text", "begins"),
    [("cảm ơn bạn nhé!", "Không có gì"), ("cam on", "Không có gì"), ("Thank you", "You are welcome")],
)
def test_thanks_are_returned(assistant: Assistant, text: str, begins: str) -> None:
    answer = assistant.ask(text)
    assert answer.status == "no_evidence" and answer.text.startswith(begins) and not answer.nearest


@pytest.mark.parametrize("question", ["Quyết định 2106 gồm mấy điều?", "How many articles does Decision 2106 have?"])
def test_how_many_articles_there_are_is_told_with_the_parts(assistant: Assistant, question: str) -> None:
    text = assistant.ask(question).text
    assert "Điều 1" in text and "Điều 2" in text and "Điều 3" not in text


@pytest.mark.parametrize(
    "question", ["Hello, which office pays for training?", "Xin chào, phòng nào quyết toán kinh phí?"]
)
def test_a_greeting_before_a_question_is_passed_over(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).citations


def test_parts_are_the_outermost_numbered_headings() -> None:
    passages = [
        passage("a", 0, "Tên", ("Phần đầu",), "head"),
        passage("a", 1, "1. Sách", ("Kế hoạch", "I. SÁCH", "1. Sách")),
        passage("a", 2, "2. Báo", ("Kế hoạch", "I. SÁCH", "2. Báo")),
        passage("a", 3, "II. TIỀN", ("Kế hoạch", "II. TIỀN")),
        passage("a", 4, "Phụ lục", ("Phụ lục I. BIỂU",), "head"),
        passage("a", 5, "1 | Sách", ("Phụ lục I. BIỂU", "1 | Sách"), "row"),
    ]
    parts = [(heading, p.text) for heading, p in parts_of(passages)]
    assert parts == [("I. SÁCH", "1. Sách"), ("II. TIỀN", "II. TIỀN"), ("Phụ lục I. BIỂU", "Phụ lục")]
