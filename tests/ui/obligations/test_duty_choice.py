"""The choice of the Obligations page, and the address that keeps it."""

from datetime import date

import pytest

from obligations.wanted import Wanted
from ui.obligations.choice import BETWEEN, Choice, parameters

TODAY = date(2025, 6, 30)
EVERYTHING = Choice(
    actor="Sở Nội vụ", words="kỹ năng", kind="duty", role="lead", documents=("a", "b"), province="Cần Thơ", year=2025,
    deadline=BETWEEN, first=date(2025, 1, 1), last=date(2025, 12, 31), order="place", view="actors", page=3,
)  # fmt: skip


@pytest.mark.parametrize("choice", [Choice(), EVERYTHING, Choice(deadline="08"), Choice(deadline="2021-03")])
def test_an_address_says_a_choice_and_is_read_back(choice: Choice) -> None:
    assert Choice.read(choice.address()) == choice


def test_what_is_by_default_is_not_in_the_address() -> None:
    assert Choice().address() == {}
    assert Choice(page=2, documents=("a", "b")).address() == {"doc": ["a", "b"], "page": ["2"]}
    assert set(EVERYTHING.address()) == set(parameters())


@pytest.mark.parametrize(
    "address",
    [
        {"kind": ["x"], "role": [""], "year": ["99999"], "page": ["0"], "order": ["up"], "view": ["map"]},
        {"deadline": ["' or 1"], "from": ["2025-02-30"], "to": ["soon"], "actor": ["  "], "q": [""]},
    ],
)
def test_what_means_nothing_is_left_out(address: dict[str, list[str]]) -> None:
    assert Choice.read(address) == Choice()


def test_nothing_that_is_typed_is_endless() -> None:
    assert len(Choice.read({"q": ["a" * 5000]}).words or "") == 200


def test_what_is_asked_of_the_register() -> None:
    assert Choice().wanted(TODAY) == Wanted()
    wanted = EVERYTHING.wanted(TODAY)
    assert (wanted.actor, wanted.words, wanted.documents, wanted.year) == ("Sở Nội vụ", "kỹ năng", ("a", "b"), 2025)
    assert wanted.deadline is None and wanted.due == (date(2025, 1, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("choice", "deadline", "due"),
    [
        (Choice(deadline="any"), "any", None),
        (Choice(deadline="yearly"), "yearly", None),
        (Choice(deadline="next30"), None, (TODAY, date(2025, 7, 30))),
        (Choice(deadline=BETWEEN), None, (TODAY, TODAY)),
        (Choice(deadline=BETWEEN, first=date(2025, 9, 1), last=date(2025, 1, 1)), None, (date(2025, 1, 1), date(2025, 9, 1))),
        (Choice(first=date(2025, 9, 1)), None, None),
    ],
)  # fmt: skip
def test_deadlines(choice: Choice, deadline: str | None, due: tuple[date, date] | None) -> None:
    wanted = choice.wanted(TODAY)
    assert (wanted.deadline, wanted.due) == (deadline, due)


def test_filters_are_taken_off_one_by_one_and_together() -> None:
    assert set(EVERYTHING.active) == {"actor", "words", "kind", "role", "documents", "province", "year", "deadline"}
    left = EVERYTHING.without("deadline", "actor")
    assert (left.actor, left.deadline, left.first, left.last, left.page) == (None, None, None, None, 1)
    assert left.words == "kỹ năng" and left.view == "actors"
    assert EVERYTHING.without(*EVERYTHING.active) == EVERYTHING.cleared() == Choice(order="place", view="actors")
