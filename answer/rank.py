"""Second stage: the candidates put in the order of how well each covers what the question says and wants."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from answer.addressee import asks_addressee, says_addressee
from answer.approver import asks_approver, says_approver
from answer.ask import Ask
from answer.audience import asks_audience, asks_who_is_first, says_audience, says_who_is_first
from answer.contrast import contrast_fit
from answer.extract import head_office, leading_cell, names_kind_asked
from answer.in_charge import (
    asks_partners,
    asks_who_is_in_charge,
    asks_who_leads,
    says_partners,
    says_who_is_in_charge,
    says_who_leads,
)
from answer.proposer import asks_proposer, says_proposer
from answer.question import Question
from answer.retrieve import Candidate
from answer.terms import TermWeights
from index.library import Library
from index.passage import Passage
from vietnamese.dates import find_deadlines
from vietnamese.numbers import find_document_numbers, find_figures
from vietnamese.offices import find_offices
from vietnamese.text import fold, syllables

CONSIDERED = 20
"""Candidates that the second stage looks at."""
# Weights of the second stage, settled on the dev half of the project's questions.
_FUSED, _COVERAGE, _PAIRS, _FOCUS, _HEADING, _FIT, _YEAR, _OFFICE = 1.0, 0.6, 0.4, 0.6, 0.3, 0.25, 0.25, 0.3
_UNFIT = {Ask.OFFICE: 0.4, Ask.FUNDING: 0.3}  # who does it and what pays for it, few clauses say: others stand back
_LEADING, _KIND = 0.4, 0.3
_CONTRAST = {-1: -0.8, 0: 0.0, 1: 0.3}
_Says = Callable[[Passage], float]
_SOUGHT: tuple[tuple[Callable[[Question], bool], _Says, float], ...] = (
    (asks_audience, says_audience, 0.8),
    (asks_who_is_first, says_who_is_first, 0.4),
    (asks_addressee, says_addressee, 0.4),
    (asks_approver, says_approver, 0.4),
    (asks_partners, says_partners, 0.4),
    (asks_proposer, says_proposer, 2.0),
    (asks_who_is_in_charge, says_who_is_in_charge, 2.0),
)
"""What some questions seek, how far (0-1) a passage says it, and what that is worth."""
_RARE = 0.8
"""Worth of what few clauses of a document say, so that these are looked for by it alone."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with what the second stage saw: shares (0-1) of the question's terms and term pairs that it holds, weighted
    by rarity, the same for its best block, how well it can give the kind of answer asked for, the final score, and what of
    that it has for saying what the question seeks.
    """

    candidate: Candidate
    coverage: float
    pairs: float
    focus: float
    fit: float
    score: float
    said: float = 0.0

    @property
    def passage(self) -> Passage:
        """The passage itself."""
        return self.candidate.passage


def rank(question: Question, candidates: Sequence[Candidate], weights: TermWeights, library: Library) -> list[Ranked]:
    """The first `CONSIDERED` candidates, and those that say what is sought in the documents asked about, best first."""
    sought = [(says, worth) for asks, says, worth in _SOUGHT if asks(question)]
    considered = [*candidates[:CONSIDERED], *_saying(candidates[:CONSIDERED], library, sought)]
    ranked = [_rank_one(question, c, weights, library, sought) for c in considered]
    if question.ask is Ask.WHICH_DOCUMENT:
        ranked = [r for r in ranked if r.fit > 0] or ranked
    return sorted(ranked, key=lambda r: (-r.score, r.passage.document_id, r.passage.ordinal))


def _saying(found: Sequence[Candidate], library: Library, sought: Sequence[tuple[_Says, float]]) -> list[Candidate]:
    """Passages of the documents found, which were not found themselves and yet wholly say what is sought, as few clauses do."""
    rare = [says for says, worth in sought if worth >= _RARE]
    if not rare:
        return []
    known = {c.passage.id for c in found}
    documents = {c.passage.document_id for c in found}
    passages = [p for document in sorted(documents) for p in library.passages_of(document) if p.id not in known]
    return [Candidate(p, 0.0, 0.0, 0.0) for p in passages if any(says(p) == 1.0 for says in rare)]


def _rank_one(
    question: Question,
    candidate: Candidate,
    weights: TermWeights,
    library: Library,
    sought: Sequence[tuple[_Says, float]],
) -> Ranked:
    passage = candidate.passage
    coverage, pairs = weights.coverage(passage.searchable), weights.pair_coverage(passage.searchable)
    focus = _focus(passage, weights, library.documents[passage.document_id].title or "")
    fit = fit_of(question.ask, passage)
    score = _FUSED * candidate.fused + _COVERAGE * coverage + _PAIRS * pairs + _FOCUS * focus
    score += _FIT * fit - _UNFIT.get(question.ask, 0.0) * (1 - fit)
    said = sum(worth * says(passage) for says, worth in sought)
    said += _LEADING * says_who_leads(passage, weights) if asks_who_leads(question) else 0.0
    said += _KIND * names_kind_asked(question, passage.text) if question.ask is Ask.WHICH_DOCUMENT else 0.0
    score += said + _CONTRAST[contrast_fit(question, passage)]
    score += _YEAR * _year_fit(question, passage, library) + _OFFICE * _office_fit(question, passage)
    score += _HEADING * _heading_fit(passage, weights)
    return Ranked(candidate, coverage, pairs, focus, fit, score, said)


def _focus(passage: Passage, weights: TermWeights, title: str = "") -> float:
    """How much of the question its best single block holds together with the heading above it: words far apart mean little.

    "Kế hoạch này" in a block stands for the title of its document.
    """
    heading = _heading(passage)
    texts = [f"{heading} {b} {title if _ITSELF.search(b) else ''}" for b in passage.blocks]
    return max((weights.coverage(t) + weights.pair_coverage(t)) / 2 for t in texts)


def _heading(passage: Passage) -> str:
    """The last two steps of the section path: of a clause without a heading of its own, the one above it speaks. The bare
    numbers of a legal text ("khoản 2") are passed over.
    """
    worded = [step for step in passage.section if not _BARE_NUMBER.match(step)]
    return " ".join(worded[-2:])


def _heading_fit(passage: Passage, weights: TermWeights) -> float:
    """How far the heading says what the question says (0-1), and nothing else."""
    last = next((step for step in reversed(passage.section) if not _BARE_NUMBER.match(step)), "")
    return (weights.coverage(_heading(passage)) + weights.precision(last)) / 2


def _office_fit(question: Question, passage: Passage) -> float:
    """1 where the passage stands under an office that the question names."""
    path = fold(" ".join(passage.section))
    return float(any(fold(o) in path for o in question.offices))


def _year_fit(question: Question, passage: Passage, library: Library) -> float:
    """For each year that the question names, 1 where the passage names it, half where its document's period covers it."""
    years = question.scope.years
    if not years:
        return 0.0
    period = library.documents[passage.document_id].period
    text = f"{' '.join(passage.section)} {passage.text} {' '.join(passage.cells)}"
    worth = [
        1.0 if str(y) in text else 0.5 if period and (period.start or period.end) <= y <= period.end else 0.0
        for y in years
    ]
    return sum(worth) / len(worth)


