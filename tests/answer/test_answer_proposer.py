"""At whose proposal a document was issued: questions and the line that says it."""

import pytest
from small_library import A, passage, question

from answer.proposer import asks_proposer, find_proposer, says_proposer

LINE = "Theo đề nghị của Giám đốc Sở Văn hóa tại Tờ trình số 12/TTr-SVH ngày 01/3/2024."


@pytest.mark.parametrize(
    ("text", "english", "asks"),
    [
        ("Kế hoạch ban hành theo đề nghị của ai?", False, True),
        ("Ai đề nghị ban hành quyết định này?", False, True),
        ("Quyết định này do sở nào trình?", False, True),
        ("Who proposed the librarians' plan?", True, True),
        ("At whose request was it issued?", True, True),
        ("At whose request may librarians be sent away?", True, False),
        ("Ai trình kế hoạch hằng năm cho Chủ tịch tỉnh?", False, False),
        ("Who submitted the list of books?", True, False),
    ],
)
def test_who_proposed_it(text: str, english: bool, asks: bool) -> None:
    assert asks_proposer(question(text, language="en" if english else "vi")) == asks


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (LINE, "Giám đốc Sở Văn hóa"),
        ("Theo đề nghị của Giám đốc Sở Nội vụ.", "Giám đốc Sở Nội vụ"),
        ("Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;", None),
    ],
)
def test_whom_the_line_names(text: str, who: str | None) -> None:
    assert find_proposer(text) == who


def test_it_stands_among_the_legal_bases() -> None:
    assert says_proposer(passage(A, 2, LINE, ("Căn cứ",), "bases"))
    assert not says_proposer(passage(A, 30, LINE))
