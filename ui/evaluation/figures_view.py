"""The figures of a run on the page: headline with baselines, failures counted, slices and retrieval with their charts, time."""

from collections.abc import Mapping

import streamlit as st

from ui.evaluation import tables
from ui.evaluation.calibration_view import show_calibration
from ui.evaluation.charts import bars, count_chart, interval_chart
from ui.evaluation.runs import Figure, Run
from ui.evaluation.writing_view import show_warnings, show_writing
from ui.plain import show_plain
from ui.words import Words

SCORE_AGAIN = "python -m eval score PREDICTIONS.jsonl QUESTIONS.jsonl --out DIR"
_GROUPS = {"language": "language", "kind": "kind"}
"""What the groups of a slice are named by in the table of words; documents go by their id."""


def show_overview(run: Run, words: Words) -> None:
    """Figures, what a language model wrote, failures, when it answers, time."""
    metrics = run.metrics
    show_warnings(metrics.writing, words)
    if metrics.metrics:
        st.html(tables.headline(metrics, words))
        show_plain(f"↑ {words('better.higher')} · ↓ {words('better.lower')}", "quiet")
        show_plain(words("baselines_note" if metrics.baselines else "baselines_none"), "quiet")
        show_writing(metrics.writing, words)
        _show_buckets(metrics.buckets, words)
        show_calibration(metrics.calibration, words)
    else:
        show_retrieval(run, words)
    if metrics.timings_ms:
        show_plain(words("time"), "part")
        st.html(tables.timings(metrics.timings_ms, words))


def _show_buckets(buckets: Mapping[str, int], words: Words) -> None:
    show_plain(words("buckets"), "part")
    if not buckets:
        show_plain(words("buckets_none", command=SCORE_AGAIN))
        return
    named = {words.name("bucket", name): n for name, n in buckets.items()}
    chart = count_chart(list(named.items()), words, right=words.name("bucket", "right"))
    st.altair_chart(chart, alt=words("buckets"))
    with st.expander(words("as_table")):
        st.html(tables.counts(words("buckets"), words("bucket"), named, words))


def show_slices(run: Run, words: Words) -> None:
    """One metric over the groups of one kind, as a chart and as a table."""
    slices = {by: groups for by, groups in run.metrics.slices.items() if groups}
    if not slices:
        show_plain(words("slices_none"))
        return
    with st.container(horizontal=True):
        by = st.selectbox(
            words("slice_by"),
            list(slices),
            format_func=lambda by: words.name("by", by),
            key="slice_by",
            persist_state="session",
        )
        metric = st.selectbox(
            words("metric"),
            tables.in_order(run.metrics.metrics),
            format_func=lambda name: words.name("metric", name),
            key="slice_metric",
            persist_state="session",
        )
    found = {
        words.name(_GROUPS.get(by, ""), name): group.metrics.get(metric, Figure()) for name, group in slices[by].items()
    }
    _show_intervals(metric, found, run.metrics.metrics[metric].value, words)
    show_plain(words("slices_note"), "quiet")
    with st.expander(words("as_table")):
        st.html(tables.figures(words.name("metric", metric), words.name("by", by), metric, found, words))


def show_retrieval(run: Run, words: Words) -> None:
    """One measure over the stages as a chart, all of them as a table."""
    stages = run.metrics.retrieval
    if not stages:
        show_plain(words("retrieval_none"))
        return
    show_plain(words("retrieval_note"), "quiet")
    measures = list(dict.fromkeys(name for values in stages.values() for name in values))
    measure = st.selectbox(words("metric"), measures, key="retrieval_measure", persist_state="session")
    found = {words.name("stage", stage): values.get(measure, Figure()) for stage, values in stages.items()}
    _show_intervals(measure, found, None, words)
    st.html(tables.retrieval(stages, words))


def _show_intervals(name: str, found: Mapping[str, Figure], line: float | None, words: Words) -> None:
    said = {
        group: f"{tables.number(name, figure.value, words)} ({tables.interval(name, figure, words)})"
        for group, figure in found.items()
    }
    rows = bars(
        (f"{group} ({figure.n})" if figure.n else group, figure, said[group]) for group, figure in found.items()
    )
    if rows:
        share = all(row.low >= 0 and row.high <= 1 for row in rows)
        st.altair_chart(interval_chart(rows, words, line, share), alt=words.name("metric", name))
    else:
        show_plain(tables.NOTHING)
