"""An answer on the page: its sentences with markers that open their citation, its quotes, notices and timing."""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import streamlit as st

from answer.phrases import say
from answer.reply import Answer, Citation
from answer.writing.writer import Writer
from ui.export import turn_text
from ui.labels import brief_source_line, made_by, source_line, understood_otherwise
from ui.plain import show_plain
from ui.session import Turn
from ui.style import read_frontend
from ui.words import Words
from vietnamese.text import fold_markup

_MARKER = re.compile(r"\[(\d{1,3})\]")
_QUOTE = re.compile(r"“(.*)”\s*\[(\d{1,3})\]", re.DOTALL)

answer_component = st.components.v2.component(
    "answer",
    html='<div class="answer"></div>',
    css=read_frontend("answer.css"),
    js=read_frontend("answer.js"),
    isolate_styles=False,  # so that the focus comes back to the marker when its source is closed
)
_copy = st.components.v2.component(
    "copy", html='<button type="button"></button>', css=read_frontend("copy.css"), js=read_frontend("copy.js")
)


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of a sentence; `marker` is set where it is the marker of a citation."""

    text: str
    marker: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A sentence (`runs`), or the quote of citation `marker`: as `text`, or as `cells` (column and value) where it is a table's row."""

    runs: tuple[TextRun, ...] = ()
    text: str = ""
    marker: int | None = None
    cells: tuple[tuple[str, str], ...] = ()


def split_markers(text: str, known: set[int]) -> tuple[TextRun, ...]:
    """A sentence cut at its markers; numbers in brackets that are no citation stay text."""
    runs: list[TextRun] = []
    end = 0
    for match in _MARKER.finditer(text):
        if int(match[1]) in known:
            runs += [TextRun(text[end : match.start()]), TextRun(match[0], int(match[1]))]
            end = match.end()
    runs.append(TextRun(text[end:]))
    return tuple(run for run in runs if run.text)


def answer_blocks(answer: Answer) -> list[Block]:
    """The answer's paragraphs; a citation whose quote the text does not show follows at the end."""
    known = {c.marker: c for c in answer.citations}
    blocks: list[Block] = []
    for paragraph in filter(None, (p.strip() for p in answer.text.split("\n\n"))):
        quote = _QUOTE.fullmatch(paragraph)
        if quote and int(quote[2]) in known:
            marker = int(quote[2])
            blocks.append(Block(text=f"“{quote[1]}”", marker=marker, cells=row_cells(known[marker])))
        else:
            blocks.append(Block(runs=split_markers(paragraph, set(known))))
    shown = {b.marker for b in blocks}
    return blocks + [quote_block(c) for m, c in known.items() if m not in shown]


def split_related(blocks: Sequence[Block], answer: Answer) -> tuple[Sequence[Block], str, Sequence[Block]]:
    """The answer's own blocks, the heading of the clauses that only stand near, and these; no heading where there are none."""
    heading = say("related", answer.language)
    at = next((i for i, block in enumerate(blocks) if block.runs == (TextRun(heading),)), len(blocks))
    return blocks[:at], heading if at < len(blocks) else "", blocks[at + 1 :]


