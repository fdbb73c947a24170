"""The tree of clauses by their numbers alone."""

import pytest

from ingest.outline import HEADING_LENGTH, shorten, walk
from tests.ingest.made import paths_of, tree_of

LAW = """PHẦN THỨ NHẤT
QUY ĐỊNH CHUNG

Chương I
PHẠM VI

Điều 1. Phạm vi điều chỉnh
Luật này quy định về việc học.

Điều 2. Giải thích từ ngữ
1. Lớp học là nơi học.
2. Người học gồm:
a) Viên chức;
b) Người lao động theo quy định tại
Điều 5 Nghị định này;
đ) Người khác.

Chương II
QUYỀN

Mục 1
QUYỀN CỦA NGƯỜI HỌC

Điều 3. Quyền
1. Được cử đi học theo Mục 1 Chương này.

Mục 2
NGHĨA VỤ

Điều 4a. Nghĩa vụ
Người học phải học.
Luật này được Quốc hội thông qua ngày 20 tháng 6 năm 2025./.
"""


def test_a_law_of_parts_chapters_divisions_articles_clauses_and_points() -> None:
    first = "PHẦN THỨ NHẤT QUY ĐỊNH CHUNG"
    one, two = f"{first} > Chương I PHẠM VI", f"{first} > Chương II QUYỀN"
    assert paths_of(LAW) == [
        first,
        one,
        f"{one} > Điều 1. Phạm vi điều chỉnh",
        f"{one} > Điều 2. Giải thích từ ngữ",
        f"{one} > Điều 2. Giải thích từ ngữ > khoản 1",
        f"{one} > Điều 2. Giải thích từ ngữ > 2. Người học gồm",
        f"{one} > Điều 2. Giải thích từ ngữ > 2. Người học gồm > điểm a",
        f"{one} > Điều 2. Giải thích từ ngữ > 2. Người học gồm > điểm b",
        f"{one} > Điều 2. Giải thích từ ngữ > 2. Người học gồm > điểm đ",
        two,
        f"{two} > Mục 1 QUYỀN CỦA NGƯỜI HỌC",
        f"{two} > Mục 1 QUYỀN CỦA NGƯỜI HỌC > Điều 3. Quyền",
        f"{two} > Mục 1 QUYỀN CỦA NGƯỜI HỌC > Điều 3. Quyền > khoản 1",
        f"{two} > Mục 2 NGHĨA VỤ",
        f"{two} > Mục 2 NGHĨA VỤ > Điều 4a. Nghĩa vụ",
        "Luật này được Quốc hội thông qua ngày 20 tháng 6 năm 2025./.",
    ]


def test_a_plan_in_capitals_roman_arabic_decimal_and_letters() -> None:
    text = "A. CHUNG\nI. MỤC TIÊU\n1. Chung\n1.1. Đến 2025\na) Một.\nB. RIÊNG\nI. LỚP\nMột.\nC. HẾT\nI. HẾT\n2.1. Lẻ"
    assert paths_of(text) == [
        "A. CHUNG",
        "A. CHUNG > I. MỤC TIÊU",
        "A. CHUNG > I. MỤC TIÊU > 1. Chung",
        "A. CHUNG > I. MỤC TIÊU > 1. Chung > 1.1. Đến 2025",
        "A. CHUNG > I. MỤC TIÊU > 1. Chung > 1.1. Đến 2025 > a)",
        "B. RIÊNG",
        "B. RIÊNG > I. LỚP",
        "C. HẾT",
        "C. HẾT > I. HẾT",
        "C. HẾT > I. HẾT > 2.1",
    ]


def test_a_plan_set_out_inside_an_article_does_not_end_it() -> None:
    text = "Điều 1. Phê duyệt Kế hoạch như sau:\nI. MỤC TIÊU\n1. Mở lớp.\nII. KINH PHÍ\nTừ ngân sách.\nĐiều 2. Giao Sở."
    one = "Điều 1. Phê duyệt Kế hoạch như sau"
    assert paths_of(text) == [
        one,
        f"{one} > I. MỤC TIÊU",
        f"{one} > I. MỤC TIÊU > 1",
        f"{one} > II. KINH PHÍ",
        "Điều 2",
    ]


def test_missing_and_skipped_numbers_are_neither_repaired_nor_refused() -> None:
    text = "2. Mục tiêu cụ thể\n- Cấp tỉnh.\nb) Cấp xã:\n- Một.\nd) Sau đại học:\n- Hai.\ne) Cuối."
    two = "2. Mục tiêu cụ thể"
    assert paths_of(text) == [two, f"{two} > b) Cấp xã", f"{two} > d) Sau đại học", f"{two} > e)"]


