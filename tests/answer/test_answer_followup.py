import re

import pytest

from answer.followup import Resolved, compares, resolve

BEFORE = "Sở Nội vụ của Lâm Đồng phải làm gì trong năm 2024?"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Còn Sở Tài chính?", "Sở Tài chính của Lâm Đồng phải làm gì trong năm 2024?"),
        ("thế còn Phú Yên thì sao", "Sở Nội vụ của Phú Yên phải làm gì trong năm 2024?"),
        ("Còn năm 2026?", "Sở Nội vụ của Lâm Đồng phải làm gì trong năm 2026?"),
    ],
)
def test_the_one_new_thing_takes_the_old_ones_place(text: str, whole: str) -> None:
    assert resolve(text, BEFORE) == Resolved(whole, True)


def test_in_english_too() -> None:
    before = "How many classes does Lâm Đồng open in 2024?"
    assert resolve("And in 2026?", before).text == "How many classes does Lâm Đồng open in 2026?"
    assert resolve("What about Phú Yên?", before).text == "How many classes does Phú Yên open in 2024?"


def test_an_office_in_english() -> None:
    before = "What must the Department of Finance of Lâm Đồng do?"

    def departments(text: str) -> list[tuple[int, int, str]]:
        return [(m.start(), m.end(), m.group()) for m in re.finditer(r"Department of (Finance|Home Affairs)", text)]

    found = resolve("And the Department of Home Affairs?", before, departments)
    assert found.text == "What must the Department of Home Affairs of Lâm Đồng do?"


@pytest.mark.parametrize("text", ["Có khác Phú Yên không?", "So với Phú Yên thì sao?", "Is it the same in Phú Yên?"])
def test_what_is_compared_is_asked_of_both(text: str) -> None:
    assert resolve(text, BEFORE) == Resolved(f"{BEFORE.rstrip('?')} - {text}", True)


def test_the_same_office_elsewhere_is_not_compared() -> None:
    assert resolve("And in Phú Yên, same office?", "What must Lâm Đồng do?").text == "What must Phú Yên do?"


@pytest.mark.parametrize("text", ["Ai duyệt việc đó?", "Khi nào nộp?", "Who approves it?", "And when is that due?"])
def test_what_leans_is_asked_together_with_the_question_before(text: str) -> None:
    found = resolve(text, BEFORE)
    assert found.leaned
    assert text in found.text
    assert "Sở Nội vụ của Lâm Đồng" in found.text


@pytest.mark.parametrize(
    "text",
    [
        "Sở Tài chính của Phú Yên hướng dẫn thanh toán tiền mua sách như thế nào?",
        "Which department of Phú Yên checks the budget for library books every year?",
        "Mỗi năm thư viện tỉnh mở bao nhiêu lớp cho thủ thư các xã?",
    ],
)
def test_a_question_that_stands_alone_is_not_touched(text: str) -> None:
    assert resolve(text, BEFORE) == Resolved(text, False)


@pytest.mark.parametrize("text", ["Còn Sở Tài chính?", "Ai duyệt việc đó?", "Khi nào?"])
@pytest.mark.parametrize("before", [None, ""])
def test_with_nothing_before_nothing_is_added(text: str, before: str | None) -> None:
    assert resolve(text, before) == Resolved(text, False)


@pytest.mark.parametrize(
    ("before", "text", "whole"),
    [
        (
            BEFORE,
            "Còn Phú Yên thì thủ thư mỗi xã được học mấy lớp?",
            "Sở Nội vụ của Phú Yên phải làm gì trong năm 2024",
        ),
        (
            BEFORE,
            "Còn trong năm 2026 thì thủ thư được học mấy lớp?",
            "Sở Nội vụ của Lâm Đồng phải làm gì trong năm 2026",
        ),
        (BEFORE, "con phu yen thi thu thu duoc hoc may lop", "Sở Nội vụ của phu yen phải làm gì trong năm 2024"),
        ("Who teaches in Lâm Đồng in 2024?", "And how many are taught in Phú Yên?", "Who teaches in Phú Yên in 2024"),
    ],
)
def test_a_place_or_year_of_its_own_takes_that_of_the_question_before(before: str, text: str, whole: str) -> None:
    assert resolve(text, before) == Resolved(f"{whole} - {text}", True)


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (BEFORE, "Còn so với Phú Yên thì thủ thư được học nhiều hơn không?"),  # both are compared
        ("Lâm Đồng và Phú Yên mở mấy lớp?", "Còn ở Khánh Hòa thì thủ thư được học mấy lớp vậy?"),  # which of the two?
    ],
)
def test_what_is_set_beside_it_leaves_the_question_before_as_it_was(before: str, text: str) -> None:
    assert resolve(text, before).text == f"{before.rstrip('?')} - {text}"


@pytest.mark.parametrize(
    ("text", "leaned"),
    [
        ("Thời gian học bao lâu vậy ạ?", True),
        ("How long does the training take?", True),
        ("Thời gian học bao lâu ở Phú Yên?", False),
        ("Theo 15/KH-UBND thì học bao lâu vậy?", False),
        ("Thủ thư biên mục sách bao lâu?", False),
        ("Xong thì ra sản phẩm gì?", True),
        ("Báo nào cùng đưa tin vậy?", True),
        ("What product comes out?", True),
        ("Kế hoạch thủ thư có mấy lớp?", False),
        ("Which draft names the librarians?", False),
    ],
)
def test_a_short_question_that_says_little_leans(text: str, leaned: bool) -> None:
    assert resolve(text, BEFORE).leaned is leaned


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("Có khác Phú Yên không?", True),
        ("co giong phu yen khong", True),
        ("Is it the same in Phú Yên?", True),
        ("Còn Phú Yên?", False),
        ("And in Phú Yên?", False),
    ],
)
def test_whether_a_follow_up_compares(text: str, compared: bool) -> None:
    assert compares(text) is compared


def test_the_rest_of_the_question_before_stays_letter_for_letter() -> None:
    before = "Tỉnh Lâm Đồng: 15/KH-UBND, mục II (a), có mấy lớp?"
    assert resolve("còn Phú Yên?", before).text == before.replace("Lâm Đồng", "Phú Yên")
