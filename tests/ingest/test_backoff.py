"""Files that the machine failed at: tried again later and later."""

from pathlib import Path

from ingest.backoff import LONGEST, Backoff

A, B = Path("a.txt"), Path("b.txt")


def test_nothing_is_due_where_nothing_failed() -> None:
    backoff = Backoff(60.0)
    backoff.failed([], 0.0)
    assert backoff.due(1e9) == frozenset()


def test_files_are_due_once_and_the_wait_doubles_while_they_fail() -> None:
    backoff, now, waits = Backoff(60.0), 0.0, []
    for _ in range(9):
        backoff.failed([A], now)
        wait = next(s for s in range(1, 10_000) if backoff.due(now + s) == {A})
        waits.append(wait)
        now += wait
        assert backoff.due(now + 1e6) == frozenset()
    assert waits == [60, 120, 240, 480, 960, 1920, 3600, 3600, LONGEST]


def test_other_files_wait_as_long_as_the_first_time() -> None:
    backoff = Backoff(60.0)
    backoff.failed([A], 0.0)
    assert backoff.due(60.0) == {A}
    backoff.failed([B], 60.0)
    assert backoff.due(119.0) == frozenset() and backoff.due(120.0) == {B}
    backoff.failed([A, B], 120.0)
    assert backoff.due(239.0) == frozenset() and backoff.due(240.0) == {A, B}
