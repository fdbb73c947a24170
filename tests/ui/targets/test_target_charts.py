"""Charts of targets: one unit each, ranges from their lowest to their highest, every mark leads to its figures."""

import pytest

from obligations.comparison import MeasureRow, tables_of
from tests.obligations.made_figures import figures, goals
from ui.targets.charts import MOST_TARGETS, PICKED, Chart, chart_of, draw, legend_html, summary
from ui.words import Words

VI = Words("vi")


def rows(*blocks: str, name: str = "a") -> list[MeasureRow]:
    return list(tables_of(goals(*blocks, name=name))[0].rows)


def chart(measured: list[MeasureRow], unit: str = "%", most: int = MOST_TARGETS) -> Chart:
    return chart_of(measured, unit, {"a": "Bình Định", "b": "Sóc Trăng"}, VI, most)


def test_shapes_tell_bounds() -> None:
    made = chart(
        rows(
            "Năm 2025, 70% viên chức học tin học.",
            "Năm 2025, ít nhất 80% viên chức học ngoại ngữ.",
            "Năm 2026, không quá 10% viên chức bỏ học.",
            "Mỗi năm, từ 30 đến 50% viên chức học kỹ năng số.",
        )
    )
    assert [(m.slot, m.low, m.high, m.shape) for m in made.marks] == [
        ("2025", 70, 70, "exact"),
        ("2025", 80, 80, "least"),
        ("2026", 10, 10, "most"),
        ("Mỗi năm", 30, 50, "range"),
    ]
    assert made.slots == ("2025", "2026", "Mỗi năm") and made.is_dated


def test_one_unit_a_chart() -> None:
    both = rows("Năm 2025, 70% viên chức học tin học.", "Năm 2025, cử 30 người đi học tin học.")
    assert [m.low for m in chart(both).marks] == [70]
    assert [m.low for m in chart(both, "người").marks] == [30]


def test_few_targets_have_a_colour_each_more_share_that_of_their_document() -> None:
    few = rows("Năm 2025, 70% viên chức học tin học.", "Năm 2025, 80% viên chức học ngoại ngữ.")
    assert chart(few).series == ("Năm 2025, viên chức học tin học", "Năm 2025, viên chức học ngoại ngữ")
    assert chart(few, most=1).series == ("Bình Định",)
    both = [*few, *rows("Năm 2025, 60% viên chức học tin học.", name="b")]
    assert chart(both).series[2] == "Sóc Trăng: Năm 2025, viên chức học tin học"


def test_the_same_figure_of_several_targets_is_one_mark() -> None:
    (mark,) = chart(
        rows(*(f"Năm 2025, 90% viên chức học môn số {n} cơ bản." for n in ("A", "B", "C", "D"))), most=0
    ).marks
    assert mark.count == "×4" and len(mark.ids.split()) == 4
    assert mark.said.split("\n")[0] == "90%" and mark.said.endswith("… và 1 nội dung khác")


def test_what_would_lie_on_each_other_stands_beside() -> None:
    made = chart(
        rows(
            "Năm 2025, từ 30 đến 50% viên chức học tin học.",
            "Năm 2025, từ 40 đến 60% viên chức học ngoại ngữ.",
            "Năm 2025, 90% học luật.",
        ),
        most=0,
    )
    lanes = {mark.low: mark.lane for mark in made.marks}
    assert lanes[30] != lanes[40] and lanes[30] == lanes[90]
    assert made.lanes == tuple(sorted({lanes[30], lanes[40]}))


def test_a_line_joins_a_target_that_changes() -> None:
    body = "I. MỤC TIÊU\n1. Mục tiêu cụ thể\n- Đến năm 2025, 70% viên chức học tin học.\n- Đến năm 2028, 90% viên chức học tin học."
    made = chart(list(tables_of(figures(body, "a"))[0].rows))
    assert [(joint.slot, joint.value) for joint in made.joints] == [("2025", 70), ("2028", 90)]
    assert chart(rows("Năm 2025, 70% viên chức học tin học.")).joints == ()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_it_is_drawn(language: str) -> None:
    words = Words(language)  # type: ignore[arg-type]
    made = chart(
        rows("Năm 2025, 70% viên chức học tin học.", "Mỗi năm, từ 30 đến 50% viên chức học <b>kỹ năng</b> số.")
    )
    drawn = draw(made, words).to_dict()
    assert drawn["layer"] and any(p["name"] == PICKED for p in drawn["params"])
    assert "Năm 2025, viên chức học tin học, 2025: 70%" in summary(made)
    assert "<b>" not in legend_html(made) and legend_html(made).count("<li>") == 2
