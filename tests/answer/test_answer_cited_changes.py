"""What documents say in passing of changes to others."""

import pytest
from small_library import PLAN_A, A, passage, small

from answer.cited_changes import changes_of
from vietnamese.numbers import find_document_numbers


def found(text: str, number: str) -> list[tuple[str, str, str]]:
    """What is changed, by what and how, of each change that a library of one clause names."""
    library = small((PLAN_A,), (passage(A, 1, text),))
    (named,) = find_document_numbers(number)
    return [(c.changing, c.changed, c.how) for c in changes_of(library, named)]


@pytest.mark.parametrize(
    ("words", "how"),
    [
        ("ngày 18/10/2021 sửa đổi, bổ sung một số điều của", "cited_amends"),
        ("Sửa đổi", "cited_amends"),
        ("thay thế", "cited_replaces"),
        ("bãi bỏ", "cited_repeals"),
        ("huỷ bỏ một phần", "cited_repeals"),
    ],
)
def test_one_that_changes_another_in_one_breath(words: str, how: str) -> None:
    text = f"Căn cứ Nghị định 89/2021/NĐ-CP {words} Nghị định số 101/2017/NĐ-CP ngày 01/9/2017;"
    assert found(text, "101/2017/NĐ-CP") == [("89/2021/NĐ-CP", "101/2017/NĐ-CP", how)]
    assert found(text, "89/2021/NĐ-CP") == []  # it is not the one that is changed


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định 89/2021/NĐ-CP; sửa đổi Nghị định số 101/2017/NĐ-CP.",
        "Theo Nghị định 89/2021/NĐ-CP. Việc sửa đổi nêu ở Nghị định số 101/2017/NĐ-CP.",
        "Nghị định 89/2021/NĐ-CP và Nghị định số 101/2017/NĐ-CP được sửa đổi.",
        "Sửa đổi Nghị định số 101/2017/NĐ-CP.",
        "Nghị định 89/2021/NĐ-CP sửa đổi Nghị định số 102/2017/NĐ-CP.",
        "",
    ],
)
def test_what_says_no_such_thing(text: str) -> None:
    assert found(text, "101/2017/NĐ-CP") == []


def test_the_block_that_says_it_is_what_is_quoted() -> None:
    block = "- Nghị định 3/2021/NĐ-CP thay thế Nghị định 2/2017/NĐ-CP;"
    clause = passage(A, 1, f"Căn cứ:\n{block}")
    (named,) = find_document_numbers("2/2017/NĐ-CP")
    (change,) = changes_of(small((PLAN_A,), (clause,)), named)
    assert (change.document_id, change.unit.text, change.unit.passage) == (A, block, clause)
