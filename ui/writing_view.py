"""An answer while a language model writes it: what is checked, what is not yet, what goes on, and the button that stops it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace

import streamlit as st

from answer.writing.writer import Writing
from ui.answer_view import Block, TextRun, answer_component, split_markers
from ui.words import Words
from ui.work import Work

LOOK_SECONDS = 0.4
"""Between two looks at a work."""
_ITEM = re.compile(r"[-*•+–—◦▪]\s|\(?\d{1,2}[.)]\s|\(?[a-zđ]\)\s")


def show_writing(work: Work, words: Words) -> None:
    """What there is of an answer so far, with the button that stops the writing of it."""
    checked, tail = written_blocks(work.writing) if work.writing else ([], Block())
    data = {
        "blocks": [asdict(block) for block in checked],
        "reveal": True,
        "brief": False,
        "sources": {},
        "writing": {
            "tail": asdict(tail),
            "gap": tail_gap(work.writing) if work.writing else "",
            "label": words("tail"),
            "status": words(stage(work)),
        },
    }
    answer_component(key=f"answer-{work.id}", data=data, on_opened_change=lambda: None)
    st.button(
        words("stop_writing"),
        icon=":material/stop_circle:",
        key=f"stop-{work.id}",
        on_click=work.stop,
        disabled=work.stopping,
    )


def stage(work: Work) -> str:
    """What a work is at, as a key of the words."""
    if work.stopping:
        return "writing_stops"
    if not work.begun:
        return "writing_waits"
    return "writing_goes_on" if work.writing else "writing_begins"


def written_blocks(writing: Writing) -> tuple[list[Block], Block]:
    """The paragraphs that are checked, and the sentence that is not yet; markers count from 1 in the order they are used. The
    answer that takes their place counts anew: sentences of the program may stand before them."""
    known = {source.marker for source in writing.sources}
    numbers: dict[int, int] = {}
    paragraphs = [p.strip() for p in writing.checked.split("\n\n")]
    checked = [Block(runs=_numbered(split_markers(p, known), numbers)) for p in paragraphs if p]
    return checked, Block(runs=_numbered(split_markers(writing.tail.strip(), known), numbers))


def tail_gap(writing: Writing) -> str:
    """What parts the sentence that is not checked yet from the ones that are: a blank, the end of a line or of a paragraph."""
    gap = writing.tail[: len(writing.tail) - len(writing.tail.lstrip())]
    if "\n" in gap:
        return "\n\n" if gap.count("\n") > 1 else "\n"
    return "\n" if _ITEM.match(writing.tail.lstrip()) or writing.checked.endswith(":") else " "


def _numbered(runs: Sequence[TextRun], numbers: dict[int, int]) -> tuple[TextRun, ...]:
    """The runs with their markers renumbered; `numbers` holds the new one of each and grows."""
    return tuple(_renumbered(runs, numbers))


def _renumbered(runs: Sequence[TextRun], numbers: dict[int, int]) -> Iterator[TextRun]:
    for run in runs:
        if run.marker is None:
            yield run
        else:
            number = numbers.setdefault(run.marker, len(numbers) + 1)
            yield replace(run, text=f"[{number}]", marker=number)
