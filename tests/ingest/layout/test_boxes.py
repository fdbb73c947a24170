"""Boxes of words and cells, from left to right and from top to bottom."""

import pytest

from index.document import Box
from ingest.layout.boxes import around, centre, height, on_page, same_height, shared_height, shared_width, shares, width

A: Box = (10.0, 20.0, 40.0, 32.0)


def test_sides_and_centre() -> None:
    assert (width(A), height(A), centre(A)) == (30.0, 12.0, (25.0, 26.0))


def test_around_several() -> None:
    assert around([A]) == A
    assert around([A, (0.0, 25.0, 12.0, 50.0)]) == (0.0, 20.0, 40.0, 50.0)


@pytest.mark.parametrize(
    ("other", "across", "down"),
    [
        ((30.0, 26.0, 60.0, 38.0), 10.0, 6.0),
        ((45.0, 20.0, 60.0, 32.0), -5.0, 12.0),
        ((10.0, 40.0, 40.0, 52.0), 30.0, -8.0),
    ],
)
def test_what_two_boxes_share_or_lie_apart(other: Box, across: float, down: float) -> None:
    assert shared_width(A, other) == shared_width(other, A) == across
    assert shared_height(A, other) == shared_height(other, A) == down


@pytest.mark.parametrize(("top", "is_beside"), [(20.0, True), (25.0, True), (26.0, False), (40.0, False)])
def test_beside_means_most_of_the_lower_ones_height(top: float, is_beside: bool) -> None:
    assert same_height(A, (100.0, top, 120.0, top + 12.0)) is is_beside
    assert same_height(A, (100.0, top, 120.0, top + 100.0)) is is_beside


def test_shares_of_a_page_without_what_hangs_over_its_edge() -> None:
    assert shares(A, (100.0, 200.0)) == (0.1, 0.1, 0.4, 0.16)
    assert shares((-5.0, 190.0, 120.0, 210.0), (100.0, 200.0)) == (0.0, 0.95, 1.0, 1.0)
    assert on_page((-0.1, 0.2, 1.3, 0.4)) == (0.0, 0.2, 1.0, 0.4)
