"""How far up each stage of retrieval puts the evidence of a question, and the probability that decides whether it is answered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from eval.gold import Gold
from eval.question_set import Question
from index.passage import Passage

STAGES = ("lexical", "dense", "fused", "final")
"""The stages of retrieval in the order in which they run."""

Ranks = Mapping[str, int | None]


class Look(Protocol):
    """What a search shows, as `answer.assistant.Look`."""

    @property
    def stages(self) -> Mapping[str, Sequence[Passage]]:
        """The passages of each stage, best first."""
        ...

    @property
    def probability(self) -> float | None:
        """What decides whether the question is answered; None where no probability does."""
        ...


class Searcher(Protocol):
    """What shows its search, as `answer.assistant.Assistant.look` does."""

    def look(self, question: str, history: Sequence[str] = ()) -> Look:
        """What is seen on the way to the answer of one question."""
        ...


@dataclass(frozen=True, slots=True)
class Retrieved:
    """What each stage found for one question, as passage ids, best first; and the ids of all passages of the index that hold
    its evidence: `gold` of whatever kind, `clauses` only those that search is meant to find.
    """

    id: str
    gold: frozenset[str]
    clauses: tuple[str, ...]
    stages: Mapping[str, tuple[str, ...]]

    @property
    def ranks(self) -> dict[str, int | None]:
        """For each stage the rank of the first gold passage, from 1; None where the stage has none."""
        return {stage: self._rank(self.stages.get(stage, ())) for stage in STAGES}

    @property
    def searchable(self) -> bool:
        """Whether search could be expected to find the evidence: it stands in a clause or a row, or else the passages are
        cut through it, which is a fault of the passages and counts as not found. Not so where only the head of a document,
        its legal bases and the like hold it: those are read from metadata.
        """
        return bool(self.clauses) or not self.gold

    def as_json(self) -> dict[str, Any]:
        """The whole of it, for the journal of a run."""
        stages = {stage: list(ids) for stage, ids in self.stages.items()}
        return {"id": self.id, "gold": sorted(self.gold), "clauses": list(self.clauses), "stages": stages}

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> "Retrieved":
        """What `as_json` wrote."""
        stages = {stage: tuple(ids) for stage, ids in row["stages"].items()}
        return cls(row["id"], frozenset(row["gold"]), tuple(row["clauses"]), stages)

    def _rank(self, ids: Iterable[str]) -> int | None:
        return next((place for place, i in enumerate(ids, 1) if i in self.gold), None)


@dataclass(frozen=True, slots=True)
class Searched:
    """What one search showed of a question: its probability, and what was found; None where the question has no evidence."""

    id: str
    probability: float | None
    found: Retrieved | None

    def as_json(self) -> dict[str, Any]:
        """The whole of it, for the journal of a run."""
        return {
            "id": self.id,
            "probability": self.probability,
            "found": None if self.found is None else self.found.as_json(),
        }

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> "Searched":
        """What `as_json` wrote."""
        found = row["found"]
        return cls(row["id"], row["probability"], None if found is None else Retrieved.from_json(found))


def searched(question: Question, searcher: Searcher, passages: Sequence[Passage]) -> Searched:
    """Runs the search for one question and maps its evidence, where it has some, to the index's `passages`."""
    seen = searcher.look(question.question, question.history)
    if not question.answerable:
        return Searched(question.id, seen.probability, None)
    gold = Gold.of(question, passages)
    stages = {stage: tuple(p.id for p in seen.stages[stage]) for stage in STAGES}
    return Searched(question.id, seen.probability, Retrieved(question.id, gold.ids, gold.clauses, stages))


def rank_rows(
    questions: Iterable[Question], found: Mapping[str, Retrieved], probabilities: Mapping[str, float | None]
) -> list[dict[str, Any]]:
    """The rows of `ranks.jsonl`: id, for each stage the rank of the first passage with evidence, and the probability that decided
    whether to answer; null where there is none.
    """
    return [
        {
            "id": q.id,
            "ranks": found[q.id].ranks if q.id in found else dict.fromkeys(STAGES),
            "probability": _rounded(probabilities.get(q.id)),
        }
        for q in questions
    ]


def _rounded(probability: float | None) -> float | None:
    return None if probability is None else round(probability, 4)
