"""How far up each stage of retrieval puts the evidence of a question."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from eval.gold import Gold
from eval.question_set import Question
from index.passage import Passage

STAGES = ("lexical", "dense", "fused", "final")
"""The stages of retrieval in the order in which they run."""

Ranks = Mapping[str, int | None]


class Searcher(Protocol):
    """What shows the stages of its search, as `answer.assistant.Assistant.stages` does."""

    def stages(self, question: str, history: Sequence[str] = ()) -> Mapping[str, Sequence[Passage]]:
        """The passages of each stage, best first."""
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


def retrieved(question: Question, searcher: Searcher, passages: Sequence[Passage]) -> Retrieved:
    """Runs the search for one answerable question and maps its evidence to the index's `passages`."""
    gold = Gold.of(question, passages)
    found = searcher.stages(question.question, question.history)
    stages = {stage: tuple(p.id for p in found[stage]) for stage in STAGES}
    return Retrieved(question.id, gold.ids, gold.clauses, stages)


def rank_rows(questions: Iterable[Question], found: Mapping[str, Retrieved]) -> list[dict[str, Any]]:
    """The rows of `ranks.jsonl`: id, and for each stage the rank of the first passage with evidence, null where there is none."""
    return [{"id": q.id, "ranks": found[q.id].ranks if q.id in found else dict.fromkeys(STAGES)} for q in questions]
