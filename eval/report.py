"""The report of a run: one HTML file that needs nothing else, every text in it escaped."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from eval.bootstrap import Figure
from eval.markup import Html, bar, element, joined, table
from eval.markup import page as whole_page
from eval.metrics import GUARDED, METRICS
from eval.predictions import answered, refused
from eval.report_calibration import calibration_section
from eval.report_questions import SCRIPT, Entry, filters, question_block
from eval.report_writing import writing_section
from eval.sample import sampled
from eval.terminal import ORDER, interval, shown, shown_difference
from eval.writing import warnings

_BETTER = {metric.name: metric.better for metric in METRICS}
_WITHOUT_BAR = {metric.name for metric in METRICS if metric.unit != "share"}
_IN_SLICES = (*GUARDED[:3], "fact_recall", "refuse_recall", "over_refusal_rate")


def page(manifest: Mapping[str, Any], metrics: Mapping[str, Any], entries: Sequence[Entry]) -> str:
    """The whole report: figures beside the baselines', what a language model wrote, retrieval by stage, failures, refusals, when it
    answers, slices, time, each question.
    """
    body = [
        element("h1", f"Evaluation of {metrics['n']} questions"),
        *(element("p", warning, css="bad") for warning in warnings(metrics)),
        *(element("p", element("b", part)) for part in [sampled(manifest)] if part),
        element(
            "p",
            "Each figure stands with its 95 % interval (bootstrap over questions); n counts the questions that take part.",
        ),
        *_headline(metrics),
        *writing_section(metrics),
        *_retrieval(metrics.get("retrieval", {})),
        element("h2", "Failures"),
        table(("bucket", "questions"), metrics["buckets"].items()),
        element("h2", "Refusals"),
        _refusals(entries),
        *calibration_section(metrics),
        *(part for by, groups in metrics["slices"].items() if groups for part in _slice(by, groups)),
        element("h2", "Time in milliseconds"),
        table(
            ("stage", "median", "95th percentile"),
            ((stage, spent["p50"], spent["p95"]) for stage, spent in metrics["timings_ms"].items()),
        ),
        element("h2", "Questions"),
        filters(entries),
        *(question_block(entry) for entry in entries),
        element("h2", "Manifest"),
        element("pre", json.dumps(manifest, ensure_ascii=False, indent=2)),
    ]
    return whole_page("Evaluation", body, SCRIPT)


def _headline(metrics: Mapping[str, Any]) -> Iterable[Html]:
    baselines = metrics.get("baselines", {})
    names = [("assistant" if baselines else "value"), *baselines, "n", "better"]
    own = metrics["metrics"]
    yield table(
        ("metric", *names),
        (
            (
                name,
                _cell(name, own[name], True),
                *(_cell(name, b["metrics"][name], False) for b in baselines.values()),
                own[name]["n"],
                _BETTER[name],
            )
            for name in ORDER
        ),
    )
    if baselines:
        yield element("h2", "The assistant minus each baseline")
        yield element("p", "On the same questions, paired. Green: better by more than chance; red: worse.")
        yield table(
            ("metric", *baselines),
            ((m, *(_difference(m, b["difference"][m]) for b in baselines.values())) for m in GUARDED),
        )


def _difference(name: str, figure: Mapping[str, Any]) -> Html:
    low, high = figure["low"], figure["high"]
    beyond = "" if low is None or low <= 0 <= high else "good" if low > 0 else "bad"
    return element(
        "span", shown_difference(name, figure["value"]), " ", element("small", interval(name, dict(figure))), css=beyond
    )


def _retrieval(stages: Mapping[str, Any]) -> Iterable[Html]:
    if not stages:
        return
    first = next(iter(stages.values()))
    n = next(iter(first.values()))["n"]
    yield element("h2", "Retrieval by stage")
    yield element("p", f"Over the {n} answerable questions whose evidence stands in clauses or rows of tables.")
    yield table(
        ("stage", *first),
        ((stage, *(_cell(name, figure, True) for name, figure in found.items())) for stage, found in stages.items()),
    )


def _refusals(entries: Sequence[Entry]) -> Html:
    counted = Counter(
        (
            question.answerable,
            "refused" if refused(prediction) else "answered" if answered(prediction) else "error",
        )
        for question, prediction, _ in entries
    )
    outcomes = ("answered", "refused", "error")
    return table(
        ("the documents", *outcomes),
        (
            ("say it", *(counted[True, o] for o in outcomes)),
            ("do not say it", *(counted[False, o] for o in outcomes)),
        ),
    )


def _slice(by: str, groups: Mapping[str, Any]) -> Iterable[Html]:
    yield element("h2", f"By {by}")
    yield table(
        (by, "n", *_IN_SLICES),
        (
            (name, group["n"], *(_cell(metric, group["metrics"][metric], True, True) for metric in _IN_SLICES))
            for name, group in groups.items()
        ),
    )


def _cell(name: str, figure: Figure, with_bar: bool, with_n: bool = False) -> Html:
    """Value, interval, and where asked for n and a bar. Characters have no bar: they have no upper end."""
    if figure["value"] is None:
        return Html("–")
    n = f" n={figure['n']}" if with_n else ""
    words = joined([shown(name, figure["value"]), " ", element("small", interval(name, figure), n)])
    return joined([words, bar(figure)]) if with_bar and name not in _WITHOUT_BAR else words
