"""Lines joined to paragraphs: what goes on, what begins anew."""

import pytest

from index.document import SourceLine
from ingest.blocks import is_heading_line, make_blocks, wrap_width
from tests.ingest.made import blocks_of, lines_of, texts

WRAPPED = """1. Phòng Tổ chức - Hành chính chủ trì, tham mưu cho Lãnh đạo Sở Y tế

trong việc xây dựng ban hành kế hoạch, hướng dẫn các đơn vị thủ tục tham gia

các khóa đào tạo của Học viện Hành chính Quốc gia tại Cần Thơ và tại Thành

Hồ Chí Minh và báo cáo kết quả về các cơ quan có thẩm quyền của tỉnh Hậu.

Thường xuyên kiểm tra, giám sát các đơn vị trong tổ chức mở các lớp liên

tục. Phối hợp Phòng Kế hoạch - Tài chính thanh quyết toán kinh phí các

năm

132. Đề án vị trí việc làm.

 2. Phòng Nghiệp vụ Y - BHYT hướng dẫn, đôn đốc, tổng hợp, thẩm định các

lớp.
"""


def test_hard_wrapped_lines_with_blank_lines_between_are_one_paragraph() -> None:
    blocks = blocks_of(WRAPPED)
    assert [b.lines for b in blocks] == [(1, 7), (9, 13), (15, 15), (17, 19)]
    assert [b.mark.text if b.mark else None for b in blocks] == ["1.", None, "132.", "2."]
    assert blocks[0].text.endswith(
        "tại Thành Hồ Chí Minh và báo cáo kết quả về các cơ quan có thẩm quyền của tỉnh Hậu."
    )
    assert blocks[3].text == "2. Phòng Nghiệp vụ Y - BHYT hướng dẫn, đôn đốc, tổng hợp, thẩm định các lớp."


def test_a_wrapped_line_that_begins_with_a_high_number_is_no_clause() -> None:
    text = WRAPPED.replace("kinh phí các\n\nnăm\n\n132. Đề án", "kinh phí theo văn bản số\n\n132. Đề án")
    assert "văn bản số 132. Đề án vị trí việc làm." in blocks_of(text)[1].text


def test_width_is_known_only_of_hard_wrapped_files() -> None:
    assert wrap_width(lines_of(WRAPPED)) is not None
    assert wrap_width(lines_of("\n".join(["Một đoạn văn dài. " * 20] * 10))) is None
    assert wrap_width(lines_of("Ngắn.\nNgắn.")) is None


def test_a_sentence_cut_by_a_page_goes_on() -> None:
    blocks = blocks_of("- Phấn đấu cử cán bộ có thành tích và có\n\ntriển vọng phát triển.\n\n- Mỗi năm")
    assert [(b.text, b.lines) for b in blocks] == [
        ("- Phấn đấu cử cán bộ có thành tích và có triển vọng phát triển.", (1, 3)),
        ("- Mỗi năm", (5, 5)),
    ]


@pytest.mark.parametrize("end", [".", ";", ":", "!", "./.", "…", ".”"])
def test_nothing_goes_on_after_an_end(end: str) -> None:
    assert len(blocks_of(f"Hết{end}\nthêm")) == 2


@pytest.mark.parametrize(
    "begin", ["a) thêm", "- thêm", "+ thêm", "1. Thêm", "I. THÊM", "Điều 2. Thêm", "TM. ỦY BAN", "Thêm"]
)
def test_what_begins_anew_does_not_go_on(begin: str) -> None:
    assert texts(blocks_of(f"Chưa hết\n{begin}")) == ["Chưa hết", begin]


def test_a_figure_at_the_start_of_a_line_goes_on() -> None:
    assert texts(blocks_of("được phê duyệt ngày\n13/6/2023 của Sở")) == ["được phê duyệt ngày 13/6/2023 của Sở"]


def test_a_title_stands_apart_from_its_type() -> None:
    assert texts(blocks_of("**KẾ HOẠCH****đào tạo năm 2025**")) == ["KẾ HOẠCH", "đào tạo năm 2025"]
    assert texts(blocks_of("PHỤ LỤC\nlộ trình")) == ["PHỤ LỤC", "lộ trình"]


def test_unit_names_with_dashes_are_one_line() -> None:
    (block,) = blocks_of("2. Phòng Kế hoạch - Tài chính chủ trì")
    assert block.words == "Phòng Kế hoạch - Tài chính chủ trì"


def test_rows_are_kept_cell_by_cell() -> None:
    before, row, after = blocks_of("Bảng\n1\tLớp A\t\t30\nsau bảng")
    assert (row.cells, row.is_row, row.mark, row.lines) == (("1", "Lớp A", "", "30"), True, None, (2, 2))
    assert not before.is_row and not after.is_row


def test_a_tab_that_only_indents_or_trails_makes_no_row() -> None:
    assert [(b.text, b.is_row) for b in blocks_of("\t1. Mục tiêu\nXong.\t\n\t \nA\tB")] == [
        ("1. Mục tiêu", False),
        ("Xong.", False),
        ("A | B", True),
    ]


def test_capitals_make_a_heading_line() -> None:
    assert (
        is_heading_line("QUY ĐỊNH CHUNG (tt)") and not is_heading_line("Quy định chung") and not is_heading_line("123")
    )


def test_a_scanned_line_that_lost_its_first_word_goes_on() -> None:
    def block_texts(*texts: str) -> list[str]:
        lines = [SourceLine(text, None, 1, place, "ocr", 0.9, True) for place, text in enumerate(texts)]
        return [block.text for block in make_blocks(lines, None)]

    assert block_texts("Thủ trưởng các cơ", "an, đơn vị báo cáo.") == ["Thủ trưởng các cơ an, đơn vị báo cáo."]
    assert block_texts("Thủ trưởng báo cáo.", "an toàn là trên hết.") == ["Thủ trưởng báo cáo.", "an toàn là trên hết."]
    assert block_texts("MỤC TIÊU", "đào tạo cán bộ") == ["MỤC TIÊU", "đào tạo cán bộ"]
