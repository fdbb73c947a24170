"""Figures that a plan wants reached."""

import pytest

from obligations.obligation import Target
from tests.obligations.made_plans import ONE_YEAR, read, targets, under

TABLE = """PHỤ LỤC
| STT | Nội dung | {columns} |
| --- | --- | --- | --- |
"""


def goal(block: str, heading: str = "1. Đến năm 2026") -> list[Target]:
    return [r.target for r in targets(f"I. MỤC TIÊU\n{heading}\n- {block}") if r.target]


@pytest.mark.parametrize(
    ("block", "measure", "value", "low", "high", "unit"),
    [
        ("Ít nhất 80% cán bộ được bồi dưỡng.", "cán bộ được bồi dưỡng", "Ít nhất 80%", 80, None, "%"),
        ("100% công chức đạt chuẩn.", "công chức đạt chuẩn", "100%", 100, 100, "%"),
        ("Từ 30 - 50% viên chức được tập huấn.", "viên chức được tập huấn", "Từ 30 - 50%", 30, 50, "%"),
        ("Trên 90% cán bộ xã được bồi dưỡng.", "cán bộ xã được bồi dưỡng", "Trên 90%", 90, None, "%"),
        ("Không quá 10% lớp học bị hoãn.", "lớp học bị hoãn", "Không quá 10%", None, 10, "%"),
        ("90% trở lên đạt chuẩn.", "đạt chuẩn", "90%", 90, None, "%"),
        ("Cử 25 người đi học thạc sĩ.", "Cử người đi học thạc sĩ", "25 người", 25, 25, "người"),
        ("Mở 12 lớp cho 1.200 lượt người.", "Mở lớp cho", "12 lớp", 12, 12, "lớp"),
    ],
)
def test_a_figure_under_targets(
    block: str, measure: str, value: str, low: float | None, high: float | None, unit: str
) -> None:
    found = goal(block)[0]
    assert found == Target(measure, None, value, low, high, unit, 2026)


def test_several_figures_are_a_row_each() -> None:
    assert [(t.value, t.low) for t in goal("100% cán bộ tỉnh và 70% cán bộ xã được bồi dưỡng.")] == [
        ("100%", 100),
        ("70%", 70),
    ]


@pytest.mark.parametrize(
    ("heading", "title", "year"),
    [
        ("1. Đến năm 2026", "giai đoạn 2024 - 2028", 2026),
        ("1. Chung", "giai đoạn 2024 - 2028", None),
        ("1. Chung", "năm 2024", 2024),
    ],
)
def test_the_year_is_that_of_the_heading_or_of_a_plan_of_one_year(heading: str, title: str, year: int | None) -> None:
    body = f"I. MỤC TIÊU\n{heading}\n- Ít nhất 80% cán bộ được bồi dưỡng."
    (row,) = targets(body, f"Đào tạo, bồi dưỡng cán bộ, công chức {title}")
    assert row.target is not None
    assert row.target.year == year


def test_a_figure_for_every_year_has_none() -> None:
    assert [t.year for t in goal("Hằng năm ít nhất 80% cán bộ được bồi dưỡng.")] == [None]


@pytest.mark.parametrize("span", ["trong nhiệm kỳ", "trong thời gian 02 năm", "mỗi nhiệm kỳ"])
def test_how_often_within_a_span_has_no_year(span: str) -> None:
    assert [(t.value, t.year) for t in goal(f"Mỗi đại biểu được bồi dưỡng 02 lần {span}.")] == [("02 lần", None)]


def test_the_group_is_whom_the_opening_speaks_of() -> None:
    body = (
        "I. MỤC TIÊU\n1. Đối với cán bộ cấp xã:\n- 100% được bồi dưỡng.\n2. Đối với công chức:\n- 80% được bồi dưỡng."
    )
    assert [(r.target.group, r.target.value) for r in targets(body) if r.target] == [
        ("cán bộ cấp xã", "100%"),
        ("công chức", "80%"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "I. THỰC TRẠNG\n- Hiện có 80% cán bộ có trình độ đại học.",
        "I. YÊU CẦU\n- Cán bộ không quá 40 tuổi; thời gian học 02 năm.",
        "I. YÊU CẦU\n- Được ít nhất 2/3 tổng số đại biểu biểu quyết, 50% số phiếu.",
        "I. MỤC TIÊU\n- Theo Điều 5 Nghị định số 101/2017/NĐ-CP ngày 01/9/2017.",
        "I. MỤC TIÊU\n- Biết một thứ tiếng dân tộc.",
    ],
)
def test_other_figures_are_no_targets(body: str) -> None:
    assert targets(body) == []


@pytest.mark.parametrize(
    ("block", "value"),
    [("- Phấn đấu 90% cán bộ đạt chuẩn.", "90%"), ("- Dự kiến mở 03 lớp bồi dưỡng.", "03 lớp")],
)
def test_elsewhere_only_what_is_wanted_or_planned(block: str, value: str) -> None:
    assert [r.target.value for r in targets(f"I. NỘI DUNG\n{block}") if r.target] == [value]


def test_a_target_in_a_duty_has_its_actor() -> None:
    (row,) = targets(under("Sở Y tế", "- Cử 25 người đi học chuyên khoa."))
    assert row.actor == "Sở Y tế"


class TestTables:
    def test_a_cell_is_a_row_with_the_year_of_its_column(self) -> None:
        body = TABLE.format(columns="Năm 2024 | Năm 2025") + "| 1 | Kỹ năng số | 150 người/3 lớp | 60 - 80 người |"
        assert [r.target for r in targets(body)] == [
            Target("Kỹ năng số", None, "150 người/3 lớp", 150, 150, "người", 2024),
            Target("Kỹ năng số", None, "60 - 80 người", 60, 80, "người", 2025),
        ]

    def test_the_group_is_the_row_above_that_names_it(self) -> None:
        rows = "| I | Cán bộ cấp xã | | |\n| 1 | Kỹ năng số | 150 người | 200 người |"
        body = TABLE.format(columns="Năm 2024 | Năm 2025") + rows
        assert [(r.target.group, r.target.low) for r in targets(body) if r.target] == [
            ("Cán bộ cấp xã", 150),
            ("Cán bộ cấp xã", 200),
        ]

    def test_the_unit_may_have_a_column_of_its_own(self) -> None:
        body = TABLE.format(columns="Đơn vị tính | Năm 2025") + "| 1 | Cán bộ được bồi dưỡng | người | 150 |"
        assert [(r.target.value, r.target.unit) for r in targets(body) if r.target] == [("150", "người")]

    def test_money_is_funding(self) -> None:
        body = TABLE.format(columns="Số người | Kinh phí (triệu đồng)") + "| 1 | Kỹ năng số | 150 | 1.200 |"
        found = [(r.kind, r.target.value, r.target.low, r.target.unit) for r in read(body) if r.target]
        assert found == [("target", "150", 150, None), ("funding", "1.200", 1200, "triệu đồng")]

    def test_numbers_of_rows_times_and_notes_are_none(self) -> None:
        body = TABLE.format(columns="Thời gian | Ghi chú") + "| 1 | Kỹ năng số | 3 ngày | 20 trang |"
        assert targets(body) == []


def test_a_plan_of_one_year_gives_its_year() -> None:
    (row,) = targets("I. MỤC TIÊU\n- Ít nhất 80% cán bộ được bồi dưỡng.", ONE_YEAR)
    assert row.target is not None and row.target.year == 2024
