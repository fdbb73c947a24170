"""What a Vietnamese syllable can look like."""

import pytest

from vietnamese.syllable import is_foreign, is_syllable
from vietnamese.text import syllables


@pytest.mark.parametrize(
    "word",
    [
        "nghiêng",
        "nguyễn",
        "khuỷu",
        "quyền",
        "giếng",
        "gì",
        "gia",
        "oang",
        "ươm",
        "yêu",
        "thuế",
        "xoáy",
        "ngoèo",
        "ý",
        "Đắk",
        "học",
        "tập",
        "chuyên",
        "trách",
        "uống",
    ],
)
def test_syllables_are_syllables(word: str) -> None:
    expected = word != "Đắk"  # the names of the Central Highlands are spelt in their own way
    assert is_syllable(word) is expected


@pytest.mark.parametrize(
    "word",
    ["plan", "training", "staff", "which", "office", "degree", "budget", "who", "makes", "artwork", "how", "many"],
)
def test_english_words_are_foreign(word: str) -> None:
    assert is_foreign(word)


@pytest.mark.parametrize("word", ["the", "in", "to", "can", "do", "so", "tp", "dc", "trc"])
def test_what_could_be_either_is_not_foreign(word: str) -> None:
    assert not is_foreign(word)


def test_a_plain_vietnamese_sentence_holds_no_foreign_word() -> None:
    text = (
        "Giám đốc các sở, ban, ngành và Chủ tịch Ủy ban nhân dân các huyện, thị xã, thành phố chịu trách nhiệm thi hành"
    )
    assert [w for w in syllables(text) if is_foreign(w)] == []
