"""What is measured, brought to a form that can be compared."""

import pytest

from obligations.measures import beyond, column_kind, counted_in, group_of, measure_of, names_level, unit_kind


@pytest.mark.parametrize(
    ("one", "other", "unit"),
    [
        ("Đến năm 2025, viên chức được bồi dưỡng tin học", "viên chức được bồi dưỡng tin học", "%"),
        ("Phấn đấu có công chức đạt chuẩn ngoại ngữ", "công chức đạt chuẩn ngoại ngữ", "%"),
        ("Tiếp tục bảo đảm hằng năm công chức đạt chuẩn ngoại ngữ", "Công chức đạt chuẩn Ngoại ngữ", "%"),
        ("a) BỒI DƯỠNG NGẠCH CHUYÊN VIÊN", "2. Bồi dưỡng ngạch chuyên viên", None),
        (
            "Đào tạo trình độ tiến sĩ, thạc sĩ",
            "Mỗi năm, cử cán bộ, công chức đi đào tạo trình độ thạc sĩ, tiến sĩ",
            "cán bộ",
        ),
        ("Tổ chức lớp bồi dưỡng kỹ năng số", "Bồi dưỡng kỹ năng số (mỗi lớp có 40 người)", "lớp"),
        ("CBCC xã học chuyển đổi số", "cán bộ, công chức xã học chuyển đổi số", "%"),
        ("hoà giải viên được tập huấn", "hòa giải viên được tập huấn", "%"),
        ("bồi dưỡng giai đoạn 2021 - 2025 về đất đai", "bồi dưỡng về đất đai", None),
    ],
)
def test_the_same_measure(one: str, other: str, unit: str | None) -> None:
    assert measure_of(one, unit).words == measure_of(other, unit).words != ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bồi dưỡng ngạch chuyên viên", "Bồi dưỡng ngạch chuyên viên chính"),
        ("công chức cấp huyện dùng được tiếng Anh", "công chức cấp xã dùng được tiếng Anh"),
        ("đối tượng 1 học quốc phòng", "đối tượng 2 học quốc phòng"),
        ("cán bộ dưới 45 tuổi đi học nước ngoài", "cán bộ trên 45 tuổi đi học nước ngoài"),
        ("hệ tập trung học chính trị", "hệ không tập trung học chính trị"),
        ("đào tạo chuyên khoa cấp I", "đào tạo chuyên khoa cấp II"),
        ("bồi dưỡng trước khi bổ nhiệm", "bồi dưỡng sau khi bổ nhiệm"),
    ],
)
def test_other_measures(one: str, other: str) -> None:
    assert measure_of(one, "%").words != measure_of(other, "%").words


def test_the_classes_of_people_that_are_counted() -> None:
    counted = measure_of("cử cán bộ, công chức và viên chức đi đào tạo thạc sĩ", "cán bộ")
    assert counted.people == {"can bo", "cong chuc", "vien chuc"}
    assert measure_of("đào tạo thạc sĩ", "người").people == frozenset()
    assert "vien" in measure_of("viên chức được đào tạo thạc sĩ", "%").words


@pytest.mark.parametrize("text", ["công chức", "Tổng cộng", "cán bộ, công chức, viên chức", "Tổng số người"])
def test_people_and_totals_alone_say_nothing(text: str) -> None:
    assert measure_of(text, "%").is_bare and not measure_of(text, "%").is_specific
    assert measure_of("công chức được bồi dưỡng tin học", "%").is_specific
    assert not measure_of("công chức học tin học", "%").is_specific


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("cán bộ, công chức cấp xã", "who"),
        ("Lĩnh vực y tế", "where"),
        ("Sở Tài chính", "where"),
        ("Đào tạo sau đại học", "topic"),
        (None, "topic"),
    ],
)
def test_groups(name: str | None, kind: str) -> None:
    assert group_of(name).kind == kind


def test_what_a_group_adds() -> None:
    measure = measure_of("viên chức được bồi dưỡng tin học", "%")
    assert beyond(group_of("viên chức"), measure) == frozenset()
    assert beyond(group_of("viên chức ngành y"), measure) == {"nganh", "y"}
    assert names_level("công chức cấp xã học tin học") and not names_level("cao cấp lý luận chính trị")


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("cán bộ", "nguoi"),
        ("Học viên", "nguoi"),
        ("người/lớp", "nguoi/lop"),
        ("phần trăm", "%"),
        ("lớp", "lop"),
        (None, ""),
    ],
)
def test_units(unit: str | None, kind: str) -> None:
    assert unit_kind(unit) == kind


@pytest.mark.parametrize(
    ("name", "kind", "noun"),
    [
        ("Năm 2025", "", None),
        ("Chỉ tiêu: Năm 2023", "", None),
        ("Số lượng học viên theo từng năm: Năm 2023", "", "học viên"),
        ("Số lớp năm 2024", "lop", "lớp"),
        ("Thực hiện năm 2023", "thuc hien", None),
        ("Kế hoạch năm 2023", "", None),
        ("Giai đoạn 2021 - 2025", "giai doan 2021 - 2025", None),
        ("Tổng cộng", "tong cong", None),
    ],
)
def test_columns(name: str, kind: str, noun: str | None) -> None:
    assert column_kind(name) == kind
    assert counted_in(name) == noun