_ANNOUNCED = 1.5  # of a fit: a sentence with many commas is no list beside a list
_ANNOUNCES = re.compile(r"\b(?:sau day|nhu sau|bao gom|gom (?:co|cac))\b")
_BARE_NUMBER = re.compile(r"^(?:khoản|điểm|Điều)\s+\S+$")
_ITSELF = re.compile(
    r"\b(?:kế hoạch|quyết định|nghị quyết|nghị định|thông tư|luật|quy định|quy chế|chương trình|đề án|văn bản) này\b",
    re.IGNORECASE,
)
_SHORT_HEADING = 9  # syllables: longer ones are clauses or rows that a section path repeats


def _has_office(passage: Passage) -> float:
    return float(bool(find_offices(passage.text)) or any(find_offices(s) for s in passage.section[-2:]))


_TAUGHT = 0.2  # of a fit: the offices of a row that charges none with anything are whose people it is for
_SPOKEN_OF = 0.5


def _charges(passage: Passage) -> float:
    """How far a passage charges somebody with something: by a column or the heading it stands under, or by naming an office."""
    if leading_cell(passage) is not None:
        return 1.0
    named = bool(find_offices(passage.text))
    if passage.kind == "row":
        return _TAUGHT * named
    return 1.0 if head_office(passage) else _SPOKEN_OF * named


def _has_funding(passage: Passage) -> float:
    """Clauses under a heading on funding say where money comes from; others only mention it, tasks about money too."""
    if any("kinh phi" in fold(step) and len(syllables(step)) <= _SHORT_HEADING for step in passage.section):
        return 1.0
    text = fold(passage.text)
    return 0.4 if "kinh phi" in text or "ngan sach" in text else 0.0


def _lists(passage: Passage) -> float:
    """Several blocks, a sentence that counts things up, or one point of those that a clause announces."""
    if len(passage.section) > 1 and _ANNOUNCES.search(fold(passage.section[-2])):
        return _ANNOUNCED
    return float(len(passage.blocks) > 1 or passage.text.count(";") + passage.text.count(",") > 2)


_FITS: dict[Ask, Callable[[Passage], float]] = {
    Ask.OFFICE: _charges,
    Ask.DUTY: _has_office,
    Ask.NUMBER: lambda p: float(bool(find_figures(p.text))),
    Ask.DEADLINE: lambda p: float(bool(find_deadlines(p.text))),
    Ask.FUNDING: _has_funding,
    Ask.WHICH_DOCUMENT: lambda p: float(bool(find_document_numbers(p.text))),
    Ask.LIST: _lists,
}


def fit_of(ask: Ask, passage: Passage) -> float:
    """How well (0-1) a passage can give the kind of thing that is asked for."""
    test = _FITS.get(ask)
    return test(passage) if test else 1.0
