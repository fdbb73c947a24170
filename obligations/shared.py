"""Targets that several documents set, side by side: the same measure, and what each sets for the same people.

A measure is shared where its words are the same but for their order and empty words, and its groups do not part it. It is close where
the words are the same once those of the group are added and those of little weight left out, or where one syllable is misread. Anything
else is left alone: a wrong pair is worse than none.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from obligations.comparison import MeasureRow
from obligations.measures import beyond, column_kind, names_level, unit_kind
from obligations.stated import Stated
from vietnamese.syllable import is_syllable
from vietnamese.text import fold

_LEAST_ALIKE = 6
"""Syllables that two measures must have in common for one more to be taken as misread."""
_MOST_SYLLABLES = 100
"""Different syllables of a measure that is compared for a misread one; no measure of a plan has more."""
_LONG = 4
"""Letters of a syllable beyond which two of them may be misread."""
_MOST_ROWS = 2
"""Rows that one document may have of a shared measure; more are rows of a list that bear one name."""


@dataclass(frozen=True, slots=True)
class Shared:
    """One measure in several documents: the rows of each, and whether all use the same words."""

    rows: Mapping[str, tuple[MeasureRow, ...]]
    same_words: bool

    @property
    def first(self) -> Stated:
        """The figure that names the measure."""
        return next(iter(self.rows.values()))[0].first


@dataclass(frozen=True, slots=True)
class SameGroup:
    """What several documents set for one group of people, or under one heading: no two rows need measure the same."""

    name: str
    rows: Mapping[str, tuple[MeasureRow, ...]]


def shared_measures(rows: Iterable[MeasureRow]) -> list[Shared]:
    """The measures that rows of two documents or more have in common, those with the same words first, then in the rows' order."""
    comparable = [row for row in rows if row.first.measure.is_specific]
    parts = _Parts(len(comparable))
    keys: dict[object, int] = {}
    for place, row in enumerate(comparable):
        for key in _keys(row.first):
            parts.join(keys.setdefault(key, place), place)
    for a, b in _misread_pairs(comparable):
        parts.join(a, b)
    found = [made for part in parts.all() for made in _shared([comparable[place] for place in part])]
    return sorted(found, key=lambda shared: not shared.same_words)


def same_groups(rows: Iterable[MeasureRow]) -> list[SameGroup]:
    """The groups for which two documents or more set something, in the rows' order."""
    groups: dict[tuple[str, ...], list[MeasureRow]] = {}
    for row in rows:
        if row.first.group.words:
            groups.setdefault(row.first.group.words, []).append(row)
    made = [SameGroup(_group_name(own[0]), _by_document(own)) for own in groups.values()]
    return [group for group in made if len(group.rows) > 1]


def _group_name(row: MeasureRow) -> str:
    target = row.first.row.target
    return (target.group if target else None) or ""


def _base(figure: Stated) -> tuple[object, ...]:
    return fold(figure.part or ""), column_kind(figure.column), unit_kind(figure.unit)


def _limit(figure: Stated) -> frozenset[str]:
    """What a group adds to a measure that parts it from the same words under another group; a topic does not."""
    return frozenset() if figure.group.kind == "topic" else beyond(figure.group, figure.measure)


def _keys(figure: Stated) -> list[object]:
    """What rows of one measure have in common: any of these is enough."""
    words, base = figure.measure.words, _base(figure)
    keys: list[object] = [("words", words, _limit(figure), base), ("all", _weighty(figure), _place(figure), base)]
    if names_level(figure.words) and figure.group.kind != "where":
        keys.append(("level", words, base))
    return keys


def _weighty(figure: Stated) -> frozenset[str]:
    """The syllables of a measure and of the people it is for, without those of little weight."""
    return figure.measure.core | figure.group.core if figure.group.kind == "who" else figure.measure.core


def _place(figure: Stated) -> frozenset[str]:
    return _limit(figure) if figure.group.kind == "where" else frozenset()


def _misread_pairs(rows: Sequence[MeasureRow]) -> Iterable[tuple[int, int]]:
    """Rows that differ in one syllable which is none in Vietnamese: a scan has misread it."""
    misread: dict[object, list[tuple[int, str]]] = {}
    for place, key, syllable in _without_one(rows, sound=False):
        misread.setdefault(key, []).append((place, syllable))
    for place, key, syllable in _without_one(rows, sound=True) if misread else ():
        for other, broken in misread.get(key, ()):
            if Levenshtein.distance(broken, syllable) <= 1 + (len(syllable) > _LONG):
                yield place, other


def _without_one(rows: Sequence[MeasureRow], sound: bool) -> Iterable[tuple[int, object, str]]:
    """Each row as it is without one of its syllables, a sound one or one that is none in Vietnamese; and that syllable."""
    for place, row in enumerate(rows):
        figure = row.first
        syllables = _weighty(figure)
        if _LEAST_ALIKE < len(syllables) <= _MOST_SYLLABLES:
            for syllable in syllables:
                if is_syllable(syllable) == sound:
                    yield place, (syllables - {syllable}, _place(figure), _base(figure)), syllable


def _shared(rows: Sequence[MeasureRow]) -> list[Shared]:
    """The rows as one shared measure, or as several where they count different classes of people; none in one document only."""
    classes = {row.first.measure.people for row in rows} - {frozenset()}
    if len(classes) > 1:
        parted = [[row for row in rows if row.first.measure.people == people] for people in (*classes, frozenset())]
    else:
        parted = [list(rows)]
    made = []
    for part in parted:
        documents = _by_document(part)
        if len(documents) > 1 and max(map(len, documents.values())) <= _MOST_ROWS:
            words = Counter(row.first.measure.words for row in part)
            made.append(Shared(documents, len(words) == 1))
    return made


def _by_document(rows: Iterable[MeasureRow]) -> dict[str, tuple[MeasureRow, ...]]:
    documents: dict[str, tuple[MeasureRow, ...]] = {}
    for row in rows:
        documents[row.document_id] = (*documents.get(row.document_id, ()), row)
    return documents


class _Parts:
    """Numbers joined into parts, each part in order."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def join(self, a: int, b: int) -> None:
        first, second = sorted((self._top(a), self._top(b)))
        self._above[second] = first

    def all(self) -> list[list[int]]:
        parts: dict[int, list[int]] = {}
        for number in range(len(self._above)):
            parts.setdefault(self._top(number), []).append(number)
        return list(parts.values())

    def _top(self, number: int) -> int:
        while self._above[number] != number:
            self._above[number] = number = self._above[self._above[number]]
        return number
