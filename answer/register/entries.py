"""What a list from the register is made of, and which of it is shown: a few rows of each document, as much as somebody reads."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from index.document import Document
from obligations.obligation import Obligation

MOST_SHOWN = 12
"""Rows of one answer."""
MOST_CHARACTERS = 2500
"""Of the passages that are cited in one answer, as long as one passage does not alone exceed it."""
MOST_DOCUMENTS = 5
"""Documents whose rows are shown in one answer."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row as an answer lists it: one duty whoever has a part in it, one figure whatever years it is set for.

    `years` are those of a figure, in order. `due` says when something falls due, where that is asked for: a day, or "often".
    """

    row: Obligation
    years: tuple[int, ...] = ()
    due: str = ""


def duties_of(rows: Iterable[Obligation]) -> list[Entry]:
    """Each duty once, in the order of `rows`: that of who leads it, not again that of each office that works with it."""
    entries: dict[tuple[object, ...], Entry] = {}
    for row in rows:
        own = (row.document_id, row.quote, row.action, row.deadline)
        if own not in entries or (entries[own].row.role == "coordinate" and row.role != "coordinate"):
            entries[own] = Entry(row)
    return list(entries.values())


def figures_of(rows: Iterable[Obligation]) -> list[Entry]:
    """Each figure once, in the order of `rows`, with all the years that it is set for."""
    entries: dict[tuple[object, ...], Entry] = {}
    for row in rows:
        if row.target is None:
            continue
        own = (row.document_id, row.section, row.target.group, row.target.measure, row.target.value)
        years = (*entries[own].years, row.target.year) if own in entries else (row.target.year,)
        known = tuple(sorted({year for year in years if year is not None}))
        entries[own] = replace(entries.get(own, Entry(row)), years=known)
    return list(entries.values())


def by_document(entries: Sequence[Entry], documents: Mapping[str, Document], today_year: int) -> dict[str, list[Entry]]:
    """The entries of each document: issued ones before drafts, those whose period is not over first."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.row.document_id, []).append(entry)

    def order(name: str) -> tuple[bool, bool, str]:
        document = documents[name]
        over = document.period is not None and document.period.end < today_year
        return document.status == "draft", over, name

    return {name: groups[name] for name in sorted(groups, key=order)}


def choose(
    groups: Mapping[str, Sequence[Entry]],
    length: Callable[[Entry], int],
    prefer: Callable[[Entry], tuple[object, ...]],
) -> dict[str, list[Entry]]:
    """The entries that are shown, document by document in their order: the preferred ones of each in turn, as long as they fit.

    `length` is that of the passage which an entry is cited from, in characters. First of all each document gives one that leaves
    room for those of the others, where it has one.
    """
    waiting = {name: sorted(group, key=prefer) for name, group in list(groups.items())[:MOST_DOCUMENTS]}
    chosen: list[Entry] = []
    room = MOST_CHARACTERS // max(1, len(waiting))
    while any(waiting.values()) and len(chosen) < MOST_SHOWN:
        for name, queue in waiting.items():
            fitting = [e for e in queue if _fits(e, chosen, length)]
            best = next((e for e in fitting if length(e) <= room), next(iter(fitting), None))
            waiting[name] = [e for e in fitting if e is not best]
            if best and len(chosen) < MOST_SHOWN:
                chosen.append(best)
        room = MOST_CHARACTERS
    return {
        name: [e for e in group if e in chosen] for name, group in groups.items() if any(e in chosen for e in group)
    }


def _fits(entry: Entry, chosen: Sequence[Entry], length: Callable[[Entry], int]) -> bool:
    cited = {e.row.passage_id: length(e) for e in (*chosen, entry)}
    return not chosen or sum(cited.values()) <= MOST_CHARACTERS
