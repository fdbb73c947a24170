"""Who approves something: questions and clauses."""

import pytest
from small_library import A, passage, question

from answer.approver import Approver, asks_approver, find_approver, says_approver
from answer.ask import Ask


@pytest.mark.parametrize(
    ("text", "english", "asks"),
    [
        ("Ai phê duyệt danh mục sách?", False, True),
        ("Cấp nào có thẩm quyền duyệt danh mục?", False, True),
        ("Danh mục do ai duyệt?", False, True),
        ("Who approves the list of books?", True, True),
        ("Which office approves the list?", True, True),
        ("Ai lập danh mục sách?", False, False),
        ("Who draws up the list?", True, False),
    ],
)
def test_who_approves(text: str, english: bool, asks: bool) -> None:
    assert asks_approver(question(text, Ask.OFFICE, "en" if english else "vi")) == asks
    assert not asks_approver(question(text, Ask.DOC_SIGNER, "en" if english else "vi"))


@pytest.mark.parametrize(
    ("text", "approver"),
    [
        (
            "Trình Chủ tịch Ủy ban nhân dân tỉnh phê duyệt danh mục sách; gửi Sở Nội vụ.",
            Approver("Chủ tịch Ủy ban nhân dân tỉnh", "danh mục sách"),
        ),
        ("Gửi Sở Nội vụ phê duyệt, rồi mua sách.", Approver("Sở Nội vụ")),
        ("Gửi Sở Nội vụ xem xét, phê duyệt.", Approver("Sở Nội vụ")),
        ("Báo cáo Ủy ban nhân dân tỉnh (qua Sở Nội vụ) xem xét, phê duyệt.", Approver("Ủy ban nhân dân tỉnh")),
        (f"Trình Sở Nội vụ phê duyệt{' danh mục' * 25}.", Approver("Sở Nội vụ")),
        ("Sở Nội vụ lập danh mục đã được phê duyệt.", None),
        ("Quyết định của Thủ tướng Chính phủ về việc phê duyệt Đề án.", None),
    ],
)
def test_the_office_that_approves(text: str, approver: Approver | None) -> None:
    assert find_approver(text) == approver
    assert says_approver(passage(A, 30, text)) == (approver is not None)
