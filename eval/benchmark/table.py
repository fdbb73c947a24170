"""The figures of a benchmark as a Markdown table."""

from collections.abc import Iterator, Mapping
from typing import Any


def table(metrics: Mapping[str, Any]) -> str:
    """A row for each stage of a benchmark's `metrics.json`, each figure with its 95 % interval."""
    measures = list(next(iter(metrics["stages"].values())))
    rows = [["stage", *measures], ["---"] * (len(measures) + 1), *_rows(metrics)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _rows(metrics: Mapping[str, Any]) -> Iterator[list[str]]:
    for stage, figures in metrics["stages"].items():
        intervals = metrics["intervals"][stage]
        yield [stage, *(f"{_shown(v)} ({'–'.join(map(_shown, intervals[name]))})" for name, v in figures.items())]


def _shown(value: float) -> str:
    return f"{value:.3f}"
