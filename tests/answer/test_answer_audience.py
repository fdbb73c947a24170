"""Questions on those whom a document is for, and the clauses that name them."""

import pytest
from small_library import A, passage, question

from answer.ask import Ask
from answer.audience import FURTHER, asks_audience, says_audience


@pytest.mark.parametrize(
    ("text", "ask", "english"),
    [
        ("Kế hoạch áp dụng cho những ai?", Ask.LIST, False),
        ("Nhóm người nào được đi học?", Ask.LIST, False),
        ("Kế hoạch dành cho những hạng người nào?", Ask.LIST, False),
        ("Đối tượng nào được mượn sách?", Ask.WHAT, False),
        ("Which groups of people may borrow books?", Ask.LIST, True),
        ("Who is eligible for the cataloguing course?", Ask.LIST, True),
        ("Who can be trained under the plan?", Ask.OFFICE, True),
        ("Who exactly counts as a trainee?", Ask.LIST, True),
        ("I mind one village library. Am I in scope for the course?", Ask.WHAT, True),
    ],
)
def test_whom_it_is_for(text: str, ask: Ask, english: bool) -> None:
    assert asks_audience(question(text, ask, "en" if english else "vi"))


@pytest.mark.parametrize(
    ("text", "ask", "english"),
    [
        ("Sở nào mở lớp cho thủ thư?", Ask.OFFICE, False),
        ("Kế hoạch áp dụng cho những ai?", Ask.DEADLINE, False),
        ("Which office runs the course?", Ask.OFFICE, True),
    ],
)
def test_who_does_something_is_another_question(text: str, ask: Ask, english: bool) -> None:
    assert not asks_audience(question(text, ask, "en" if english else "vi"))


@pytest.mark.parametrize(
    ("section", "share"),
    [
        (("I. ĐỐI TƯỢNG ÁP DỤNG",), 1.0),
        (("I. ĐỐI TƯỢNG ÁP DỤNG", "2"), 1.0),
        (("II. ĐỐI TƯỢNG, NỘI DUNG", "1. Đối tượng"), 1.0),
        (("II. ĐỐI TƯỢNG, NỘI DUNG", "2. Nội dung học"), FURTHER),
        (("III. MỤC TIÊU",), 0.0),
        (("2. Mở lớp cho mọi đối tượng có nhu cầu mượn sách ở thư viện các xã vùng sâu trong năm",), 0.0),
    ],
)
def test_the_nearest_heading_says_most(section: tuple[str, ...], share: float) -> None:
    assert says_audience(passage(A, 30, "Thủ thư các xã.", section)) == share
