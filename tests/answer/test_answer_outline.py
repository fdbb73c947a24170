"""How many a document lists: counted from its headings and bullets, and quoted."""

import pytest
from small_library import passage

from answer.assistant import Assistant
from answer.outline import outlines_of


@pytest.mark.parametrize(
    ("question", "said", "quoted"),
    [
        (
            "Kế hoạch Sóc Trăng dành cho bao nhiêu nhóm đối tượng?",
            "nêu 4 nhóm đối tượng sau",
            "Đại biểu Hội đồng nhân dân",
        ),
        ("ke hoach soc trang ap dung cho may doi tuong", "nêu 4 đối tượng sau", "Đại biểu Hội đồng nhân dân"),
        (
            "Which and how many groups does the Soc Trang plan apply to?",
            "lists these 4 groups",
            "Đại biểu Hội đồng nhân dân",
        ),
        ("Kế hoạch dân số Đồng Tháp đề ra mấy nhiệm vụ và giải pháp?", "nêu 5 nhiệm vụ sau", "Kiểm tra, giám sát"),
        ("Kế hoạch 2025 của Tỉnh ủy nêu mấy nội dung bồi dưỡng?", "nêu 5 nội dung sau", "quốc phòng và an ninh"),
        ("Kế hoạch của Sở Y tế Hậu Giang giao nhiệm vụ cho bao nhiêu phòng?", "nêu 3 phòng sau", "Phòng Nghiệp vụ Y"),
        ("How many departments are given tasks in the Binh Dinh plan?", "lists these 14 departments", "Sở Du lịch"),
    ],
)
def test_what_a_document_lists_is_counted(assistant: Assistant, question: str, said: str, quoted: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert said in answer.text
    assert any(quoted in c.quote for c in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch Sóc Trăng nêu mấy nhiệm vụ về bảo vệ rừng?",
        "Kế hoạch dân số Đồng Tháp có mấy hình thức khen thưởng?",
        "How many kinds of library does the Soc Trang plan name?",
    ],
)
def test_the_outline_of_other_things_is_no_answer(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert " sau [" not in answer.text and "these" not in answer.text.split("[")[0]


def test_numbered_points_and_bullets_make_outlines() -> None:
    passages = [
        passage("a", 1, "1. Mở lớp biên mục.", ("II. NHIỆM VỤ", "1. Mở lớp biên mục")),
        passage("a", 2, "2. Mua sách.", ("II. NHIỆM VỤ", "2. Mua sách")),
        passage("a", 3, "III. NGƯỜI HỌC\n- Thủ thư.\n- Người quản lý thư viện.", ("III. NGƯỜI HỌC",)),
        passage("a", 4, "Thư viện này ở gần.", ("IV. KHÁC",)),
    ]
    assert [(o.path[-1], len(o.points)) for o in outlines_of("a", passages)] == [
        ("III. NGƯỜI HỌC", 2),
        ("II. NHIỆM VỤ", 2),
    ]
