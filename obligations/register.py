"""The register: every duty, target and sum of money of the documents of an index, with filters."""

import logging
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache
from typing import Self

from index.document import Document
from index.library import Library
from index.record.register import Sought
from index.registered import Registered
from obligations.actors import english_of, names_actor
from obligations.obligation import KINDS, Kind, Obligation
from obligations.stored import read_kept, reader_version, registered
from obligations.wanted import ActorCount, Wanted
from vietnamese.glossary import Glossary
from vietnamese.provinces import current_name
from vietnamese.text import fold, has_accents, key, squeeze

log = logging.getLogger(__name__)

ALL = Wanted()
"""Every row."""
Progress = Callable[[int, int], None]
_ASKED = 100  # names typed, of which it is kept whom they mean


class Register:
    """The rows of the live documents of a library that are not withdrawn. It stays as it was opened: a newer publication needs a new one.

    `unread` are the documents whose rows could not be read, by id. Every call may raise StorageError.
    """

    def __init__(self, library: Library, glossary: Glossary, unread: Sequence[str] = ()) -> None:
        self.unread = tuple(unread)
        self.documents: Mapping[str, Document] = dict(library.documents)
        self._rows = library.register_rows
        self._editions = dict(library.editions)
        self._glossary = glossary
        self._english: dict[str | None, str | None] = {}
        self._actors = lru_cache(_ASKED)(self._find_actors)

    @classmethod
    def open(cls, library: Library, glossary: Glossary | None = None, progress: Progress | None = None) -> Self:
        """The register of a library. Documents that the ingest of another version has read are read first; `progress` is told how many.

        `glossary` gives the English names, by default the project's.
        """
        rows, editions = library.register_rows, library.editions
        missing = set(rows.missing(editions.values(), reader_version()))
        names = [name for name, edition in editions.items() if edition in missing]
        unread: list[str] = []
        for done, name in enumerate(names):
            if progress is not None:
                progress(done, len(names))
            if (found := _read(library, name)) is None:
                unread.append(name)
            else:
                rows.keep(editions[name], found)
        return cls(library, glossary or Glossary.load(), unread)

    def where(
        self, wanted: Wanted, today: date | None = None, limit: int | None = None, offset: int = 0
    ) -> list[Obligation]:
        """The rows that meet all that is wanted: document by document in reading order, or, with `today`, by when they fall due: what is past stands behind.

        Of these behind the first `offset`, and no more than `limit`.
        """
        bodies = self._rows.bodies(self._sought(wanted), today, limit, offset)
        return [self._with_english(read_kept(body)) for body in bodies]

    def count(self, wanted: Wanted = ALL) -> int:
        """How many rows meet all that is wanted."""
        return self._rows.count(self._sought(wanted))

    def kinds(self, wanted: Wanted = ALL) -> dict[Kind, int]:
        """How many of these rows are of each kind."""
        counted = self._rows.kinds(self._sought(wanted))
        return {kind: counted.get(kind, 0) for kind in KINDS}

    def actors(self, wanted: Wanted = ALL) -> list[ActorCount]:
        """Every actor of these rows once, the one with the most rows first."""
        return [
            ActorCount(name, self._english_of(name), rows, documents)
            for name, rows, documents in self._rows.actors(self._sought(wanted))
        ]

    def years(self, wanted: Wanted = ALL) -> list[int]:
        """Every year that one of these rows is of, in order."""
        return self._rows.years(self._sought(wanted))

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(name for name, _, _ in self._rows.actors(Sought(list(self._editions.values()))))

    def _sought(self, wanted: Wanted) -> Sought:
        documents = set(self._editions if wanted.documents is None else wanted.documents)
        if wanted.province:
            documents &= self._of_province(wanted.province)
        return Sought(
            editions=sorted(edition for name, edition in self._editions.items() if name in documents),
            kind=wanted.kind,
            role=wanted.role,
            actors=self._actors(wanted.actor) if wanted.actor else None,
            year=wanted.year,
            deadline=wanted.deadline,
            due=wanted.due,
            words=[_term(word) for word in (wanted.words or "").split()],
        )

    def _with_english(self, row: Obligation) -> Obligation:
        return replace(row, actor_en=self._english_of(row.actor))

    def _english_of(self, name: str | None) -> str | None:
        if name not in self._english:
            self._english[name] = english_of(name, self._glossary)
        return self._english[name]

    def _find_actors(self, asked: str) -> frozenset[str]:
        """The actors of the register that somebody means who types `asked`."""
        english = [found.vi for found in self._glossary.expand_english(asked) if found.kind in ("office", "title")]
        whole = [vi for vi in english if _is_whole(asked, self._glossary, vi)]
        meant = frozenset(name for name in self._names if names_actor(asked, name, whole))
        return meant or frozenset(name for name in self._names if names_actor(fold(asked), name))  # some accents wrong

    def _of_province(self, asked: str) -> frozenset[str]:
        """The documents of a province; none where nobody knows it."""
        try:
            wanted = current_name(asked)
        except KeyError:
            return frozenset()
        listed = {name for name, d in self.documents.items() if d.province and _same_place(d.province, asked)}
        return frozenset(listed or {n for n, d in self.documents.items() if d.province_current == wanted})


def _read(library: Library, name: str) -> Registered | None:
    """The rows of a document; None, and an entry in the log, where the rules stumble over its text."""
    document = library.documents[name]
    lines = library.lines_of(name) if document.pages else ()
    try:
        return registered(document, library.passages_of(name), lines)
    except Exception:  # rules over free text may fail in any way, and the others' rows are there
        log.exception("%s: its duties and targets could not be read.", name)
        return None


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


def _term(word: str) -> tuple[str, bool]:
    """A word as it is looked for, and whether with its accents: typed without any, it means every spelling."""
    return (key(word), True) if has_accents(word) else (fold(word), False)
