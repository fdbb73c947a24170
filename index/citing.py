"""Which documents the library's documents name, put together: the same one under one name, those that are missing among them.

What many documents rest on and the library does not hold is what is worth adding next.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from index.called import Called, law_name
from index.document import Document, Relation, RelationType
from index.relations import is_shared, may_be_named, named_places
from vietnamese.acts import LAWS
from vietnamese.numbers import same_number
from vietnamese.provinces import current_name
from vietnamese.text import fold, has_accents

TYPES: tuple[RelationType, ...] = ("implements", "cites", "amends", "replaces", "repeals")
"""The kinds of relation in the order in which they are listed: what a document rests on, then what it changes."""
State = Literal["held", "withdrawn", "missing"]
"""Whether the library holds a cited document, holds it out of answers, or does not hold it (as far as it can be told)."""

_FULL_DATE = len("2025-06-16")
_MONTH = len("2025-06")


@dataclass(frozen=True, slots=True)
class Mention:
    """That a document (`citing`, its id) names another, and the relation that says so."""

    citing: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class Cited:
    """A document that others name. `kind` is its kind or a law's name, `subject` what else it is called, both as cited or empty.

    `number` is None for a law cited by name alone; `date` is ISO, shortened where parts are unknown, None where nobody says it.
    `document_id` is the library's document that it certainly is. `alike` are ids of those that it may be: the number or the
    name is the same, but something is not said that would tell.
    """

    kind: str
    number: str | None
    subject: str
    date: str | None
    mentions: tuple[Mention, ...]
    document_id: str | None = None
    state: State = "missing"
    alike: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Kind and number, or a law's name, as cited."""
        return " ".join(filter(None, (self.kind, self.number)))

    @property
    def citing(self) -> tuple[str, ...]:
        """The ids of the documents that name it, each once."""
        return tuple(dict.fromkeys(mention.citing for mention in self.mentions))

    @property
    def types(self) -> tuple[RelationType, ...]:
        """The kinds of relation in which it is named."""
        found = {mention.relation.type for mention in self.mentions}
        return tuple(kind for kind in TYPES if kind in found)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which mentions are looked for; an empty part does not limit. Inside a part any choice fits, the parts must all fit.

    `documents` are ids: what they name, and what names them. Each of `words` may stand anywhere in the names of both documents
    or in the words of the relation, with or without accents.
    """

    documents: tuple[str, ...] = ()
    types: tuple[RelationType, ...] = ()
    missing: bool = False
    words: str = ""

    @property
    def limits(self) -> bool:
        """Whether anything is left out."""
        return bool(self.documents or self.types or self.missing or self.words.strip())


@dataclass(frozen=True, slots=True)
class Citations:
    """The documents by id, withdrawn ones flagged, and what they cite: most cited first, then by name.

    Withdrawn documents cite nothing here. A document that names itself is left out.
    """

    documents: Mapping[str, Document]
    cited: tuple[Cited, ...]

    @classmethod
    def of(cls, documents: Mapping[str, Document]) -> "Citations":
        """What documents cite, whose relations are resolved (`Library.all_documents`)."""
        mentions = [
            Mention(document.id, relation)
            for _, document in sorted(documents.items())
            if not document.withdrawn
            for relation in document.relations
            if not _names_itself(document, relation)
        ]
        called, held = Called(), _Held(documents)
        groups = _by_name(_grouped(mentions, _Places(documents)), called)
        cited = [_cited(group, documents, called) for group in groups]
        return cls(documents, _sorted(replace(c, alike=held.alike(c)) if c.state == "missing" else c for c in cited))

    @property
    def answering(self) -> tuple[str, ...]:
        """The ids of the documents that are not withdrawn."""
        return tuple(document.id for document in self.documents.values() if not document.withdrawn)

    @property
    def missing(self) -> tuple[Cited, ...]:
        """What the library does not hold, most cited first."""
        return tuple(cited for cited in self.cited if cited.state == "missing")

    def silent(self, wanted: Wanted) -> tuple[str, ...]:
        """The ids of the documents that name no other, where such are looked for: by document, or without any limit."""
        if wanted.types or wanted.missing or wanted.words.strip():
            return ()
        named = {mention.citing for cited in self.cited for mention in cited.mentions}
        looked_for = (name for name in self.answering if not wanted.documents or name in wanted.documents)
        return tuple(name for name in looked_for if name not in named)

    def by_document(self) -> dict[str, list[tuple[Cited, Mention]]]:
        """What each document cites, by its id: in the order of the kinds of relation, most cited first inside a kind.

        What one document names twice in one kind of relation stands once. Documents that cite nothing have no entry.
        """
        found: dict[str, dict[tuple[int, int], tuple[Cited, Mention]]] = {}
        for place, cited in enumerate(self.cited):
            for mention in cited.mentions:
                rank = TYPES.index(mention.relation.type), place
                found.setdefault(mention.citing, {}).setdefault(rank, (cited, mention))
        return {name: [pair for _, pair in sorted(found[name].items(), key=lambda i: i[0])] for name in sorted(found)}

    def where(self, wanted: Wanted) -> "Citations":
        """The mentions that are looked for; how often a document is cited is then counted among these."""
        if not wanted.limits:
            return self
        kept = (
            replace(cited, mentions=tuple(m for m in cited.mentions if self._fits(cited, m, wanted)))
            for cited in self.cited
            if cited.state == "missing" or not wanted.missing
        )
        return Citations(self.documents, _sorted(cited for cited in kept if cited.mentions))

    def _fits(self, cited: Cited, mention: Mention, wanted: Wanted) -> bool:
        if wanted.documents and not {mention.citing, cited.document_id} & set(wanted.documents):
            return False
        if wanted.types and mention.relation.type not in wanted.types:
            return False
        searched = fold(wanted.words).split()
        return not searched or self._holds(cited, mention, searched)

    def _holds(self, cited: Cited, mention: Mention, searched: Sequence[str]) -> bool:
        ends = (self.documents.get(mention.citing), self.documents.get(cited.document_id or ""))
        names = (_names(document) for document in ends if document)
        text = fold(" ".join((cited.name, cited.subject, mention.relation.text, *names)))
        return all(word in text for word in searched)


def _names(document: Document) -> str:
    known = (document.title, document.type, document.number, document.issuer, document.province, document.file)
    return " ".join(filter(None, known))


def _sorted(cited: Iterable[Cited]) -> tuple[Cited, ...]:
    return tuple(sorted(cited, key=lambda one: (-len(one.citing), fold(one.name), one.date or "")))


def _names_itself(document: Document, relation: Relation) -> bool:
    if not relation.number or not document.number or not same_number(relation.number, document.number):
        return False
    return may_be_named(document, relation, document)


class _Places:
    """Which provinces a mention names as the issuer's, by today's names; read once each, for numbers that many offices give."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._known: dict[Mention, frozenset[str]] = {}

    def __call__(self, mention: Mention) -> frozenset[str]:
        if mention not in self._known:
            number = mention.relation.number
            told = number is not None and is_shared(number)
            found = named_places(mention.relation, self._documents[mention.citing]) if told else ()
            self._known[mention] = frozenset(current_name(place) for place in found)
        return self._known[mention]


