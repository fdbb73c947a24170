"""What the reader chose on the page, as the address has it: a link and a reload keep it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import ClassVar, Literal, Self, cast

from obligations.obligation import KINDS, ROLES, Kind, Role
from obligations.wanted import Wanted
from ui.addressed import Addressed

View = Literal["rows", "actors"]
Order = Literal["deadline", "place"]

VIEWS: tuple[View, ...] = ("rows", "actors")
ORDERS: tuple[Order, ...] = ("deadline", "place")
FREQUENCIES = ("yearly", "half-yearly", "quarterly", "monthly", "weekly", "once")
MONTHS = tuple(f"{month:02d}" for month in range(1, 13))
COMING = {"next30": 30, "next90": 90, "next365": 365}
"""Choices of a deadline that end so many days from now."""
BETWEEN = "between"
DEADLINES = ("any", *COMING, BETWEEN, *FREQUENCIES, *MONTHS)
FILTERS = ("actor", "words", "kind", "role", "documents", "province", "year", "deadline")
"""The parts of a choice that limit the rows; `first` and `last` belong to the deadline."""
LONGEST = 200
"""Characters of what may be typed."""

_WRITTEN = re.compile(r"\d{4}(-\d{2}){0,2}|\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Choice(Addressed):
    """One state of the page; None and an empty part do not limit. `page` counts from 1.

    `deadline` is one of `DEADLINES`, or a day or its beginning as `Wanted.deadline` takes it; `first` and `last` are the days of
    `BETWEEN`.
    """

    CALLED: ClassVar[Mapping[str, str]] = {"documents": "doc", "words": "q", "first": "from", "last": "to"}

    actor: str | None = None
    words: str | None = None
    kind: Kind | None = None
    role: Role | None = None
    documents: tuple[str, ...] = ()
    province: str | None = None
    year: int | None = None
    deadline: str | None = None
    first: date | None = None
    last: date | None = None
    order: Order = ORDERS[0]
    view: View = VIEWS[0]
    page: int = 1

    @classmethod
    def read(cls, address: Mapping[str, Sequence[str]]) -> Self:
        """The choice of an address, by the names of its parameters; what means nothing there is left out."""

        def one(name: str) -> str | None:
            values = address.get(cls.parameter(name), ())
            return (values[0].strip()[:LONGEST] or None) if values else None

        year, page, deadline = one("year"), one("page"), one("deadline")
        return cls(
            actor=one("actor"),
            words=one("words"),
            kind=cast("Kind | None", _known(one("kind"), KINDS)),
            role=cast("Role | None", _known(one("role"), ROLES)),
            documents=tuple(dict.fromkeys(address.get(cls.parameter("documents"), ()))),
            province=one("province"),
            year=int(year) if year and re.fullmatch(r"\d{4}", year) else None,
            deadline=deadline if deadline and (deadline in DEADLINES or _WRITTEN.fullmatch(deadline)) else None,
            first=_day(one("first")),
            last=_day(one("last")),
            order=cast("Order | None", _known(one("order"), ORDERS)) or ORDERS[0],
            view=cast("View | None", _known(one("view"), VIEWS)) or VIEWS[0],
            page=max(1, int(page)) if page and re.fullmatch(r"\d{1,7}", page) else 1,
        )

    @property
    def active(self) -> tuple[str, ...]:
        """The names of the filters that limit the rows."""
        return tuple(name for name in FILTERS if getattr(self, name))

    def without(self, *names: str) -> "Choice":
        """The same with some of the filters taken off, at its first page."""
        default = Choice()
        off = {*names, *(("first", "last") if "deadline" in names else ())}
        return replace(self, page=1, **{name: getattr(default, name) for name in off})

    def cleared(self) -> "Choice":
        """The same view with no filter."""
        return Choice(order=self.order, view=self.view)

    def wanted(self, today: date) -> Wanted:
        """What this asks of the register on a day."""
        due = self._due(today)
        return Wanted(
            kind=self.kind,
            actor=self.actor,
            role=self.role,
            documents=self.documents or None,
            province=self.province,
            year=self.year,
            deadline=None if self.deadline in (*COMING, BETWEEN) else self.deadline,
            due=due,
            words=self.words,
        )

    def _due(self, today: date) -> tuple[date, date] | None:
        if self.deadline in COMING:
            return today, today + timedelta(days=COMING[self.deadline])
        if self.deadline == BETWEEN:
            first, last = self.first or today, self.last or self.first or today
            return min(first, last), max(first, last)
        return None


def parameters() -> tuple[str, ...]:
    """The names of the parameters of the address that are this page's."""
    return Choice.parameters()


def _known(value: str | None, known: Iterable[str]) -> str | None:
    return value if value is not None and value in known else None


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:  # an address that somebody wrote
        return None
