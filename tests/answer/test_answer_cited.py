"""Facts of documents that are only named: told from the words that name them, or said not to be there."""

import pytest

from answer.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Nghị định 101/2017/NĐ-CP ban hành ngày nào?", "101/2017/NĐ-CP đề ngày 01/09/2017, theo"),
        ("nghi dinh 89/2021/ND-CP ban hanh ngay nao", "89/2021/NĐ-CP đề ngày 18/10/2021, theo"),
        ("When was Decree 101/2017 issued?", "101/2017/NĐ-CP is dated 01/09/2017, according to"),
        ("Quyết định 163/QĐ-TTg do ai ban hành?", "163/QĐ-TTg do Thủ tướng Chính phủ ban hành, theo"),
        ("Who issued Decree 101/2017/ND-CP?", "101/2017/NĐ-CP was issued by the Government"),
    ],
)
def test_what_is_said_where_a_document_is_named(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert answer.text.startswith(said)
    assert said.split()[0] in answer.citations[0].quote


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Nghị định 101/2017/NĐ-CP do ai ký?", "chỉ nhắc đến 101/2017/NĐ-CP, không ghi ai ký."),
        ("Who signed Decree 89/2021/NĐ-CP?", "only name 89/2021/NĐ-CP; they do not say who signed it."),
    ],
)
def test_what_nothing_says_of_a_document_that_is_named(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "no_evidence"
    assert answer.text.endswith(said)


def test_a_document_that_is_held_speaks_for_itself(assistant: Assistant) -> None:
    assert "Phạm Anh Tuấn" in assistant.ask("Ai ký Quyết định 2106/QĐ-UBND?").text
    assert "không có văn bản 30/2020/NĐ-CP" in assistant.ask("Nghị định 30/2020/NĐ-CP ban hành ngày nào?").text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Nghị định 101/2017/NĐ-CP quy định gì về kinh phí đào tạo?", "Văn bản số 101/2017/NĐ-CP chỉ được nhắc đến"),
        ("What does Decree 101/2017/ND-CP say about training funds?", "101/2017/ND-CP is only mentioned in them"),
    ],
)
def test_the_text_of_one_that_is_only_cited_is_said_to_be_missing(
    assistant: Assistant, question: str, said: str
) -> None:
    answer = assistant.ask(question)
    assert answer.status == "no_evidence"
    assert said in answer.text


def test_what_is_asked_of_its_clauses_is_looked_for_in_clauses(assistant: Assistant) -> None:
    answer = assistant.ask("Nghị định 101/2017/NĐ-CP được cụ thể hóa vào ngày nào?")
    assert "đề ngày" not in answer.text