def _grouped(mentions: Iterable[Mention], places: _Places) -> list[list[Mention]]:
    """The mentions, those of one document together, the one that says most of it first.

    Those that say more are placed first. What says less is put to them where it can be of one only.
    """
    held: dict[str, list[Mention]] = {}
    groups: dict[str, list[list[Mention]]] = {}
    for mention in sorted(mentions, key=lambda m: (-len(m.relation.date or ""), not places(m))):
        relation = mention.relation
        if relation.document_id is not None:
            held.setdefault(relation.document_id, []).append(mention)
            continue
        near = groups.setdefault(_serial(relation.number) if relation.number else fold(law_name(relation)), [])
        fitting = [group for group in near if _may_be_one(group[0], mention, places)]
        alike = [g for g in fitting if g[0].relation.date == relation.date and places(g[0]) == places(mention)]
        if alike or len(fitting) == 1:
            (alike or fitting)[0].append(mention)
        else:
            near.append([mention])
    return [*held.values(), *(group for near in groups.values() for group in near)]


def _serial(number: str) -> str:
    digits = re.search(r"\d+", number)
    return digits.group().lstrip("0") if digits else ""


def _may_be_one(a: Mention, b: Mention, places: _Places) -> bool:
    """Whether two mentions of documents that are not held name one. Without a number, name and day must be the same.

    A number that many offices give (UBND, HĐND, departments) must bear the same day, and not another province.
    """
    one, other = a.relation, b.relation
    if not one.number or not other.number:
        same = fold(law_name(one)) == fold(law_name(other))
        return same and (one.date == other.date or _same_month(one.date, other.date))
    if not same_number(one.number, other.number) or not _same_day(one.date, other.date):
        return False
    if not is_shared(one.number) or a.citing == b.citing:
        return True
    if not one.date or one.date != other.date or len(one.date) < _FULL_DATE:
        return False
    return not places(a) or not places(b) or bool(places(a) & places(b))