def beside_claims(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with each quote right under the sentence that rests on it and least else, the first of several such: what sums up
    several stands above what each of them says. Quotes that no sentence cites come at the end.
    """
    quotes = {block.marker: block for block in blocks if block.marker is not None}
    sentences = [block for block in blocks if block.marker is None]
    cited = [list(dict.fromkeys(r.marker for r in s.runs if r.marker in quotes)) for s in sentences]
    ordered: list[Block] = []
    for sentence, markers in zip(sentences, cited, strict=True):
        ordered.append(sentence)
        own = [m for m in markers if len(markers) == min(len(others) for others in cited if m in others)]
        ordered += [quotes.pop(marker) for marker in own if marker in quotes]
    return ordered + list(quotes.values())


def quote_block(citation: Citation) -> Block:
    """A citation's quote by itself."""
    return Block(text=f"“{citation.quote}”", marker=citation.marker, cells=row_cells(citation))


def row_cells(citation: Citation) -> tuple[tuple[str, str], ...]:
    """Column and value of each cell of a quoted table row; none where the quote is not the whole row, word for word."""
    passage = citation.passage
    quote = fold_markup(citation.quote)
    whole = passage.kind == "row" and quote == fold_markup(passage.text)
    cells = tuple(passage.cells.items()) if whole else ()
    return cells if all(fold_markup(value) in quote for _, value in cells) else ()


def timing(answer: Answer, words: Words, writer: Writer | None = None) -> str:
    """How long it took and how it was made: "51 ms · trích nguyên văn", "2,5 giây · viết bởi mô hình ..."."""
    milliseconds = answer.timings_ms.get("total", 0.0)
    seconds = f"{milliseconds / 1000:.1f}"
    number = seconds.replace(".", ",") if words.language == "vi" else seconds
    took = f"{max(1, round(milliseconds))} ms" if milliseconds < 1000 else words("seconds", n=number)
    return " · ".join([took, made_by(answer, words, writer)] if answer.citations else [took])


def show_answer(
    turn: Turn, answer: Answer, words: Words, writer: Writer | None = None, *, reveal: bool = False, done: bool = False
) -> Citation | None:
    """Shows an answer, scrolled to where `reveal` is set, and says that it is `done` to who cannot see that; the citation that the
    reader has just opened, if any. `writer` is the one of this page.

    What must be known of the answer stands right under it; what only stands near it comes after, in short.
    """
    if understood_otherwise(answer):
        show_plain(words("understood_as", question=answer.resolved_question), "quiet")
    if answer.status in ("no_evidence", "error"):
        show_plain(words("no_evidence" if answer.status == "no_evidence" else "not_read"), "heading")
    own, heading, related = split_related(answer_blocks(answer), answer)
    if answer.mode == "extractive":  # a written answer is prose, to be read in one go
        own = beside_claims(own)
    opened = _show_blocks(f"answer-{turn.id}", own, answer.citations, "open_source", words, reveal=reveal, done=done)
    if answer.status == "partial":
        show_plain(words("partial"), "notice")
    if answer.notices:
        show_plain("\n".join(notice.text for notice in answer.notices), "notice")
    if related:
        show_plain(heading, "aside")
        key = f"related-{turn.id}"
        opened = _show_blocks(key, related, answer.citations, "open_source", words, brief=True) or opened
    if answer.nearest:
        show_plain(words("nearest"), "aside")
        blocks, key = [quote_block(c) for c in answer.nearest], f"nearest-{turn.id}"
        opened = _show_blocks(key, blocks, answer.nearest, "open_nearest", words, brief=True) or opened
    show_plain(timing(answer, words, writer), "quiet")
    return opened


def _show_blocks(
    key: str,
    blocks: Sequence[Block],
    citations: Sequence[Citation],
    action: str,
    words: Words,
    *,
    reveal: bool = False,
    brief: bool = False,
    done: bool = False,
) -> Citation | None:
    """Draws the blocks, `brief` ones cut to a few lines each; the citation whose button was just pressed."""
    by_marker = {c.marker: c for c in citations}
    data = {
        "blocks": [asdict(b) for b in blocks],
        "reveal": reveal,
        "brief": brief,
        "done": words("writing_done") if done else "",
        "sources": {str(m): source_data(c, action, words, brief) for m, c in by_marker.items()},
    }
    result = answer_component(key=key, data=data, on_opened_change=lambda: None)
    return by_marker.get(result.opened)


def source_data(citation: Citation, action: str, words: Words, brief: bool = False) -> dict[str, str | int]:
    """What the page knows of a citation: its line under the quote, and what its buttons say to a screen reader."""
    line = brief_source_line(citation, words) if brief else source_line(citation, words)
    return {
        "marker": citation.marker,
        "label": line if action == "open_nearest" else f"[{citation.marker}] {line}",
        "title": source_line(citation, words),
        "action": words(action, n=citation.marker),
    }


def show_copy(turn: Turn, words: Words) -> None:
    """The button that copies question, answer and citations as plain text."""
    data = {"text": turn_text(turn, words), "label": words("copy"), "done": words("copied")}
    _copy(key=f"copy-{turn.id}", data=data, width="content")
