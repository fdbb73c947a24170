"""Values that exclude one another: groups, levels, cycles and courses, in questions and in clauses."""

import pytest
from small_library import A, passage, question

from answer.contrast import contrast_fit


@pytest.mark.parametrize(
    ("asked", "text", "fit"),
    [
        ("Viên chức học thì lấy tiền ở đâu?", "a) Đối với cán bộ, công chức: ngân sách chi.", -1),
        ("Viên chức học thì lấy tiền ở đâu?", "b) Đối với viên chức: tự chi trả.", 1),
        ("Viên chức học thì lấy tiền ở đâu?", "c) Ngân sách chi cho cán bộ, công chức.", 0),
        ("Cán bộ, công chức, viên chức học gì?", "b) Đối với viên chức: học biên mục.", 0),
        ("Giáo viên đi học thì ai chi?", "b) Đối với viên chức: tự chi trả.", 1),
        ("Cán bộ xã học mấy ngày?", "- Đối với cán bộ, công chức cấp tỉnh, cấp huyện: 15 ngày.", -1),
        ("Cán bộ xã học mấy ngày?", "- Đối với cán bộ, công chức cấp xã: 5 ngày.", 1),
        ("Lớp trung cấp lý luận chính trị ai mở?", "Cử 3 thủ thư học cao cấp lý luận chính trị.", -1),
        ("Lớp trung cấp lý luận chính trị ai mở?", "Mở lớp trung cấp lý luận chính trị.", 0),
        ("Kế hoạch 5 năm nộp khi nào?", "Lập kế hoạch bồi dưỡng hàng năm trước ngày 31/8.", -1),
        ("Kế hoạch 5 năm nộp khi nào?", "Lập kế hoạch giai đoạn 2021-2025 và kế hoạch hàng năm.", 0),
        ("Kế hoạch nộp khi nào?", "Lập kế hoạch bồi dưỡng hàng năm trước ngày 31/8.", 0),
        ("Ai được học đại học?", "Hỗ trợ đào tạo sau đại học.", -1),
        ("Ai được học đại học?", "Cử đi học thạc sĩ ở các trường đại học.", 0),
        ("Ai được học sau đại học?", "Cử đi học thạc sĩ.", 0),
        ("Bác sĩ chuyên khoa cấp I học ở đâu?", "Cử đi học thạc sĩ, tiến sĩ.", -1),
        ("Lớp ngạch chuyên viên mấy người?", "1 | Ngạch chuyên viên cao cấp | 20 người", -1),
        ("Lớp ngạch chuyên viên mấy người?", "3 | Ngạch chuyên viên | 50 người", 0),
        ("Lãnh đạo cấp phòng học gì?", "1 | Lãnh đạo cấp sở | 20 người", -1),
        ("Lãnh đạo cấp phòng học gì?", "Trưởng phòng cấp sở học quản trị.", 0),
        ("Học ở nước ngoài cần gì?", "Học ở trong nước hai năm.", -1),
    ],
)
def test_another_value_than_the_one_asked_about(asked: str, text: str, fit: int) -> None:
    assert contrast_fit(question(asked), passage(A, 30, text)) == fit


def test_english_asks_by_its_own_words() -> None:
    asked = question("By when is the five-year plan due?", language="en")
    assert contrast_fit(asked, passage(A, 30, "Lập kế hoạch hàng năm trước ngày 31/8.")) == -1


def test_of_a_follow_up_its_own_words_count() -> None:
    asked = question("Cán bộ xã học gì - thế còn viên chức?", own="viên chức")
    assert contrast_fit(asked, passage(A, 30, "- Đối với viên chức: học biên mục.")) == 1
    assert contrast_fit(asked, passage(A, 30, "- Đối với cán bộ xã: học sơ cứu.")) == -1


def test_a_heading_binds_what_stands_under_it() -> None:
    under = passage(A, 30, "Học 5 ngày.", ("I. LỚP", "1. Đối với cán bộ, công chức cấp tỉnh"))
    assert contrast_fit(question("Cán bộ xã học mấy ngày?"), under) == -1
