"""Questions on those whom a document is for, and the clauses that name them."""

import pytest
from small_library import A, passage, question

from answer.ask import Ask
from answer.audience import FURTHER, asks_audience, asks_who_is_first, says_audience, says_who_is_first


@pytest.mark.parametrize(
    ("text", "ask", "english"),
    [
        ("Kế hoạch áp dụng cho những ai?", Ask.LIST, False),
        ("Nhóm người nào được đi học?", Ask.LIST, False),
        ("Kế hoạch dành cho những hạng người nào?", Ask.LIST, False),
        ("Đối tượng nào được mượn sách?", Ask.WHAT, False),
        ("Kế hoạch có áp dụng cho cộng tác viên không?", Ask.YES_NO, False),
        ("Does the plan cover people like her?", Ask.YES_NO, True),
        ("Trẻ em có thuộc nhóm được mượn sách không?", Ask.YES_NO, False),
        ("Kế hoạch nhắm tới mấy nhóm đối tượng, kể ra?", Ask.LIST, False),
        ("Which groups of people may borrow books?", Ask.LIST, True),
        ("Who is eligible for the cataloguing course?", Ask.LIST, True),
        ("Who can be trained under the plan?", Ask.OFFICE, True),
        ("Who exactly counts as a trainee?", Ask.LIST, True),
        ("Who is the librarians' plan for?", Ask.LIST, True),
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
        ("Does the plan cover foreign languages?", Ask.YES_NO, True),
        ("Ưu tiên những ai đi học?", Ask.LIST, False),
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
        (("I. ĐỐI TƯỢNG ÁP DỤNG", "2. Thủ thư"), FURTHER),
        (("II. ĐỐI TƯỢNG, NỘI DUNG", "2. Nội dung học"), 0.0),
        (("III. MỤC TIÊU",), 0.0),
        (("2. Mở lớp cho mọi đối tượng có nhu cầu mượn sách ở thư viện các xã vùng sâu trong năm",), 0.0),
    ],
)
def test_the_nearest_heading_says_most(section: tuple[str, ...], share: float) -> None:
    assert says_audience(passage(A, 30, "Thủ thư các xã.", section)) == share


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Ưu tiên những ai đi học?", False),
        ("Chọn thủ thư thì nhường phần trước cho ai?", False),
        ("Who gets priority for the course?", True),
        ("Which librarians come first?", True),
    ],
)
def test_who_is_first(text: str, english: bool) -> None:
    assert asks_who_is_first(question(text, language="en" if english else "vi"))


def test_before_a_day_is_no_preference() -> None:
    assert not asks_who_is_first(question("Nộp danh mục trước ngày nào?"))


def test_a_clause_that_prefers_somebody() -> None:
    assert says_who_is_first(passage(A, 30, "Ưu tiên thủ thư nữ."))
    assert not says_who_is_first(passage(A, 30, "Cử thủ thư nữ."))
