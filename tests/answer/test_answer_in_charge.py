"""Who leads something, and who sees to a whole document: questions and clauses."""

import pytest
from small_library import ROW, A, passage, plans, question, weigh

from answer.ask import Ask
from answer.in_charge import (
    asks_partners,
    asks_whether_it_leads,
    asks_who_is_in_charge,
    asks_who_leads,
    says_partners,
    says_who_is_in_charge,
    says_who_leads,
)


@pytest.mark.parametrize(
    ("text", "english", "in_charge"),
    [
        ("Ai chủ trì thực hiện kế hoạch của Lâm Đồng?", False, True),
        ("Cơ quan nào chịu trách nhiệm triển khai kế hoạch này?", False, True),
        ("Who leads the librarians' plan?", True, True),
        ("Which office is responsible for implementing the plan?", True, True),
        ("Theo kế hoạch, ai chủ trì lớp biên mục?", False, False),
        ("Who leads the course in this plan?", True, False),
    ],
)
def test_a_whole_document(text: str, english: bool, in_charge: bool) -> None:
    asked = question(text, Ask.OFFICE, "en" if english else "vi")
    assert asks_who_is_in_charge(asked) == in_charge
    assert not asks_who_is_in_charge(question(text, Ask.WHAT, "en" if english else "vi"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Chủ trì, phối hợp triển khai thực hiện Kế hoạch này.", True),
        ("Tổ chức thực hiện các nội dung của Kế hoạch.", True),
        ("Các cơ quan chịu trách nhiệm thi hành Quyết định này.", True),
        ("Chủ trì mở lớp biên mục.", False),
    ],
)
def test_a_clause_on_the_whole(text: str, said: bool) -> None:
    assert says_who_is_in_charge(passage(A, 30, text)) == said


def test_who_leads_is_asked_by_a_word_for_it() -> None:
    assert asks_who_leads(question("Phòng nào chủ trì lớp biên mục?", Ask.OFFICE))
    assert asks_who_leads(question("Which division runs the course?", Ask.OFFICE, "en"))
    assert not asks_who_leads(question("Phòng nào tham gia lớp biên mục?", Ask.OFFICE))


def test_the_block_that_says_most_is_looked_at() -> None:
    of = passage(A, 30, "1. Thư viện tỉnh chủ trì mua sách.\n2. Theo dõi lớp biên mục.")
    for words, leads in (("mua sách", True), ("lớp biên mục", False)):
        asked = question(words, Ask.OFFICE, words=words)
        assert says_who_leads(of, weigh(plans(), asked)) == leads


def test_a_row_says_it_by_its_column() -> None:
    assert says_who_leads(ROW, weigh(plans(), question("biên mục", Ask.OFFICE)))


@pytest.mark.parametrize(
    ("text", "english", "asks"),
    [
        ("Lớp biên mục có phải do Sở Nội vụ mở không?", False, True),
        ("Is the course run by the provincial library?", True, True),
        ("Is it the provincial library that runs the course?", True, True),
        ("Thủ thư có được học biên mục không?", False, False),
        ("Is the course open to all?", True, False),
    ],
)
def test_whether_an_office_does_it(text: str, english: bool, asks: bool) -> None:
    asked = question(text, Ask.YES_NO, "en" if english else "vi")
    assert asks_whether_it_leads(asked) == asks
    assert asks_who_leads(asked) == asks


@pytest.mark.parametrize(
    ("text", "english", "asks"),
    [
        ("Sở Nội vụ làm chung với những ai?", False, True),
        ("Ai phối hợp mở lớp biên mục?", False, True),
        ("With whom does the library work?", True, True),
        ("Who lends a hand?", True, True),
        ("Sở nào mở lớp biên mục?", False, False),
        ("Who runs the course?", True, False),
    ],
)
def test_with_whom(text: str, english: bool, asks: bool) -> None:
    assert asks_partners(question(text, Ask.OFFICE, "en" if english else "vi")) == asks


def test_a_column_says_it_better_than_a_word() -> None:
    word = passage(A, 30, "Phối hợp với Sở Nội vụ mở lớp.")
    assert says_partners(ROW) == 1.0 > says_partners(word) > says_partners(passage(A, 31, "Mở lớp.")) == 0.0
