"""From an understood question to ranked passages: both legs, fusion, the second stage, one document at a time where several are named."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from answer.ask import Ask
from answer.question import Question
from answer.rank import Ranked, rank
from answer.retrieve import CLAUSE_KINDS, DENSE_WEIGHT, NAMING_KINDS, UNMAPPED_DENSE, Candidate, retrieve
from answer.terms import TermWeights
from index.library import Library
from index.passage import Passage

_SENT = re.compile(r"\b(?:gửi|gởi|nơi nhận|lưu)\b", re.IGNORECASE)
_SENT_EN = re.compile(
    r"\b(?:sent|sends?|goes|gets?|cop(?:y|ies)|receiv\w+|recipients?|mailing|address\w*|kept|filed)\b", re.IGNORECASE
)
OWN_WORDS = 0.5
"""Share of the Vietnamese terms in the vector of an English question all of which is mapped."""
MOST_NAMED = 4
"""Documents searched one by one where a question names several."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: the candidates of both legs, best fused score first, and those that the second stage looked at."""

    candidates: tuple[Candidate, ...]
    ranked: tuple[Ranked, ...]

    def stages(self) -> dict[str, list[Passage]]:
        """The passages in the order of each stage: lexical and dense (as far as each leg found them), fused, final."""
        return {
            "lexical": [c.passage for c in sorted(self.candidates, key=lambda c: -c.lexical) if c.lexical > 0],
            "dense": [c.passage for c in sorted(self.candidates, key=lambda c: -c.dense) if c.dense > 0],
            "fused": [c.passage for c in self.candidates],
            "final": [r.passage for r in self.ranked],
        }


@dataclass(frozen=True, slots=True)
class Findings:
    """A question with the weights of its terms and the passages found for it, best first."""

    question: Question
    weights: TermWeights
    ranked: Sequence[Ranked]

    @classmethod
    def of(cls, library: Library, question: Question) -> "Findings":
        """What a search finds for one question."""
        weights = TermWeights(library, question.terms)
        return cls(question, weights, search(library, question, weights).ranked)


def search(
    library: Library, question: Question, weights: TermWeights, passages: Sequence[Passage] | None = None
) -> Found:
    """Ranked passages for a question; of each document by itself where several are named, so that none crowds out another.

    `passages`, where given, stand in for what retrieval would find: the second stage alone puts them in order.
    """
    named = None if question.scope.documents is None else sorted(question.scope.documents)
    scopes: list[Collection[str] | None] = [{d} for d in named[:MOST_NAMED]] if named and len(named) > 1 else [named]
    candidates: list[Candidate] = []
    ranked: list[Ranked] = []
    for documents in scopes:
        found = _candidates(library, question, weights, documents) if passages is None else _given(passages, documents)
        candidates += found
        ranked += rank(question, found, weights, library)
    candidates.sort(key=lambda c: (-c.fused, c.passage.document_id, c.passage.ordinal))
    ranked.sort(key=lambda r: -r.score)
    return Found(tuple(candidates), tuple(ranked))


def _candidates(
    library: Library, question: Question, weights: TermWeights, documents: Collection[str] | None
) -> list[Candidate]:
    """Both legs. The less of an English question the glossary maps, the more its own words count, which only the vector understands."""
    mapped = weights.mapped_share()
    dense = {question.vietnamese if question.language == "vi_unaccented" else question.resolved: 1.0}
    if question.language == "en" and mapped > 0:
        dense = {question.resolved: 1 - OWN_WORDS * mapped, question.vietnamese: OWN_WORDS * mapped}
    kinds = NAMING_KINDS if question.ask is Ask.WHICH_DOCUMENT else CLAUSE_KINDS
    if not _may_ask_recipients(question):
        kinds -= {"recipients"}
    weight = DENSE_WEIGHT + UNMAPPED_DENSE * (1 - mapped)
    return retrieve(library, dense, question.search, question.accented, documents, kinds, dense_weight=weight)


def _may_ask_recipients(question: Question) -> bool:
    """Whether the list of those who get a document may answer: it names offices, and says nothing of what they do."""
    if question.ask in (Ask.YES_NO, Ask.WHICH_DOCUMENT, Ask.DOC_RECIPIENTS):
        return True
    sent = (_SENT_EN if question.language == "en" else _SENT).search(question.wording)
    return sent is not None and question.scope.documents is not None


def _given(passages: Sequence[Passage], documents: Collection[str] | None) -> list[Candidate]:
    return [Candidate(p, 0.0, 0.0, 1.0) for p in passages if documents is None or p.document_id in documents]
