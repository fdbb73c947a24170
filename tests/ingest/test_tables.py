"""Rows of tables: their columns, their groups, and what page breaks did to them."""

from index.passage import ReadBy
from ingest.blocks import make_blocks
from ingest.clean import clean_lines
from ingest.reading import RawLine
from ingest.tables import Row, read_rows
from tests.ingest.made import rows_of


def _named(rows: list[Row]) -> list[str]:
    return [" > ".join((*row.groups, row.name)) for row in rows]


def _rows_on(*pages: str, read_by: ReadBy = "text") -> list[Row]:
    """The rows of a document whose pages hold these lines."""
    lines = [RawLine(t, None, n, read_by=read_by) for n, page in enumerate(pages, 1) for t in page.split("\n")]
    return read_rows([block for block in make_blocks(clean_lines(lines), None) if block.is_row])


def _pages(row: Row) -> list[int | None]:
    return [block.first.page for block in row.blocks]


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


def test_a_header_is_carried_on_over_pages_that_do_not_repeat_it() -> None:
    rows = _rows_on("TT\tLớp\tSố\nA\tCẤP XÃ\t\n1\tTin học\t30", "2\tVăn thư\t40\n3\tLưu trữ\t50")
    assert _named(rows) == ["A. CẤP XÃ > 1. Tin học", "A. CẤP XÃ > 2. Văn thư", "A. CẤP XÃ > 3. Lưu trữ"]
    assert dict(rows[2].cells) == {"Lớp": "Lưu trữ", "Số": "50"}
    assert [_pages(row) for row in rows] == [[1], [2], [2]]


def test_a_repeated_header_of_two_lines_is_no_row_even_over_a_row_that_was_cut() -> None:
    header = "TT\tLớp\tChỉ tiêu\t\n\t\tNăm 2023\tNăm 2024\n(1)\t(2)\t(3)\t(4)\n"
    rows = _rows_on(header + "1\tBồi dưỡng kiến thức và\t30 người\t40", header + "\tkỹ năng\tmột lớp\t\n2\tThi\t5\t6")
    assert [dict(row.cells) for row in rows] == [
        {"Lớp": "Bồi dưỡng kiến thức và kỹ năng", "Chỉ tiêu: Năm 2023": "30 người một lớp", "Chỉ tiêu: Năm 2024": "40"},
        {"Lớp": "Thi", "Chỉ tiêu: Năm 2023": "5", "Chỉ tiêu: Năm 2024": "6"},
    ]
    assert rows[0].name == "1. Bồi dưỡng kiến thức và kỹ năng"
    assert _pages(rows[0]) == [1, 2]


def test_a_recognised_header_keeps_its_first_spelling() -> None:
    first, again = "TT\tNội dung công việc\tGhi chú\n1\tHọp\tx", "TT\tNội dụng công việc\tGhi chú.\n2\tThi\ty"
    assert [list(row.cells) for row in _rows_on(first, again, read_by="ocr")] == [["Nội dung công việc", "Ghi chú"]] * 2


def test_a_word_list_that_a_page_break_cut_goes_on_with_a_capital() -> None:
    rows = _rows_on("TT\tViệc\tAi\n1\tMở lớp\tSở Kế hoạch và", "\t\tĐầu tư, Sở Tài chính\n2\tThi\tSở Nội vụ")
    assert [dict(row.cells)["Ai"] for row in rows] == ["Sở Kế hoạch và Đầu tư, Sở Tài chính", "Sở Nội vụ"]


def test_a_name_that_a_page_break_cut_goes_on_where_all_other_rows_have_numbers() -> None:
    rows = _rows_on("TT\tViệc\tAi\n1\tMở lớp\tSở\n2\tThi\tHọc viện Hành chính", "\t\tQuốc gia\n3\tHọp\tSở")
    assert [dict(row.cells)["Ai"] for row in rows] == ["Sở", "Học viện Hành chính Quốc gia", "Sở"]


