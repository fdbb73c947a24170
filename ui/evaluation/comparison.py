"""Two runs side by side: tables of their differences and of the questions whose outcome changed."""

from collections.abc import Sequence
from typing import Literal

from eval.compare import Change, Comparison, Line
from ui.evaluation.charts import Bar, bars
from ui.evaluation.runs import Figure
from ui.evaluation.tables import Cell, figure_cell, in_order, interval, is_share, metric_cell, number, table_html
from ui.words import Words

Verdict = Literal["better", "worse", "same", "other"]
WAYS = ("worse", "other", "better")
"""How a question may have changed, in the order of a comparison: regressions first."""


def verdict(line: Line) -> Verdict:
    """Whether the 95 % interval of the difference excludes 0, and on which side of it lies what is better; "other" for neither."""
    low, high = line.difference["low"], line.difference["high"]
    if low is None or high is None or low <= 0 <= high:
        return "same"
    if line.better == "neither":
        return "other"
    return "better" if (low > 0) == (line.better == "higher") else "worse"


def lines(found: Comparison) -> list[Line]:
    """The lines that have a difference, those that a change must not make worse first."""
    by_name = {line.name: line for line in found.metrics if line.difference["value"] is not None}
    return [by_name[name] for name in in_order(by_name)]


def differences(found: Comparison, words: Words) -> str:
    """Each metric in both runs, and the difference with its interval and what that says."""
    heads = [words(key) for key in ("metric", "difference", "after", "before")]
    return table_html(words("view.compare"), heads, [_row(line, words) for line in lines(found)])


def difference_bars(found: Comparison, words: Words) -> list[Bar]:
    """The differences of shares for a chart; what counts something has another scale and is left to the table."""
    shares = [line for line in lines(found) if is_share(line.name)]
    return bars(
        (words.name("metric", line.name), Figure.model_validate(line.difference), _said(line, words)) for line in shares
    )


def changes(rows: Sequence[Change], words: Words) -> str:
    """The bucket of each question in the other run and in this one."""
    heads = [words("question"), words("before"), words("after"), words("filter_kind")]
    cells = (
        [Cell(c.id), *(Cell(words.name("bucket", b)) for b in (c.a, c.b)), Cell(words.name("kind", c.kind))]
        for c in rows
    )
    return table_html(words("changed", n=len(rows)), heads, cells)


def _row(line: Line, words: Words) -> list[Cell]:
    change = figure_cell(line.name, Figure.model_validate(line.difference), words, signed=True)
    said = verdict(line)
    return [
        metric_cell(line.name, words),
        Cell(change.text, f"{change.small}\n{words.name('verdict', said)}", f"number {said}"),
        figure_cell(line.name, Figure.model_validate(line.b), words),
        figure_cell(line.name, Figure.model_validate(line.a), words),
    ]


def _said(line: Line, words: Words) -> str:
    change = Figure.model_validate(line.difference)
    return f"{number(line.name, change.value, words, signed=True)} ({interval(line.name, change, words, signed=True)})"
