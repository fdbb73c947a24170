"""The choices as the address has them."""

import pytest

from obligations.comparison import Sought
from ui.targets.choice import LONGEST, PARAMETERS, Choice

FULL = Choice("chuyen vien", ("a", "b"), ("Sóc Trăng",), 2025, "%", "side")


@pytest.mark.parametrize("choice", [Choice(), FULL, Choice(view="charts"), Choice(unit="người/lớp")])
def test_an_address_says_the_choice(choice: Choice) -> None:
    assert Choice.read(choice.address()) == choice
    assert set(choice.address()) <= set(PARAMETERS)


def test_what_is_by_default_is_not_said() -> None:
    assert Choice().address() == {}
    assert Choice(year=2025).address() == {"year": ["2025"]}


def test_what_means_nothing_is_left_out() -> None:
    read = Choice.read({"year": ["20x5"], "view": ["pie"], "q": ["  a \n b "], "doc": ["a", "a"], "unit": [""]})
    assert read == Choice("a b", ("a",))
    assert len(Choice.read({"q": ["x" * 999]}).words) == LONGEST


def test_what_is_gone_is_dropped() -> None:
    assert FULL.among({"b"}, set(), {2024}, {"%"}) == Choice("chuyen vien", ("b",), (), None, "%", "side")


def test_what_it_asks_of_figures() -> None:
    assert FULL.sought == Sought("chuyen vien", 2025, "%")
    assert (FULL.limits, Choice("x").limits) == (4, 0)
