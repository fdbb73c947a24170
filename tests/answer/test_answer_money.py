"""Sums of money: asked for, and named."""

import pytest
from small_library import question

from answer.ask import Ask
from answer.money import asks_money, names_money, wants_sum


@pytest.mark.parametrize(
    ("text", "ask", "english"),
    [
        ("Thủ thư dạy thêm được trả bao nhiêu một tiết?", Ask.NUMBER, False),
        ("Tiền ăn của người học tính theo mức nào?", Ask.WHAT, False),
        ("Học phí lớp biên mục là gì?", Ask.WHAT, False),
        ("Bao nhiêu tiền một khóa?", Ask.NUMBER, False),
        ("What per diem do the librarians receive?", Ask.WHAT, True),
        ("What does it cost to catalogue a book?", Ask.WHAT, True),
        ("What monthly allowance do librarians get?", Ask.WHAT, True),
        ("How was the book money divided between the two years?", Ask.WHAT, True),
        ("How much is each library paid?", Ask.NUMBER, True),
    ],
)
def test_nothing_but_a_sum_answers(text: str, ask: Ask, english: bool) -> None:
    asked = question(text, ask, "en" if english else "vi")
    assert wants_sum(asked)
    assert asks_money(asked)


@pytest.mark.parametrize(
    ("text", "ask", "english"),
    [
        ("Mấy đồng chí được đi học?", Ask.NUMBER, False),
        ("Hỗ trợ bao nhiêu người học?", Ask.NUMBER, False),
        ("Mỗi xã được cấp bao nhiêu cây giống?", Ask.NUMBER, False),
        ("Thư viện được trả lại bao nhiêu cuốn sách?", Ask.NUMBER, False),
        ("Sở nào trả phụ cấp là bao nhiêu?", Ask.OFFICE, False),
        ("Kinh phí lấy từ đâu?", Ask.FUNDING, False),
        ("What is the target for librarians in Dong Thap?", Ask.WHAT, True),
        ("Who pays the allowances?", Ask.FUNDING, True),
        ("Which office settles the fees?", Ask.OFFICE, True),
    ],
)
def test_something_else_does(text: str, ask: Ask, english: bool) -> None:
    assert not wants_sum(question(text, ask, "en" if english else "vi"))


def test_a_figure_of_fees_is_one_of_money() -> None:
    assert asks_money(question("How many of the fees are there?", Ask.NUMBER, "en"))
    assert not asks_money(question("Are the fees due?", Ask.YES_NO, "en"))


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("1,2 tỷ đồng", True),
        ("300.000 đồng/tiết", True),
        ("20 đồng chí", False),
        ("đạt 80 tỷ lệ", False),
        ("35 người", False),
    ],
)
def test_a_sum_in_dong(text: str, money: bool) -> None:
    assert names_money(text) is money
