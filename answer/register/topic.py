"""Which figures of the register are about what a question compares."""

from collections.abc import Iterable, Sequence

from answer.register.entries import Entry
from answer.terms import Term, TermWeights
from index.library import Library

_TARGET_WORDS = frozenset((("chỉ", "tiêu"), ("mục", "tiêu")))
LEAST_COVERED = 0.6
"""Share of what is asked about that a figure's own words and headings must hold."""
OF_BEST = 0.85
"""Share of what the best figure holds that another one must hold."""


def about_topic(
    entries: Sequence[Entry], terms: Iterable[Term], topic: str, library: Library, by_headings: bool
) -> list[Entry]:
    """The figures about the topic of a question whose terms are `terms`; all of them where it has none ("so sánh chỉ tiêu").

    `by_headings` lets the headings above a figure say what it is about, which its own words need not repeat.
    """
    if not topic:
        return list(entries)
    told = [term for term in terms if term.mapped and not _TARGET_WORDS & set(term.alternatives)]
    if not told:
        return []
    weights = TermWeights(library, told)
    covered = [(weights.loose_coverage(_said(entry, by_headings)), entry) for entry in entries]
    best = max((share for share, _ in covered), default=0.0)
    return [entry for share, entry in covered if share >= max(LEAST_COVERED, OF_BEST * best)]


def _said(entry: Entry, by_headings: bool) -> str:
    """What a figure says of itself: for whom, what it measures, and the headings above it; not the rest of its paragraph."""
    target = entry.row.target
    own = (target.group or "", target.measure, target.value) if target else ()
    return " ".join((*own, *(entry.row.section[-2:] if by_headings else ())))
