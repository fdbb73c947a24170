"""Words of a text found among the words of its pages."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.office.align import align

PROSE = [
    "Ủy", "ban", "nhân", "dân", "tỉnh", "giao", "Sở", "Nội", "vụ", "chủ", "trì", "phối", "hợp", "với", "các",
    "cơ", "quan", "liên", "quan", "tổ", "chức", "thực", "hiện", "kế", "hoạch", "này", "và", "báo", "cáo", "kết",
    "quả", "trước", "ngày", "15", "tháng", "12", "hằng", "năm", "theo", "quy", "định", "của", "pháp", "luật",
    "về", "đào", "tạo", "bồi", "dưỡng", "công", "chức"
]  # fmt: skip


def _align(text: str, page: str) -> list[str]:
    """Each word of the text with the words of the page that show it."""
    tokens, words = text.split(), page.split()
    found = align(tokens, [0] * len(tokens), words)
    return [" ".join(words[i] for i in indexes) for indexes in found]


def test_equal_texts() -> None:
    text = " ".join(PROSE)
    assert _align(text, text) == PROSE


def test_words_that_the_page_parts_or_joins() -> None:
    assert _align("Sở Nội vụ, chủ trì", "SởNội v ụ, chủ trì") == ["SởNội", "SởNội", "v ụ,", "chủ", "trì"]


def test_letters_are_compared_whatever_their_case_and_composition() -> None:
    assert _align("KẾ HOẠCH", "Kê\u0301 hoạch") == ["Kê\u0301", "hoạch"]


def test_what_only_the_page_has_is_passed_over() -> None:
    half = len(PROSE) // 2
    page = [*PROSE[:half], "2", "Trang", "chân", "UBND", *PROSE[half:]]
    found = align(PROSE, [0] * len(PROSE), page)
    assert found == [(i if i < half else i + 4,) for i in range(len(PROSE))]


def test_what_no_page_shows_has_no_word() -> None:
    found = _align("một hai ẩn giấu đi ba bốn năm sáu", "một hai ba bốn năm sáu")
    assert found == ["một", "hai", "", "", "", "ba", "bốn", "năm", "sáu"]


def test_signs_alone_have_no_word() -> None:
    assert _align("- một ./.", "- một ./.") == ["", "một", ""]


def test_a_number_that_stands_before_is_not_taken_for_the_text_s_own() -> None:
    text = "Tổ chức lớp bồi dưỡng 1 lớp bồi dưỡng kiến thức quản lý nhà nước"
    page = "Tổ chức lớp bồi dưỡng 2. 1 lớp bồi dưỡng kiến thức quản lý nhà nước"
    found = align(text.split(), [0] * len(text.split()), page.split())
    assert found[5] == (6,)


def test_a_row_that_a_page_break_cut() -> None:
    """The file gives cell by cell, the pages the first half of each cell, then the second halves below the header again."""
    first, second = PROSE[:20], PROSE[20:]
    page = [*first[:10], *second[:10], "TT", "Nội", "dung", *first[10:], *second[10:]]
    tokens = [*first, *second]
    found = align(tokens, [0] * len(first) + [1] * len(second), page)
    shown = [page[indexes[0]] if indexes else None for indexes in found]
    assert shown == tokens
    assert [indexes[0] for indexes in found[10:20]] == list(range(23, 33))


def test_a_text_box_that_is_drawn_elsewhere() -> None:
    box = ["DỰ", "THẢO", "LẦN", "HAI"]
    page = [*PROSE, *box]
    found = align([*box, *PROSE], [0] * len(box) + [1] * len(PROSE), page)
    assert found[: len(box)] == [(len(PROSE) + i,) for i in range(len(box))]


def test_repeated_rows_stay_in_order() -> None:
    rows = [*["Lớp", "bồi", "dưỡng", "10"] * 2, "Lớp", "bồi", "dưỡng", "20"]
    assert align(rows, [0] * len(rows), rows) == [(i,) for i in range(len(rows))]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PROSE), max_size=120), st.lists(st.integers(0, 119), max_size=8), st.integers(0, 3))
def test_indexes_rise_within_a_word_and_show_its_letters(words: list[str], cut: list[int], extra: int) -> None:
    page = [word for i, word in enumerate(words) if i not in cut]
    page[len(page) // 2 : len(page) // 2] = ["77"] * extra
    found = align(words, [0] * len(words), page)
    assert len(found) == len(words)
    for token, indexes in zip(words, found, strict=True):
        assert list(indexes) == sorted(set(indexes))
        # Whatever is found shares letters with the word; with nothing cut and nothing added it is the word itself.
        assert all(set(page[i].lower()) & set(token.lower()) for i in indexes)
        if not cut and not extra:
            assert [page[i] for i in indexes] == [token]
