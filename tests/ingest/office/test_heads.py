"""Tables that set a head or a signature side by side, told from tables of figures."""

import pytest

from ingest.office.heads import columns_in_order, is_head_line, is_side_by_side

HEAD = [[["UBND TỈNH A", "Số: 12/KH-UBND"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]]]
SIGNATURE = [[["Nơi nhận:", "- Như trên;", "- Lưu: VT."], ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A"]]]
FIGURES = [[["TT"], ["Nội dung"], ["Số lượng"]], [["1"], ["Lớp bồi dưỡng"], ["30"]]]


@pytest.mark.parametrize("rows", [HEAD, SIGNATURE])
@pytest.mark.parametrize("ruled", [False, True])
def test_heads_and_signatures(rows: list[list[list[str]]], ruled: bool) -> None:
    assert is_side_by_side(rows, ruled)


@pytest.mark.parametrize("ruled", [False, True])
def test_figures(ruled: bool) -> None:
    assert not is_side_by_side(FIGURES, ruled)


def test_a_ruled_table_that_names_a_post_is_a_table() -> None:
    rows = [[["Chức vụ"], ["Số người"]], [["GIÁM ĐỐC"], ["1"]]]
    assert not is_side_by_side(rows, ruled=True)


def test_a_wide_table_is_a_table() -> None:
    assert not is_side_by_side([[["Số: 1"], ["a"], ["b"], ["c"]]], ruled=False)
    assert not is_side_by_side([], ruled=False)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Số:      /KH-UBND", True),
        ("Luật số: 72/2025/QH15", True),
        ("Hà Nội, ngày 05 tháng 3 năm 2020", True),
        ("Nơi nhận:", True),
        ("KT. CHỦ TỊCH", True),
        ("CHỦ TỊCH QUỐC HỘI", True),
        ("Kính gửi: Sở Nội vụ", True),
        ("Số lượng", False),
        ("Chủ tịch Ủy ban nhân dân", False),
        ("120", False),
    ],
)
def test_head_lines(line: str, expected: bool) -> None:
    assert is_head_line(line) is expected


def test_columns_come_one_after_the_other() -> None:
    rows = [[["Nơi nhận:"], ["TM. UBND"]], [["- Lưu: VT."], ["CHỦ TỊCH"]]]
    assert columns_in_order(rows) == [(0, 0), (1, 0), (0, 1), (1, 1)]


def test_what_stands_beside_an_empty_column_comes_first() -> None:
    rows = [[[""], ["CHỦ TỊCH QUỐC HỘI"]], [["VĂN PHÒNG"], ["SAO Y"]]]
    assert columns_in_order(rows) == [(0, 0), (0, 1), (1, 0), (1, 1)]
