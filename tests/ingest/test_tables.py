"""Rows of tables: their columns, their groups, and what page breaks did to them."""

from ingest.tables import Row
from tests.ingest.made import rows_of


def _named(rows: list[Row]) -> list[str]:
    return [" > ".join((*row.groups, row.name)) for row in rows]


def test_cells_are_named_by_their_columns_and_empty_ones_left_out() -> None:
    (row,) = rows_of("TT\tNội dung\tChủ trì\tGhi chú\n1\tMở lớp\tSở Nội vụ\t")
    assert (row.label, row.title, row.name, row.groups) == ("1", "Mở lớp", "1. Mở lớp", ())
    assert dict(row.cells) == {"Nội dung": "Mở lớp", "Chủ trì": "Sở Nội vụ"}


def test_a_name_above_several_columns_stands_before_theirs() -> None:
    (row,) = rows_of("TT\tLớp\tChỉ tiêu\t\tGhi chú\n\t\tNăm 2023\tNăm 2024\t\n1\tA\t30\t40\tx")
    assert dict(row.cells) == {"Lớp": "A", "Chỉ tiêu: Năm 2023": "30", "Chỉ tiêu: Năm 2024": "40", "Ghi chú": "x"}


def test_groups_nest_and_carry_over_repeated_headers_and_split_columns() -> None:
    rows = rows_of(
        "TT\tLớp Chương trình\tĐối tượng\tSố\n"
        "<b>A</b>\t<b>SAU ĐẠI HỌC</b>\t\t\n1\tTiến sĩ\tGiảng viên\t3\n"
        "B\tBỒI DƯỠNG\t\t\nI\tCHUYÊN GIA\t\t\n1\tTài chính\t\t\na\tĐầu tư\tCông chức\t30\n"
        "TT\tLớp\tChương trình\tĐối tượng\tSố\nb\t\tNgân sách\tCông chức\t40\n2\t\tĐô thị\t\t\na\t\tXanh\tCông chức\t50\n"
        "C\tCẤP XÃ\t\t\t\nI\tCHỦ TỊCH\t\t\t\n1\t\tĐất đai\tChủ tịch\t140\n"
    )
    assert _named(rows) == [
        "A. SAU ĐẠI HỌC > 1. Tiến sĩ",
        "B. BỒI DƯỠNG > I. CHUYÊN GIA > 1. Tài chính > a. Đầu tư",
        "B. BỒI DƯỠNG > I. CHUYÊN GIA > 1. Tài chính > b. Ngân sách",
        "B. BỒI DƯỠNG > I. CHUYÊN GIA > 2. Đô thị > a. Xanh",
        "C. CẤP XÃ > I. CHỦ TỊCH > 1. Đất đai",
    ]
    assert dict(rows[1].cells)["Lớp Chương trình"] == "Đầu tư"
    assert dict(rows[2].cells)["Chương trình"] == "Ngân sách"


def test_decimal_rows_stand_under_their_whole_number() -> None:
    rows = rows_of(
        "Stt\tViệc\tAi\tKhi\n1\tHọc\t\t\n1.1\tMở lớp\tSở\tNăm 2021\n1.2\tThi\tSở\tNăm 2022\n2\tTổng kết\tSở\t2025\n"
    )
    assert _named(rows) == ["1. Học > 1.1. Mở lớp", "1. Học > 1.2. Thi", "2. Tổng kết"]


def test_unnumbered_rows_stand_in_the_group_above() -> None:
    rows = rows_of(
        "TT\tLớp\tĐối tượng\tSố\n4\tKhoa học\t\t\n\tCông nghệ\tCông chức\t30\n5\tTổ chức\t\t\n\tCán bộ\tCông chức\t30"
    )
    assert _named(rows) == ["4. Khoa học > Công nghệ", "5. Tổ chức > Cán bộ"]


def test_a_row_cut_by_a_page_break_is_one_row() -> None:
    rows = rows_of(
        "TT\tViệc\tAi\tKhi\n2.3\tĐánh giá\tCác đơn vị của\thàng\n\t\ttỉnh\tnăm\n6\tHợp tác:\tSở\tNăm\n\t- Trao đổi\t\t"
    )
    assert [dict(r.cells) for r in rows] == [
        {"Việc": "Đánh giá", "Ai": "Các đơn vị của tỉnh", "Khi": "hàng năm"},
        {"Việc": "Hợp tác: - Trao đổi", "Ai": "Sở", "Khi": "Năm"},
    ]
    assert [[b.lines for b in r.blocks] for r in rows] == [[(2, 2), (3, 3)], [(4, 4), (5, 5)]]


def test_markup_in_cells_is_dropped() -> None:
    (row,) = rows_of("TT\tViệc\tKhi\n4\t<p>Biên soạn:</p> <p>a) Tài liệu</p>\t<p>a) Năm 2021</p>")
    assert dict(row.cells) == {"Việc": "Biên soạn: a) Tài liệu", "Khi": "a) Năm 2021"}


def test_a_table_of_markdown() -> None:
    (row,) = rows_of("| TT | Lớp | Số |\n|----|:---:|---|\n| 1 | A | 30 |")
    assert (row.name, dict(row.cells)) == ("1. A", {"Lớp": "A", "Số": "30"})


def test_a_table_without_a_number_column() -> None:
    rows = rows_of("Nội dung\tThời gian\nLớp A\tTháng 3\nLớp B\tTháng 4")
    assert _named(rows) == ["Lớp A", "Lớp B"]
    assert dict(rows[1].cells) == {"Nội dung": "Lớp B", "Thời gian": "Tháng 4"}


def test_a_table_of_a_number_and_one_column() -> None:
    assert _named(rows_of("TT\tViệc\n1\tHọp\n2\tBáo cáo")) == ["1. Họp", "2. Báo cáo"]


def test_a_table_without_a_header_counts_its_columns() -> None:
    (row,) = rows_of("1\tLớp A\t30 người")
    assert dict(row.cells) == {"cột 1": "1", "cột 2": "Lớp A", "cột 3": "30 người"}


def test_a_group_that_holds_nothing_is_a_row() -> None:
    rows = rows_of("TT\tViệc\tKhi\n1\tHọp\t\n2\tBáo cáo\t\n3\tThi\tTháng 6\n4\tTổng kết\t")
    assert _named(rows) == ["1. Họp", "2. Báo cáo", "3. Thi", "4. Tổng kết"]


def test_groups_of_one_merged_cell() -> None:
    rows = rows_of(
        "TT\tNguồn\tSố\nKHỐI ĐẢNG\t\t\n1\tNgân sách\t20\nB. KHỐI NHÀ NƯỚC\t\t\n1\tNgân sách\t30\n\tKHỐI XÃ\t\n1\tPhí\t1"
    )
    assert _named(rows) == ["KHỐI ĐẢNG > 1. Ngân sách", "B. KHỐI NHÀ NƯỚC > 1. Ngân sách", "KHỐI XÃ > 1. Phí"]


def test_a_line_that_counts_the_columns_is_no_row() -> None:
    assert _named(rows_of("TT\tNguồn\tSố\n(1)\t(2)\t(3)\n1\tPhí\t30")) == ["1. Phí"]


def test_another_table_closes_the_groups() -> None:
    rows = rows_of("TT\tNguồn\tSố\nI\tTỈNH\t\n1\tPhí\t30\nTT\tViệc\tAi\n1\tHọp\tSở")
    assert _named(rows) == ["I. TỈNH > 1. Phí", "1. Họp"]


def test_no_rows_and_empty_rows() -> None:
    assert rows_of("Chữ") == []
    assert rows_of("TT\tViệc\n \t \t ") == []
