"""Offices, posts and groups of offices in clauses, and abbreviations written out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.offices import ABBREVIATIONS, expand_abbreviations, find_offices, leading_office
from vietnamese.text import nfc


@pytest.mark.parametrize(
    ("clause", "office"),
    [
        ("Phòng Kế hoạch - Tài chính có trách nhiệm hướng dẫn việc quản lý", "Phòng Kế hoạch - Tài chính"),
        ("Các đơn vị trực thuộc: Trên cơ sở Đề án", "Các đơn vị trực thuộc"),
        ("Phòng Nghiệp vụ Y - BHYT hướng dẫn, đôn đốc", "Phòng Nghiệp vụ Y - BHYT"),
        ("Phòng Tổ chức - Hành chính chủ trì, tham mưu cho Lãnh đạo Sở Y tế", "Phòng Tổ chức - Hành chính"),
        ("**Sở Lao động - Thương binh và Xã hội:** Chủ trì", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở Nông nghiệp và Phát triển nông thôn: Chủ trì", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("Sở Tài chính: phối hợp với Sở Y tế bố trí kinh phí", "Sở Tài chính"),
        ("Trường Cao đẳng Y tế Đồng Tháp: chủ trì", "Trường Cao đẳng Y tế Đồng Tháp"),
        ("Chỉ đạo Sở Nội vụ", "Sở Nội vụ"),
        ("Ban cán sự đảng Ủy ban nhân dân tỉnh lãnh đạo Ủy ban nhân dân tỉnh", "Ban cán sự đảng Ủy ban nhân dân tỉnh"),
        (
            "Các sở, ban, ngành, đơn vị sự nghiệp thuộc tỉnh, Ủy ban nhân dân các huyện, thị xã, thành phố",
            "Các sở, ban, ngành, đơn vị sự nghiệp thuộc tỉnh, Ủy ban nhân dân các huyện, thị xã, thành phố",
        ),
        (
            "Các sở, Ban ngành, các đơn vị sự nghiệp công lập trực thuộc Ủy ban nhân dân tỉnh; Ủy ban nhân dân huyện, thị xã, thành phố:",
            "Các sở, Ban ngành, các đơn vị sự nghiệp công lập trực thuộc Ủy ban nhân dân tỉnh; Ủy ban nhân dân huyện, thị xã, thành phố",
        ),
        (
            "Ban thường vụ các huyện, thị, thành ủy và đảng ủy Khối cơ quan và doanh nghiệp tỉnh; các sở, ban, ngành, "
            "Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội cấp tỉnh",
            "Ban thường vụ các huyện, thị, thành ủy và đảng ủy Khối cơ quan và doanh nghiệp tỉnh; các sở, ban, ngành, "
            "Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội cấp tỉnh",
        ),
        (
            "Thủ trưởng các cơ quan, đơn vị, địa phương chịu trách nhiệm quán triệt",
            "Thủ trưởng các cơ quan, đơn vị, địa phương",
        ),
        ("Đơn vị y tế có mã đào tạo liên tục: tổ chức mở các lớp", "Đơn vị y tế có mã đào tạo liên tục"),
        ("Đối với công chức, viên chức được cử đi học phải cam kết", None),
        ("Tổ chức các lớp bồi dưỡng: ngắn hạn", None),
        ("Mục đích", None),
        ("", None),
    ],
)
def test_leading_office(clause: str, office: str | None) -> None:
    assert leading_office(clause) == office


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Phối hợp với Ban Tổ chức Tỉnh ủy, Sở Nội vụ, Văn phòng Tỉnh ủy trình Ủy ban nhân dân tỉnh phân khai",
            ["Ban Tổ chức Tỉnh ủy", "Sở Nội vụ", "Văn phòng Tỉnh ủy", "Ủy ban nhân dân tỉnh"],
        ),
        (
            "Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ, Thủ trưởng các sở, ban, ngành thuộc tỉnh và "
            "Chủ tịch Ủy ban nhân dân các huyện, thị xã, thành phố chịu trách nhiệm",
            [
                "Chánh Văn phòng Ủy ban nhân dân tỉnh",
                "Giám đốc Sở Nội vụ",
                "Thủ trưởng các sở, ban, ngành thuộc tỉnh",
                "Chủ tịch Ủy ban nhân dân các huyện, thị xã, thành phố",
            ],
        ),
        (
            "tại Học viện Chính trị quốc gia Hồ Chí Minh và Học viện chính trị khu vực II.",
            ["Học viện Chính trị quốc gia Hồ Chí Minh", "Học viện chính trị khu vực II"],
        ),
        ("học tại Trường Quân sự Quân khu 7", ["Trường Quân sự Quân khu 7"]),
        (
            "Báo Bình Định, Đài Phát thanh và Truyền hình Bình Định",
            ["Báo Bình Định", "Đài Phát thanh và Truyền hình Bình Định"],
        ),
        ("Nghị quyết của Ủy ban \nnhân dân tỉnh Hậu Giang", ["Ủy ban nhân dân tỉnh Hậu Giang"]),
        ("UBND TỈNH HẬU GIANG \nSỞ Y TẾ \nCỘNG HÒA", ["UBND TỈNH HẬU GIANG", "SỞ Y TẾ"]),
        ("Sở Nội vụ\tSở Y tế", ["Sở Nội vụ", "Sở Y tế"]),
        ("cơ sở đào tạo có uy tín; Ban hành kế hoạch; bộ phận chuyên môn", []),
        ("sở tài chính làm gì?", ["sở tài chính"]),
        ("so noi vu va phong ke hoach tai chinh lam gi", ["Sở Nội vụ", "Phòng Kế hoạch - Tài chính"]),
        ("truong chinh tri tinh mo lop nao", ["Trường Chính trị tỉnh"]),
    ],
)
def test_find_offices(text: str, expected: list[str]) -> None:
    assert [m.name for m in find_offices(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
        ("ubnd tinh, cbccvc, dtbd", "Ủy ban nhân dân tinh, cán bộ, công chức, viên chức, đào tạo, bồi dưỡng"),
        ("CB, CC, VC", "cán bộ, công chức, viên chức"),
        ("Số 2106/QĐ-UBND; Số:   /KH-UBND", "Số 2106/QĐ-UBND; Số:   /KH-UBND"),
        ("TT\tNội dung", "TT\tNội dung"),
        ("TT/HĐND Tỉnh", "Thường trực/Hội đồng nhân dân Tỉnh"),
        ("CT, các PCT UBND tỉnh", "Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân tỉnh"),
        ("Phòng Nghiệp vụ Y - BHYT", "Phòng Nghiệp vụ Y - bảo hiểm y tế"),
    ],
)
def test_expand_abbreviations(text: str, expected: str) -> None:
    assert expand_abbreviations(text) == expected


def test_abbreviations_are_nfc() -> None:
    assert all(nfc(short) == short and nfc(full) == full for short, full in ABBREVIATIONS.items())


@given(st.text() | st.text(alphabet="SởYtế PhòngKế hoạch-,;:\nBanUBNDtỉnhcácvà"))
def test_spans_slice_back(text: str) -> None:
    for mention in find_offices(text):
        assert 0 <= mention.start < mention.end <= len(nfc(text))
    leading_office(text)
    expand_abbreviations(text)
