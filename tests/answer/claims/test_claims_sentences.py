"""An answer parts into the sentences that a reader sees, each with the markers that it cites by."""

import time

import pytest

from answer.claims.command import LONGEST_ANSWER
from answer.claims.sentences import markers_of, split_sentences


@pytest.mark.parametrize(
    "answer",
    [
        "Tại TP. Hồ Chí Minh có 1.000 người [1].",
        "Theo Điều 5. của Luật này [1].",
        "Decision No. 2106/QĐ-UBND covers 62.1% of staff [1].",
        "Kế hoạch nêu “Một câu. Hai câu.” [1]",
        "2.1. Đến năm 2025 [1]",
    ],
)
def test_one_sentence(answer: str) -> None:
    assert [s.text for s in split_sentences(answer)] == [answer]


def test_a_marker_behind_the_stop_belongs_to_the_sentence_before() -> None:
    first, second = split_sentences("Sở Y tế chủ trì. [1] Sở Nội vụ phối hợp.[2]")
    assert (first.text, first.markers) == ("Sở Y tế chủ trì. [1]", (1,))
    assert (second.text, second.markers) == ("Sở Nội vụ phối hợp.[2]", (2,))


def test_bullets_take_the_markers_of_their_leading_line() -> None:
    lead, first, second, after = split_sentences("Gồm [1]:\n- một việc;\n- việc khác [2].\nCâu sau.")
    assert lead.kind == "lead"
    assert lead.items == 2
    assert (first.markers, second.markers, after.markers) == ((1,), (2,), ())


def test_a_leading_line_takes_the_markers_of_its_bullets() -> None:
    lead, *_ = split_sentences("Sở Tài chính có nhiệm vụ:\n1. một [1]\n2. hai [3]")
    assert lead.markers == (1, 3)
    assert not lead.own


def test_quoted_lines_are_one_sentence() -> None:
    (quote,) = split_sentences("“Một dòng.\n- Hai dòng.” [1]")
    assert quote.text == "“Một dòng.\n- Hai dòng.” [1]"


def test_pieces_end_at_markers() -> None:
    (sentence,) = split_sentences("Sở Y tế chủ trì [1], Sở Nội vụ phối hợp [2].")
    assert [markers for _, markers in sentence.pieces] == [(1,), (2,)]


def test_markers_pass_through_nested_lines() -> None:
    top, inner, deep, own = split_sentences("Gồm:\n- Việc:\n  - một [2]\n  - hai [1]")
    assert (top.markers, inner.markers, deep.markers, own.markers) == ((2, 1), (2, 1), (2,), (1,))
    assert (top.items, inner.items) == (1, 2)
    top, inner, deep = split_sentences("Gồm [3]:\n- Việc:\n  - một")
    assert (top.markers, inner.markers, deep.markers) == ((3,), (3,), (3,))


@pytest.mark.parametrize("unit", ["- x\n", "- x:\n  - y\n", "“a b.” ", "**a. ", "1.", " "])
def test_the_longest_answer_is_parted_at_once(unit: str) -> None:
    """Far less than a second; what grows with the square of the length takes five or more."""
    answer = "Gồm:\n" + (unit * LONGEST_ANSWER)[: LONGEST_ANSWER - 6] + "x"
    before = time.process_time()
    assert split_sentences(answer)
    assert time.process_time() - before < 3


@pytest.mark.parametrize(
    ("text", "markers"),
    [("[1][2]", (1, 2)), ("[1, 3]", (1, 3)), ("[2-4]", (2, 3, 4)), ("[a] (1)", ()), ("[1-999999]", (1, 999999))],
)
def test_forms_of_markers(text: str, markers: tuple[int, ...]) -> None:
    assert markers_of(text) == markers
