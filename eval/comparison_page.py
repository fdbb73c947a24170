"""A comparison for the eye: on the terminal, and as a page of its own."""

from eval.compare import Comparison, Line
from eval.markup import Html, element, page, table
from eval.metrics import GUARDED
from eval.terminal import difference_with_interval, shown
from eval.terminal import table as columns

_HEADS = ("metric", "A", "B", "B minus A", "n", "")
_CHANGE_HEADS = ("question", "language", "kind", "A", "B", "")


def on_terminal(comparison: Comparison) -> str:
    """Verdict, figures, and the questions that changed, those that got worse first."""
    parts = [
        f"A: {_run(comparison, 0)}\nB: {_run(comparison, 1)}\n{comparison.n} questions in both",
        columns(_HEADS, [_cells(line) for line in comparison.metrics]),
        *(f"hard rule broken in B: {rule}" for rule in comparison.broken),
    ]
    if comparison.changes:
        parts.append(columns(_CHANGE_HEADS, _changes(comparison)))
    return "\n\n".join([*parts, verdict(comparison)])


def as_page(comparison: Comparison) -> str:
    """One HTML file that needs nothing else."""
    body: list[object] = [
        element("h1", "Two runs compared"),
        element("p", f"A: {_run(comparison, 0)}"),
        element("p", f"B: {_run(comparison, 1)}"),
        element("p", f"{comparison.n} questions in both. Differences are paired, with their 95 % interval."),
        element("p", verdict(comparison), css="good" if comparison.passed else "bad"),
        *(element("p", f"hard rule broken in B: {rule}", css="bad") for rule in comparison.broken),
        table(_HEADS, ([*_cells(line)[:-1], _mark(line)] for line in comparison.metrics)),
        element("h2", f"{len(comparison.changes)} questions changed"),
        table(_CHANGE_HEADS, _changes(comparison)),
    ]
    return page("Comparison", body)


def verdict(comparison: Comparison) -> str:
    """One sentence: whether B may take the place of A."""
    dropped = [line.name for line in comparison.metrics if line.dropped]
    if comparison.passed:
        return f"No guarded metric ({', '.join(GUARDED)}) dropped by more than {comparison.tolerance:g}, no hard rule broke."
    reasons = [f"{', '.join(dropped)} dropped by more than {comparison.tolerance:g}"] if dropped else []
    reasons += [f"hard rules broke {len(comparison.broken)} times"] if comparison.broken else []
    return f"Worse: {'; '.join(reasons)}."


def _run(comparison: Comparison, side: int) -> str:
    """The folder of a run, and the language model that wrote in it."""
    place, writer = (comparison.a, comparison.b)[side], comparison.writers[side]
    return f"{place} (written by {writer})" if writer else place


def _cells(line: Line) -> list[str]:
    return [
        line.name,
        shown(line.name, line.a["value"]),
        shown(line.name, line.b["value"]),
        difference_with_interval(line.name, line.difference),
        str(line.difference["n"]),
        _word(line),
    ]


def _word(line: Line) -> str:
    """Which way the difference goes, where its interval excludes 0."""
    low, high = line.difference["low"], line.difference["high"]
    if low is None or high is None or low <= 0 <= high:
        return ""
    if line.better == "neither":
        return "differs"
    return "DROPPED" if line.dropped else "better" if (low > 0) == (line.better == "higher") else "worse"


def _mark(line: Line) -> Html:
    word = _word(line)
    return element("span", word, css={"better": "good", "DROPPED": "bad", "worse": "bad"}.get(word, ""))


def _changes(comparison: Comparison) -> list[list[str]]:
    return [[c.id, c.language, c.kind, c.a, c.b, c.way] for c in comparison.changes]
