"""The report of a run: one HTML file that needs nothing else, every text in it escaped."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from eval.failures import bucket
from eval.metrics import METRICS
from eval.metrics.phrases import forbidden_said, missing_facts
from eval.predictions import Prediction, citations
from eval.question_set import Question
from eval.summary import Pair

_UNITS = {metric.name: metric.unit for metric in METRICS}
_BETTER = {metric.name: metric.better for metric in METRICS}
_IN_SLICES = (
    "answer_correct",
    "citation_recall",
    "first_citation",
    "fact_recall",
    "refuse_recall",
    "over_refusal_rate",
)

_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color: #1b1b1b; }
table { border-collapse: collapse; margin: 1rem 0 2rem; width: 100%; }
th, td { border: 1px solid #c8c8c8; padding: .3rem .5rem; text-align: left; vertical-align: top; }
th { background: #f0f0f0; } td.number { text-align: right; white-space: nowrap; }
tr.wrong > td.bucket { background: #fbe3e0; font-weight: 600; } summary { cursor: pointer; }
small { color: #595959; } blockquote { border-left: 3px solid #c8c8c8; margin: .3rem 0; padding-left: .6rem; }
pre { white-space: pre-wrap; background: #f7f7f7; padding: .6rem; }
"""


def page(manifest: Mapping[str, Any], metrics: Mapping[str, Any], pairs: Sequence[Pair]) -> str:
    """The whole report: figures with intervals, slices, failures counted, a row for each question, the manifest."""
    body = [
        f"<h1>Evaluation of {metrics['n']} questions</h1>",
        "<p>Each figure stands with its 95 % interval (bootstrap over questions) and n, the questions that take part.</p>",
        _table(
            ("metric", "value", "95 % interval", "n", "better"),
            (_metric_row(name, figure) for name, figure in metrics["metrics"].items()),
        ),
        "<h2>Failures</h2>",
        _table(("bucket", "questions"), _bucket_rows(pairs)),
        *(_slice_section(by, groups) for by, groups in metrics["slices"].items() if groups),
        "<h2>Time in milliseconds</h2>",
        _table(("stage", "median", "95th percentile"), _timing_rows(metrics["timings_ms"])),
        "<h2>Questions</h2>",
        _table(
            ("id", "language", "kind", "status", "bucket", "question and answer"), (_question_row(*p) for p in pairs)
        ),
        "<h2>Manifest</h2>",
        f"<pre>{escape(json.dumps(manifest, ensure_ascii=False, indent=2))}</pre>",
    ]
    return (
        '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Evaluation</title>'
        f"<style>{_STYLE}</style></head>\n<body>\n" + "\n".join(body) + "\n</body>\n</html>\n"
    )


def shown(name: str, value: float | None) -> str:
    """A figure for the eye: a share with three decimals, characters as a whole number, a dash where there is none."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if _UNITS.get(name) == "characters" else f"{value:.3f}"


def _table(heads: Iterable[str], rows: Iterable[str]) -> str:
    head = "".join(f"<th>{escape(h)}</th>" for h in heads)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _cells(*values: object) -> str:
    return "".join(f'<td class="number">{escape(str(v))}</td>' for v in values)


def _metric_row(name: str, figure: Mapping[str, Any]) -> str:
    interval = f"{shown(name, figure['low'])} – {shown(name, figure['high'])}"
    cells = _cells(shown(name, figure["value"]), interval, figure["n"], _BETTER.get(name, ""))
    return f"<tr><td>{escape(name)}</td>{cells}</tr>"


def _bucket_rows(pairs: Sequence[Pair]) -> Iterable[str]:
    counts = Counter(bucket(*pair) for pair in pairs)
    return (f"<tr><td>{escape(name)}</td>{_cells(count)}</tr>" for name, count in counts.most_common())


def _slice_section(by: str, groups: Mapping[str, Any]) -> str:
    rows = (
        f"<tr><td>{escape(name)}</td>{_cells(group['n'], *_slice_cells(group['metrics']))}</tr>"
        for name, group in groups.items()
    )
    return f"<h2>By {escape(by)}</h2>" + _table((by, "n", *_IN_SLICES), rows)


def _slice_cells(metrics: Mapping[str, Any]) -> list[str]:
    return [_with_interval(name, metrics[name]) for name in _IN_SLICES]


def _with_interval(name: str, figure: Mapping[str, Any]) -> str:
    if figure["value"] is None:
        return "–"
    return (
        f"{shown(name, figure['value'])} ({shown(name, figure['low'])}–{shown(name, figure['high'])}, n={figure['n']})"
    )


def _timing_rows(stages: Mapping[str, Mapping[str, float]]) -> Iterable[str]:
    return (f"<tr><td>{escape(name)}</td>{_cells(t['p50'], t['p95'])}</tr>" for name, t in stages.items())


def _question_row(question: Question, prediction: Prediction) -> str:
    verdict = bucket(question, prediction)
    cells = "".join(
        f"<td>{escape(v)}</td>" for v in (question.id, question.language, question.kind, str(prediction["status"]))
    )
    return (
        f'<tr class="{"right" if verdict == "right" else "wrong"}">{cells}<td class="bucket">{escape(verdict)}</td>'
        f"<td><details><summary>{escape(question.question)}</summary>{_details(question, prediction)}</details></td></tr>"
    )


def _details(question: Question, prediction: Prediction) -> str:
    parts = [
        *(_line("asked before", text) for text in question.history),
        _line("answer", prediction["answer"] or "–"),
        *(_citation(c) for c in citations(prediction)),
        *(_line("gold", span) for span in question.evidence),
        *(_line("missing fact", fact) for fact in missing_facts(question, prediction)),
        *(_line("forbidden", phrase) for phrase in forbidden_said(question, prediction)),
    ]
    if prediction.get("error"):
        parts.append(_line("error", str(prediction["error"])))
    return "".join(parts)


def _line(label: str, text: str) -> str:
    return f"<p><small>{escape(label)}</small> {escape(text)}</p>"


def _citation(citation: Mapping[str, Any]) -> str:
    section = citation.get("section")
    place = " › ".join([citation["document_id"], *(map(str, section) if isinstance(section, list) else ())])
    marker = escape(str(citation.get("marker", "?")))
    return f"<blockquote>[{marker}] {escape(citation['quote'])}<br><small>{escape(place)}</small></blockquote>"