def test_a_clause_owns_its_paragraphs_and_bullets_in_reading_order() -> None:
    (_, clause), *_ = walk(tree_of("1. Lớp:\nMở đầu.\n- Một:\n+ Một a.\n+ Một b.\nThêm.\n- Hai."))
    assert [b.text for b in clause.own_blocks()] == [
        "1. Lớp:",
        "Mở đầu.",
        "- Một:",
        "+ Một a.",
        "+ Một b.",
        "Thêm.",
        "- Hai.",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2. Sở Tài chính: phối hợp với Sở Y tế.", "2. Sở Tài chính"),
        ("1. Phòng Tổ chức - Hành chính chủ trì, tham mưu.", "1. Phòng Tổ chức - Hành chính"),
        ("1. Kinh phí được đảm bảo từ ngân sách.", "1"),
        ("a) Đẩy mạnh tuyên truyền.", "a)"),
        ("1. Sở Y tế\n- Chủ trì.", "1. Sở Y tế"),
        ("4. Đẩy mạnh hợp tác. huy động nguồn lực\n- Một.", "4. Đẩy mạnh hợp tác. huy động nguồn lực"),
        ("Điều 2.", "Điều 2"),
    ],
)
def test_names_of_clauses(text: str, name: str) -> None:
    (_, clause), *_ = walk(tree_of(text))
    assert clause.name() == name


def test_closing_paragraphs_are_not_read_as_part_of_the_last_office() -> None:
    text = "V. TỔ CHỨC\n1. Sở Y tế\na) Chủ trì.\n2. Sở Nội vụ: cử người.\nTrong quá trình thực hiện, nếu vướng mắc, báo cáo Sở./."
    assert paths_of(text)[-1] == "V. TỔ CHỨC > Trong quá trình thực hiện, nếu vướng mắc, báo cáo Sở./."
    text = "1. Sở Y tế: chủ trì.\n2. Sở Nội vụ: cử người.\nYêu cầu các đơn vị thực hiện./."
    assert paths_of(text) == ["1. Sở Y tế", "2. Sở Nội vụ", "Yêu cầu các đơn vị thực hiện./."]


def test_a_closing_paragraph_after_bullets_is_apart_from_them() -> None:
    assert paths_of("V. TỔ CHỨC\n- Sở Y tế chủ trì.\n- Sở Nội vụ cử người.\nTrên đây là Kế hoạch./.") == [
        "V. TỔ CHỨC",
        "V. TỔ CHỨC > Trên đây là Kế hoạch./.",
    ]
    (_, section), *_ = walk(tree_of("V. TỔ CHỨC\n- Một.\nTrên đây là Kế hoạch./."))
    assert [b.text for b in section.own_blocks()] == ["V. TỔ CHỨC", "- Một."]


def test_the_last_paragraph_of_a_clause_that_has_said_nothing_yet_is_its_own() -> None:
    assert paths_of("1. Sở Y tế: chủ trì.\n2. Sở Tài chính\nCấp kinh phí thực hiện./.") == [
        "1. Sở Y tế",
        "2. Sở Tài chính",
    ]


def test_an_article_keeps_the_paragraphs_that_end_the_decision() -> None:
    assert paths_of("Điều 1. Cử đi học.\nĐiều 2. Giao Sở thực hiện.\nQuyết định có hiệu lực từ ngày ký./.") == [
        "Điều 1",
        "Điều 2",
    ]


def test_closing_words_in_the_middle_close_nothing() -> None:
    text = "I. CHUNG\n1. Đi học\nTrong quá trình học, học viên nghỉ có phép.\n2. Thi"
    assert paths_of(text) == ["I. CHUNG", "I. CHUNG > 1. Đi học", "I. CHUNG > 2"]


def test_a_table_under_a_bullet_belongs_to_the_clause() -> None:
    (_, clause), *_ = walk(tree_of("1. Lớp\n- Theo bảng:\nTT\tLớp\n1\tA"))
    assert len(clause.rows) == 2


def test_no_numbers_at_all() -> None:
    root = tree_of("Một.\nHai.\n- Ba.")
    assert [b.text for b in root.own_blocks()] == ["Một.", "Hai.", "- Ba."]
    assert paths_of("Một.\nHai.\n- Ba.") == []


def test_long_headings_are_cut_at_a_word() -> None:
    cut = shorten("chữ " * 100)
    assert len(cut) <= HEADING_LENGTH + 1 and cut.endswith("chữ…")
    assert shorten("ngắn") == "ngắn"
