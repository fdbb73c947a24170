"""Names of closed lists, as recognition misreads them: the list's form, or nothing."""

import pytest

from vietnamese.listed import issuer_as_listed, nearest_listed, province_as_listed, with_listed_words


@pytest.mark.parametrize(
    ("read", "name"),
    [
        ("ỦY BAN NHÂN DÂN THÀNH PHÓ HÀ NỌI", "Ủy ban nhân dân thành phố Hà Nội"),
        ("ỦY BAN NHÂN DÂN TỈNH BÌNH ĐỊNH", "Ủy ban nhân dân tỉnh Bình Định"),
        ("UBND thành phó Hà Nội", "UBND thành phố Hà Nội"),
        ("ỦY BAN NHÂN DÂN THÀNH PHÓ HÒ CHÍ MINH", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        ("HỘI ĐỒNG NHÂN DÂN TỈNH BÀ RỊA - VŨNG TẦU", "Hội đồng nhân dân tỉnh Bà Rịa - Vũng Tàu"),
        ("BỘ LAO ĐỌNG - THƯƠNG BINH VÀ XÃ HỌI", "Bộ Lao động - Thương binh và Xã hội"),
        ("SÒ Y TÉ", "Sở Y tế"),
        ("SỞ TÀI CHlNH", "Sở Tài chính"),
        ("CHINHPHỦ", "Chính phủ"),
        ("TỈNH UỶ SÓC TRÃNG", "Tỉnh ủy Sóc Trăng"),
        ("UBND tinh", "UBND tỉnh"),
        # nothing is near enough, or what is near may be several
        ("S0 Y TE", None),
        ("SỚ NÔ1 VU", "Sở Nội vụ"),
        ("SỚ NG1 VU", None),
        ("ỦY BAN NHÂN DÂN", None),
        ("ỦY BAN NHÂN DÂN XÃ TÂN PHÚ", None),
        ("UBND TỈNH HẬU GIANG S0 Y TE", None),
        ("GÔNG THÔNG TIN ĐIỆNTỦ CHÍNH PHỦ", None),
        ("", None),
    ],
)
def test_issuers(read: str, name: str | None) -> None:
    assert issuer_as_listed(read) == name


@pytest.mark.parametrize(
    ("read", "name"),
    [
        ("HÀ NỌI", "Hà Nội"),
        ("tỉnh Sóc Trãng", "Sóc Trăng"),
        ("THÀNH PHÓ HÒ CHÍ MINH", "Thành phố Hồ Chí Minh"),
        ("BÌNH DlNH", "Bình Định"),
        ("Hà Giang", "Hà Giang"),
        ("Tiên Giang", "Tiền Giang"),
        ("lIÊN GIANG", None),  # Kiên Giang or Tiền Giang
        ("HẬ GIANG", None),  # Hà Giang or Hậu Giang
        ("HÀ NÀM NINH", None),
        ("Festival", None),
        ("TỈNH", None),
    ],
)
def test_provinces(read: str, name: str | None) -> None:
    assert province_as_listed(read) == name


def test_a_syllable_that_can_be_spelt_is_no_error_of_another() -> None:
    assert nearest_listed("LỘ TRÌNH", ["Tờ trình", "Quy trình"]) is None
    assert nearest_listed("HỘI ĐỒNG", ["Hợp đồng"]) is None
    assert nearest_listed("H0P ĐỒNG", ["Hợp đồng"]) == "Hợp đồng"


def test_no_more_errors_than_a_name_of_its_length_may_have() -> None:
    assert nearest_listed("NGHl QUYÊT", ["Nghị quyết"]) == "Nghị quyết"
    assert nearest_listed("NGHl QUYÊl", ["Nghị quyết"]) is None


def test_the_marks_of_words_that_no_other_is_like_are_put_right() -> None:
    assert with_listed_words("Kê hoạch thoát nước nội thành Thành phô") == "Kế hoạch thoát nước nội thành Thành phố"
    assert with_listed_words("QUYÉT ĐỊNH của Uỷ ban nhân dân") == "QUYẾT ĐỊNH của Uỷ ban nhân dân"
    assert with_listed_words("chông úng") == "chông úng"
