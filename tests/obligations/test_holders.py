"""Who holds the duties under a heading."""

import pytest

from obligations.holders import holder_of, label_holder


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Sở Nội vụ", "Sở Nội vụ"),
        ("SỞ NỘI VỤ", "Sở Nội vụ"),
        ("Các phòng chuyên môn và đơn vị trực thuộc", "Các phòng chuyên môn và đơn vị trực thuộc"),
        ("Các sở, ban, ngành; UBND các huyện, thị xã", "Các sở, ban, ngành; UBND các huyện, thị xã"),
        ("Trách nhiệm của Sở Y tế trong việc cử cán bộ", "Sở Y tế"),
        ("Chỉ đạo Sở Nội vụ", "Sở Nội vụ"),
        ("Sở Tài chính có trách nhiệm", "Sở Tài chính"),
        ("Văn thư cơ quan có nhiệm vụ", "Văn thư cơ quan"),
    ],
)
def test_headings_that_name_somebody(heading: str, name: str) -> None:
    found = label_holder(heading)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "heading",
    [
        "TỔ CHỨC THỰC HIỆN",
        "Mục tiêu",
        "Đào tạo sau đại học",
        "Cán bộ, công chức cấp xã",
        "Cơ sở dữ liệu về cán bộ",
        "Nội dung quản lý nhà nước về công tác văn thư",
        "Cơ quan, tổ chức làm việc theo chế độ thủ trưởng",
        "Chính sách tài chính",
        "",
    ],
)
def test_headings_that_name_nobody(heading: str) -> None:
    assert label_holder(heading) is None


def test_what_a_heading_says_of_the_duties() -> None:
    only_named = label_holder("Sở Nội vụ")
    duties = label_holder("Nhiệm vụ của Sở Nội vụ")
    powers = label_holder("Nhiệm vụ, quyền hạn của Sở Nội vụ")
    opened = label_holder("Sở Nội vụ chủ trì, phối hợp với Sở Tài chính")
    assert only_named is not None and not only_named.sure and not only_named.mixed
    assert duties is not None and duties.sure and not duties.mixed
    assert powers is not None and powers.mixed and not powers.sure
    assert opened is not None and opened.does == "chủ trì, phối hợp với Sở Tài chính"


def test_the_nearest_heading_that_names_somebody_counts() -> None:
    nearest = holder_of(["Sở Nội vụ", "Sở Y tế", "Các bước"])
    assert nearest is not None and nearest.name == "Sở Y tế"
    assert holder_of(["Giải pháp", "Các bước"]) is None
    assert holder_of([]) is None
