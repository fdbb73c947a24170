"""From scores to figures: each metric over a set of questions with its interval, for the whole set and for its slices."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from eval.bootstrap import Figure, difference, figure
from eval.failures import BUCKETS
from eval.metrics import GUARDED, METRICS
from eval.predictions import Prediction
from eval.retrieval import figures as retrieval_figures
from eval.scores import Score
from eval.writing import writings


def summarise(scores: Sequence[Score], predictions: Sequence[Prediction]) -> dict[str, Any]:
    """The contract's `metrics.json`: n, the metrics, the same for each slice, failures counted, and the time of the answers.

    With `retrieval` where the stages of a search were measured: stage -> measure -> figure; with `writing` where a language
    model was asked: a row for each.
    """
    written = writings(scores, predictions)
    searched = [s.retrieval for s in scores if s.retrieval]
    counted = Counter(s.bucket for s in scores)
    return {
        "n": len(scores),
        "metrics": figures(scores),
        "slices": {
            by: {name: {"n": len(members), "metrics": figures(members)} for name, members in groups.items()}
            for by, groups in slices(scores).items()
        },
        **({"retrieval": retrieval_figures(searched)} if searched else {}),
        **({"writing": [w.as_json() for w in written]} if written else {}),
        "buckets": {name: counted[name] for name in BUCKETS if counted[name]},
        "timings_ms": timings(predictions),
    }


def figures(scores: Sequence[Score]) -> dict[str, Figure]:
    """Every metric over these questions."""
    return {m.name: figure([s.shares[m.name] for s in scores], m.summary) for m in METRICS}


def headline_differences(scores: Sequence[Score], baseline: Sequence[Score]) -> dict[str, Figure]:
    """The assistant minus a baseline in each headline metric, over the same questions in the same order."""
    return {
        m.name: difference([s.shares[m.name] for s in scores], [s.shares[m.name] for s in baseline], m.summary)
        for m in METRICS
        if m.name in GUARDED
    }


def slices(scores: Sequence[Score]) -> dict[str, dict[str, list[Score]]]:
    """The questions by language, kind and document; one about two documents stands under both, an unanswerable one under none."""
    grouped: dict[str, dict[str, list[Score]]] = {"language": {}, "kind": {}, "document": {}}
    for score in scores:
        for by, name in _labels(score):
            grouped[by].setdefault(name, []).append(score)
    return {by: dict(sorted(groups.items())) for by, groups in grouped.items()}


def timings(predictions: Sequence[Prediction]) -> dict[str, dict[str, float]]:
    """Median and 95th percentile in milliseconds of each stage that the answers timed."""
    stages: dict[str, list[float]] = {}
    for prediction in predictions:
        measured = prediction.get("timings_ms")
        for stage, spent in measured.items() if isinstance(measured, Mapping) else ():
            if isinstance(spent, int | float):
                stages.setdefault(stage, []).append(float(spent))
    return {
        stage: {"p50": round(float(np.percentile(spent, 50)), 2), "p95": round(float(np.percentile(spent, 95)), 2)}
        for stage, spent in stages.items()
    }


def _labels(score: Score) -> Iterator[tuple[str, str]]:
    yield "language", score.language
    yield "kind", score.kind
    for document in score.documents:
        yield "document", document
