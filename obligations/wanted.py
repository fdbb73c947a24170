"""What a reader wants of the register."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from obligations.obligation import Kind, Role


@dataclass(frozen=True, slots=True)
class Wanted:
    """What rows a reader wants; None takes all. `documents` are ids.

    `actor` may be typed in any way: abbreviated, without accents, in English. `province` may be an old or a present name. `year` is
    that of a target or a deadline, or one of the years of the row's document. `deadline` is "any" (there is one), a frequency
    ("yearly"), a month ("08"), a day of any year ("08-31") or an ISO date or its beginning ("2021-03"). `due` are the first and the
    last day, both inclusive, between which a time limit ends: a date, a day that comes back, "quý IV/2025". `words` must all stand
    in the quote, the path or the actor, each syllable whole, with or without accents.
    """

    kind: Kind | None = None
    actor: str | None = None
    role: Role | None = None
    documents: Collection[str] | None = None
    province: str | None = None
    year: int | None = None
    deadline: str | None = None
    due: tuple[date, date] | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class ActorCount:
    """An actor as written, its English name where the glossary has one, its rows, and the documents they stand in."""

    name: str
    english: str | None
    rows: int
    documents: int
