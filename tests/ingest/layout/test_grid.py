"""Lines into grids."""

import pytest

from ingest.layout.grid import Grid, Rule, find_grids


def _lines(ats: tuple[float, ...], start: float, end: float) -> list[Rule]:
    return [Rule(at, start, end) for at in ats]


def _only(level: list[Rule], upright: list[Rule]) -> Grid:
    (grid,) = find_grids(level, upright, 1.0)
    return grid


def test_lines_that_cross_are_a_grid() -> None:
    grid = _only(_lines((0, 20, 40), 0, 300), _lines((0, 100, 300), 0, 40))
    assert grid.rows == (0, 20, 40)
    assert grid.columns == (0, 100, 300)
    assert grid.spans == ((0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1))


def test_places_without_a_line_between_them_are_one_cell() -> None:
    level = [*_lines((0, 40), 0, 300), Rule(20, 100, 300)]
    upright = [*_lines((0, 100, 300), 0, 40), Rule(200, 20, 40)]
    assert _only(level, upright).spans == ((0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1))


def test_a_broken_line_and_a_double_one_are_one_line() -> None:
    level = [Rule(0, 0, 140), Rule(0.4, 143, 300), Rule(20, 0, 300), Rule(22, 0, 300), Rule(40, 0, 300)]
    assert _only(level, _lines((0, 100, 300), 0, 40)).rows == pytest.approx((0, 21, 40), abs=0.5)


def test_a_table_without_lines_at_its_sides() -> None:
    assert _only(_lines((0, 20, 40), 0, 300), _lines((100, 200), 0, 40)).columns == (0, 100, 200, 300)


def test_tables_apart_are_two_from_top_to_bottom() -> None:
    level = _lines((100, 120, 140), 0, 300) + _lines((0, 20, 40), 0, 300)
    upright = _lines((0, 100, 300), 100, 140) + _lines((0, 100, 300), 0, 40)
    assert [grid.rows[0] for grid in find_grids(level, upright, 1.0)] == [0, 100]


def test_boxes_frames_and_underlined_headings_are_no_grids() -> None:
    box = _lines((0, 100), 0, 300), _lines((0, 300), 0, 100)
    heading = _lines((10, 200), 50, 120), []
    halves = _lines((0, 20), 0, 300), _lines((0, 100, 300), 0, 20)
    letter = _lines((0, 20, 40), 0, 300), _lines((0, 300), 0, 40)
    assert [find_grids(level, upright, 1.0) for level, upright in (box, heading, halves, letter)] == [[]] * 4


def test_drawings_are_no_tables() -> None:
    many = tuple(float(5 * i) for i in range(5000))
    assert find_grids(_lines(many, 0, 25000), _lines((0, 100, 25000), 0, 25000), 1.0) == []
