"""The figures of retrieval, stage by stage, as ir_measures computes them for each question.

Relevant are all clauses and rows that hold any one span of the evidence. Questions whose evidence stands only in a document's
head, legal bases or signature take no part: they are answered from metadata. Evidence that no passage holds whole counts as
not found.
"""

from collections.abc import Mapping, Sequence

import ir_measures
from ir_measures import RR, R, nDCG

from eval.bootstrap import Figure, figure
from eval.metrics import Share
from eval.ranks import STAGES, Retrieved

MEASURES = {
    "recall@1": R @ 1,
    "recall@5": R @ 5,
    "recall@10": R @ 10,
    "mrr@10": RR @ 10,
    "ndcg@10": nDCG @ 10,
}
"""The field's names for what `metrics.json` shows."""

_NAMES = {measure: name for name, measure in MEASURES.items()}
_NOWHERE = "(no passage holds it)"

Values = dict[str, dict[str, dict[str, float]]]
"""Question id -> stage -> measure -> value."""


def per_question(found: Sequence[Retrieved]) -> Values:
    """Each measure of each stage for each question that takes part."""
    part = [r for r in found if r.searchable]
    values: Values = {r.id: {stage: dict.fromkeys(MEASURES, 0.0) for stage in STAGES} for r in part}
    relevant = {r.id: dict.fromkeys(r.clauses or (_NOWHERE,), 1) for r in part}
    for stage in STAGES if part else ():
        # ir_measures orders by score, not by the order given
        run = {r.id: {i: -float(place) for place, i in enumerate(r.stages.get(stage, ()))} for r in part}
        for result in ir_measures.iter_calc(list(MEASURES.values()), relevant, run):
            values[result.query_id][stage][_NAMES[result.measure]] = round(float(result.value), 4)
    return values


def figures(values: Sequence[Mapping[str, Mapping[str, float]]]) -> dict[str, dict[str, Figure]]:
    """Stage -> measure -> figure with its interval, from the values of each question."""
    return {stage: {name: figure([Share(v[stage][name]) for v in values]) for name in MEASURES} for stage in STAGES}
