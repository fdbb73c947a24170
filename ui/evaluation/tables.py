"""Tables of a run as HTML, every text in them escaped: first column a heading of its row, figures with their interval."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from eval.metrics import GUARDED, METRICS, WRITING
from ui.evaluation.runs import Baseline, Figure, Metrics
from ui.words import Words

NOTHING = "–"

_VIETNAMESE = str.maketrans(",.", ".,")
_METRICS = {metric.name: metric for metric in (*METRICS, *WRITING)}


@dataclass(frozen=True, slots=True)
class Cell:
    """Text with a smaller line under it; `style` is one of our own class names."""

    text: str
    small: str = ""
    style: str = ""


def table_html(label: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A table that scrolls inside itself where it is wider than the page; `label` is its name to a screen reader."""
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    body = "".join(f"<tr>{_row(row)}</tr>" for row in rows)
    return (
        f'<div class="figures" role="region" tabindex="0" aria-label="{escape(label)}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def number(name: str, value: float | None, words: Words, signed: bool = False) -> str:
    """A figure for the eye: a share with three decimals, what is counted whole, with the decimal mark of the language."""
    if value is None:
        return NOTHING
    sign = "+" if signed else ""
    text = format(value, f"{sign}z.3f" if is_share(name) else f"{sign}z,.0f")
    text = text.replace("-", "−")
    return text.translate(_VIETNAMESE) if words.language == "vi" else text


def is_share(name: str) -> bool:
    """Whether a figure is one from 0 to 1; measures of retrieval are."""
    metric = _METRICS.get(name)
    return metric is None or metric.unit == "share"


def interval(name: str, figure: Figure, words: Words, signed: bool = False) -> str:
    """The 95 % interval and n; only n where there is no interval."""
    if figure.low is None or figure.high is None:
        return f"n = {figure.n}" if figure.n else ""
    low, high = (number(name, bound, words, signed) for bound in (figure.low, figure.high))
    return words("interval_signed" if signed else "interval_n", low=low, high=high, n=figure.n)


def figure_cell(name: str, figure: Figure | None, words: Words, signed: bool = False) -> Cell:
    """A figure with its interval and n under it."""
    if figure is None:
        return Cell(NOTHING)
    return Cell(number(name, figure.value, words, signed), interval(name, figure, words, signed), "number")


def metric_cell(name: str, words: Words) -> Cell:
    """A metric's name in words, under it the one that reports and commands use."""
    metric = _METRICS.get(name)
    arrow = {"higher": "\u00a0↑", "lower": "\u00a0↓"}.get(metric.better, "") if metric else ""
    return Cell(words.name("metric", name) + arrow, name if words.name("metric", name) != name else "", "metric")


def in_order(names: Iterable[str]) -> list[str]:
    """Names of metrics with those that a change must not make worse first."""
    known = list(names)
    return [name for name in GUARDED if name in known] + [name for name in known if name not in GUARDED]


def headline(metrics: Metrics, words: Words) -> str:
    """Every metric of a run, and beside it those of its baselines."""
    baselines = metrics.baselines
    heads = [words("metric"), words("this_run"), *(words.name("baseline", name) for name in baselines)]
    rows = (
        [
            metric_cell(name, words),
            figure_cell(name, metrics.metrics[name], words),
            *(_baseline_cell(name, baseline, words) for baseline in baselines.values()),
        ]
        for name in in_order(metrics.metrics)
    )
    return table_html(words("view.overview"), heads, rows)


def _baseline_cell(name: str, baseline: Baseline, words: Words) -> Cell:
    cell = figure_cell(name, baseline.metrics.get(name), words)
    difference = baseline.difference.get(name)
    if difference is None or difference.value is None:
        return cell
    bounds = {"low": difference.low, "high": difference.high}
    shown = {key: number(name, bound, words, signed=True) for key, bound in bounds.items()}
    said = words("minus_baseline", value=number(name, difference.value, words, signed=True), **shown)
    return Cell(cell.text, f"{cell.small}\n{said}", cell.style)


def retrieval(stages: Mapping[str, Mapping[str, Figure]], words: Words) -> str:
    """Every measure of retrieval, a row a stage."""
    measures = list(dict.fromkeys(name for values in stages.values() for name in values))
    rows = (
        [Cell(words.name("stage", stage)), *(figure_cell(name, values.get(name), words) for name in measures)]
        for stage, values in stages.items()
    )
    return table_html(words("view.retrieval"), [words("stage"), *measures], rows)


def figures(label: str, head: str, name: str, found: Mapping[str, Figure], words: Words) -> str:
    """One metric, a row a group."""
    rows = ([Cell(group), figure_cell(name, figure, words)] for group, figure in found.items())
    return table_html(label, [head, words.name("metric", name)], rows)


def timings(stages: Mapping[str, Mapping[str, float]], words: Words) -> str:
    """Median and 95th percentile of each stage in milliseconds."""
    rows = (
        [
            Cell(words.name("stage", stage)),
            *(Cell(_milliseconds(spent.get(key), words), style="number") for key in ("p50", "p95")),
        ]
        for stage, spent in stages.items()
    )
    return table_html(words("time"), [words("stage"), words("p50"), words("p95")], rows)


def _milliseconds(value: float | None, words: Words) -> str:
    text = NOTHING if value is None else f"{value:,.1f}"
    return text.translate(_VIETNAMESE) if words.language == "vi" else text


def counts(label: str, head: str, rows: Mapping[str, int], words: Words) -> str:
    """Names with how many questions each has."""
    cells = ([Cell(name), Cell(str(n), style="number")] for name, n in rows.items())
    return table_html(label, [head, words("questions_count")], cells)


def _row(cells: Sequence[Cell]) -> str:
    first, *rest = cells
    return f'<th scope="row">{_inside(first)}</th>' + "".join(
        f'<td class="{cell.style}">{_inside(cell)}</td>' for cell in rest
    )


def _inside(cell: Cell) -> str:
    small = "".join(f"<small>{escape(line)}</small>" for line in cell.small.split("\n") if line)
    return escape(cell.text) + small
