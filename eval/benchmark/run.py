"""Measures the stages of retrieval on a collection and writes the folder of the run."""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from eval.benchmark.collection import Collection, Half, Query
from eval.benchmark.library import LONGEST, open_library
from eval.benchmark.measures import measure
from eval.benchmark.stages import Stages
from eval.bootstrap import figure
from eval.circumstances import program_hash
from eval.files import folder, publish
from eval.lines import as_lines
from eval.metrics import Share
from eval.ranks import STAGES
from index.errors import InputError

LISTED = 10
"""Articles of each ranking that are kept; no measure looks further."""

Rankings = Mapping[str, Mapping[str, Sequence[str]]]
"""Article ids by stage and question."""


def run(collection: Collection, half: Half, data: Path, out: Path, described: Mapping[str, Any]) -> dict[str, Any]:
    """Ranks the articles for the questions of one half, and writes manifest.json, metrics.json and rankings.jsonl.

    `data` keeps the library for the next run; `described` goes into the manifest. Returns what metrics.json holds.
    """
    chosen = collection.half(half)
    if not chosen.queries:
        raise InputError(f"The half {half!r} of this collection has no question. Measure --half all.")
    place = folder(out)
    library = open_library(chosen.articles, data, _embedded)
    try:
        rankings = _rank_all(Stages(library), chosen.queries)
        built = {name: library.manifest[name] for name in ("model", "dtype", "builder_version", "counts")}
    finally:
        library.close()
    metrics = summarise(chosen.queries, rankings)
    manifest = {
        **described,
        "half": half,
        "files": dict(collection.files),
        "index": built,
        "longest_passage": LONGEST,
        "program": program_hash(),
    }
    publish(
        place,
        {
            "manifest.json": _json(manifest),
            "rankings.jsonl": as_lines(_rows(chosen.queries, rankings)),
            "metrics.json": _json(metrics),
        },
        last="metrics.json",
    )
    return metrics


def summarise(queries: Sequence[Query], rankings: Rankings) -> dict[str, Any]:
    """`n`, the mean of each measure by stage, and beside it the 95 % bootstrap intervals [low, high]."""
    relevant = {q.id: q.relevant for q in queries}
    figures = {
        stage: {
            name: figure([Share(v) for v in values.values()])
            for name, values in measure(relevant, rankings[stage]).items()
        }
        for stage in STAGES
    }
    return {
        "n": len(queries),
        "stages": {stage: {name: f["value"] for name, f in found.items()} for stage, found in figures.items()},
        "intervals": {
            stage: {name: [f["low"], f["high"]] for name, f in found.items()} for stage, found in figures.items()
        },
    }


def _rank_all(stages: Stages, queries: Sequence[Query]) -> Rankings:
    rankings: dict[str, dict[str, Sequence[str]]] = {stage: {} for stage in STAGES}
    for place, query in enumerate(queries, 1):
        for stage, articles in stages.rank(query.text).items():
            rankings[stage][query.id] = articles[:LISTED]
        _show("questions", place, len(queries))
    return rankings


def _rows(queries: Sequence[Query], rankings: Rankings) -> list[dict[str, Any]]:
    return [
        {"id": q.id, "relevant": dict(q.relevant), "ranked": {stage: list(rankings[stage][q.id]) for stage in STAGES}}
        for q in queries
    ]


def _embedded(done: int, total: int) -> None:
    _show("passages embedded", done, total)


def _show(what: str, done: int, total: int) -> None:
    """Progress on standard error: a line that moves on a terminal, a line each tenth elsewhere."""
    if sys.stderr.isatty():
        print(f"\r{done}/{total} {what}", end="\n" if done == total else "", file=sys.stderr, flush=True)
    elif done == total or done * 10 // total > (done - 1) * 10 // total:
        print(f"{done}/{total} {what}", file=sys.stderr, flush=True)


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