def test_an_unnumbered_row_on_a_new_page_is_a_row_where_others_have_no_number_either() -> None:
    rows = _rows_on("TT\tViệc\tAi\n1\tHọp\t\n\tChuẩn bị\tSở\n\tBáo cáo\tSở", "\tTổng kết\tVăn phòng")
    assert [row.title for row in rows] == ["Chuẩn bị", "Báo cáo", "Tổng kết"]


def test_a_cell_that_had_not_begun_is_no_rest() -> None:
    rows = _rows_on("TT\tViệc\tAi\tKhi\n1\tHọp\t\tNăm 2023", "\tThi\tSở Nội vụ\tNăm 2024")
    assert [dict(row.cells) for row in rows] == [
        {"Việc": "Họp", "Khi": "Năm 2023"}, {"Việc": "Thi", "Ai": "Sở Nội vụ", "Khi": "Năm 2024"}
    ]  # fmt: skip


def test_a_row_cut_twice_is_cited_with_the_page_on_which_it_begins() -> None:
    (row,) = _rows_on("TT\tViệc\n1\tĐào tạo,", "\tbồi dưỡng và", "\tthi nâng ngạch")
    assert dict(row.cells) == {"Việc": "Đào tạo, bồi dưỡng và thi nâng ngạch"}
    assert _pages(row) == [1, 2, 3]


def test_a_cut_row_of_a_table_without_a_number_column() -> None:
    whole = _rows_on("Nội dung\tThời gian\nLớp A\tTháng 3", "Lớp C\tTháng 5")
    assert [row.title for row in whole] == ["Lớp A", "Lớp C"]
    cut = _rows_on("Nội dung\tThời gian\nLớp A\tTháng 3\nLớp B cho cán bộ\tTháng 4", "công chức xã\t\nLớp C\tTháng 5")
    assert [dict(row.cells) for row in cut] == [
        {"Nội dung": "Lớp A", "Thời gian": "Tháng 3"},
        {"Nội dung": "Lớp B cho cán bộ công chức xã", "Thời gian": "Tháng 4"},
        {"Nội dung": "Lớp C", "Thời gian": "Tháng 5"},
    ]


def test_page_numbers_and_running_heads_between_the_pages_of_a_table_do_not_end_it() -> None:
    rows = _rows_on("TT\tViệc\tAi\n1\tMở lớp\tSở Nội vụ,", "2\nPhụ lục kèm theo\n\t\tSở Y tế\n2\tThi\tSở")
    assert [dict(row.cells)["Ai"] for row in rows] == ["Sở Nội vụ, Sở Y tế", "Sở"]


def test_a_column_parted_in_two_on_the_next_page_is_one() -> None:
    first = "TT\tLớp\tSố\tGhi chú\n1\tQuản lý đất đai\t30\t\n2\tQuản lý đô thị\t40\t"
    rows = _rows_on(first, "3\t\tQuản lý nhà nước\t50\t\n4\t\tQuản lý tài chính\t60\t")
    assert dict(rows[2].cells) == {"Lớp": "Quản lý nhà nước", "Số": "50"}


def test_a_column_that_is_not_seen_on_the_next_page_stays_empty() -> None:
    first = "TT\tLớp\tSố\tGhi chú\n1\tQuản lý đất đai\t30\t\n2\tQuản lý đô thị\t40\t"
    rows = _rows_on(first, "3\tQuản lý nhà nước\t50\n4\tQuản lý tài chính\t60")
    assert dict(rows[3].cells) == {"Lớp": "Quản lý tài chính", "Số": "60"}


def test_totals_stand_in_no_group() -> None:
    rows = _rows_on("TT\tNguồn\tSố\nI\tTỈNH\t\n1\tPhí\t30\nTổng cộng\t\t30")
    assert _named(rows) == ["I. TỈNH > 1. Phí", "Tổng cộng"]
    assert dict(rows[1].cells) == {"Nguồn": "Tổng cộng", "Số": "30"}


