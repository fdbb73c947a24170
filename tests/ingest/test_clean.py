"""Lines of record: composed, without markup and odd blanks, still verbatim in the file."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from ingest.clean import clean_lines
from ingest.reading import RawLine
from tests.ingest.made import lines_of
from vietnamese.text import fold_markup


def _cleaned(text: str) -> list[str]:
    return [line.text for line in lines_of(text)]


def test_decomposed_letters_are_composed() -> None:
    text = unicodedata.normalize("NFD", "Số: 12/QĐ-UBND")
    assert _cleaned(text + " và Số") == ["Số: 12/QĐ-UBND và Số"]


def test_bold_headings_glued_together_are_two_lines_of_one_number() -> None:
    lines = lines_of("**I. MỤC ĐÍCH, YÊU CẦU****1. Mục đích**")
    assert [(line.text, line.line) for line in lines] == [("I. MỤC ĐÍCH, YÊU CẦU", 1), ("1. Mục đích", 1)]


def test_heading_marks_emphasis_and_tags_go() -> None:
    assert _cleaned("#### **2. Sở Nội vụ**: *chủ trì*") == ["2. Sở Nội vụ : chủ trì"]
    assert _cleaned("<p>a) Năm 2021</p><p>b) Sau</p>") == ["a) Năm 2021 b) Sau"]


def test_tabs_part_cells_and_stay() -> None:
    assert _cleaned("<b>A</b>\t <b>ĐÀO TẠO</b> \t\t") == ["A\tĐÀO TẠO\t\t"]


def test_rows_of_markdown_tables_are_rows() -> None:
    assert _cleaned("| TT | **Lớp** | |\n|:---|:--:|---|\n| 1 | A |30|\n| một |") == ["TT\tLớp\t", "1\tA\t30", "một"]


def test_rules_and_empty_lines_are_left_out() -> None:
    assert _cleaned("---\n-----//-----\n***\n   \n.....\nChữ\n\u00a0\n- a") == ["Chữ", "- a"]


def test_odd_blanks_become_spaces() -> None:
    assert _cleaned("Sở\u00a0Nội\u2003vụ\x0c ") == ["Sở Nội vụ"]


def test_ocr_slips_are_kept() -> None:
    assert _cleaned("Phân đầu đến năm 2025") == ["Phân đầu đến năm 2025"]


def test_pages_and_missing_line_numbers_are_carried() -> None:
    (line,) = clean_lines([RawLine("Chữ", None, 3)])
    assert (line.line, line.page) == (None, 3)


# Its own statement of the rule by which a quote is verbatim, against which the product's is held.
def _rule(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    without_tags = re.sub(r"</?\w+>", " ", composed)
    return " ".join(word for word in re.split(r"[\s|*#]+", without_tags) if word)


MARKUP = st.text(st.sampled_from("aố ̂́đ<>/b|*#\n\t\u00a01.-") | st.characters(codec="utf-8"), max_size=60)


@given(MARKUP)
def test_folding_follows_the_rule_of_verbatim_quotes(text: str) -> None:
    assert fold_markup(text) == _rule(text)


@given(MARKUP)
def test_every_clean_line_is_verbatim_in_its_text(text: str) -> None:
    for line in lines_of(text):
        assert fold_markup(line.text) in _rule(text.split("\n")[(line.line or 1) - 1])
