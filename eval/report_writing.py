"""The part of a report on what a language model wrote: how much of it is shown, why not, what it cost and how long it took."""

from collections.abc import Iterable, Mapping
from typing import Any

from eval.markup import Html, bar, element, joined, table
from eval.metrics import WRITING
from eval.terminal import interval, more, shown
from eval.writing import Writings, read_writings

HEADING = "Written answers"
_BETTER = {metric.name: metric.better for metric in WRITING}
_SHARES = {metric.name for metric in WRITING if metric.unit == "share"}
_NOTE = (
    "Sentences that the passages do not bear out are left out or replaced by the clause itself; where less than half stands, "
    "or the model gives nothing, the extractive answer is shown. Tokens and milliseconds of a cached answer are those of the "
    "call that wrote it."
)


def writing_section(metrics: Mapping[str, Any]) -> Iterable[Html]:
    """The section, a table a model; nothing where no model was asked."""
    found = read_writings(metrics)
    if not found:
        return
    yield element("h2", HEADING)
    yield element("p", _NOTE)
    for writings in found:
        yield element("h3", writings.model)
        yield element("p", _asked(writings, metrics["n"]))
        yield table(("written answers", "value", "", "n", "better"), (_row(writings, name) for name in _BETTER))
        if writings.troubles:
            yield table(("why nothing is shown", "answers"), writings.troubles.items())


def _asked(writings: Writings, n: int) -> str:
    counts = ", ".join(f"{name} {count}" for name, count in writings.outcomes.items())
    prompts = ", ".join(writings.prompts)
    return f"Asked for {writings.asked} answers to {n} questions: {counts}. Prompts: {prompts}."


def _row(writings: Writings, name: str) -> tuple[object, ...]:
    figure = writings.metrics[name]
    if figure["value"] is None:
        return name, "–", "", 0, _BETTER[name]
    words = joined([shown(name, figure["value"]), " ", element("small", interval(name, figure))])
    value = joined([words, bar(figure)]) if name in _SHARES else words
    return name, value, more(writings, name), figure["n"], _BETTER[name]
