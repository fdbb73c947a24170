"""Contradictions inside a document; and the many figures that differ for a reason."""

import pytest

from obligations.contradictions import find_contradictions
from obligations.stated import Stated
from tests.obligations.made_figures import figures, goals, table

TRAINED = "viên chức được bồi dưỡng tin học nâng cao"


def told(found: list[Stated]) -> list[list[tuple[tuple[str, ...], tuple[int, ...]]]]:
    return [[(side.values, side.years) for side in c.sides] for c in find_contradictions(found)]


def test_two_clauses_with_different_figures() -> None:
    found = goals(f"Năm 2025, 70% {TRAINED}.", f"Phấn đấu năm 2025 có 80% {TRAINED}.")
    (made,) = find_contradictions(found)
    assert [side.values for side in made.sides] == [("70%",), ("80%",)]
    assert made.excludes and made.document_id == "made"
    assert [side.first.row.lines for side in made.sides] == [(15, 15), (16, 16)]
    assert made.figures == {"made:1", "made:2"}


def test_figures_that_one_number_could_meet_differ_only() -> None:
    (made,) = find_contradictions(goals(f"Năm 2025, ít nhất 70% {TRAINED}.", f"Năm 2025, 80% {TRAINED}."))
    assert not made.excludes


def test_a_part_against_the_same_part_in_a_table() -> None:
    body = "\n".join(
        [
            "I. MỤC TIÊU",
            "1. Đào tạo sau đại học",
            "- Mỗi năm, cử từ 30 đến 50 cán bộ đi đào tạo trình độ thạc sĩ, tiến sĩ, trong đó có ít nhất 03 tiến sĩ.",
            table(
                "STT | Nội dung | Năm 2024 | Năm 2025",
                "A | ĐÀO TẠO SAU ĐẠI HỌC | | ",
                "1 | Đào tạo trình độ tiến sĩ, thạc sĩ | 30 - 50 người (01 tiến sĩ) | 30 - 50 người (01 tiến sĩ)",
            ),
        ]
    )
    assert told(figures(body)) == [[(("ít nhất 03 tiến sĩ",), ()), (("01 tiến sĩ",), (2024, 2025))]]


def test_a_row_against_a_row_of_another_table() -> None:
    columns = "STT | Nội dung | Đối tượng | Số người năm 2024"
    body = "\n".join(
        [
            table(
                columns,
                "1 | Bồi dưỡng ngạch chuyên viên chính | Công chức | 100",
                "2 | Bồi dưỡng tiếng dân tộc | Công chức | 40",
            ),
            table(
                columns,
                "1 | Bồi dưỡng ngạch chuyên viên chính | Công chức | 120",
                "2 | Bồi dưỡng tiếng dân tộc | Công chức | 40",
            ),
        ]
    )
    assert told(figures(body)) == [[(("100",), (2024,)), (("120",), (2024,))]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"Năm 2025, 70% {TRAINED}.", f"Năm 2026, 80% {TRAINED}."),
        (f"Năm 2025, 70% {TRAINED}.", f"Năm 2025, 70% {TRAINED}."),
        (f"Năm 2025, ít nhất 70% {TRAINED}.", f"Năm 2025, 70% {TRAINED}."),
        ("Năm 2025, cử 5 viên chức đi đào tạo thạc sĩ quản lý.", "Năm 2025, cử 7 cán bộ đi đào tạo thạc sĩ quản lý."),
        ("Mỗi năm cử 20 viên chức đi đào tạo thạc sĩ.", "Đến năm 2028, cử 100 viên chức đi đào tạo thạc sĩ."),
        ("Mỗi năm, 60% viên chức học tin học nâng cao.", "Đến năm 2028, 90% viên chức học tin học nâng cao."),
        ("Năm 2025, 50% công chức.", "Năm 2025, 70% công chức."),
        ("Năm 2025, 50% công chức cấp huyện học tiếng Anh.", "Năm 2025, 30% công chức cấp xã học tiếng Anh."),
        (f"Năm 2025, 70% {TRAINED}; 80% {TRAINED}.", "Năm 2025, mở 3 lớp tin học nâng cao."),
        ("Năm 2025, mở 3 lớp bồi dưỡng tin học nâng cao.", "Năm 2025, cử 90 người bồi dưỡng tin học nâng cao."),
    ],
)
def test_figures_that_differ_for_a_reason(one: str, other: str) -> None:
    assert told(goals(one, other)) == []


def test_offices_have_targets_of_their_own() -> None:
    body = "\n".join(
        ["I. CHỈ TIÊU", "1. Sở Y tế", "- Năm 2024, cử 10 viên chức đi đào tạo thạc sĩ quản lý.",
         "2. Sở Giáo dục và Đào tạo", "- Năm 2024, cử 15 viên chức đi đào tạo thạc sĩ quản lý."]
    )  # fmt: skip
    assert told(figures(body)) == []


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        ("STT | Nội dung | Đối tượng | Năm 2024", ["1 | Bồi dưỡng kỹ năng mềm | Cấp phòng | 50", "2 | Bồi dưỡng kỹ năng mềm | Cấp sở | 20"]),
        ("STT | Nội dung | Kế hoạch năm 2024 | Thực hiện năm 2024", ["1 | Bồi dưỡng kỹ năng mềm | 100 người | 90 người"]),
        ("STT | Nội dung | Số lớp | Số người", ["1 | Bồi dưỡng kỹ năng mềm | 3 | 150"]),
        ("STT | Nội dung | Địa điểm | Năm 2024", ["1 | Bồi dưỡng kỹ năng mềm | Huyện A | 50", "2 | Bồi dưỡng kỹ năng mềm | Huyện B | 20"]),
        ("STT | Nội dung | Năm 2024", [f"{n} | Bồi dưỡng kỹ năng mềm | {n}0" for n in range(1, 7)]),
        ("STT | Nội dung | Năm 2024", ["1 | Tổng cộng | 50", "2 | Tổng cộng | 70"]),
    ],
)  # fmt: skip
def test_rows_of_tables_that_differ_for_a_reason(columns: str, rows: list[str]) -> None:
    found = figures(table(columns, *rows))
    assert len(found) > 1
    assert told(found) == []


def test_fields_of_one_table_have_targets_of_their_own() -> None:
    body = table(
        "STT | Nội dung | Năm 2024", "I | Lĩnh vực y tế | ", "1 | Cập nhật kiến thức chuyên ngành | 30 người",
        "II | Lĩnh vực giáo dục | ", "1 | Cập nhật kiến thức chuyên ngành | 40 người",
    )  # fmt: skip
    assert told(figures(body)) == []


def test_documents_do_not_contradict_each_other() -> None:
    assert told([*goals(f"Năm 2025, 70% {TRAINED}.", name="a"), *goals(f"Năm 2025, 80% {TRAINED}.", name="b")]) == []
