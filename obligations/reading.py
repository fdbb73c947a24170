"""Reads the duties, targets and sums of money of one document, in reading order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from index.document import Document, SourceLine
from index.passage import Passage
from obligations.clauses import Pages, clauses_of
from obligations.columns import filled
from obligations.duties import clause_duties, row_duties
from obligations.funding import clause_funding
from obligations.obligation import Obligation
from obligations.targets import clause_targets, row_targets


def read_document(document: Document, passages: Sequence[Passage], pages: Pages) -> list[Obligation]:
    """The rows of one document in reading order. `pages`: see `obligations.clauses.Pages`."""
    period = document.period
    one_year = period.end if period is not None and period.start == period.end else None
    rows: list[tuple[int, int, Obligation]] = []
    places = {passage.id: passage.ordinal for passage in passages}
    for clause in clauses_of(passages, pages):
        duties = list(clause_duties(clause, one_year is None))
        targets = [_with_actor(row, duties) for row in clause_targets(clause, one_year)]
        rows += _ordered([*duties, *targets, *clause_funding(clause)], places)
    above: Mapping[str, str] = {}
    for passage in passages:
        if passage.kind == "row":
            above = filled(passage.cells, above)
            row = replace(passage, cells=above)
            rows += _ordered([*row_duties(row, pages, one_year is None), *row_targets(row, pages)], places)
    return _once(row for _, _, row in sorted(rows, key=lambda r: (r[0], r[1])))


def pages_of(lines: Iterable[SourceLine]) -> Pages:
    """The page of each line by its place; empty where the source has no pages."""
    return {line.place: line.page for line in lines if line.page is not None}


def _with_actor(target: Obligation, duties: Sequence[Obligation]) -> Obligation:
    """A target with the actor of the duty that its block gives, where there is exactly one."""
    actors = {
        d.actor for d in duties if d.places == target.places and d.quote == target.quote and d.role != "coordinate"
    }
    return replace(target, actor=next(iter(actors))) if len(actors) == 1 else target


def _ordered(rows: Iterable[Obligation], places: Mapping[str, int]) -> Iterator[tuple[int, int, Obligation]]:
    """Rows with what they are sorted by: their passage's place in the document, and their own place in it."""
    for row in rows:
        yield places[row.passage_id], row.places[0] if row.places else 0, row


def _once(rows: Iterable[Obligation]) -> list[Obligation]:
    """The rows, each once."""
    return list(dict.fromkeys(rows))
