"""Figures of one document that disagree are both given, with a notice; figures of different things are left alone."""

import pytest

from answer.assistant import Assistant

BINH_DINH = "binh-dinh-quyet-dinh-2106-2023"


def codes(assistant: Assistant, question: str) -> set[str]:
    return {n.code for n in assistant.ask(question).notices}


@pytest.mark.parametrize(
    "question", ["Mỗi năm Bình Định cử bao nhiêu tiến sĩ?", "binh dinh moi nam cu bao nhieu tien si"]
)
def test_the_plan_says_three_doctorates_and_its_appendix_one(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert "contradiction" in {n.code for n in answer.notices}
    assert {"clause", "row"} <= {c.passage.kind for c in answer.citations}
    text = next(n.text for n in answer.notices if n.code == "contradiction")
    assert "03 tiến sĩ" in text and "01 tiến sĩ" in text


def test_both_figures_stand_in_the_answer_with_a_marker(assistant: Assistant) -> None:
    answer = assistant.ask("Mỗi năm Bình Định cử bao nhiêu tiến sĩ?")
    leads = answer.text.split("“")[0]
    assert "03 tiến sĩ" in leads and "01 tiến sĩ" in leads
    assert "[1]" in leads and "[2]" in leads


@pytest.mark.parametrize(
    "question",
    [
        "Tỉnh ủy năm 2025 cử bao nhiêu người học cao cấp lý luận chính trị hệ tập trung?",
        "Giảng viên ở các cơ sở đào tạo của Sóc Trăng cần mấy năm kinh nghiệm thực tế?",
    ],
)
def test_what_agrees_brings_no_notice(assistant: Assistant, question: str) -> None:
    assert "contradiction" not in codes(assistant, question)
