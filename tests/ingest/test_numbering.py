"""Marks at the start of a line, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.numbering import RANKS, read_mark, roman_value


@pytest.mark.parametrize(
    ("line", "kind", "text", "order"),
    [
        ("I. MỤC ĐÍCH", "roman", "I.", 1),
        ("XIV. KINH PHÍ", "roman", "XIV.", 14),
        ("A. ĐÀO TẠO", "upper", "A.", 1),
        ("1. Mục đích", "arabic", "1.", 1),
        ("1.Mục đích", "arabic", "1.", 1),
        ("12) Sở Công Thương", "arabic", "12)", 12),
        ("2.1. Chỉ đạo Sở Nội vụ", "decimal", "2.1.", 1),
        ("2.10 Nội dung", "decimal", "2.10", 10),
        ("a) Chủ trì", "letter", "a)", 1),
        ("đ) Hằng năm", "letter", "đ)", 5),
        ("e) Đánh giá", "letter", "e)", 6),
        ("g) Tiếp tục", "letter", "g)", 7),
        ("a1) Bổ sung", "letter", "a1)", 1),
        ("2a. Bổ sung", "arabic", "2a.", 2),
        ("I.MỤC ĐÍCH", "roman", "I.", 1),
        ("- Như trên;", "dash", "-", 0),
        ("– Như trên;", "dash", "–", 0),
        ("+ Lớp thứ nhất", "plus", "+", 0),
        ("Điều 5. Hiệu lực", "article", "Điều 5.", 5),
        ("Điều 12a. Bổ sung", "article", "Điều 12a.", 12),
        ("ĐIỀU 3: Thi hành", "article", "ĐIỀU 3:", 3),
        ("Chương II", "chapter", "Chương II", 2),
        ("Chương II QUY ĐỊNH CHUNG", "chapter", "Chương II", 2),
        ("Phần thứ nhất", "part", "Phần thứ nhất", 1),
        ("PHẦN THỨ HAI", "part", "PHẦN THỨ HAI", 2),
        ("Mục 1", "division", "Mục 1", 1),
        ("Tiểu mục 2. Nghĩa vụ", "subdivision", "Tiểu mục 2.", 2),
    ],
)
def test_marks(line: str, kind: str, text: str, order: int) -> None:
    mark = read_mark(line)
    assert mark is not None
    assert (mark.kind, mark.text, mark.order) == (kind, text, order)


@pytest.mark.parametrize(
    "line",
    [
        "13/06/2023",
        "30.6.2023 là hạn cuối",
        "2106/QĐ-UBND",
        "50.000 đồng một người",
        "2022. Đề án tiếp theo",
        "năm 2023",
        "Mục tiêu chung",
        "Mục V nêu trên",
        "Mục 2 của Kế hoạch này",
        "Chương II của Luật này",
        "Điều 5 Nghị định này",
        "Điều 5, Điều 6 của Luật",
        "Điều kiện",
        "Chương trình",
        "v.v. và các lớp khác",
        "v.v...",
        "Sở Nội vụ",
        "",
    ],
)
def test_no_marks(line: str) -> None:
    assert read_mark(line) is None


def test_words_begin_after_the_mark() -> None:
    mark = read_mark("2.1. Chỉ đạo")
    assert mark is not None
    assert "2.1. Chỉ đạo"[mark.end :] == "Chỉ đạo"


def test_a_clause_is_deeper_than_what_holds_it() -> None:
    ranks = [_rank(line) for line in ("Chương I", "Điều 1. X", "1. X", "1.1. X", "1.1.1. X", "a) X", "- X", "+ X")]
    assert ranks == sorted(set(ranks))
    assert [_rank(line) for line in ("A. X", "I. X", "1. X")] == sorted(RANKS[k] for k in ("upper", "roman", "arabic"))


def _rank(line: str) -> int:
    mark = read_mark(line)
    assert mark is not None
    return mark.rank


@pytest.mark.parametrize(("numeral", "value"), [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("XL", 40), ("C", 100)])
def test_roman_values(numeral: str, value: int) -> None:
    assert roman_value(numeral) == value


@given(st.text())
def test_a_mark_lies_within_its_line(line: str) -> None:
    mark = read_mark(line)
    assert mark is None or (0 < mark.end <= len(line) and line.startswith(mark.text) and not mark.text[-1].isspace())
