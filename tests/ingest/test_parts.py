"""Documents inside a file and their zones."""

import pytest

from ingest.parts import Part
from tests.ingest.made import parts_of, texts

DECISION = """UBND TỈNH HẬU GIANG
SỞ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/QĐ-SNV
Hậu Giang, ngày 5 tháng 1 năm 2024
QUYẾT ĐỊNH
Ban hành Kế hoạch bồi dưỡng
GIÁM ĐỐC SỞ NỘI VỤ
Căn cứ Nghị định số 101/2017/NĐ-CP ngày 01/9/2017 của Chính phủ;
Xét đề nghị của Trưởng phòng Công chức.
QUYẾT ĐỊNH:
Điều 1. Ban hành Kế hoạch bồi dưỡng.
Điều 2. Chánh Văn phòng Sở chịu trách nhiệm thi hành./.
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Lê Thị Hoa
"""
PLAN = """SỞ NỘI VỤ
Độc lập - Tự do - Hạnh phúc
KẾ HOẠCH
BỒI DƯỠNG CÔNG CHỨC
TỈNH HẬU GIANG NĂM 2024
(Ban hành kèm theo Quyết định số 12/QĐ-SNV)
I. MỤC TIÊU
Mở ba lớp.
"""
APPENDIX = """PHỤ LỤC SỐ 01
MẪU PHIẾU ĐĂNG KÝ
(Kèm theo Quyết định số 12/QĐ-SNV)
Người đăng ký ghi rõ họ tên và lớp muốn học vào phiếu này.
Phiếu gửi về Sở trước ngày 30 tháng 6 hằng năm.
"""


def _zones(part: Part) -> list[list[str]]:
    return [texts(zone) for zone in (part.head, part.bases, part.body, part.recipients, part.signature)]


def test_zones_of_a_decision() -> None:
    (part,) = parts_of(DECISION)
    lines = DECISION.splitlines()
    assert (part.type, part.title) == ("Quyết định", "Ban hành Kế hoạch bồi dưỡng")
    assert _zones(part) == [lines[:9], lines[9:12], lines[12:14], lines[14:17], lines[17:20]]


def test_a_decision_its_plan_and_an_appendix_of_prose_are_three_parts() -> None:
    decision, plan, appendix = parts_of(DECISION + PLAN + APPENDIX)
    assert [p.type for p in (decision, plan, appendix)] == ["Quyết định", "Kế hoạch", "Phụ lục 01"]
    assert texts(decision.signature) == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Thị Hoa"]
    assert plan.title == "BỒI DƯỠNG CÔNG CHỨC TỈNH HẬU GIANG NĂM 2024"
    assert texts(plan.head) == PLAN.splitlines()[:6]
    assert texts(plan.body) == PLAN.splitlines()[6:]
    assert appendix.is_appendix and appendix.title == "MẪU PHIẾU ĐĂNG KÝ"
    assert texts(appendix.head) == APPENDIX.splitlines()[:3]
    assert texts(appendix.body) == APPENDIX.splitlines()[3:]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("KẾ HOẠCH\nĐào tạo công chức\nnăm 2025\nCăn cứ Luật", "Đào tạo công chức năm 2025"),
        (
            "QUYẾT ĐỊNH\nVề kết quả bầu Chủ tịch\nỦy ban nhân dân tỉnh\nỦY BAN NHÂN DÂN TỈNH\nCăn cứ",
            "Về kết quả bầu Chủ tịch Ủy ban nhân dân tỉnh",
        ),
        ("QUYẾT ĐỊNH\nVỀ VIỆC CỬ ĐI HỌC\nGIÁM ĐỐC SỞ NỘI VỤ\nCăn cứ", "VỀ VIỆC CỬ ĐI HỌC"),
        ("KẾ HOẠCH\nCăn cứ Luật Viên chức;", ""),
        ("KẾ HOẠCH\nI. MỤC TIÊU", ""),
    ],
)
def test_titles_end_where_something_else_begins(lines: str, title: str) -> None:
    assert parts_of(lines)[0].title == title


def test_an_official_letter_without_type_is_named_by_its_subject() -> None:
    (part,) = parts_of(
        "UBND TỈNH HẬU GIANG\nSỞ NỘI VỤ\nSố: 15/SNV-CCVC\nV/v cử công chức đi học\nKính gửi: Sở Y tế.\n"
        "Sở Nội vụ đề nghị Sở Y tế cử công chức đi học trước tháng sáu.\nNơi nhận:\n- Như trên."
    )
    assert (part.type, part.title) == ("Công văn", "V/v cử công chức đi học")
    assert texts(part.head)[2] == "Số: 15/SNV-CCVC"
    assert texts(part.body) == ["Sở Nội vụ đề nghị Sở Y tế cử công chức đi học trước tháng sáu."]


def test_prose_before_the_first_number_is_body_not_head() -> None:
    (part,) = parts_of(
        "BÁO CÁO\nKết quả bồi dưỡng\nNăm 2024, Sở đã mở mười lớp cho ba trăm học viên.\nI. KẾT QUẢ\n1. Số lớp"
    )
    assert texts(part.body) == ["Năm 2024, Sở đã mở mười lớp cho ba trăm học viên.", "I. KẾT QUẢ", "1. Số lớp"]


def test_a_text_without_any_sign_of_office_is_all_body() -> None:
    (part,) = parts_of("Lớp học bắt đầu ngày 1 tháng 3.\nHọc viên mang giấy giới thiệu.")
    assert (part.type, part.title) == ("", "")
    assert [len(zone) for zone in _zones(part)] == [0, 0, 2, 0, 0]


def test_a_signature_without_recipients_is_found_at_the_end() -> None:
    (part,) = parts_of("THÔNG BÁO\nVề lớp học\n1. Lớp mở tháng 3.\nGIÁM ĐỐC\nLê Thị Hoa")
    assert texts(part.signature) == ["GIÁM ĐỐC", "Lê Thị Hoa"]
    assert texts(part.body) == ["1. Lớp mở tháng 3."]


def test_enacting_words_name_no_part() -> None:
    assert len(parts_of("QUYẾT ĐỊNH\nCử đi học\nCăn cứ Luật;\nQUYẾT ĐỊNH:\nĐiều 1. Cử một người.")) == 1


def test_an_appendix_named_in_running_text_begins_no_part() -> None:
    assert len(parts_of("KẾ HOẠCH\nĐi học\n1. Chi tiết tại\nPhụ lục I, II kèm theo.")) == 1
