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
from vietnamese.text import fold, syllables, tidy

LEAST_SHARED, LEAST_SHARED_SIZE = 0.4, 0.6
"""Support that the other passage must have, so that both speak of what was asked; more for class sizes, which differ by class."""
SAME_CLASS, LONGEST_NAME = 0.8, 12
"""Share of the first syllables of a row's name that the sentence beside it must hold, so that both size one class."""
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
            if mine and measure == _SIZE and not _of_one_class(passage, other.passage, mine, figure):
                continue
            enough = support >= (LEAST_SHARED_SIZE if measure == _SIZE else LEAST_SHARED)
            if mine and enough and (mine.value_low, mine.value_high) != (figure.value_low, figure.value_high):
                return Contradiction(tidy(mine.text), tidy(figure.text), whole(other.passage))
    return None


def _of_one_class(one: Passage, other: Passage, mine: Figure, figure: Figure) -> bool:
    """Whether a row and a text size the same class: the sentence with the text's figure says what the row is called."""
    row, text, at = (one, other, figure.start) if one.kind == "row" else (other, one, mine.start)
    named = [s for s in syllables(fold(row.section[-1])) if s.isalpha()][:LONGEST_NAME]
    said = set(syllables(fold(_sentence_at(text.text, at))))
    return sum(s in said for s in named) >= SAME_CLASS * len(named)


def _sentence_at(text: str, at: int) -> str:
    start = max(text.rfind(mark, 0, at) for mark in ("\n", ". ", ";")) + 1
    ends = [end for mark in ("\n", ". ", ";") if (end := text.find(mark, at)) >= 0]
    return text[start : min(ends, default=len(text))]


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
