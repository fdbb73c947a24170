"""To whom something goes: questions that ask it, clauses that say it."""

import pytest
from small_library import A, passage, question

from answer.addressee import Addressee, asks_addressee, find_addressee, says_addressee
from answer.ask import Ask


@pytest.mark.parametrize(
    "text",
    [
        "Gặp vướng mắc thì báo ai?",
        "Khó khăn phản ánh về đâu?",
        "Danh mục sách nộp cho phòng nào?",
        "Thư viện xã gửi báo cáo qua ban nào?",
        "Làm xong thì trình cơ quan nào?",
        "Xin thêm sách thì đề xuất với ai?",
    ],
)
def test_to_whom(text: str) -> None:
    assert asks_addressee(question(text))


@pytest.mark.parametrize(
    "text",
    [
        "To whom does the library report?",
        "Through which board do they submit the list?",
        "Where do the villages send the catalogue?",
        "Who must I inform when the shelf breaks?",
        "Does the library submit the list to which office?",
    ],
)
def test_to_whom_in_english(text: str) -> None:
    assert asks_addressee(question(text, language="en"))


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("Sở nào mở lớp cho thủ thư?", Ask.OFFICE),
        ("Thủ thư được gửi đi học ở đâu?", Ask.WHAT),
        ("Ai lập danh mục sách?", Ask.OFFICE),
        ("Chương trình do đâu xây dựng?", Ask.OFFICE),
        ("Văn bản gửi cho ai?", Ask.DOC_RECIPIENTS),
    ],
)
def test_other_questions(text: str, ask: Ask) -> None:
    assert not asks_addressee(question(text, ask))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Kịp thời phản ánh về Sở Nội vụ tổng hợp, báo cáo Ủy ban nhân dân tỉnh xem xét.",
            Addressee("Sở Nội vụ"),
        ),
        (
            "Báo cáo Ban Thường vụ Tỉnh ủy (qua Ban Tổ chức Tỉnh ủy) để xem xét.",
            Addressee("Ban Thường vụ Tỉnh ủy", "Ban Tổ chức Tỉnh ủy"),
        ),
        ("Báo cáo kết quả về các cơ quan có thẩm quyền.", Addressee("các cơ quan có thẩm quyền")),
        ("Lập kế hoạch (gửi Sở Nội vụ theo dõi).", Addressee("Sở Nội vụ")),
        ("Theo báo cáo của Sở Nội vụ, mở thêm lớp.", None),
        ("Sở Nội vụ báo cáo kết quả.", None),
        ("Mua kệ gỗ.", None),
    ],
)
def test_the_office_it_goes_to(text: str, found: Addressee | None) -> None:
    assert find_addressee(text) == found
    assert says_addressee(passage(A, 30, text)) == (found is not None)


def test_an_office_that_the_question_names_is_passed_over() -> None:
    text = "Gửi Sở Nội vụ tổng hợp, trình Ủy ban nhân dân tỉnh."
    assert find_addressee(text, ["so noi vu"]) == Addressee("Ủy ban nhân dân tỉnh")
    through = "Báo cáo Ban Thường vụ Tỉnh ủy (qua Ban Tổ chức Tỉnh ủy)."
    assert find_addressee(through, ["ban thuong vu tinh uy"]) == Addressee("Ban Tổ chức Tỉnh ủy")