def test_a_header_of_two_lines_without_a_number_column() -> None:
    rows = rows_of("Đơn vị\tChỉ tiêu\t\n\t2023\t2024\nSở A\t30\t40\nSở B\t50\t60")
    assert [dict(row.cells) for row in rows] == [
        {"Đơn vị": "Sở A", "Chỉ tiêu: 2023": "30", "Chỉ tiêu: 2024": "40"},
        {"Đơn vị": "Sở B", "Chỉ tiêu: 2023": "50", "Chỉ tiêu: 2024": "60"},
    ]


def test_a_header_of_three_lines_with_counted_columns() -> None:
    rows = rows_of(
        "STT\tLớp\tChỉ tiêu\t\t\n\t\tNăm 2023\t\tNăm 2024\n\t\tNam\tNữ\t\nA\tB\t1\t2\t3 = 1 + 2\n1\tTin học\t5\t6\t7"
    )
    assert [dict(row.cells) for row in rows] == [
        {
            "Lớp": "Tin học",
            "Chỉ tiêu: Năm 2023: Nam": "5",
            "Chỉ tiêu: Năm 2023: Nữ": "6",
            "Chỉ tiêu: Năm 2024": "7",
        }
    ]


def test_another_table_without_a_number_column_has_its_own_header() -> None:
    rows = _rows_on("TT\tViệc\tAi\tKhi\n1\tHọp\tSở\tNăm 2023\nKinh phí như sau:\nNguồn\tSố tiền\nTỉnh\t30 triệu")
    assert [dict(row.cells) for row in rows] == [
        {"Việc": "Họp", "Ai": "Sở", "Khi": "Năm 2023"}, {"Nguồn": "Tỉnh", "Số tiền": "30 triệu"}
    ]  # fmt: skip


def test_a_large_c_after_b_is_the_letter_c() -> None:
    rows = rows_of("TT\tLớp\tSố\n1\tĐÔ THỊ\t\na\tXanh\t1\nb\tSạch\t2\nC\tĐẹp\t3")
    assert _named(rows) == ["1. ĐÔ THỊ > a. Xanh", "1. ĐÔ THỊ > b. Sạch", "1. ĐÔ THỊ > C. Đẹp"]


def test_a_group_row_that_a_page_break_cut_is_one_name() -> None:
    rows = _rows_on("TT\tViệc\tAi\n1\tNâng cao nhận thức về\t", "\tvai trò của đào tạo\t\n1.1\tHọp\tSở")
    assert _named(rows) == ["1. Nâng cao nhận thức về vai trò của đào tạo > 1.1. Họp"]


def test_misread_numbers_leave_the_groups_open() -> None:
    rows = _rows_on(
        "TT\tLớp\tSố\nB\tCẤP TỈNH\t\n1\tCHUYÊN GIA\t\n1\tĐô thị\t\na\tXanh\t1\n€\tSạch\t2\n2\tTài chính\t\na\tThuế\t3", read_by="ocr"
    )  # fmt: skip
    groups = ["B. CẤP TỈNH", "I. CHUYÊN GIA"]
    assert [row.groups for row in rows] == [
        (*groups, "1. Đô thị"), (*groups, "1. Đô thị"), (*groups, "2. Tài chính")
    ]  # fmt: skip


def test_misread_numbers_are_those_that_are_due() -> None:
    text = (
        "TT\tLớp\tSố\nB\tCẤP TỈNH\t\nH\tCHUYÊN GIA\t\n1\tĐô thị\t\n11\tXanh\t1\n1:2\tSạch\t2\n&C\tCẤP XÃ\t\n1\tThuế\t3"
    )
    assert _named(_rows_on(text.replace("\nH\t", "\nI\tCÔNG CHỨC\t\n1\tHọp\t9\nH\t"), read_by="ocr")) == [
        "B. CẤP TỈNH > I. CÔNG CHỨC > 1. Họp",
        "B. CẤP TỈNH > II. CHUYÊN GIA > 1. Đô thị > 1.1. Xanh",
        "B. CẤP TỈNH > II. CHUYÊN GIA > 1. Đô thị > 1.2. Sạch",
        "C. CẤP XÃ > 1. Thuế",
    ]
