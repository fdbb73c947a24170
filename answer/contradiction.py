"""Figures inside one document that contradict each other: what the text says against what a table of it says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answer.rank import Ranked
from answer.support import support_of
from answer.terms import TermWeights
from answer.units import Unit, whole
from index.passage import Passage
from vietnamese.numbers import Figure, find_figures
from vietnamese.text import fold, tidy

LEAST_SHARED, LEAST_SHARED_SIZE = 0.4, 0.6
"""Support that the other passage must have, so that both speak of what was asked; more for class sizes, which differ by class."""
# Counted everywhere, of different things: equal units alone do not make two such figures speak of the same.
_COMMON_UNITS = frozenset(
    (
        "nguoi",
        "can bo",
        "cong chuc",
        "vien chuc",
        "hoc vien",
        "lop",
        "nam",
        "lan",
        "thang",
        "ngay",
        "%",
        "dong",
        "trieu dong",
        "ty dong",
    )
)
_SIZE = "nguoi/lop"
_CLASS_SIZE = re.compile(r"mỗi lớp có (từ )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two different figures for one measure: the one in the answer, and another in `unit`."""

    here: str
    there: str
    unit: Unit


def find_contradiction(unit: Unit, ranked: Sequence[Ranked], weights: TermWeights) -> Contradiction | None:
    """A figure of the same measure that differs from one in `unit`, in a passage of the other kind (text or table row) of the
    same document which speaks of the question as well; None where there is none.
    """
    passage = unit.passage
    own = dict(_measures(unit.text))
    for other in ranked:
        if not _comparable(passage, other.passage):
            continue
        support = support_of(other.passage, weights)
        for measure, figure in _measures(other.passage.text):
            mine = own.get(measure)
            enough = support >= (LEAST_SHARED_SIZE if measure == _SIZE else LEAST_SHARED)
            if mine and enough and (mine.value_low, mine.value_high) != (figure.value_low, figure.value_high):
                return Contradiction(tidy(mine.text), tidy(figure.text), whole(other.passage))
    return None


def _comparable(one: Passage, other: Passage) -> bool:
    return one.document_id == other.document_id and one.kind != other.kind


def _measures(text: str) -> Iterator[tuple[str, Figure]]:
    """The figures of a text by what they measure: a noun that is counted for one thing only, or the size of a class."""
    for figure in find_figures(text):
        unit = fold(figure.unit or "")
        if unit.endswith("/lop") or _CLASS_SIZE.search(text[: figure.start]):
            yield _SIZE, figure
        elif unit and unit not in _COMMON_UNITS:
            yield unit, figure
