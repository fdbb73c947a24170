"""The words of the exports: there in both languages, for every value there is."""

from dataclasses import fields
from datetime import date
from string import Formatter
from typing import get_args

import pytest

from index.document import DocumentStatus
from obligations.due import Due
from obligations.exports.about import filters
from obligations.exports.columns import COLUMNS
from obligations.exports.headings import LANGUAGES, TABLE, Language, word
from obligations.exports.spans import span_words, yearly_words
from obligations.exports.text import clean, shortened
from obligations.obligation import Frequency, Kind, Role
from obligations.wanted import Wanted


def test_both_languages_have_the_same_fields() -> None:
    for key, pair in TABLE.items():
        assert all(pair), key
        vi, en = ({field for _, field, _, _ in Formatter().parse(text) if field} for text in pair)
        assert vi == en or key == "whole_month"


@pytest.mark.parametrize(
    ("name", "values"),
    [("kind", Kind), ("role", Role), ("frequency", Frequency), ("status", DocumentStatus)],
)
def test_every_value_has_a_label(name: str, values: object) -> None:
    for value in get_args(values):
        assert {word(f"{name}.{value}", language) for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_columns_are_told_apart(language: Language) -> None:
    assert len({word(column.heading, language) for column in COLUMNS}) == len(COLUMNS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_filter_is_named(language: Language) -> None:
    wanted = Wanted(
        kind="duty",
        actor="Sở\nNội vụ",
        role="lead",
        documents=["b", "a"],
        province="Sóc Trăng",
        year=2025,
        deadline="yearly",
        due=(date(2025, 1, 1), date(2025, 3, 31)),
        words="tập huấn",
    )
    assert all(getattr(wanted, field.name) is not None for field in fields(Wanted))
    shown = dict(filters(wanted, language))
    assert list(shown) == [word(f"wanted.{field.name}", language) for field in fields(Wanted)]
    assert shown[word("wanted.documents", language)] == "a, b"
    assert shown[word("wanted.actor", language)] == "Sở Nội vụ"
    assert list(filters(Wanted(), language)) == []


@pytest.mark.parametrize(
    ("due", "vi", "en"),
    [
        (Due("08-31", "08-31", 2021, 2025), "31/8 hằng năm, 2021–2025", "31 August every year, 2021–2025"),
        (Due("08-31", "08-31", None, 2030), "31/8 hằng năm, đến năm 2030", "31 August every year, until 2030"),
        (Due("08-31", "08-31", 2021), "31/8 hằng năm, từ năm 2021", "31 August every year, from 2021"),
        (Due("10-01", "12-31"), "1/10–31/12 hằng năm", "1 October–31 December every year"),
        (Due("02-01", "02-29"), "tháng 2 hằng năm", "February every year"),
    ],
)
def test_what_comes_back_in_words(due: Due, vi: str, en: str) -> None:
    assert (yearly_words(due, "vi"), yearly_words(due, "en")) == (vi, en)
    assert span_words(due, "vi") == vi


@pytest.mark.parametrize(
    ("due", "vi", "en"),
    [
        (Due("2021-03-31", "2021-03-31"), "31/3/2021", "2021-03-31"),
        (Due("2025-10-01", "2025-12-31"), "1/10/2025–31/12/2025", "2025-10-01–2025-12-31"),
    ],
)
def test_days_in_words(due: Due, vi: str, en: str) -> None:
    assert (span_words(due, "vi"), span_words(due, "en")) == (vi, en)


def test_text_for_files() -> None:
    assert clean("  a\x00\x07\t\nb\u2028\ud83d\ufffe c\u00a0") == "a b c"
    assert clean("Ủy ban 😀") == "Ủy ban 😀"
    assert shortened("mở các lớp bồi dưỡng", 20) == "mở các lớp bồi dưỡng"
    assert shortened("mở các lớp bồi dưỡng", 15) == "mở các lớp…"
    assert len(shortened("x" * 50, 15)) == 15
