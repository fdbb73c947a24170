"""Targets by measure and year."""

import pytest

from obligations.comparison import Sought, chosen_figures, slots_of, tables_of, units_of, years_of
from tests.obligations.made_figures import figures, goals, table

PLAN = "\n".join(
    [
        "I. MỤC TIÊU",
        "1. Đối với viên chức",
        "- Đến năm 2025, 70% viên chức được bồi dưỡng tin học.",
        "- Đến năm 2028, ít nhất 90% viên chức được bồi dưỡng tin học.",
        "- Mỗi năm cử 20 viên chức đi đào tạo thạc sĩ.",
        "2. Đối với công chức",
        "- 60% công chức được bồi dưỡng tin học.",
    ]
)


def test_a_row_for_each_measure_a_column_for_each_year() -> None:
    (made,) = tables_of(figures(PLAN))
    assert made.slots == (2025, 2028, "each", "open")
    assert [
        (row.first.row.target.group, {s: [f.value for f in fs] for s, fs in row.cells.items()})
        for row in made.rows
        if row.first.row.target
    ] == [
        ("viên chức", {2025: ["70%"], 2028: ["ít nhất 90%"]}),
        ("viên chức", {"each": ["20 viên chức"]}),
        ("công chức", {"open": ["60%"]}),
    ]
    assert [row.unit for row in made.rows] == ["%", "viên chức", "%"]
    assert (made.rows[0].cells[2028][0].low, made.rows[0].cells[2028][0].high) == (90, None)


def test_a_figure_inside_a_cell_is_no_row() -> None:
    body = table("STT | Nội dung | Năm 2024", "1 | Đào tạo thạc sĩ, tiến sĩ | 30 người (01 tiến sĩ)")
    (made,) = tables_of(figures(body))
    assert len(made.rows) == 1
    assert units_of(figures(body)) == ["người"]


def test_documents_in_their_order() -> None:
    both = [*goals("50% cán bộ được bồi dưỡng tin học.", name="b"), *goals("60% cán bộ học tin học.", name="a")]
    assert [made.document_id for made in tables_of(both)] == ["b", "a"]


@pytest.mark.parametrize(
    ("sought", "values"),
    [
        (Sought(), ["70%", "ít nhất 90%", "20 viên chức", "60%"]),
        (Sought("tin hoc"), ["70%", "ít nhất 90%", "60%"]),
        (Sought("tin học viên"), ["70%", "ít nhất 90%"]),
        (Sought("vien chuc 70"), ["70%"]),
        (Sought("thac si"), ["20 viên chức"]),
        (Sought("kiến trúc"), []),
        (Sought(year=2025), ["70%", "20 viên chức"]),
        (Sought(unit="%"), ["70%", "ít nhất 90%", "60%"]),
        (Sought("viên", 2028, "%"), ["ít nhất 90%"]),
    ],
)
def test_what_is_sought(sought: Sought, values: list[str]) -> None:
    assert [figure.value for figure in chosen_figures(figures(PLAN), sought)] == values


def test_only_some_documents() -> None:
    assert chosen_figures(figures(PLAN, "a"), Sought(), {"b"}) == []


def test_years_units_and_columns() -> None:
    found = figures(PLAN)
    assert years_of(found) == [2025, 2028]
    assert units_of(found) == ["%", "viên chức"]
    assert slots_of([]) == ()
