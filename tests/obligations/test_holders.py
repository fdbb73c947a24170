"""Who holds the duties under a heading."""

import pytest

from obligations.holders import holder_of, label_holder, lists_no_duties, lists_things


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
        ("Nghĩa vụ của cơ sở lưu trú bao gồm", "Cơ sở lưu trú"),
        ("Trách nhiệm của chủ dự án sau khi được cấp phép", "Chủ dự án"),
        ("Bộ Y tế là cơ quan giúp Chính phủ quản lý thuốc, có nhiệm vụ sau đây", "Bộ Y tế"),
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
        "Tổ chức ứng phó sự cố",
        "Bộ Y tế xem xét việc nhập khẩu thuốc",
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


@pytest.mark.parametrize(
    ("opening", "things", "nothing"),
    [
        ("Chủ tàu phải đáp ứng các tiêu chuẩn sau đây", True, False),
        ("Giấy phép có các nội dung chủ yếu sau đây:", True, False),
        ("Hồ sơ gồm:", True, False),
        ("Trách nhiệm của chủ tàu gồm:", False, False),
        ("Sở Y tế thực hiện các nhiệm vụ sau đây:", False, False),
        ("Người khiếu nại có các quyền sau đây", False, True),
        ("Người khiếu nại có quyền, nghĩa vụ sau đây", False, False),
        ("Chủ tàu phải rời cảng trong các trường hợp sau đây", False, True),
        ("Sở Y tế cấp giấy phép cho các đối tượng sau đây, trừ trường hợp khẩn cấp", False, True),
        ("Nhà nước có chính sách hỗ trợ cho các hoạt động sau đây", False, True),
    ],
)
def test_what_an_opening_announces(opening: str, things: bool, nothing: bool) -> None:
    assert lists_things(opening) is things
    assert lists_no_duties(opening) is nothing


def test_rights_among_duties() -> None:
    rights = label_holder("Quyền và nghĩa vụ của chủ tàu")
    powers = label_holder("Nhiệm vụ, quyền hạn của Sở Nội vụ")
    assert rights is not None and rights.rights and rights.mixed
    assert powers is not None and not powers.rights and powers.mixed


def test_the_nearest_heading_that_names_somebody_counts() -> None:
    nearest = holder_of(["Sở Nội vụ", "Sở Y tế", "Các bước"])
    assert nearest is not None and nearest.name == "Sở Y tế"
    assert holder_of(["Giải pháp", "Các bước"]) is None
    assert holder_of(["Sở Nội vụ", "Chủ tàu phải có đủ các điều kiện sau đây"]) is None
    assert holder_of([]) is None
