"""What the sentences of a block say that somebody must do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligations.holders import Holder
from obligations.statements import read_block

OFFICE = Holder("Sở Nội vụ")


def test_sentences_without_a_subject_go_on_with_who_came_before() -> None:
    (statement,) = read_block("Sở Y tế cử cán bộ. Đồng thời báo cáo kết quả; kiểm tra việc thực hiện.", None)
    assert statement.actors == ("Sở Y tế",)
    assert statement.texts == ["cử cán bộ.", "báo cáo kết quả;", "kiểm tra việc thực hiện."]
    assert [does.split()[0] for does in statement.does] == ["cử", "báo", "kiểm"]


def test_who_holds_the_clause_does_what_begins_with_a_verb() -> None:
    (statement,) = read_block("Hằng năm, xây dựng kế hoạch.", OFFICE)
    assert (statement.actors, statement.texts) == (("Sở Nội vụ",), ["Hằng năm, xây dựng kế hoạch."])


def test_a_subject_goes_before_who_holds_the_clause() -> None:
    statements = read_block("Hướng dẫn các lớp. Các đơn vị có trách nhiệm cử cán bộ.", OFFICE)
    assert [statement.actors for statement in statements] == [("Sở Nội vụ",), ("Các đơn vị",)]


def test_a_lead_in_before_the_subject_stays_with_the_words() -> None:
    (statement,) = read_block("Căn cứ kế hoạch, Sở Y tế cử cán bộ.", None)
    assert (statement.actors, statement.texts) == (("Sở Y tế",), ["Căn cứ kế hoạch, cử cán bộ."])


def test_what_a_right_is_said_of_is_no_duty_and_neither_is_what_follows() -> None:
    assert read_block("Công chức được cử đi học. Tham gia các lớp ngắn hạn.", None) == []


@pytest.mark.parametrize(
    "words",
    [
        "Mở lớp.",
        "Kinh phí được cấp hằng năm.",
        "Lớp học gồm 30 người; kéo dài 3 ngày.",
        "Căn cứ Luật Cán bộ, công chức;",
        "",
    ],
)
def test_nobody_is_named_and_nothing_ordered(words: str) -> None:
    assert read_block(words, None) == []


def test_a_thing_must_be_done_and_nobody_is_named() -> None:
    (statement,) = read_block("Nội dung bồi dưỡng phải sát với thực tế.", None)
    assert statement.actors == ()
    assert statement.does == ["phải sát với thực tế."]


def test_where_powers_stand_among_the_duties_only_verbs_of_duty_count() -> None:
    powers = Holder("Sở Nội vụ", mixed=True)
    assert read_block("Quyết định biên chế.", powers) == []
    assert [s.actors for s in read_block("Kiểm tra biên chế.", powers)] == [("Sở Nội vụ",)]


@given(
    st.lists(
        st.sampled_from(
            ["Sở Y tế ", "phải ", "cử ", "cán bộ", ", ", "; ", ". ", "(", ")", "khi ", "do ", ": ", "Các "]
        ),
        max_size=25,
    )
)
def test_any_block_can_be_read(words: list[str]) -> None:
    for statement in read_block("".join(words), OFFICE):
        assert len(statement.texts) == len(statement.does) > 0