def _same_day(a: str | None, b: str | None) -> bool:
    """Whether two dates agree as far as both are known."""
    return not a or not b or a.startswith(b) or b.startswith(a)


def _same_month(a: str | None, b: str | None) -> bool:
    """Whether two dates are known to the month at least, and agree."""
    return min(len(a or ""), len(b or "")) >= _MONTH and _same_day(a, b)


def _by_name(groups: Iterable[list[Mention]], called: Called) -> list[list[Mention]]:
    """The groups, with a law that is cited by name and day put to the one that has a number, the same name and the same day."""
    numbered: dict[tuple[str, str], list[Mention]] = {}
    rest: list[list[Mention]] = []
    named: list[list[Mention]] = []
    for group in groups:
        (rest if group[0].relation.number or group[0].relation.document_id else named).append(group)
    days = {group[0].relation.date for group in named}
    for group in rest:
        day = group[0].relation.date
        if day in days and day is not None and len(day) == _FULL_DATE:
            numbered |= {(fold(called(m.relation)[0]), day): group for m in group if m.relation.number}
    for group in named:
        relation = group[0].relation
        same = numbered.get((fold(law_name(relation)), relation.date or ""))
        if same is None:
            rest.append(group)
        else:
            same += group
    return rest


def _cited(group: Sequence[Mention], documents: Mapping[str, Document], called: Called) -> Cited:
    first = group[0].relation
    document = documents.get(first.document_id or "")
    names = [called(mention.relation) for mention in group]
    numbers = [m.relation.number for m in group if m.relation.number]
    cited = Cited(
        kind=_usual(kind for kind, _ in names),
        number=_usual(numbers) or None,
        subject=_usual(subject for _, subject in names),
        date=document.date if document and document.date else max((m.relation.date or "" for m in group), key=len),
        mentions=tuple(sorted(group, key=lambda m: m.citing)),
    )
    if document is None:
        return replace(cited, date=cited.date or None)
    return replace(cited, document_id=document.id, state="withdrawn" if document.withdrawn else "held")


class _Held:
    """The documents that may be meant where a relation does not tell for certain, found by number or by a law's name."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._numbered: dict[str, list[Document]] = {}
        self._laws: dict[str, list[Document]] = {}
        for document in documents.values():
            if document.withdrawn:
                continue
            if document.number:
                self._numbered.setdefault(_serial(document.number), []).append(document)
            if document.type in LAWS and document.title:
                self._laws.setdefault(fold(f"{document.type} {document.title}"), []).append(document)

    def alike(self, cited: Cited) -> tuple[str, ...]:
        """The ids of the documents that a cited one may be."""
        if cited.number is None:
            found = [d for d in self._laws.get(fold(cited.kind), ()) if _same_day(cited.date, d.date)]
        else:
            near = self._numbered.get(_serial(cited.number), ())
            found = [d for d in near if any(self._may_be(d, mention) for mention in cited.mentions)]
        return tuple(document.id for document in found if document.id not in cited.citing)

    def _may_be(self, document: Document, mention: Mention) -> bool:
        naming = self._documents[mention.citing]
        return mention.relation.number is not None and may_be_named(document, mention.relation, naming)


def _usual(texts: Iterable[str]) -> str:
    """The text that stands most often, of these one with accents and capitals, then the longest; empty where there is none."""
    counted = Counter(filter(None, texts))
    return max(counted, key=lambda t: (counted[t], has_accents(t), sum(map(str.isupper, t)), len(t)), default="")
