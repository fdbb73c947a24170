from string import Formatter

import pytest

from ui import words as interface
from ui.words import LANGUAGES, TABLE, Words, read_language


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", TABLE)
def test_both_languages_say_it_with_the_same_fields(key: str) -> None:
    vietnamese, english = TABLE[key]
    assert vietnamese.strip() and english.strip()
    assert _fields(vietnamese) == _fields(english)


def test_no_two_parts_have_the_same_key() -> None:
    assert len(TABLE) == sum(len(part.TABLE) for part in interface.PARTS)


def test_braces_in_a_value_are_not_fields() -> None:
    assert Words("en")("understood_as", question="{x} {0}") == "Understood as: {x} {0}"


def test_one_of_a_thing_is_said_as_one() -> None:
    words = Words("en")
    assert (words("documents_pages", n=1), words("documents_pages", n=2)) == ("1 page", "2 pages")
    assert all(key.removesuffix(".one") in TABLE for key in TABLE)


@pytest.mark.parametrize(("value", "language"), [("en", "en"), ("vi", "vi"), ("fr", "vi"), (None, "vi"), ("", "vi")])
def test_vietnamese_unless_the_address_says_english(value: str | None, language: str) -> None:
    assert read_language(value) == language
    assert LANGUAGES == ("vi", "en")
