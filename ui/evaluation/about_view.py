"""What a run is, in a line: its questions, when it was made; its manifest and its report."""

import json
from datetime import datetime

import streamlit as st

from ui.evaluation.runs import REPORT_FILE, Run, State
from ui.labels import show_date
from ui.plain import show_plain
from ui.words import Words


def show_about(run: Run, state: State, words: Words) -> None:
    """The line, the download of the report, and the manifest to unfold."""
    made = datetime.fromtimestamp(state.changed / 1e9)
    when = f"{show_date(made.date().isoformat(), words)}, {made:%H:%M}"
    show_plain(words("run_of", n=run.metrics.n, file=run.question_file or "–", when=when), "quiet")
    if run.sample_of is not None:
        show_plain(words("run_sample", n=run.metrics.n, total=run.sample_of), "quiet")
    report = run.folder / REPORT_FILE
    with st.container(horizontal=True):
        if report.is_file():
            st.download_button(
                words("report_download"),
                report.read_bytes,
                f"{run.folder.name}-{REPORT_FILE}",
                "text/html",
                icon=":material/download:",
                on_click="ignore",
            )
        with st.popover(words("manifest"), icon=":material/info:"):
            st.code(json.dumps(run.manifest, ensure_ascii=False, indent=2), language="json", wrap_lines=True)
    if not report.is_file():
        show_plain(words("report_missing"), "quiet")
