"""What the page asks of the register, and what to drop where nothing is found."""

from collections.abc import Callable

from index.settings import Settings
from obligations.wanted import Wanted
from ui.obligations.choice import Choice
from ui.obligations.pager import last_page, page_words
from ui.obligations.reading import Reading, reading_of, ways_out
from ui.words import Words


def test_kinds_are_counted_under_the_other_filters(plans: Settings, opened: Callable[[Settings], Reading]) -> None:
    reading = opened(plans)
    all_kinds = reading.kinds(Wanted())
    assert sum(all_kinds.values()) == reading.total() > 0
    half = reading.kinds(Wanted(documents=("nam-dinh",)))
    assert {kind: 2 * count for kind, count in half.items()} == dict(all_kinds)
    assert reading_of(reading.register) is reading_of(reading.register)


def _counts(rows: list[set[str]]) -> Callable[[Choice], int]:
    """Counts rows of which it is known which filters they meet."""
    return lambda choice: sum(set(choice.active) <= row for row in rows)


def test_the_filter_that_stands_in_the_way() -> None:
    count = _counts([{"actor", "kind"}, {"actor", "kind"}, {"actor", "year"}])
    found = ways_out(Choice(actor="x", kind="duty", year=2031), count)
    assert found == [(("year",), 2), (("kind",), 1)]


def test_the_filters_that_match_nothing_by_themselves() -> None:
    count = _counts([{"actor"}, {"actor", "kind"}])
    found = ways_out(Choice(actor="x", kind="duty", year=2031, words="abc"), count)
    assert found == [(("words", "year"), 1)]


def test_there_may_be_no_way_out_but_to_drop_all() -> None:
    assert ways_out(Choice(actor="x", year=2031), _counts([set()])) == []
    assert ways_out(Choice(actor="x"), _counts([])) == []


def test_pages() -> None:
    assert [last_page(n) for n in (0, 1, 25, 26, 200_000)] == [1, 1, 1, 2, 8000]
    assert page_words(2, 30, Words("vi")) == "26–30 / 30"
    assert page_words(8000, 200_000, Words("en")) == "199,976–200,000 of 200,000"
