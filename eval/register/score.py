"""How far two registers agree: rows matched one to one, precision and recall by what is looked at."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from vietnamese.offices import expand_abbreviations
from vietnamese.text import key, squeeze

Row = Mapping[str, Any]
What = Literal["duty", "deadline", "target", "funding"]
WHATS: tuple[What, ...] = ("duty", "deadline", "target", "funding")


@dataclass(frozen=True, slots=True)
class Agreement:
    """Rows of a kind: how many the program found, how many the gold has, the pairs of both, and what is left on each side."""

    matched: tuple[tuple[Row, Row], ...]
    extra: tuple[Row, ...]
    missing: tuple[Row, ...]

    @property
    def precision(self) -> float | None:
        """Share of the program's rows that the gold has; None where there is none."""
        found = len(self.matched) + len(self.extra)
        return len(self.matched) / found if found else None

    @property
    def recall(self) -> float | None:
        """Share of the gold's rows that the program found; None where there is none."""
        held = len(self.matched) + len(self.missing)
        return len(self.matched) / held if held else None


def agree(found: Sequence[Row], gold: Sequence[Row]) -> dict[What, Agreement]:
    """Compares a program's rows with the gold's.

    A duty is the same where document and actor are the same and the lines overlap; a deadline where besides it is the same time; a
    target where document, figures and year are the same and the lines overlap; funding where document and lines are.
    """
    return {what: _matched(_looked_at(found, what), _looked_at(gold, what), _SAME[what]) for what in WHATS}


def roles_right(agreement: Agreement) -> float | None:
    """Share of the duties found whose role is the gold's."""
    pairs = agreement.matched
    return sum(a["role"] == b["role"] for a, b in pairs) / len(pairs) if pairs else None


def _looked_at(rows: Iterable[Row], what: What) -> list[Row]:
    if what == "deadline":
        return [r for r in rows if r["kind"] == "duty" and r["deadline"]]
    return [r for r in rows if r["kind"] == what]


def _actor(row: Row) -> str:
    """An actor's name without what writers differ in: abbreviations, capitals, stops."""
    name = key(expand_abbreviations(row["actor"] or ""))
    return squeeze(name.replace(";", " ").replace(",", " ").removeprefix("các "))


def _time(row: Row) -> Hashable:
    """A deadline by what is certain of it; by its words where nothing is."""
    deadline = row["deadline"]
    certain = (deadline["date"], deadline["month_day"], deadline["frequency"])
    return certain if any(certain) else squeeze(key(deadline["text"]))


def _figures(row: Row) -> Hashable:
    target = row["target"]
    return target["low"], target["high"], target["year"]


_SAME: Mapping[What, Callable[[Row], Hashable]] = {
    "duty": _actor,
    "deadline": lambda row: (_actor(row), _time(row)),
    "target": _figures,
    "funding": lambda _: None,
}


def _matched(found: Sequence[Row], gold: Sequence[Row], same: Callable[[Row], Hashable]) -> Agreement:
    """Pairs rows one to one, those that share most lines first, and with the same deadline before others."""
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for i, row in enumerate(gold):
        groups[row["document_id"], same(row)].append(i)
    candidates = [
        (_shared(row, gold[j]), _like(row, gold[j]), -i, -j)
        for i, row in enumerate(found)
        for j in groups[row["document_id"], same(row)]
        if _shared(row, gold[j]) > 0
    ]
    left, right = set(range(len(found))), set(range(len(gold)))
    pairs = []
    for _, _, i, j in sorted(candidates, reverse=True):
        if -i in left and -j in right:
            left.remove(-i)
            right.remove(-j)
            pairs.append((found[-i], gold[-j]))
    return Agreement(tuple(pairs), tuple(found[i] for i in sorted(left)), tuple(gold[j] for j in sorted(right)))


def _shared(a: Row, b: Row) -> float:
    """Share of the lines of both that both have; 0 where a source has no lines."""
    if not a["lines"] or not b["lines"]:
        return 0.0
    first, last = max(a["lines"][0], b["lines"][0]), min(a["lines"][1], b["lines"][1])
    begin, end = min(a["lines"][0], b["lines"][0]), max(a["lines"][1], b["lines"][1])
    return float(max(0, last - first + 1) / (end - begin + 1))


def _like(a: Row, b: Row) -> int:
    """How many of the smaller things are the same: so that of two rows of one block the fitting ones are paired."""
    return sum(bool(a[name] == b[name]) for name in ("deadline", "role", "target"))
