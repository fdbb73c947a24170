"""One question scored: what each metric gives it, its bucket, its ranks. A row of `scores.jsonl`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from eval.failures import Bucket, bucket
from eval.metrics import METRICS, WRITING, Share
from eval.predictions import Prediction, citations, writing
from eval.question_set import Question
from eval.ranks import Ranks, Retrieved
from eval.retrieval import per_question

Shares = Mapping[str, Share | None]


@dataclass(frozen=True, slots=True)
class Score:
    """What one question adds to every figure. Empty `ranks` and `retrieval` where no search was measured."""

    id: str
    language: str
    kind: str
    documents: tuple[str, ...]
    status: str
    citations: int
    bucket: Bucket
    shares: Shares
    """By metric; None where the metric does not apply to the question. Those of WRITING where a language model was asked."""
    latency_ms: float | None
    """Time of the whole answer; None where the program did not say."""
    ranks: Ranks = field(default_factory=dict)
    retrieval: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """Stage -> measure -> value."""

    def as_json(self) -> dict[str, Any]:
        """The row: a share is [top, bottom], null where the metric does not apply."""
        return {
            "id": self.id,
            "language": self.language,
            "kind": self.kind,
            "documents": list(self.documents),
            "status": self.status,
            "citations": self.citations,
            "bucket": self.bucket,
            "shares": {name: None if share is None else list(share) for name, share in self.shares.items()},
            "latency_ms": self.latency_ms,
            "ranks": dict(self.ranks),
            "retrieval": {stage: dict(values) for stage, values in self.retrieval.items()},
        }

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> "Score":
        """What `as_json` wrote. Raises KeyError, TypeError or ValueError for anything else."""
        shares = {name: None if share is None else Share(*map(float, share)) for name, share in row["shares"].items()}
        rest = {name: row[name] for name in ("id", "language", "kind", "status", "citations", "bucket", "latency_ms")}
        return cls(
            documents=tuple(row["documents"]), shares=shares, ranks=row["ranks"], retrieval=row["retrieval"], **rest
        )


def score_all(
    questions: Sequence[Question], predictions: Sequence[Prediction], found: Mapping[str, Retrieved] | None = None
) -> list[Score]:
    """A score for each question with its prediction. `found` holds, by id, what the search found for answerable questions."""
    values = per_question(list(found.values())) if found else {}
    return [
        _score(q, p, (found or {}).get(q.id), values.get(q.id, {})) for q, p in zip(questions, predictions, strict=True)
    ]


def _score(
    question: Question, prediction: Prediction, found: Retrieved | None, retrieval: Mapping[str, Mapping[str, float]]
) -> Score:
    metrics = METRICS if writing(prediction) is None else (*METRICS, *WRITING)
    return Score(
        id=question.id,
        language=question.language,
        kind=question.kind,
        documents=question.documents,
        status=prediction["status"],
        citations=len(citations(prediction)),
        bucket=bucket(question, prediction, found),
        shares={metric.name: metric.of(question, prediction) for metric in metrics},
        latency_ms=_total(prediction),
        ranks=found.ranks if found else {},
        retrieval=retrieval,
    )


def _total(prediction: Prediction) -> float | None:
    timings = prediction.get("timings_ms")
    total = timings.get("total") if isinstance(timings, Mapping) else None
    return float(total) if isinstance(total, int | float) else None
