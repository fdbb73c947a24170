"""Answers that were marked down, offered as drafts of questions."""

from datetime import date

import streamlit as st

from eval.drafts import drafts, read_feedback
from eval.lines import as_lines
from index.errors import AssistantError
from index.settings import Settings
from ui.plain import show_plain
from ui.trouble import explain
from ui.words import Words


def show_drafts(settings: Settings, words: Words) -> None:
    """How many there are, what they are for, and the download."""
    show_plain(words("drafts_note"), "quiet")
    try:
        rows = drafts(read_feedback(settings))
    except AssistantError as error:
        show_plain(explain(error, words), "notice")
        return
    if not rows:
        show_plain(words("drafts_none"))
        return
    show_plain(words("drafts_count", n=len(rows)), "heading")
    st.download_button(
        words("drafts_download"),
        as_lines(rows).encode(),
        f"drafts-{date.today().isoformat()}.jsonl",
        "application/jsonl",
        icon=":material/download:",
        on_click="ignore",
    )
    for row in rows:
        show_plain(row["question"])
        if row["history"]:
            show_plain(f"{words('asked_before')}: {' › '.join(row['history'])}", "quiet")
        for complaint in row["draft"]:
            if complaint["comment"]:
                show_plain(complaint["comment"], "quiet")
