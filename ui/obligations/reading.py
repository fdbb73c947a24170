"""What the page asks of the register, each question once: a row that is opened or a page turned asks most of it again."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache

from obligations.obligation import Kind, Obligation
from obligations.register import Register
from obligations.wanted import ActorCount, Wanted
from ui.obligations.choice import Choice

_KEPT = 200
"""Answers of each kind that are kept; a page of rows takes some 100 KB."""
_KEPT_ACTORS = 8
"""Lists of actors that are kept: one may have thousands."""


class Reading:
    """A register with its last answers. Every call may raise StorageError."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.documents = register.documents
        self._count = lru_cache(_KEPT)(register.count)
        self._kinds = lru_cache(_KEPT)(register.kinds)
        self._rows = lru_cache(_KEPT)(self._read_rows)
        self._actors = lru_cache(_KEPT_ACTORS)(self._read_actors)
        self._years = lru_cache(1)(register.years)

    def total(self) -> int:
        """How many rows there are in all."""
        return self._count(Wanted())

    def kinds(self, wanted: Wanted) -> Mapping[Kind, int]:
        """How many rows of each kind meet everything else that is wanted."""
        return self._kinds(replace(wanted, kind=None))

    def count(self, wanted: Wanted) -> int:
        """How many rows meet all that is wanted."""
        return self._count(wanted)

    def rows(self, wanted: Wanted, today: date | None, limit: int, offset: int) -> tuple[Obligation, ...]:
        """See `Register.where`."""
        return self._rows(wanted, today, limit, offset)

    def actors(self, wanted: Wanted) -> tuple[ActorCount, ...]:
        """See `Register.actors`."""
        return self._actors(wanted)

    def years(self) -> list[int]:
        """Every year that a row is of, in order."""
        return self._years()

    def _read_rows(self, wanted: Wanted, today: date | None, limit: int, offset: int) -> tuple[Obligation, ...]:
        return tuple(self.register.where(wanted, today, limit, offset))

    def _read_actors(self, wanted: Wanted) -> tuple[ActorCount, ...]:
        return tuple(self.register.actors(wanted))


@lru_cache(maxsize=1)
def reading_of(register: Register) -> Reading:
    """The one reading of a register, for all sessions; that of an earlier one goes with its answers."""
    return Reading(register)


def ways_out(choice: Choice, count: Callable[[Choice], int]) -> list[tuple[tuple[str, ...], int]]:
    """Which filters to drop where no row meets all of them, and how many rows that gives, the most first.

    Each filter that stands in the way alone; where none does, those together that match nothing even by themselves.
    """
    dropped: list[tuple[tuple[str, ...], int]] = [((name,), count(choice.without(name))) for name in choice.active]
    found = sorted((pair for pair in dropped if pair[1]), key=lambda pair: -pair[1])
    if found or len(choice.active) < 2:
        return found
    hopeless = tuple(
        name for name in choice.active if not count(choice.without(*(n for n in choice.active if n != name)))
    )
    left = count(choice.without(*hopeless)) if 0 < len(hopeless) < len(choice.active) else 0
    return [(hopeless, left)] if left else []
