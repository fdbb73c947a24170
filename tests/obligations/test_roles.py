"""The role that the main verb gives."""

import re

import pytest

from obligations.roles import MODAL, VERB, role_of
from vietnamese.text import key


@pytest.mark.parametrize(
    ("does", "role"),
    [
        ("Chủ trì, phối hợp với các cơ quan có liên quan", "lead"),
        ("phối hợp với Sở Nội vụ", "coordinate"),
        ("Tham mưu Ủy ban nhân dân tỉnh", "advise"),
        ("lập thủ tục trình cấp có thẩm quyền", "implement"),
        ("báo cáo kết quả về Sở Nội vụ", "report"),
        ("gửi danh sách trước ngày 10/3", "report"),
        ("Kiểm tra việc sử dụng kinh phí", "inspect"),
        ("Bố trí kinh phí hằng năm", "fund"),
        ("Bố trí cán bộ theo vị trí việc làm", "implement"),
        ("Dự toán kinh phí đào tạo", "fund"),
        ("mở các lớp tập huấn", "implement"),
        ("cam kết phục vụ lâu dài", "other"),
        ("phải có trình độ đại học", "other"),
    ],
)
def test_the_first_verb_decides(does: str, role: str) -> None:
    assert role_of(key(does)) == role


@pytest.mark.parametrize(
    ("does", "role"),
    [
        ("Tổ chức kiểm tra, đánh giá", "inspect"),
        ("Chủ động tham mưu cấp ủy", "advise"),
        ("Hằng năm, báo cáo cấp trên", "report"),
        ("có trách nhiệm theo dõi, đôn đốc", "inspect"),
        ("tổng hợp, báo cáo Chính phủ", "report"),
        ("tăng cường công tác kiểm tra", "inspect"),
        ("Căn cứ kế hoạch được duyệt, kiểm tra các lớp học", "inspect"),
        ("Tổ chức các lớp bồi dưỡng", "implement"),
    ],
)
def test_words_of_manner_time_and_light_verbs_leave_it_to_the_next(does: str, role: str) -> None:
    assert role_of(key(does)) == role


@pytest.mark.parametrize(
    "words", ["trình độ", "trình tự", "cấp tỉnh", "giao thông", "báo cáo viên", "nhận thức", "cử tri", "hướng dẫn viên"]
)
def test_a_verb_within_another_word_is_none(words: str) -> None:
    assert re.match(VERB, key(words)) is None


@pytest.mark.parametrize("words", ["có trách nhiệm", "phải", "sẽ", "có nhiệm vụ"])
def test_words_of_must(words: str) -> None:
    assert re.match(MODAL, words)
    assert re.match(MODAL, f"{words}x") is None
