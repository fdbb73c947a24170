"""What a document lists under its headings, and how much of it: counted from its headings and bullets, and quoted."""

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


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("Sóc Trăng nêu những hình thức bồi dưỡng nào?", ["bồi dưỡng trực tuyến"]),
        ("Which forms of training does the Soc Trang draft allow?", ["bồi dưỡng trực tuyến"]),
        ("du thao soc trang de ra nhung yeu cau gi", ["đáp ứng yêu cầu của thời kỳ mới"]),
        ("Which goals does the Đồng Tháp plan set?", ["1. Mục tiêu chung", "2.1. Đến năm 2025", "2.2. Đến năm 2030"]),
        ("Kế hoạch dân số Đồng Tháp có những nhiệm vụ và giải pháp nào?", ["1. Tăng cường", "5. Kiểm tra, giám sát"]),
        ("Kế hoạch 2025 của Tỉnh ủy có những nội dung gì?", ["2.1. Nội dung đào tạo", "quốc phòng và an ninh"]),
    ],
)
def test_what_a_document_lists_under_a_heading_is_quoted_whole(
    assistant: Assistant, question: str, quoted: list[str]
) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    for words in quoted:
        assert any(words in c.quote for c in answer.citations), words


def test_of_a_long_part_the_headings_are_told(assistant: Assistant) -> None:
    answer = assistant.ask("Kế hoạch của Bình Định có những giải pháp nào?")
    assert "nêu 4 mục sau [1][2][3][4]:" in answer.text
    assert "3. Đổi mới công tác quản lý đào tạo, bồi dưỡng cán bộ, công chức, viên chức [3]" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Sóc Trăng nêu những hình thức khen thưởng nào?",
        "Which groups does the Sóc Trăng draft particularly encourage to study?",
        "Kế hoạch của Đồng Tháp có những mục tiêu nào về du lịch biển?",
    ],
)
def test_a_heading_of_other_things_is_not_quoted(assistant: Assistant, question: str) -> None:
    assert "[1][2]" not in assistant.ask(question).text.split("\n")[0]


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
