"""Where money comes from and how much it is."""

import pytest

from obligations.obligation import Obligation
from tests.obligations.made_plans import read


def funding(body: str) -> list[Obligation]:
    return [row for row in read(body) if row.kind == "funding"]


@pytest.mark.parametrize(
    "body",
    [
        "II. KINH PHÍ\nTừ ngân sách nhà nước và các nguồn hợp pháp khác.",
        "II. NỘI DUNG\n- Kinh phí thực hiện từ nguồn ngân sách tỉnh giao hằng năm.",
        "II. NỘI DUNG\n- Tổng kinh phí là 1.250 triệu đồng.",
        "II. NỘI DUNG\n- Tổng kinh phí: 1.250 triệu đồng, trong đó:",
        "II. NỘI DUNG\n- Bố trí kinh phí mở lớp theo khả năng cân đối của ngân sách địa phương.",
        "II. NỘI DUNG\n1. Kinh phí thực hiện:\n- Nguồn thu của đơn vị sự nghiệp.",
    ],
)
def test_sources_and_amounts(body: str) -> None:
    (row,) = funding(body)
    assert (row.actor, row.role, row.target) == (None, None, None)
    assert row.quote in body


@pytest.mark.parametrize(
    "body",
    [
        "II. KINH PHÍ\nThực hiện theo quy định.",
        "II. KINH PHÍ\n- Sử dụng theo Luật Ngân sách nhà nước.",
        "II. NỘI DUNG\n- Nguồn nhân lực của tỉnh.",
        "II. NỘI DUNG\n- Phạt tiền từ 1.000.000 đồng đến 2.000.000 đồng.",
        "II. NỘI DUNG\n- Nâng cao hiệu quả sử dụng kinh phí.",
        "II. NỘI DUNG\n- Hướng dẫn để các đơn vị sử dụng kinh phí từ nguồn tài chính của đơn vị.",
    ],
)
def test_what_states_neither(body: str) -> None:
    assert funding(body) == []


def test_a_block_may_be_funding_and_a_duty() -> None:
    rows = read("III. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính\n- Bố trí kinh phí từ nguồn ngân sách tỉnh.")
    assert [(row.kind, row.actor, row.role) for row in rows] == [
        ("duty", "Sở Tài chính", "fund"),
        ("funding", None, None),
    ]


TASKS = """PHỤ LỤC
| STT | Nội dung | Cơ quan chủ trì | Thời gian |
| --- | --- | --- | --- |
"""


def test_a_task_that_names_where_its_money_comes_from() -> None:
    content = "Bảo đảm kinh phí (từ nguồn ngân sách và các nguồn khác) để mở lớp"
    (row,) = funding(f"{TASKS}| 1 | {content} | Sở Tài chính | Hằng năm |")
    assert (row.actor, row.role, row.target, row.action) == ("Sở Tài chính", None, None, content)


def test_a_task_that_does_not() -> None:
    assert funding(f"{TASKS}| 1 | Quản lý kinh phí mở lớp | Sở Tài chính | Hằng năm |") == []


def test_a_sum_in_the_row_is_enough() -> None:
    head = "PHỤ LỤC\n| STT | Nội dung | Cơ quan chủ trì | Kinh phí |\n| --- | --- | --- | --- |\n"
    (row,) = funding(f"{head}| 1 | Mở lớp, kinh phí từ nguồn ngân sách tỉnh | Sở Tài chính | 120 triệu đồng |")
    assert row.target is not None and row.target.low == 120
