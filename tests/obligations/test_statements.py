"""What the sentences of a block say that somebody must do."""

import time

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


def test_work_that_must_be_done_in_some_way_is_a_thing() -> None:
    (statement,) = read_block("Đào tạo, bồi dưỡng phải gắn với quy hoạch.", None)
    assert (statement.actors, statement.does) == ((), ["phải gắn với quy hoạch."])


class TestCases:
    """Who acts where a sentence begins with a case."""

    @pytest.mark.parametrize(
        ("words", "actors"),
        [
            ("Trường hợp cơ quan, người thu phí làm sai thì Sở Y tế phải hoàn lại.", [("Sở Y tế",)]),
            ("Trường hợp hết hạn, nếu có đơn thì Sở Y tế trả lời.", [("Sở Y tế",)]),
            ("Khi có khách đến lưu trú, thành viên hộ gia đình phải thông báo.", [("Thành viên hộ gia đình",)]),
            ("Khi giao hồ sơ cho đơn vị, cá nhân phải ký nhận.", []),
            ("Tại phiên họp, việc từ chối người dịch, người giám định phải được ghi vào biên bản.", [()]),
            ("Trường hợp hết hạn thì người mua có thể trả lại hàng và nhận tiền.", []),
            (
                "Sau ngày bầu Chủ tịch, Phó Chủ tịch Ủy ban nhân dân, Chánh Văn phòng phải gửi kết quả.",
                [("Chánh Văn phòng",)],
            ),
            (
                "Căn cứ yêu cầu phát triển, bảo đảm trật tự và khả năng của từng xã, Sở Y tế trình đề án.",
                [("Sở Y tế",)],
            ),
            (
                "Sở Y tế trả lời; trừ trường hợp vượt thẩm quyền thì Bộ Y tế thực hiện trả lời.",
                [("Sở Y tế",), ("Bộ Y tế",)],
            ),
            (
                "Sở Y tế thực hiện; đối với các trường hợp khác thì tổ chức, cá nhân thuê đất đề nghị Bộ Y tế thay đổi.",
                [("Sở Y tế",), ("Tổ chức, cá nhân thuê đất",)],
            ),
        ],
    )
    def test_who_acts(self, words: str, actors: list[tuple[str, ...]]) -> None:
        assert [statement.actors for statement in read_block(words, None)] == actors

    def test_who_may_act_instead_of_who_holds_the_clause(self) -> None:
        assert read_block("Trường hợp hết hạn thì người mua có thể trả lại hàng và nhận tiền.", OFFICE) == []


@pytest.mark.parametrize(
    ("words", "actors"),
    [
        ("Tổ chức trọng tài phải chịu trách nhiệm về hoạt động của chi nhánh.", [("Tổ chức trọng tài",)]),
        ("Tổ chức phát hành vé phải thông báo giá.", [("Tổ chức phát hành vé",)]),
        ("Nhà nước khuyến khích hỏa táng.", []),
        ("Đối tượng phải thực hiện kiểm kê là cơ sở lớn.", []),
    ],
)
def test_who_is_obliged(words: str, actors: list[tuple[str, ...]]) -> None:
    assert [statement.actors for statement in read_block(words, None)] == actors


def test_a_list_of_things_is_whole() -> None:
    words = "Việc gây mê; thực hiện phương pháp mới; thử thuốc trên người phải được sự đồng ý của người đó."
    (statement,) = read_block(words, None)
    assert statement.texts == [words]


def test_what_an_office_may_decide() -> None:
    powers = Holder("Ủy ban nhân dân xã", mixed=True)
    assert read_block("Ban hành quyết định về những vấn đề thuộc nhiệm vụ, quyền hạn của mình.", powers) == []
    assert len(read_block("Ban hành quy chế làm việc.", powers)) == 1


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Mở tài khoản tại ngân hàng.", 0),
        ("Sử dụng dịch vụ của trung tâm.", 0),
        ("Sử dụng tài sản đúng mục đích.", 1),
        ("Tự chịu trách nhiệm về kết quả.", 1),
        ("Nộp thuế.", 1),
    ],
)
def test_what_may_be_done_among_rights_and_duties(words: str, count: int) -> None:
    holder = Holder("Trung tâm hòa giải", mixed=True, rights=True)
    assert len(read_block(words, holder)) == count


@pytest.mark.parametrize(
    "words",
    [
        "Trong thời hạn 05 ngày kể từ ngày bầu " + "Chủ tịch, " * 2000,
        "Căn cứ " + "Sở Y tế, " * 2000 + "thực hiện",
        "Người " + "phải làm " * 2000,
        "Trường hợp " + "nếu sai, thì sửa " * 2000,
        "Khi có đơn" + ", người đó" * 2000 + " phải trả",
    ],
)
def test_a_long_sentence_takes_no_more_than_its_length(words: str) -> None:
    began = time.perf_counter()
    read_block(words, Holder("Sở Nội vụ", mixed=True, rights=True))
    assert time.perf_counter() - began < 10  # about a second; without bounds minutes


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
