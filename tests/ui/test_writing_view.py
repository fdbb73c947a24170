from collections.abc import Iterator
from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.reply import Answer, Citation
from answer.writing.source import Source
from answer.writing.writer import Writing
from ui.work import Work
from ui.writing_view import stage, tail_gap, written_blocks


@pytest.fixture
def sources(citation: Citation) -> tuple[Source, ...]:
    return tuple(Source(n, citation.document, citation.passage, "…") for n in (1, 2, 3))


def _text(writing: Writing) -> str:
    checked, tail = written_blocks(writing)
    return "|".join("".join(run.text for run in block.runs) for block in (*checked, tail))


def test_markers_count_in_the_order_they_are_used(sources: tuple[Source, ...]) -> None:
    writing = Writing("Một [3].\n\nHai [1][3].", "ba [2] và [7]", sources)
    assert _text(writing) == "Một [1].|Hai [2][1].|ba [3] và [7]"
    checked, tail = written_blocks(writing)
    assert [run.marker for run in checked[1].runs] == [None, 2, 1, None]
    assert [run.marker for run in tail.runs] == [None, 3, None]


@given(st.text(max_size=40), st.text(max_size=40))
def test_nothing_that_was_written_is_lost_or_read_as_anything(checked: str, tail: str) -> None:
    shown = _text(Writing(checked, tail, ()))
    assert "".join(shown.replace("|", "").split()) == "".join(f"{checked}{tail}".replace("|", "").split())


@pytest.mark.parametrize(
    ("checked", "tail", "gap"),
    [
        ("Một [1].", "Hai", " "),
        ("Một [1].", "\nHai", "\n"),
        ("Một [1].", "\n\n- hai", "\n\n"),
        ("Một [1].", "- hai", "\n"),
        ("Một [1].", "2. hai", "\n"),
        ("Gồm:", "hai", "\n"),
    ],
)
def test_where_the_unchecked_sentence_begins(checked: str, tail: str, gap: str) -> None:
    assert tail_gap(Writing(checked, tail, ())) == gap


def test_what_is_said_of_each_stage(reply: Answer) -> None:
    said: list[str] = []

    def stream(_: Event) -> Iterator[Writing | Answer]:
        said.append(stage(work))
        yield Writing("", "Một", ())
        said.append(stage(work))
        yield reply

    work = Work(stream)
    assert stage(work) == "writing_waits"
    work.run()
    assert said == ["writing_begins", "writing_goes_on"]
    work.stop()
    assert stage(work) == "writing_stops"
