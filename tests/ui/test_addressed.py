"""A choice in the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from ui.addressed import Addressed


@dataclass(frozen=True, slots=True)
class Sorted(Addressed):
    CALLED: ClassVar[Mapping[str, str]] = {"words": "q"}

    words: str = ""
    years: tuple[int, ...] = ()
    page: int = 1


def test_parameters_go_by_their_own_names_or_those_they_are_given() -> None:
    assert Sorted.parameters() == ("q", "years", "page")


def test_only_what_is_not_by_default_is_said() -> None:
    assert Sorted().address() == {}
    assert Sorted("a", (2024, 2025)).address() == {"q": ["a"], "years": ["2024", "2025"]}
