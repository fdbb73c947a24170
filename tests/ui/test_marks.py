from collections.abc import Sequence
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.document import Box, PageWord
from ui.marks import Marks, find_marks
from vietnamese.text import squeeze

Words = dict[int, list[PageWord]]
STEP, HEIGHT, SPACE = 0.03, 0.02, 0.01


def _line(place: int, texts: Sequence[str], top: float, left: float = 0.1) -> list[PageWord]:
    """Words of 0.01 a character, one after another."""
    ends = list(accumulate((len(text) * 0.01 + SPACE for text in texts), initial=left))
    return [
        PageWord(place, text, (start, top, start + len(text) * 0.01, top + HEIGHT))
        for text, start in zip(texts, ends, strict=False)
    ]


def _page(first: int, *lines: str) -> list[PageWord]:
    return [w for i, line in enumerate(lines, first) for w in _line(i, line.split(), 0.1 + i * STEP)]


def _covers(box: Box, word: PageWord) -> bool:
    left, top, right, bottom = word.box
    return box[0] <= left and box[1] <= top and box[2] >= right and box[3] >= bottom


def _marked(marks: Marks, pages: Words) -> list[str]:
    return [w.text for n in sorted(pages) for w in pages[n] if any(_covers(b, w) for b in marks.boxes.get(n, ()))]


def test_the_quoted_words_and_no_others_are_marked() -> None:
    pages = {3: _page(0, "14. Sở Tài chính", "b) Bố trí 120 người và 20 người/lớp", "theo quy định. Hết.")}
    marks = find_marks("20 người/lớp theo quy định", pages, (1, 2))
    assert marks.exact
    assert marks.first == 3
    assert _marked(marks, pages) == ["20", "người/lớp", "theo", "quy", "định."]
    assert len(marks.boxes[3]) == 2  # a box a line


def test_a_quote_over_a_page_break_is_marked_on_both_pages() -> None:
    pages = {1: _page(0, "Một hai", "ba bốn"), 2: _page(2, "năm sáu", "bảy tám")}
    marks = find_marks("bốn | năm\nsáu", pages, (1, 2))
    assert marks.exact
    assert _marked(marks, pages) == ["bốn", "năm", "sáu"]
    assert sorted(marks.boxes) == [1, 2]


def test_a_word_glued_to_another_is_marked_whole() -> None:
    pages = {1: _page(0, "YÊU CẦU1. Mục đích")}
    marks = find_marks("1. Mục đích", pages, (0, 0))
    assert marks.exact
    assert _marked(marks, pages) == ["CẦU1.", "Mục", "đích"]


@pytest.mark.parametrize(("quote", "marked"), [("- Sở Y tế;", "- Sở Y tế;"), ("Sở Y tế", "Sở Y tế;")])
def test_a_bullet_is_marked_where_it_is_quoted(quote: str, marked: str) -> None:
    pages = {1: _page(0, "- Sở Nội vụ -", "- Sở Y tế; -")}
    assert _marked(find_marks(quote, pages, (0, 1)), pages) == marked.split()


def test_the_lines_are_marked_where_the_words_do_not_match() -> None:
    # Cells that a page break cut are put together in the quote, while on the page they stand row by row.
    pages = {1: _page(0, "Trên", "Sở Tài"), 2: _page(2, "Y tế chính", "Dưới")}
    marks = find_marks("Sở Y tế | Tài chính", pages, (1, 2))
    assert not marks.exact
    assert _marked(marks, pages) == ["Sở", "Tài", "Y", "tế", "chính"]


def test_the_words_of_a_parted_line_stand_at_its_first_piece() -> None:
    pages = {1: [*_page(4, "I. MỤC ĐÍCH 1. Đào tạo cán bộ"), *_page(6, "chuyên trách")]}
    marks = find_marks("1. Đào tạo cán bộ chuyên trách", pages, (5, 6))
    assert marks.exact
    assert _marked(marks, pages)[0] == "1."
    assert find_marks("không có ở đây", pages, (5, 5)) == Marks()


@pytest.mark.parametrize("quote", ["", " … ", "cán bộ"])
def test_nothing_is_marked_where_no_words_are_known(quote: str) -> None:
    assert find_marks(quote, {}, (0, 3)) == Marks()
    assert find_marks(quote, {1: _page(9, "cán bộ")}, (0, 3)) == Marks()
    flat = {1: [PageWord(0, "cán bộ", (0.1, 0.1, 0.1, 0.2))]}
    assert find_marks(quote, flat, (0, 3)).boxes == {}


def test_cells_far_apart_and_other_lines_have_boxes_of_their_own() -> None:
    near, far = _line(0, ["Sở", "Y", "tế"], 0.1), _line(0, ["chủ", "trì"], 0.1, left=0.6)
    below = _line(0, ["phối", "hợp"], 0.1 + STEP, left=0.6)
    marks = find_marks("Sở Y tế chủ trì phối hợp", {1: near + far + below}, (0, 0))
    assert len(marks.boxes[1]) == 3


def _number(n: int) -> str:
    return f"từ{n}ấy"


@st.composite
def _quoted(draw: st.DrawFn) -> tuple[Words, int, int, str]:
    """Pages of words that are all different, and a quote of some of them in a row, otherwise spaced and joined."""
    counts = draw(st.lists(st.integers(1, 6), min_size=1, max_size=8))
    breaks = draw(st.sets(st.integers(0, len(counts))))
    pages: Words = {}
    page, row, number = 1, 0, 0
    for place, count in enumerate(counts):
        if place in breaks:
            page, row = page + 1, 0
        pages.setdefault(page, []).extend(_line(place, [_number(number + i) for i in range(count)], 0.05 + row * STEP))
        row, number = row + 1, number + count
    first = draw(st.integers(0, number - 1))
    last = draw(st.integers(first, number - 1))
    joins = draw(st.lists(st.sampled_from([" ", "\n", " | ", ", ", "-"]), min_size=number, max_size=number))
    return pages, first, last, "".join(_number(n) + joins[n] for n in range(first, last + 1))


@given(_quoted())
def test_any_stretch_of_words_is_covered_and_nothing_else(case: tuple[Words, int, int, str]) -> None:
    pages, first, last, quote = case
    every = [word for n in sorted(pages) for word in pages[n]]
    places = every[first].place, every[last].place
    marks = find_marks(quote, pages, places)
    assert marks.exact
    assert _marked(marks, pages) == [word.text for word in every[first : last + 1]]
    lines = {(n, w.place) for n in pages for w in pages[n] if w in every[first : last + 1]}
    assert sum(map(len, marks.boxes.values())) == len(lines)


@given(
    st.text(max_size=20),
    st.lists(st.tuples(st.integers(0, 5), st.text(max_size=6), st.integers(1, 3)), max_size=12),
    st.integers(0, 5),
    st.integers(0, 5),
)
def test_whatever_the_words_only_their_places_are_marked(
    quote: str, drawn: list[tuple[int, str, int]], first: int, last: int
) -> None:
    pages: Words = {}
    for place, text, page in drawn:
        pages.setdefault(page, []).extend(_line(place, [text + "."], place * STEP))
    marks = find_marks(quote, pages, (first, last))
    inside = {n: [w for w in pages[n] if first <= w.place <= last] for n in pages}
    if marks.exact:
        assert squeeze(quote)
    else:
        assert sorted(marks.boxes) == sorted(n for n in inside if inside[n])
        assert all(any(_covers(b, w) for b in marks.boxes[n]) for n in inside for w in inside[n])
