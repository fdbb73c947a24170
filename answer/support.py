"""Whether the evidence found holds an answer at all: several signals, weighed into one probability. In doubt it does not, for a
wrong answer costs more than none.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import yaml

from answer.ask import Ask
from answer.gives import gives
from answer.labels import labels_missing
from answer.question import Question
from answer.rank import Ranked
from answer.terms import TermWeights
from index.document import Document
from index.errors import SettingError
from index.passage import Passage
from vietnamese.numbers import DocumentNumber, find_document_numbers, names_number
from vietnamese.text import fold, syllables

WEIGHTS = Path(__file__).with_name("answerability.yaml")
"""What `python -m eval learn` made of the questions to practise on."""
ENOUGH = 2.0
"""What a passage must say of a question to support it wholly, in terms of the greatest rarity: of a long, chatty question no
clause says more.
"""
LITTLE_HELD = 1.5
"""What a passage says of a question from which more no longer counts: less is next to nothing."""


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for and against an answer from the best passage found; shares and flags, 0-1 unless said otherwise.

    support: see `support_of`. held: how much the passage says of it, of LITTLE_HELD. score: of the second stage (no fixed range).
    margin: its lead over the next passage. gives: holds the kind of thing asked for. years: passage or document covers the years
    asked about. unknown: words that no document knows (a number). office: the office whose duties are asked for is in it. own:
    share of what a follow-up added. labels: numbered groups named that the passage does not have (a number). foreign: document
    numbers named that are of no document of the index (a number). named: the question names a document, a province or an issuer of
    the index, or follows one that does: what names none may be about anything. How a question was typed and how long it is are no signals:
    they tell the sets of questions apart, not the answers.
    """

    support: float
    held: float
    score: float
    margin: float
    gives: float
    years: float
    unknown: float
    office: float
    own: float
    labels: float
    foreign: float
    named: float


SIGNALS: tuple[str, ...] = tuple(f.name for f in fields(Signals))


@dataclass(frozen=True, slots=True)
class Answerability:
    """A logistic model over the signals: the probability that a question has an answer in the best passage found."""

    intercept: float
    weights: Mapping[str, float]
    threshold: float

    @classmethod
    def load(cls, path: Path = WEIGHTS) -> "Answerability":
        """The learned weights. Raises SettingError with the command that makes them where the file cannot be used."""
        try:
            stored = yaml.safe_load(path.read_text(encoding="utf-8"))
            weights = {name: float(stored["weights"][name]) for name in SIGNALS}
            return cls(float(stored["intercept"]), weights, float(stored["threshold"]))
        except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError) as error:
            raise SettingError(
                f"{path} cannot be used ({error!r}). Make it anew with `python -m eval learn`."
            ) from error

    def probability(self, signals: Signals) -> float:
        """Between 0 and 1."""
        logit = self.intercept + sum(self.weights[name] * value for name, value in asdict(signals).items())
        return 1 / (1 + math.exp(-logit))

    def against(self, signals: Signals) -> str:
        """The signal that speaks most against an answer, for the log."""
        return min(SIGNALS, key=lambda name: self.weights[name] * getattr(signals, name))


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether to answer, how probable it is that there is an answer (None where a rule decided), and the reason where not
    (for the log and the evaluation; the reader gets a sentence).
    """

    supported: bool
    reason: str = ""
    probability: float | None = None


def judge(
    question: Question,
    ranked: Sequence[Ranked],
    weights: TermWeights,
    own: TermWeights,
    documents: Mapping[str, Document],
    model: Answerability,
) -> Verdict:
    """The verdict on the best passage found for a question; `own` weighs the terms that a follow-up brought itself,
    `documents` are those of the index."""
    if question.scope.unknown and question.scope.documents is None:
        return Verdict(False, "names what no document is of")
    if not ranked:
        return Verdict(False, "nothing found")
    signals = signals_of(question, ranked, weights, own, documents)
    probability = model.probability(signals)
    if not signals.years:
        return Verdict(False, "asks about a year that the best passage and its document do not cover", probability)
    supported = probability >= model.threshold
    return Verdict(supported, "" if supported else f"chiefly {model.against(signals)}", probability)


def signals_of(
    question: Question,
    ranked: Sequence[Ranked],
    weights: TermWeights,
    own: TermWeights,
    documents: Mapping[str, Document],
) -> Signals:
    """The signals of the best passage, of which there is one."""
    best = ranked[0]
    document = documents[best.passage.document_id]
    wants_office = question.ask is Ask.DUTY and bool(question.offices)
    return Signals(
        support=support_of(best.passage, weights),
        held=min(weights.held(best.passage.searchable), LITTLE_HELD) / LITTLE_HELD,
        score=best.score - best.said,
        margin=best.score - ranked[1].score if len(ranked) > 1 else best.score,
        gives=float(gives(question, best.passage, weights)),
        years=float(_years_hold(question, best, document)),
        unknown=float(len(weights.unknown())),
        office=float(not wants_office or _speaks_of(question.offices, best)),
        own=own.loose_coverage(best.passage.searchable) if question.own_terms else 1.0,
        labels=float(labels_missing(question, best.passage)),
        foreign=float(len(_foreign(question, best.passage))),
        named=float(question.scope.documents is not None),
    )


def _foreign(question: Question, passage: Passage) -> list[DocumentNumber]:
    """The numbers named that are of no document of the index. Where a document is asked for, one that stands beside it in the passage
    tells which is meant ("nghị quyết nào mà Kế hoạch 108-KH/TU thực hiện"); else what it provides would have to be known."""
    if question.ask is not Ask.WHICH_DOCUMENT:
        return list(question.scope.foreign)
    held = [n.number for n in find_document_numbers(passage.text)]
    return [n for n in question.scope.foreign if not any(names_number(n, h) for h in held)]


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
    """How far (0-1) a passage says what the question says, as a whole and in its best block, of ENOUGH at most."""
    heading = " ".join(passage.section[-2:])
    block = max(weights.held(f"{heading} {b}") for b in passage.blocks)
    enough = min(weights.asked(), ENOUGH)
    return min((weights.held(passage.searchable) + block) / 2 / enough, 1.0) if enough else 0.0


def _speaks_of(offices: tuple[str, ...], best: Ranked) -> bool:
    """Whether a passage or its path names one of the offices: the duties of another office are no answer."""
    text = _said(best.passage.searchable)
    return any(_said(office) in text for office in offices)


def _said(text: str) -> str:
    """A text without accents and signs, between spaces: "Phòng Kế hoạch - Tài chính" is also written without the dash."""
    return f" {' '.join(syllables(fold(text)))} "
