"""Provinces: the closed list, the mapping of Resolution 202/2025/QH15, and where a text means one."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.provinces import (
    CURRENT_PROVINCES,
    OLD_PROVINCES,
    Province,
    current_name,
    find_provinces,
    find_provinces_folded,
)
from vietnamese.text import nfc


def names(text: str) -> list[str]:
    return [m.name for m in find_provinces(text)]


def typed(text: str) -> list[str]:
    return [m.name for m in find_provinces_folded(text)]


def test_sixty_three_became_thirty_four() -> None:
    assert len({p.name for p in OLD_PROVINCES}) == 63
    assert len(CURRENT_PROVINCES) == 34
    assert {p.current for p in OLD_PROVINCES} == set(CURRENT_PROVINCES)
    formed_from = Counter(p.current for p in OLD_PROVINCES)
    assert sorted(formed_from.values()) == [1] * 11 + [2] * 17 + [3] * 6


@pytest.mark.parametrize(
    ("old", "current"),
    [
        ("Hậu Giang", "Cần Thơ"),
        ("Sóc Trăng", "Cần Thơ"),
        ("Bình Định", "Gia Lai"),
        ("Tiền Giang", "Đồng Tháp"),
        ("Đồng Tháp", "Đồng Tháp"),
        ("Hà Giang", "Tuyên Quang"),
        ("Yên Bái", "Lào Cai"),
        ("Vĩnh Phúc", "Phú Thọ"),
        ("Thái Bình", "Hưng Yên"),
        ("Nam Định", "Ninh Bình"),
        ("Quảng Bình", "Quảng Trị"),
        ("Kon Tum", "Quảng Ngãi"),
        ("Đắk Nông", "Lâm Đồng"),
        ("Phú Yên", "Đắk Lắk"),
        ("BR-VT", "Thành phố Hồ Chí Minh"),
        ("tỉnh Bình Phước", "Đồng Nai"),
        ("Long An", "Tây Ninh"),
        ("Trà Vinh", "Vĩnh Long"),
        ("Kiên Giang", "An Giang"),
        ("Bạc Liêu", "Cà Mau"),
        ("Thừa Thiên – Huế", "Huế"),
        ("nghe an", "Nghệ An"),
    ],
)
def test_current_name(old: str, current: str) -> None:
    assert current_name(old) == current


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(KeyError, match="Hậu Lộc"):
        current_name("Hậu Lộc")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Số:              Hậu Giang, ngày     tháng     năm 2023", ["Hậu Giang"]),
        ("Năm 2023, Hậu quả, năm định kỳ", []),
        ("Học viện Chính trị quốc gia Hồ Chí Minh; tư tưởng Hồ Chí Minh", []),
        ("UBND TP. Hồ Chí Minh và TP.HCM", ["Thành phố Hồ Chí Minh"] * 2),
        ("tỉnh Bà Rịa – Vũng Tàu", ["Bà Rịa - Vũng Tàu"]),
        ("khu vực Thái Bình Dương, Điện Biên Phủ", []),
        ("giữ gìn hòa bình", []),
        ("tỉnh Điện Biên phụ trách, Hà Nội phủ sóng", ["Điện Biên", "Hà Nội"]),
        ("tỉnh Hoà Bình và tỉnh Bình Ðịnh", ["Hòa Bình", "Bình Định"]),
        ("huyện Quảng Ninh, tỉnh Quảng Bình", ["Quảng Bình"]),
        ("thành phố Sóc Trăng", ["Sóc Trăng"]),
        ("ỦY BAN NHÂN DÂN\nTỈNH BÌNH ĐỊNH", ["Bình Định"]),
        ("tỉnh Hậu \nGiang", ["Hậu Giang"]),
        ("tỉnh Thừa Thiên Huế, thành phố Huế", ["Thừa Thiên Huế", "Huế"]),
    ],
)
def test_documents(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ke hoach cua tinh binh dinh", ["Bình Định"]),
        ("ke hoach dan so dong thap", ["Đồng Tháp"]),
        ("muc dong thap nhat la bao nhieu", []),
        ("hang nam dinh ky danh gia", []),
        ("hàng năm định kỳ", []),
        ("tỉnh bình định", ["Bình Định"]),
        ("hai phong chuyen mon nao", []),
        ("What was planned in Hai Phong?", ["Hải Phòng"]),
        ("da nang cao nang luc", []),
        ("danh gia lai", []),
        ("va da nang cao", []),
        ("in thai binh duong, o dien bien phu", []),
        ("dien bien cua dich", []),
        ("Can Tho City and Hanoi's plan", ["Cần Thơ", "Hà Nội"]),
        ("Ho Chi Minh City", ["Thành phố Hồ Chí Minh"]),
        ("tp.hcm", ["Thành phố Hồ Chí Minh"]),
        ("ho chi minh academy", []),
        ("hoa binh", []),
        ("o hoa binh co gi", ["Hòa Bình"]),
        ("Soc Trang draft plan", ["Sóc Trăng"]),
        ("so y te hau giang", ["Hậu Giang"]),
    ],
)
def test_questions(text: str, expected: list[str]) -> None:
    assert typed(text) == expected


@given(st.text())
def test_positions_hold_on_any_text(text: str) -> None:
    for mention in find_provinces(text) + find_provinces_folded(text):
        assert nfc(text)[mention.start : mention.end].strip()
        assert mention.current in CURRENT_PROVINCES


@given(st.sampled_from(OLD_PROVINCES), st.text(max_size=5))
def test_every_province_is_found_behind_its_word(province: Province, tail: str) -> None:
    assert province.name in names(f"tỉnh {province.name}, {tail}")
