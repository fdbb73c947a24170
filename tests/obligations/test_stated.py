"""Figures with what they measure."""

from tests.obligations.made_figures import figures, goals, table


def test_a_part_is_of_what_the_first_figure_counts() -> None:
    whole, part = goals(
        "Mỗi năm, cử 30 cán bộ đi đào tạo thạc sĩ, tiến sĩ, trong đó có ít nhất 03 tiến sĩ, ưu tiên ngành y."
    )
    assert (part.part, part.low, part.high, part.unit) == ("tiến sĩ", 3, None, "tiến sĩ")
    assert part.measure == whole.measure and part.words == whole.words and whole.part is None
    assert whole.each_year and whole.year is None


def test_the_size_of_a_class_is_of_the_class() -> None:
    size = goals("Tổ chức 05 lớp bồi dưỡng kỹ năng số cho công chức (mỗi lớp có từ 40 đến 50 cán bộ).")[1]
    assert (size.part, size.unit, size.low, size.high) == ("mỗi lớp", "cán bộ/lớp", 40, 50)
    assert size.words == "Tổ chức lớp bồi dưỡng kỹ năng số cho công chức"


def test_people_alone_are_to_do_what_the_next_are() -> None:
    first, second = goals("80% công chức, 100% báo cáo viên huyện dự lớp bồi dưỡng dân số.")
    assert (first.part, first.words) == ("công chức", "công chức, báo cáo viên huyện dự lớp bồi dưỡng dân số")
    assert second.part is None
    later, _ = goals("90% công chức, 100% báo cáo viên huyện dự lớp bồi dưỡng dân số.", heading="1. Đến năm 2030")
    assert later.identity == first.identity


def test_figures_in_brackets_of_a_cell() -> None:
    body = table(
        "STT | Nội dung | Năm 2024 | Năm 2025", "1 | Đào tạo thạc sĩ, tiến sĩ | 30 - 50 người (01 tiến sĩ) | 20 người"
    )
    found = figures(body)
    assert [(f.id, f.value, f.part, f.low, f.year, f.inner) for f in found] == [
        ("made:1", "30 - 50 người (01 tiến sĩ)", None, 30, 2024, False),
        ("made:1.1", "01 tiến sĩ", "tiến sĩ", 1, 2024, True),
        ("made:2", "20 người", None, 20, 2025, False),
    ]


def test_columns_tell_what_is_counted() -> None:
    body = table(
        "STT | Nội dung | Số lớp | Số người năm 2024 | Số người năm 2025", "1 | Bồi dưỡng kỹ năng số | 3 | 120 | 150"
    )
    found = figures(body)
    assert [(f.column, f.value, f.unit, f.year) for f in found] == [
        ("Số lớp", "3", "lớp", None),
        ("Số người năm 2024", "120", "người", 2024),
        ("Số người năm 2025", "150", "người", 2025),
    ]
    assert found[1].identity == found[2].identity != found[0].identity


def test_the_year_that_ends_a_span() -> None:
    assert goals("Cử 30 người đi đào tạo thạc sĩ.", heading="1. Đến năm 2026")[0].until
    assert not goals("Năm 2026, cử 30 người đi đào tạo thạc sĩ.")[0].until
