import pytest
from small_library import FORMS, GOALS, PASSAGES, ROW, A, passage, plans, question, weigh

from answer.terms import TermWeights
from answer.units import LONGEST_QUOTE, best_unit, items_of, sentence_of, sentences_of, whole
from index.passage import Passage
from vietnamese.text import fold_markup

ASKED = ("biên mục", "kinh phí mua sách", "số hóa danh mục sách", "thủ thư", "trước ngày", "không có ở đâu cả")


def weights_for(words: str) -> TermWeights:
    return weigh(plans(), question(words))


def long_passage(blocks: int = 1) -> Passage:
    """A block of some thousand characters, in sentences of which one speaks of rockets."""
    filler = [f"Thư viện thứ {i} mua sách, báo và kệ gỗ cho phòng đọc của thiếu nhi trong xã." for i in range(20)]
    sentences = [*filler[:15], "Tên lửa giấy được trưng bày ở phòng đọc.", *filler[15:]]
    return passage(A, 40, "\n".join([" ".join(sentences)] * blocks), ("V. PHÒNG ĐỌC",))


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("of", [*PASSAGES, long_passage(), long_passage(2)], ids=lambda p: p.id)
def test_a_unit_stands_verbatim_in_its_passage_and_on_its_lines(of: Passage, asked: str) -> None:
    unit = best_unit(of, weights_for(asked))
    assert unit.text.strip()
    assert fold_markup(unit.text) in fold_markup(of.text)
    assert unit.lines is not None
    assert of.lines is not None
    assert of.lines[0] <= unit.lines[0] <= unit.lines[1] <= of.lines[1]
    assert fold_markup(unit.text) in fold_markup("\n".join(of.blocks[unit.first : unit.last + 1]))


def test_the_block_that_says_most_is_quoted_alone() -> None:
    of = passage(A, 30, "Thủ thư mở cửa phòng đọc.\n- Số hóa danh mục sách.\nTrẻ em mượn báo.")
    unit = best_unit(of, weights_for("số hóa danh mục sách"))
    assert unit.text == "- Số hóa danh mục sách."
    assert unit.lines == (302, 302)
    assert (unit.first, unit.last) == (1, 1)


def test_an_opening_takes_its_bullets_along() -> None:
    unit = best_unit(GOALS, weights_for("mục tiêu"))
    assert unit.text == GOALS.text
    assert unit.lines == GOALS.lines


def test_a_bullets_own_bullets_end_with_the_next_bullet() -> None:
    text = "- Phòng đọc gồm:\n+ kệ gỗ;\n+ bàn tròn.\n- Phòng mượn mở buổi sáng."
    unit = best_unit(passage(A, 30, text), weights_for("phòng đọc gồm"))
    assert unit.text == "- Phòng đọc gồm:\n+ kệ gỗ;\n+ bàn tròn."
    assert unit.lines == (301, 303)


def test_an_opening_takes_as_many_bullets_along_as_make_a_quote() -> None:
    text = "Danh mục mua sắm gồm:\n" + "\n".join(f"- kệ gỗ số {i} cho phòng đọc của thiếu nhi;" for i in range(30))
    unit = best_unit(passage(A, 30, text), weights_for("danh mục mua sắm"))
    assert unit.text.startswith("Danh mục mua sắm gồm:\n- kệ gỗ số 0 ")
    assert unit.text.endswith(" thiếu nhi;")
    assert LONGEST_QUOTE - 60 < len(unit.text) <= LONGEST_QUOTE


def test_a_row_is_quoted_whole() -> None:
    assert best_unit(ROW, weights_for("biên mục")) == whole(ROW)


def test_a_long_block_is_cut_at_sentences_around_the_best() -> None:
    of = long_passage()
    assert len(of.text) > LONGEST_QUOTE
    unit = best_unit(of, weights_for("tên lửa"))
    assert "Tên lửa giấy được trưng bày" in unit.text
    assert len(unit.text) <= LONGEST_QUOTE
    assert unit.text.endswith(".")
    assert unit.text[0].isupper()


def test_without_lines_of_the_blocks_those_of_the_passage_serve() -> None:
    bare = Passage("x", A, 0, "clause", ("I",), "Một dòng.\nHai dòng sách.", "", (5, 6))
    assert best_unit(bare, weights_for("hai dòng sách")).lines == (5, 6)
    no_lines = Passage("x", A, 0, "clause", ("I",), "Một dòng.\nHai dòng sách.", "", None, page=3)
    assert best_unit(no_lines, weights_for("hai dòng sách")).lines is None


def test_the_sentence_of_a_unit() -> None:
    of = passage(A, 30, "Phòng đọc mở cửa buổi sáng. Thủ thư biên mục sách buổi chiều; kho sách đóng cửa.")
    assert sentence_of(whole(of), weights_for("thủ thư biên mục")) == "Thủ thư biên mục sách buổi chiều;"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("thủ thư biên mục", ["- Cử 3 thủ thư học biên mục sách.", "- Cử 5 thủ thư học biên mục báo;"]),
        ("thủ thư biên mục sách", ["- Cử 3 thủ thư học biên mục sách."]),
    ],
)
def test_the_sentences_that_say_as_much_as_the_best(asked: str, said: list[str]) -> None:
    text = "Đào tạo:\n- Cử 3 thủ thư học biên mục sách.\n- Cử 5 thủ thư học biên mục báo; kho đóng cửa."
    assert sentences_of(whole(passage(A, 30, text)), weights_for(asked)) == said


def test_whole_is_the_whole_passage() -> None:
    unit = whole(FORMS[0])
    assert (unit.text, unit.lines, unit.first, unit.last) == (FORMS[0].text, FORMS[0].lines, 0, 0)


def test_a_heading_is_quoted_with_what_it_heads() -> None:
    of = passage(A, 30, "1. Mục tiêu chung\nXây dựng phòng đọc thân thiện.\nMở rộng kho sách.")
    assert best_unit(of, weights_for("mục tiêu chung")).text == of.text


def test_a_heading_over_long_blocks_takes_the_first_along() -> None:
    block = "Xây dựng phòng đọc thân thiện cho thiếu nhi. " * 10
    unit = best_unit(passage(A, 30, f"1. Mục tiêu chung\n{block}\n{block}"), weights_for("mục tiêu chung"))
    assert (unit.first, unit.last) == (0, 1)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Gồm:\n- một\n- hai\n- ba", 3),
        ("- một\n+ của một\n+ cũng của một\n- hai", 2),
        ("- Gồm:\n+ một\n+ hai\n+ ba", 3),
        ("- một mình", 0),
        ("\nkhông có mục nào\n", 0),
    ],
)
def test_items_of_one_rank_are_counted(text: str, items: int) -> None:
    assert items_of(text) == items
