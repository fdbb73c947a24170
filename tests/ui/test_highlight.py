import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.document import SourceLine
from ui.highlight import (
    find_only,
    folded_positions,
    highlight_lines,
    highlight_passage,
    line_at,
    locate,
    occurrences,
    split_runs,
)
from vietnamese.text import fold_markup, nfc

TEXTS = st.text(alphabet="ab 12|*#\n<>/éế", max_size=60).map(nfc)


@given(TEXTS)
def test_folding_is_that_of_verbatim(text: str) -> None:
    folded, positions = folded_positions(text)
    assert folded == fold_markup(text)
    assert len(folded) == len(positions)
    assert positions == sorted(positions)
    assert all(c == " " or text[at] == c for c, at in zip(folded, positions, strict=True))


@given(TEXTS, TEXTS)
def test_what_is_found_is_the_quote_and_nothing_else(text: str, quote: str) -> None:
    for start, end in occurrences(text, quote):
        assert fold_markup(text[start:end]) == fold_markup(quote) != ""


@given(TEXTS, TEXTS, TEXTS)
def test_a_quote_between_blanks_is_found(before: str, quote: str, after: str) -> None:
    if fold_markup(quote):
        assert list(occurrences(f"{before} {quote} {after}".replace("<", ""), quote.replace("<", ""))) or "<" in quote


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_runs_put_together_are_the_text(text: str, start: int, length: int) -> None:
    span = (min(start, len(text)), min(start + length, len(text)))
    assert "".join(run.text for run in split_runs(text, span)) == text
    lines = highlight_lines(text.split("\n"), span)
    assert "\n".join("".join(run.text for run in line) for line in lines) == text
    marked = "".join(run.text for line in lines for run in line if run.marked)
    assert marked == text[span[0] : span[1]].replace("\n", "")


@pytest.mark.parametrize(
    ("text", "quote"), [("có 120 người", "20 người"), ("20 người", "20 ngườ"), ("không có", "có không"), ("gì", "")]
)
def test_nothing_rather_than_the_wrong_words(text: str, quote: str) -> None:
    assert list(occurrences(text, quote)) == []


def test_the_whole_number_is_found_past_a_longer_one() -> None:
    text = "có 120 người, rồi 20 người"
    assert [text[a:b] for a, b in occurrences(text, "20 người")] == ["20 người"]


def test_two_places_are_not_one() -> None:
    assert find_only("lớp A, lớp A", "lớp A") is None
    assert find_only("lớp A, lớp B", "lớp B") == (7, 12)


def test_table_rows_and_line_ends_are_folded() -> None:
    lines = highlight_passage("4 | Sở Tài chính |\nchủ trì", "Sở Tài chính chủ trì")
    assert [[run.text for run in line if run.marked] for line in lines] == [["Sở Tài chính |"], ["chủ trì"]]


def _lines(*texts: str, page: int | None = None) -> list[SourceLine]:
    return [SourceLine(text, number, page) for number, text in enumerate(texts, 1)]


def _located(lines: list[SourceLine], quote: str, cited: tuple[int, int] | None, page: int | None = None) -> str | None:
    span = locate(lines, quote, cited, page)
    text = "\n".join(line.text for line in lines)
    return f"{line_at(lines, span[0])}:{text[span[0] : span[1]]}" if span else None


def test_cited_lines_decide_between_equal_words() -> None:
    lines = _lines("Sở Nội vụ", "", "Sở Nội vụ", "Sở Y tế")
    assert _located(lines, "Sở Nội vụ", (3, 3)) == "2:Sở Nội vụ"
    assert _located(lines, "Sở Nội vụ", None) is None
    assert _located(lines, "Sở Y tế", (1, 1)) == "3:Sở Y tế"
    assert _located(lines, "Sở Nội vụ", (9, 9)) is None


def test_a_page_decides_where_there_are_no_lines() -> None:
    lines = [SourceLine("Sở Nội vụ", None, 1), SourceLine("Sở Nội vụ", None, 2), SourceLine("hết", None, 3)]
    assert _located(lines, "Sở Nội vụ", None, 2) == "1:Sở Nội vụ"
    assert _located(lines, "Sở Nội vụ", None, 1) is None


def test_decomposed_letters_are_found() -> None:
    lines = _lines("Bình Định")
    assert _located(lines, "Bình Định", (1, 1)) == "0:Bình Định"
