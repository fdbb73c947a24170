"""A document's lines on the page, with the quoted words marked and scrolled to."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import streamlit as st

from answer.reply import Citation
from index.document import SourceLine
from index.library import Library
from ui.highlight import Run, highlight_lines, highlight_passage, line_at, locate
from ui.labels import cited_page
from ui.plain import show_plain
from ui.style import read_frontend
from ui.words import Words
from vietnamese.text import nfc

AT_ONCE = 1500
"""Lines of a document that are sent at once; of a longer one those around the quote, the rest on request."""

_lines = st.components.v2.component(
    "lines",
    html='<div class="lines" tabindex="0" role="region"></div>',
    css=read_frontend("lines.css"),
    js=read_frontend("lines.js"),
    isolate_styles=False,  # as in the view of the pages: the drawer leads the keyboard past what it does not see
)


def window(total: int, at: int, most: int = AT_ONCE) -> tuple[int, int]:
    """First line and the one after the last of at most `most` lines around line `at`."""
    start = max(0, min(at - most // 2, total - most))
    return start, min(total, start + most)


def line_rows(
    lines: Sequence[SourceLine], runs: Sequence[Sequence[Run]], focus: int, words: Words
) -> list[dict[str, Any]]:
    """What the page draws: each line's number and runs, the page where a new one begins; blank lines in a row once."""
    rows: list[dict[str, Any]] = []
    page: int | None = None
    for i, (line, line_runs) in enumerate(zip(lines, runs, strict=True)):
        if not line_runs and rows and not rows[-1]["runs"]:
            continue
        turned = line.page is not None and line.page != page
        page = line.page if turned else page
        rows.append(
            {
                "number": line.line,
                "page": words("page", n=page) if turned else None,
                "runs": [asdict(run) for run in line_runs],
                "focus": i == focus,
            }
        )
    return rows


def passage_rows(citation: Citation) -> list[dict[str, Any]]:
    """The passage's blocks with their line numbers, where those are known, and the quote marked."""
    passage = citation.passage
    runs = highlight_passage(passage.text, citation.quote)
    known = passage.block_lines if len(passage.block_lines) == len(runs) else (None,) * len(runs)
    return [
        {"number": at[0] if at else None, "page": None, "runs": [asdict(r) for r in line], "focus": False}
        for at, line in zip(known, runs, strict=True)
    ]


def show_passage(citation: Citation, key: str, words: Words) -> None:
    """The passage with the quote marked; what the columns of a table row say, each by its name."""
    _lines(key=f"passage-{key}", data=_data(passage_rows(citation), words("passage"), "40vh"))
    if citation.passage.cells:
        show_plain("\n".join(f"{name}: {value}" for name, value in citation.passage.cells.items()), "quiet")


def show_document(library: Library, citation: Citation, key: str, words: Words) -> None:
    """The whole document at the quote; a long one around it first, all of it on request."""
    lines = library.lines_of(citation.document.id)
    span = locate(lines, citation.quote, citation.lines, cited_page(citation))
    focus = line_at(lines, span[0]) if span else _first_cited(lines, citation)
    if span is None:
        show_plain(words("quote_not_found"), "notice")
    everything = len(lines) <= AT_ONCE or st.toggle(words("show_all", total=len(lines)), key=f"all-{key}")
    first, last = (0, len(lines)) if everything else window(len(lines), focus)
    if not everything:
        show_plain(words("shown_part", shown=last - first, total=len(lines)), "quiet")
    runs = highlight_lines([nfc(line.text) for line in lines], span)
    rows = line_rows(lines[first:last], runs[first:last], focus - first, words)
    _lines(key=f"document-{key}", data=_data(rows, words("whole_document"), "60vh"))


def _first_cited(lines: Sequence[SourceLine], citation: Citation) -> int:
    """Where to scroll when nothing may be marked: the first cited line, else the page, else the top."""
    start, page = citation.lines[0] if citation.lines else None, cited_page(citation)
    places = (
        i
        for i, line in enumerate(lines)
        if (start is not None and line.line is not None and line.line >= start)
        or (start is None and page is not None and line.page == page)
    )
    return next(places, 0)


def _data(rows: list[dict[str, Any]], label: str, height: str) -> dict[str, Any]:
    return {"rows": rows, "label": label, "height": height}
