"""From shares to figures: each metric over a set of questions with its interval, for the whole set and for its slices."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eval.metrics import METRICS, Metric, Share
from eval.predictions import Prediction
from eval.question_set import Question

RESAMPLES = 2_000
SEED = 20_250_630

Pair = tuple[Question, Prediction]
Figure = dict[str, float | int | None]


def summarise(pairs: Sequence[Pair]) -> dict[str, Any]:
    """The contract's `metrics.json`: n, the metrics, the same for each slice, and the time that answers took."""
    return {
        "n": len(pairs),
        "metrics": _figures(pairs),
        "slices": {
            by: {name: {"n": len(members), "metrics": _figures(members)} for name, members in groups.items()}
            for by, groups in slices(pairs).items()
        },
        "timings_ms": timings(pairs),
    }


def slices(pairs: Sequence[Pair]) -> dict[str, dict[str, list[Pair]]]:
    """The questions by language, kind and document; one about two documents stands under both, an unanswerable one under none."""
    grouped: dict[str, dict[str, list[Pair]]] = {"language": {}, "kind": {}, "document": {}}
    for pair in pairs:
        for by, name in _labels(pair[0]):
            grouped[by].setdefault(name, []).append(pair)
    return {by: dict(sorted(groups.items())) for by, groups in grouped.items()}


def figure(metric: Metric, pairs: Sequence[Pair]) -> Figure:
    """A metric's value, its 95 % interval and the number of questions that take part; None for all but n where none does.

    The interval is the percentile bootstrap over questions: RESAMPLES draws with replacement, the same seed every time,
    so that two runs on one machine or two agree.
    """
    shares = [share for pair in pairs if (share := metric.of(*pair)) is not None]
    if not shares:
        return {"value": None, "low": None, "high": None, "n": 0}
    draws = np.random.default_rng(SEED).integers(0, len(shares), size=(RESAMPLES, len(shares)))
    low, high = np.percentile(_value(metric, shares, draws), [2.5, 97.5])
    value = _value(metric, shares, np.arange(len(shares))[np.newaxis, :])[0]
    return {
        "value": round(float(value), 4),
        "low": round(float(low), 4),
        "high": round(float(high), 4),
        "n": len(shares),
    }


def timings(pairs: Sequence[Pair]) -> dict[str, dict[str, float]]:
    """Median and 95th percentile in milliseconds of each stage that the answers timed."""
    stages: dict[str, list[float]] = {}
    for _, prediction in pairs:
        measured = prediction.get("timings_ms")
        for stage, spent in measured.items() if isinstance(measured, Mapping) else ():
            if isinstance(spent, int | float):
                stages.setdefault(stage, []).append(float(spent))
    return {
        stage: {"p50": round(float(np.percentile(spent, 50)), 2), "p95": round(float(np.percentile(spent, 95)), 2)}
        for stage, spent in stages.items()
    }


def _figures(pairs: Sequence[Pair]) -> dict[str, Figure]:
    return {metric.name: figure(metric, pairs) for metric in METRICS}


def _labels(question: Question) -> Iterator[tuple[str, str]]:
    yield "language", question.language
    yield "kind", question.kind
    for document in question.documents:
        yield "document", document


def _value(metric: Metric, shares: Sequence[Share], draws: NDArray[np.int64]) -> NDArray[np.float64]:
    """The metric over each row of `draws`, which picks shares by place. A bottom is never 0, so neither is their sum."""
    tops, bottoms = np.array(shares, dtype=np.float64).T
    if metric.summary == "median":
        return np.asarray(np.median((tops / bottoms)[draws], axis=1), dtype=np.float64)
    return np.asarray(tops[draws].sum(axis=1) / bottoms[draws].sum(axis=1), dtype=np.float64)
