"""The register: every duty, target and sum of money of the documents of an index, with filters."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from index.document import Document, SourceLine
from index.library import Library
from index.passage import Passage
from obligations.actors import actor_key, english_of, names_actor
from obligations.clauses import Pages, clauses_of
from obligations.columns import filled
from obligations.duties import clause_duties, row_duties
from obligations.funding import clause_funding
from obligations.obligation import Kind, Obligation, Role
from obligations.targets import clause_targets, row_targets
from vietnamese.glossary import Glossary
from vietnamese.provinces import current_name
from vietnamese.text import fold, has_accents, key, squeeze


@dataclass(frozen=True, slots=True)
class Wanted:
    """What rows a reader wants; None takes all. `documents` are ids.

    `actor` may be typed in any way: abbreviated, without accents, in English. `province` may be an old or a present name. `year` is
    that of a target or a deadline, or one of the years of the row's document. `deadline` is "any" (there is one), a frequency
    ("yearly"), a month ("08"), a day of any year ("08-31") or an ISO date or its beginning ("2021-03"). `words` must all stand in
    the action, the quote or the path, with or without accents.
    """

    kind: Kind | None = None
    actor: str | None = None
    role: Role | None = None
    documents: Sequence[str] | None = None
    province: str | None = None
    year: int | None = None
    deadline: str | None = None
    words: str | None = None


class Register:
    """The rows of several documents, document by document in reading order."""

    def __init__(self, rows: Iterable[Obligation], documents: Mapping[str, Document], glossary: Glossary) -> None:
        self.rows: tuple[Obligation, ...] = tuple(rows)
        self.documents = dict(documents)
        self._glossary = glossary

    @classmethod
    def of(cls, library: Library, glossary: Glossary | None = None) -> Self:
        """Reads the live documents of a library that are not withdrawn. `glossary` gives the English names, by default the project's."""
        words = glossary or Glossary.load()
        rows = [
            row
            for name, document in library.documents.items()
            for row in read_document(document, library.passages_of(name), _pages(library, document))
        ]
        return cls(with_english(rows, words), library.documents, words)

    def where(self, wanted: Wanted) -> list[Obligation]:
        """The rows that meet all that is wanted, in the register's order."""
        actors = self._actors(wanted.actor) if wanted.actor else None
        documents = self._of_province(wanted.province) if wanted.province else None
        terms = wanted.words.split() if wanted.words else []
        return [
            row
            for row in self.rows
            if (wanted.kind is None or row.kind == wanted.kind)
            and (wanted.role is None or row.role == wanted.role)
            and (wanted.documents is None or row.document_id in wanted.documents)
            and (documents is None or row.document_id in documents)
            and (actors is None or row.actor in actors)
            and (wanted.year is None or self._in_year(row, wanted.year))
            and (wanted.deadline is None or _due(row, wanted.deadline))
            and _holds(row, terms)
        ]

    def actors(self) -> list[str]:
        """Every actor once, the one with the most rows first."""
        counts: dict[str, int] = {}
        for row in self.rows:
            if row.actor is not None:
                counts[row.actor] = counts.get(row.actor, 0) + 1
        return sorted(counts, key=lambda name: (-counts[name], actor_key(name)))

    def _actors(self, asked: str) -> frozenset[str]:
        """The actors of the register that somebody means who types `asked`."""
        english = [found.vi for found in self._glossary.expand_english(asked) if found.kind in ("office", "title")]
        whole = [vi for vi in english if _is_whole(asked, self._glossary, vi)]
        names = {row.actor for row in self.rows if row.actor is not None}
        meant = frozenset(name for name in names if names_actor(asked, name, whole))
        return meant or frozenset(name for name in names if names_actor(fold(asked), name))  # with some accents wrong

    def _of_province(self, asked: str) -> frozenset[str]:
        """The documents of a province; none where nobody knows it."""
        try:
            wanted = current_name(asked)
        except KeyError:
            return frozenset()
        listed = {name for name, d in self.documents.items() if d.province and _same_place(d.province, asked)}
        return frozenset(listed or {n for n, d in self.documents.items() if d.province_current == wanted})

    def _in_year(self, row: Obligation, year: int) -> bool:
        if row.target is not None and row.target.year is not None:
            return row.target.year == year
        if row.deadline is not None and (named := re.findall(r"(?:19|20)\d\d", row.deadline.text)):
            return min(map(int, named)) <= year <= max(map(int, named))
        period = self.documents[row.document_id].period
        return period is not None and (period.start or period.end) <= year <= period.end


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


def with_english(rows: Iterable[Obligation], glossary: Glossary) -> list[Obligation]:
    """The rows with the English names of their actors."""
    names: dict[str | None, str | None] = {}
    named = []
    for row in rows:
        if row.actor not in names:
            names[row.actor] = english_of(row.actor, glossary)
        named.append(replace(row, actor_en=names[row.actor]))
    return named


def pages_of(lines: Iterable[SourceLine]) -> Pages:
    """The page of each line by its place; empty where the source has no pages."""
    return {line.place: line.page for line in lines if line.page is not None}


def _pages(library: Library, document: Document) -> Pages:
    return pages_of(library.lines_of(document.id)) if document.pages else {}


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


def _is_whole(asked: str, glossary: Glossary, vi: str) -> bool:
    """Whether an English name is all that was typed, "the" aside: "department of finance" is, "finance" in a sentence is not."""
    typed = squeeze(re.sub(r"^the\s+", "", asked.strip(), flags=re.IGNORECASE))
    return any(
        squeeze(en).startswith(typed) or typed.startswith(squeeze(en))
        for e in glossary.entries
        if vi in e.vi
        for en in e.en
    )


def _same_place(province: str, asked: str) -> bool:
    bare = re.sub(r"^(?:tỉnh|tinh|thành phố|thanh pho|tp\.?)\s+", "", key(asked))
    return key(province) == bare or (not has_accents(asked) and fold(province) == fold(bare))


def _due(row: Obligation, wanted: str) -> bool:
    deadline = row.deadline
    if deadline is None:
        return False
    known = [deadline.date, deadline.month_day, deadline.date[5:] if deadline.date else None]
    return wanted in ("any", deadline.frequency) or any(k is not None and k.startswith(wanted) for k in known)


def _holds(row: Obligation, terms: Sequence[str]) -> bool:
    if not terms:
        return True
    text = f"{row.action} {row.quote} {' '.join(row.section)} {row.actor or ''}"
    plain, accented = fold(text), key(text)
    return all((key(t) in accented) if has_accents(t) else (fold(t) in plain) for t in terms)
