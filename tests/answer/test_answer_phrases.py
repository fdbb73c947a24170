from dataclasses import replace
from string import Formatter

import pytest
from small_library import PLAN_A, PLAN_B

from answer.ask import Ask
from answer.phrases import _PARTS, _PHRASES, document_name, office_name, say, says, written_day
from answer.reply import Language
from index.document import Document, Period
from vietnamese.glossary import Glossary
from vietnamese.text import has_accents


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", _PHRASES)
def test_both_languages_say_the_same(key: str) -> None:
    vietnamese, english = _PHRASES[key]
    assert fields(vietnamese) == fields(english)
    assert not has_accents(english)
    assert has_accents(vietnamese) or key == "cells"


@pytest.mark.parametrize("key", _PHRASES)
@pytest.mark.parametrize("language", ["vi", "en", "vi_unaccented"])
def test_a_sentence_is_filled_in_and_begins_with_a_capital(key: str, language: Language) -> None:
    values = dict.fromkeys(fields(_PHRASES[key][0]), "đáp")
    said = say(key, language, **values)
    assert "{" not in said
    if key not in _PARTS:
        assert said[0].isupper()
        assert said[-1] in ".:"


def test_a_part_of_a_sentence_begins_small_and_ends_open() -> None:
    assert say("until", "vi", year=2030) == "đến năm 2030"
    assert say("until", "en", year=2030) == "until 2030"


@pytest.mark.parametrize(
    ("day", "vi", "en"),
    [
        ("2024-03-05", "05/03/2024", "05/03/2024"),
        ("2024-03", "tháng 3 năm 2024", "March 2024"),
        ("2021-12", "tháng 12 năm 2021", "December 2021"),
        ("2024", "2024", "2024"),
    ],
)
def test_a_day_is_written_as_far_as_it_is_known(day: str, vi: str, en: str) -> None:
    assert (written_day(day, "vi"), written_day(day, "vi_unaccented"), written_day(day, "en")) == (vi, vi, en)


def test_whether_there_is_a_sentence() -> None:
    assert says("doc_number_absent")
    assert not says("doc_period_absent")


def test_unaccented_questions_are_answered_in_vietnamese() -> None:
    assert say("empty", "vi_unaccented") == say("empty", "vi") != say("empty", "en")


def test_every_fact_about_a_document_has_its_sentence() -> None:
    for ask in (Ask.DOC_NUMBER, Ask.DOC_DATE, Ask.DOC_SIGNER, Ask.DOC_ISSUER, Ask.DOC_PERIOD):
        assert "2024" in say(ask.value, "en", value="2024", doc="Plan", m="[1]")


def test_braces_in_what_is_filled_in_stay() -> None:
    assert "{x} {}" in say("number", "vi", doc="Kế hoạch", value="{x} {}", m="[1]")


@pytest.mark.parametrize(
    ("document", "language", "name"),
    [
        (PLAN_A, "vi", "kế hoạch 15/KH-UBND của Ủy ban nhân dân tỉnh Lâm Đồng"),
        (PLAN_A, "en", "Plan 15/KH-UBND of the Provincial People's Committee of Lâm Đồng"),
        (PLAN_B, "vi", "kế hoạch 2021 của Ủy ban nhân dân tỉnh Phú Yên"),
        (PLAN_B, "en", "the 2021 plan of the Provincial People's Committee of Phú Yên"),
        (replace(PLAN_B, issuer=None), "vi", "kế hoạch 2021 của Phú Yên"),
        (replace(PLAN_B, period=Period(2021, 2025)), "vi", "kế hoạch 2021 - 2025 của Ủy ban nhân dân tỉnh Phú Yên"),
        (replace(PLAN_B, period=Period(None, 2030), issuer=None, province=None), "en", "the 2030 plan"),
        (Document("x", "x.md"), "vi", "văn bản"),
    ],
)
def test_how_a_document_is_named(glossary: Glossary, document: Document, language: Language, name: str) -> None:
    assert document_name(document, language, glossary) == name


def test_a_document_of_which_nothing_is_known_has_a_name_in_english(glossary: Glossary) -> None:
    assert document_name(Document("x", "x.md"), "en", glossary).strip()


def test_an_office_in_english_keeps_its_vietnamese_name(glossary: Glossary) -> None:
    named = office_name("Sở Tài chính", "en", glossary)
    assert "Department of Finance" in named
    assert "Sở Tài chính" in named
    assert office_name("Sở Tài chính", "vi", glossary) == "Sở Tài chính"
    assert office_name("Tổ Biên mục", "en", glossary) == "“Tổ Biên mục”"  # a quote among English words
