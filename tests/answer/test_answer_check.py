import pytest
from small_library import GOALS, MONEY, A, citation

from answer.check import CheckFailed, check_answer
from answer.reply import Citation
from index.document import SourceLine

LINES = {
    A: [
        SourceLine(MONEY.text, 31),
        SourceLine("Một dòng khác.", 32),
        *(SourceLine(b, 21 + i) for i, b in enumerate(GOALS.blocks)),
    ]
}
QUOTE = "lấy từ ngân sách tỉnh"


def check(text: str, *citations: Citation) -> None:
    check_answer(text, citations, dict(LINES))


def test_a_quote_with_its_marker_passes() -> None:
    check("Ngân sách tỉnh [1].", citation(QUOTE))


def test_markup_and_white_space_do_not_matter() -> None:
    check("Ngân sách tỉnh [1].", citation("**lấy từ**\n ngân   sách | tỉnh"))


def test_a_quote_over_several_lines_passes() -> None:
    check("Mục tiêu [1].", citation(GOALS.text, GOALS, (21, 23)))


def test_an_answer_without_citations_or_markers_passes() -> None:
    check("Không có câu trả lời.")


def test_a_passage_without_lines_is_sought_in_the_whole_document() -> None:
    check("Ngân sách tỉnh [1].", citation(QUOTE, lines=None))


@pytest.mark.parametrize("quote", ["", "  ", "**", "| #"])
def test_an_empty_quote_fails(quote: str) -> None:
    with pytest.raises(CheckFailed, match="empty"):
        check("Ngân sách tỉnh [1].", citation(quote))


@pytest.mark.parametrize("quote", ["lấy từ ngân sách huyện", "ngân sách tỉnh lấy từ", "Một dòng khác."])
def test_a_quote_outside_its_passage_fails(quote: str) -> None:
    with pytest.raises(CheckFailed, match="not in its passage"):
        check("Ngân sách tỉnh [1].", citation(quote))


@pytest.mark.parametrize("lines", [(32, 32), (21, 23), (100, 200)])
def test_a_quote_that_stands_on_other_lines_fails(lines: tuple[int, int]) -> None:
    with pytest.raises(CheckFailed, match="not verbatim"):
        check("Ngân sách tỉnh [1].", citation(QUOTE, lines=lines))


def test_a_quote_that_the_document_does_not_hold_fails() -> None:
    with pytest.raises(CheckFailed, match="not verbatim"):
        check_answer("Ngân sách tỉnh [1].", [citation(QUOTE)], {A: [SourceLine("Văn bản khác.", 31)]})


@pytest.mark.parametrize("text", ["Ngân sách tỉnh.", "Ngân sách tỉnh [2].", "Ngân sách tỉnh [1][2].", "[0] [1]"])
def test_markers_and_citations_must_match(text: str) -> None:
    with pytest.raises(CheckFailed, match="markers"):
        check(text, citation(QUOTE))


def test_a_marker_without_any_citation_fails() -> None:
    with pytest.raises(CheckFailed, match="markers"):
        check("Ngân sách tỉnh [1].")


def test_each_citation_is_checked() -> None:
    with pytest.raises(CheckFailed, match="citation 2"):
        check("Ngân sách tỉnh [1][2].", citation(QUOTE), citation("bịa đặt", marker=2))


def test_a_hundred_citations_can_be_checked() -> None:
    citations = [citation(QUOTE, marker=i) for i in range(1, 101)]
    check(" ".join(f"[{c.marker}]" for c in citations), *citations)
