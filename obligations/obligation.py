"""A row of the register: what somebody must do, a figure that is to be reached, or where money comes from, with its words."""

from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["duty", "target", "funding"]
Role = Literal["lead", "coordinate", "advise", "report", "implement", "inspect", "fund", "other"]
Frequency = Literal["yearly", "half-yearly", "quarterly", "monthly", "weekly", "once"]

KINDS: tuple[Kind, ...] = ("duty", "target", "funding")
ROLES: tuple[Role, ...] = ("lead", "coordinate", "advise", "report", "implement", "inspect", "fund", "other")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time limit as written, and what of it is certain.

    `date` is ISO and set only where day, month and year are all named. `month_day` is "MM-DD", or "MM" where only a month is
    named. `frequency` says how often it comes back; None where the text does not say, or says no more than "thường xuyên".
    """

    text: str
    date: str | None = None
    month_day: str | None = None
    frequency: Frequency | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A figure: what it measures, for whom, as written and as numbers; `low` or `high` is None where the text sets no bound there.

    `unit` is the counted noun as written ("người", "người/lớp", "%"). `year` is the one it is to be reached in.
    """

    measure: str
    group: str | None
    value: str
    low: float | None
    high: float | None
    unit: str | None
    year: int | None


@dataclass(frozen=True, slots=True)
class Obligation:
    """One row. `actor` is None where the text orders something and leaves open who does it, and where a figure or money has none.

    `action` is what the row says, for reading; `quote` is the whole block (paragraph, bullet, table row) or blocks it was read
    from, verbatim under the folding of `vietnamese.text.fold_markup`. `lines` are theirs in the stored file, from 1, inclusive.
    `page` is that of their first line. `object` is the office that is advised or reported to, or what a table names as the
    product; `counterparts` are the offices to work with. `passage_id` and `places` (`index.document.SourceLine.place`) lead to
    the words on a page.
    """

    kind: Kind
    actor: str | None
    actor_en: str | None
    role: Role | None
    action: str
    object: str | None
    counterparts: tuple[str, ...]
    condition: str | None
    deadline: Deadline | None
    target: Target | None
    document_id: str
    section: tuple[str, ...]
    lines: tuple[int, int] | None
    page: int | None
    quote: str
    passage_id: str = ""
    places: tuple[int, int] | None = None

    def as_json(self) -> dict[str, Any]:
        """The row as other programs read it."""
        return {
            "kind": self.kind,
            "actor": self.actor,
            "actor_en": self.actor_en,
            "role": self.role,
            "action": self.action,
            "object": self.object,
            "counterparts": list(self.counterparts),
            "condition": self.condition,
            "deadline": _deadline_json(self.deadline),
            "target": _target_json(self.target),
            "document_id": self.document_id,
            "section": list(self.section),
            "lines": list(self.lines) if self.lines else None,
            "page": self.page,
            "quote": self.quote,
        }


def _deadline_json(deadline: Deadline | None) -> dict[str, Any] | None:
    if deadline is None:
        return None
    return {
        "text": deadline.text,
        "date": deadline.date,
        "month_day": deadline.month_day,
        "frequency": deadline.frequency,
    }


def _target_json(target: Target | None) -> dict[str, Any] | None:
    if target is None:
        return None
    return {
        "measure": target.measure,
        "group": target.group,
        "value": target.value,
        "low": _plain(target.low),
        "high": _plain(target.high),
        "unit": target.unit,
        "year": target.year,
    }


def _plain(number: float | None) -> float | int | None:
    """Whole numbers without a fraction: 150, not 150.0."""
    return int(number) if number is not None and number == int(number) else number
