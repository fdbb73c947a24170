"""Figures on a terminal: tables in columns, with intervals."""

from collections.abc import Mapping, Sequence
from typing import Any

from eval.bootstrap import Figure
from eval.metrics import GUARDED, METRICS, WRITING
from eval.progress import counted
from eval.writing import SLOWEST, SUMMED, Writings, read_writings, warnings

_UNITS = {metric.name: metric.unit for metric in (*METRICS, *WRITING)}
ORDER = (*GUARDED, *(m.name for m in METRICS if m.name not in GUARDED))
"""Metrics as tables show them: the headline first."""


def shown(name: str, value: float | None) -> str:
    """A figure for the eye: a share with three decimals, what is counted as a whole number, a dash where there is none."""
    if value is None:
        return "–"
    return f"{value:.3f}" if _UNITS.get(name, "share") == "share" else f"{value:,.0f}"


def shown_difference(name: str, value: float | None) -> str:
    """The same with its sign."""
    return shown(name, value) if value is None or value <= 0 else f"+{shown(name, value)}"


def interval(name: str, figure: Figure) -> str:
    """The 95 % interval in brackets, empty where there is none."""
    return "" if figure["low"] is None else f"[{shown(name, figure['low'])}, {shown(name, figure['high'])}]"


def with_interval(name: str, figure: Figure) -> str:
    """Value and interval."""
    return f"{shown(name, figure['value'])} {interval(name, figure)}".rstrip()


def difference_with_interval(name: str, figure: Figure) -> str:
    """A difference and its interval."""
    return f"{shown_difference(name, figure['value'])} {interval(name, figure)}".rstrip()


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns two blanks apart, the first aligned left, the others right."""
    widths = [max(len(row[i]) for row in (heads, *rows)) for i in range(len(heads))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in (heads, *rows)
    )


def figures(metrics: Mapping[str, Any]) -> str:
    """What a run found: what must be known first, the metrics beside those of the baselines, the differences, what a language model
    wrote, retrieval by stage, calibration, the buckets.
    """
    blocks = [*warnings(metrics), _metrics(metrics), *_differences(metrics)]
    blocks += [*map(_writing, read_writings(metrics)), *_retrieval(metrics), *_calibration(metrics)]
    blocks.append(", ".join(f"{name} {count}" for name, count in metrics["buckets"].items()))
    return "\n\n".join(blocks)


def _metrics(metrics: Mapping[str, Any]) -> str:
    baselines = metrics.get("baselines", {})
    systems = {"assistant" if baselines else "value": metrics["metrics"]} | {
        n: b["metrics"] for n, b in baselines.items()
    }
    rows = [
        [name, *(with_interval(name, system[name]) for system in systems.values()), str(metrics["metrics"][name]["n"])]
        for name in ORDER
    ]
    return table(["metric", *systems, "n" if not baselines else "n of the assistant"], rows)


def _differences(metrics: Mapping[str, Any]) -> list[str]:
    baselines = metrics.get("baselines", {})
    if not baselines:
        return []
    rows = [[m, *(difference_with_interval(m, b["difference"][m]) for b in baselines.values())] for m in GUARDED]
    return [table(["assistant minus", *baselines], rows)]


def _writing(writings: Writings) -> str:
    rows = [[name, with_interval(name, figure), more(writings, name)] for name, figure in writings.metrics.items()]
    became = counted(writings.outcomes, writings.troubles)
    head = f"{writings.model}: asked for {writings.asked} answers, {became}"
    return f"{head}\n{table(['written answers', 'value', ''], rows)}"


def more(writings: Writings, name: str) -> str:
    """What is told of a metric of written answers beside its value: the sum of tokens, the 90th percentile of times."""
    if name in SUMMED:
        return f"sum {shown(name, writings.sums[name])}"
    return f"p90 {shown(name, writings.p90[name])}" if name in SLOWEST else ""


def _retrieval(metrics: Mapping[str, Any]) -> list[str]:
    stages = metrics.get("retrieval", {})
    if not stages:
        return []
    measures = list(next(iter(stages.values())))
    rows = [[stage, *(with_interval(m, found[m]) for m in measures)] for stage, found in stages.items()]
    n = next(iter(stages.values()))[measures[0]]["n"]
    return [table([f"stage (n={n})", *measures], rows)]


def _calibration(metrics: Mapping[str, Any]) -> list[str]:
    found = metrics.get("calibration")
    if not found or found["ece"] is None:
        return []
    brier = with_interval("brier", found["brier"])
    return [
        f"probability of an answer (n={found['n']}): Brier score {brier}, expected calibration error {found['ece']:.3f}"
    ]
