"""Common nouns for who can have duties."""

import re

import pytest

from obligations.nouns import ANYBODY, COMMON, HEAD, OFFICE, PERSON


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (HEAD, "các cơ quan, đơn vị"),
        (HEAD, "công chức"),
        (OFFICE, "giám đốc sở y tế"),
        (OFFICE, "văn phòng sở"),
        (PERSON, "mỗi học viên"),
        (COMMON, "thủ trưởng các đơn vị"),
        (ANYBODY, "mọi người"),
    ],
)
def test_nouns(pattern: re.Pattern[str], words: str) -> None:
    assert pattern.match(words)


@pytest.mark.parametrize(
    "words",
    [
        "tổ chức thực hiện",
        "cơ sở dữ liệu",
        "bộ máy",
        "trường hợp",
        "sở hữu",
        "khoa học",
        "trưởng thành",
        "văn phòng phẩm",
    ],
)
def test_words_that_only_begin_like_one(words: str) -> None:
    assert HEAD.match(words) is None


def test_persons_are_no_offices() -> None:
    assert OFFICE.match("công chức") is None
    assert COMMON.match("công chức") is None
