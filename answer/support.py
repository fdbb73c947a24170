"""Whether the evidence found holds an answer at all. In doubt it does not: a wrong answer costs more than none."""

from collections.abc import Sequence
from dataclasses import dataclass

from answer.ask import Ask
from answer.extract import asks_money, counts_what_is_asked, figure_cells, find_figure, find_named_document, find_time
from answer.question import Question
from answer.rank import Ranked
from answer.terms import TermWeights
from answer.units import best_unit
from index.document import Document
from index.passage import Passage
from vietnamese.text import fold

LEAST_SUPPORT = 0.33
"""Mean of what the best passage holds of the question's terms (those known in Vietnamese) and what its best block holds."""
OWN_CARRIES = 0.6
"""Share of a follow-up's own terms from which they carry the answer, whatever the question before it said."""
LEAST_OWN = 0.34
"""The same share of the terms that a follow-up adds to the question before it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether to answer, and the reason where not (for the log and the evaluation; the reader gets a sentence)."""

    supported: bool
    reason: str = ""


def judge(
    question: Question, ranked: Sequence[Ranked], weights: TermWeights, own: TermWeights, document: Document | None
) -> Verdict:
    """The verdict on the best passage found for a question; `own` weighs the terms that a follow-up brought itself."""
    if question.scope.unknown and question.scope.documents is None:
        return Verdict(False, "names what no document is of")
    if not ranked or document is None:
        return Verdict(False, "nothing found")
    best = ranked[0]
    support = support_of(best.passage, weights)
    new = own.loose_coverage(best.passage.searchable) if question.own_terms else 0.0
    if support < (LEAST_SUPPORT if new < OWN_CARRIES else LEAST_OWN):
        return Verdict(False, f"support {support:.2f}")
    if weights.unknown():
        return Verdict(False, "speaks of what no document knows")
    if question.ask is Ask.DUTY and question.offices and not _speaks_of(question.offices, best):
        return Verdict(False, "the office asked about is not in it")
    if question.own_terms and new < LEAST_OWN:
        return Verdict(False, "nothing on what the follow-up adds")
    if not _years_hold(question, best, document):
        return Verdict(False, "year outside the document")
    if not _gives(question, best, weights):
        return Verdict(False, f"no {question.ask} in it")
    return Verdict(True)


def _years_hold(question: Question, best: Ranked, document: Document) -> bool:
    """A year that neither the passage nor the document's period holds is another year's question."""
    text = best.passage.searchable + (document.title or "") + (document.date or "")
    period = document.period
    for year in question.scope.years:
        inside = period is not None and (period.start or period.end) <= year <= period.end
        if str(year) not in text and not inside:
            return False
    return True


def support_of(passage: Passage, weights: TermWeights) -> float:
    """How far (0-1) a passage speaks of what the question speaks of, as a whole and in its best block."""
    heading = " ".join(passage.section[-2:])
    block = max(weights.loose_coverage(f"{heading} {b}") for b in passage.blocks)
    return (weights.loose_coverage(passage.searchable) + block) / 2


def _speaks_of(offices: tuple[str, ...], best: Ranked) -> bool:
    """Whether a passage or its path names one of the offices: the duties of another office are no answer."""
    text = fold(best.passage.searchable)
    return any(fold(office) in text for office in offices)


def _gives(question: Question, best: Ranked, weights: TermWeights) -> bool:
    """A question for a figure or a date needs one in the passage."""
    passage = best.passage
    if question.ask is Ask.WHICH_DOCUMENT:
        return find_named_document(passage.text, weights, question) is not None
    if question.ask is Ask.NUMBER:
        if not counts_what_is_asked(question, passage):
            return False
        if passage.kind == "row" and figure_cells(question, passage) and not asks_money(question):
            return True
        return find_figure(question, best_unit(passage, weights).text, weights) is not None
    if question.ask is Ask.DEADLINE:
        unit = best_unit(passage, weights)
        return find_time(passage, f"{' '.join(passage.section)} {unit.text}") is not None
    return True
