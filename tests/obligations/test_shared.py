"""Measures that several documents share, and those that only look alike."""

import pytest

from obligations.shared import same_groups, shared_measures
from tests.obligations.made_figures import measure_rows, table


def goal(*blocks: str, heading: str = "1. Mục tiêu cụ thể") -> str:
    return "\n".join(["I. MỤC TIÊU", heading, *(f"- {block}" for block in blocks)])


def pairs(one: str, other: str) -> list[tuple[bool, dict[str, list[str]]]]:
    shared = shared_measures(measure_rows({"a": one, "b": other}))
    return [
        (s.same_words, {name: [f.value for row in rows for f in row.figures] for name, rows in s.rows.items()})
        for s in shared
    ]


def test_the_same_words_in_another_order_and_year() -> None:
    one = goal("Đến năm 2025, ít nhất 80% viên chức được bồi dưỡng theo tiêu chuẩn chức danh nghề nghiệp.")
    other = goal(
        "Phấn đấu có 70% viên chức được bồi dưỡng theo tiêu chuẩn chức danh nghề nghiệp.",
        heading="2. Đối với viên chức",
    )
    assert pairs(one, other) == [(True, {"a": ["ít nhất 80%"], "b": ["70%"]})]


def test_the_group_may_stand_in_the_words() -> None:
    one = goal("Hằng năm, 80% cán bộ, công chức cấp huyện được cập nhật kiến thức pháp luật.")
    other = goal(
        "Hằng năm, 85% cán bộ, công chức được cập nhật kiến thức pháp luật.", heading="1. Cán bộ, công chức cấp huyện"
    )
    assert pairs(one, other) == [(False, {"a": ["80%"], "b": ["85%"]})]


def test_words_of_little_weight_and_a_misread_syllable() -> None:
    plain = goal("80% công chức cấp xã được bồi dưỡng kiến thức, kỹ năng chuyển đổi số.")
    more = goal("Phân đầu 90% công chức cấp xã được bồi dưỡng nâng cao kiến thức, kỹ năng chuyển đổi số.")
    misread = goal("70% công chức cấp xã được bồi dutỡng kiến thức, kỹ năng chuyển đổi số.")
    assert pairs(plain, more) == [(False, {"a": ["80%"], "b": ["90%"]})]
    assert pairs(plain, misread) == [(False, {"a": ["80%"], "b": ["70%"]})]


def test_people_counted_in_a_text_and_in_a_table() -> None:
    text = goal("Mỗi năm, cử 20 viên chức đi đào tạo trình độ thạc sĩ, tiến sĩ.")
    rows = table("STT | Nội dung | Năm 2025", "1 | Đào tạo trình độ tiến sĩ, thạc sĩ | 30 người")
    assert pairs(text, rows) == [(True, {"a": ["20 viên chức"], "b": ["30 người"]})]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("80% viên chức được bồi dưỡng tin học cơ bản.", "80% viên chức được bồi dưỡng tin học nâng cao."),
        ("50% công chức cấp huyện dùng thành thạo tiếng Anh.", "50% công chức cấp xã dùng thành thạo tiếng Anh."),
        ("80% cán bộ được bồi dưỡng quản lý đất đai.", "80% cán bộ được bồi dưỡng quản lý môi trường."),
        ("Mở 3 lớp bồi dưỡng ngạch chuyên viên.", "Mở 3 lớp bồi dưỡng ngạch chuyên viên chính."),
        ("Mở 3 lớp bồi dưỡng kỹ năng số.", "Cử 90 người bồi dưỡng kỹ năng số."),
        ("Cử 5 cán bộ đi đào tạo thạc sĩ quản lý.", "Cử 7 viên chức đi đào tạo thạc sĩ quản lý."),
        ("80% viên chức theo ngạch được bồi dưỡng kỹ năng chuyển đổi số.", "80% viên chức theo ngành được bồi dưỡng kỹ năng chuyển đổi số."),
        ("70% công chức.", "80% công chức."),
        ("80% lãnh đạo cấp sở được bồi dưỡng kỹ năng số.", "80% lãnh đạo các cấp được bồi dưỡng kỹ năng số."),
        ("80% cán bộ được bồi dưỡng tin học nâng cao.", "80% cán bộ được bồi dưỡng tin học."),
        ("80% cán bộ được bồi dưỡng chuyên khoa cấp II.", "80% cán bộ được bồi dưỡng chuyên cấp II."),
        ("80% cán bộ được bồi dưỡng kỹ năng số.", "80% cán bộ được bồi dưỡng kỹ năng số và ngoại ngữ."),
    ],
)  # fmt: skip
def test_what_only_looks_alike_is_left_alone(one: str, other: str) -> None:
    assert pairs(goal(one), goal(other)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1. Cán bộ, công chức cấp tỉnh", "1. Cán bộ, công chức cấp xã"),
        ("1. Sở Y tế", "1. Mục tiêu cụ thể"),
        ("1. Lĩnh vực y tế", "1. Lĩnh vực giáo dục"),
    ],
)
def test_groups_part_the_same_words(one: str, other: str) -> None:
    said = "80% được bồi dưỡng kỹ năng chuyển đổi số."
    assert pairs(goal(said, heading=one), goal(said, heading=other)) == []


def test_one_document_alone_shares_nothing() -> None:
    assert (
        shared_measures(
            measure_rows({"a": goal("Năm 2025, 70% cán bộ học tin học.", "Năm 2026, 80% cán bộ học tin học.")})
        )
        == []
    )


def test_a_list_under_one_name_is_not_paired() -> None:
    rows = [f"{n} | Tập huấn kỹ năng số | Xã {n} | {n}0" for n in range(1, 5)]
    listed = table("STT | Nội dung | Đối tượng | Năm 2025", *rows)
    assert pairs(listed, goal("Năm 2025, tập huấn kỹ năng số cho 70 người.")) == []


def test_what_each_sets_for_one_group() -> None:
    rows = measure_rows(
        {
            "a": goal("80% được bồi dưỡng tin học.", "90% dùng được ngoại ngữ.", heading="1. Đối với viên chức"),
            "b": goal("70% được cập nhật kiến thức pháp luật.", heading="2. VIÊN CHỨC"),
            "c": goal("60% được bồi dưỡng tin học.", heading="1. Đối với công chức"),
        }
    )
    (group,) = same_groups(rows)
    assert group.name == "viên chức"
    assert {name: len(own) for name, own in group.rows.items()} == {"a": 2, "b": 1}
