"""One question of a run on the page: what was asked, what is right, what was answered and cited, and where that went wrong."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from eval.metrics.evidence import is_right
from eval.metrics.phrases import forbidden_said, missing_facts
from eval.predictions import Prediction, citations, writing
from eval.question_set import Question
from eval.scores import Score
from ui.evaluation.tables import Cell, metric_cell, table_html
from ui.evaluation.writing_view import became
from ui.plain import show_plain
from ui.words import Words


def heading(score: Score, words: Words) -> str:
    """Id, bucket, kind and language in one line."""
    parts = (score.id, *(words.name(group, getattr(score, group)) for group in ("bucket", "kind", "language")))
    return " · ".join(parts)


def cited_place(citation: Mapping[str, Any]) -> str:
    """Document, section and lines or page of a citation in one line, of any program that writes such."""
    section = citation.get("section")
    parts = [str(citation.get("document_id", "")), *(map(str, section) if isinstance(section, list) else ())]
    return " › ".join(part for part in parts if part)


def fact_rows(question: Question, prediction: Prediction, words: Words) -> list[list[Cell]]:
    """Each fact by its first spelling, and whether the answer says it in any."""
    missing = missing_facts(question, prediction)
    return [
        [Cell(fact[0]), Cell(words("not_said"), style="wrong") if fact[0] in missing else Cell(words("said"))]
        for fact in question.facts
    ]


def rank_rows(score: Score, words: Words) -> list[list[Cell]]:
    """The rank of the first passage with evidence after each stage."""
    return [
        [Cell(words.name("stage", stage)), Cell(words("rank_none") if rank is None else str(rank), style="number")]
        for stage, rank in score.ranks.items()
    ]


def share_rows(score: Score, words: Words) -> list[list[Cell]]:
    """What the question adds to each metric that it takes part in."""
    return [
        [metric_cell(name, words), Cell(f"{share.top:g} / {share.bottom:g}", style="number")]
        for name, share in score.shares.items()
        if share is not None
    ]


def show_question(score: Score, question: Question | None, prediction: Prediction, words: Words) -> None:
    """The question from top to bottom; without its `question` of the set nothing is said about what is right."""
    show_plain(heading(score, words), "quiet")
    for before in question.history if question else ():
        show_plain(f"{words('asked_before')}: {before}", "quiet")
    show_plain(question.question if question else str(prediction.get("question", "")), "asked")
    show_plain(words("answer"), "heading")
    show_plain(str(prediction["answer"]) or words("answer_empty"))
    record = writing(prediction)
    if record is not None:
        show_plain(became(record, words), "quiet")
    if prediction.get("error"):
        show_plain(str(prediction["error"]), "notice")
    _show_citations(question, prediction, words)
    if question:
        _show_gold(question, prediction, words)
    _show_measured(score, prediction, words)


def _show_citations(question: Question | None, prediction: Prediction, words: Words) -> None:
    cited = citations(prediction)
    if cited:
        show_plain(words("citations"), "heading")
    for citation in cited:
        right = question is not None and question.answerable and is_right(question, citation)
        judged = words("citation_right" if right else "citation_wrong") if question and question.answerable else ""
        line = " · ".join(part for part in (f"[{citation.get('marker', '?')}]", judged, cited_place(citation)) if part)
        show_plain(f"“{citation['quote']}”", "quote right" if right else "quote")
        show_plain(line, "quiet")


def _show_gold(question: Question, prediction: Prediction, words: Words) -> None:
    show_plain(words("gold"), "heading")
    if not question.answerable:
        show_plain(words("gold_none"))
    for span in question.evidence:
        show_plain(f"“{span}”", "quote right")
    if question.documents:
        show_plain(", ".join(question.documents), "quiet")
    if question.facts:
        heads = [words("facts_needed"), words("answer")]
        st.html(table_html(words("facts_needed"), heads, fact_rows(question, prediction, words)))
    for phrase in forbidden_said(question, prediction):
        show_plain(f"{words('forbidden_said')}: {phrase}", "notice")


def _show_measured(score: Score, prediction: Prediction, words: Words) -> None:
    if score.ranks:
        _show_table("ranks", (words("stage"), words("ranks")), rank_rows(score, words), words)
    spent = prediction.get("timings_ms")
    if isinstance(spent, Mapping) and spent:
        rows = [[Cell(words.name("stage", str(s))), Cell(str(ms), style="number")] for s, ms in spent.items()]
        _show_table("time", (words("stage"), words("time")), rows, words)
    _show_table("shares", (words("metric"), words("share")), share_rows(score, words), words)


def _show_table(label: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]], words: Words) -> None:
    with st.expander(words(label)):
        st.html(table_html(words(label), heads, rows))
