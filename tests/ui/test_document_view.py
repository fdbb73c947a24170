from dataclasses import replace

import pytest

from answer.reply import Citation
from index.document import SourceLine
from ui.document_view import line_rows, passage_rows, window
from ui.highlight import highlight_lines, locate
from ui.words import Words


@pytest.mark.parametrize(
    ("total", "at", "expected"),
    [(10, 5, (0, 10)), (100, 0, (0, 20)), (100, 50, (40, 60)), (100, 99, (80, 100)), (0, 0, (0, 0))],
)
def test_window(total: int, at: int, expected: tuple[int, int]) -> None:
    assert window(total, at, 20) == expected


def test_the_quote_is_marked_over_its_lines(lines: tuple[SourceLine, ...], citation: Citation) -> None:
    runs = highlight_lines([line.text for line in lines], locate(lines, citation.quote, citation.lines))
    rows = line_rows(lines, runs, 3, Words("vi"))
    assert [row["number"] for row in rows] == [10, 11, 12, 13, 14]
    marked = [run["text"] for row in rows for run in row["runs"] if run["marked"]]
    assert marked == ["b) Bố trí 20 người/lớp", "theo quy định."]
    assert [row["focus"] for row in rows] == [False, False, False, True, False]


def test_pages_are_announced_once_and_blank_lines_drawn_once() -> None:
    lines = [SourceLine(t, None, p) for t, p in (("a", 1), ("", 1), ("", 1), ("b", 2), ("c", 2))]
    rows = line_rows(lines, highlight_lines([line.text for line in lines], None), 0, Words("en"))
    assert [row["page"] for row in rows] == ["page 1", None, "page 2", None]


def test_passage_rows_carry_their_lines(citation: Citation) -> None:
    rows = passage_rows(citation)
    assert [row["number"] for row in rows] == [12, 13]
    assert [[run["marked"] for run in row["runs"]] for row in rows] == [[False], [True]]
    unknown = replace(citation, passage=replace(citation.passage, block_lines=()), quote="không có")
    assert [row["number"] for row in passage_rows(unknown)] == [None, None]
    assert not any(run["marked"] for row in passage_rows(unknown) for run in row["runs"])
