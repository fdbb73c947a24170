"""recall@k, MRR and nDCG of rankings of articles, with graded judgements."""

from collections.abc import Mapping, Sequence

import ir_measures

from eval.retrieval import MEASURES

_NAMES = {measure: name for name, measure in MEASURES.items()}


def measure(
    relevant: Mapping[str, Mapping[str, int]], ranked: Mapping[str, Sequence[str]]
) -> dict[str, dict[str, float]]:
    """Each measure of each question: {measure: {question id: value}}, in the order of `relevant`.

    `relevant` grades articles by question, `ranked` lists article ids, best first. A question that is not ranked gets 0.
    """
    values = {name: dict.fromkeys(relevant, 0.0) for name in MEASURES}
    # Scores are negative ranks, all different: equal ones would be put in the order of ids.
    scores = {q: {a: -float(rank) for rank, a in enumerate(articles)} for q, articles in ranked.items()}
    for found in ir_measures.iter_calc(list(MEASURES.values()), relevant, scores):
        values[_NAMES[found.measure]][found.query_id] = float(found.value)
    return values
