from dataclasses import replace
from datetime import date

import pytest
from small_library import PLAN_A, PLAN_B, question

from answer.notices import document_notices
from answer.reply import Language, Notice
from index.document import Document, Period
from vietnamese.glossary import Glossary

TODAY = date(2025, 6, 30)


def notices(glossary: Glossary, *documents: Document, today: date = TODAY, language: Language = "vi") -> list[Notice]:
    return document_notices(question("?", language=language), documents, today, glossary)


def test_an_issued_plan_in_its_period_needs_none(glossary: Glossary) -> None:
    assert notices(glossary, PLAN_A) == []


def test_a_draft_without_a_date_whose_period_is_over(glossary: Glossary) -> None:
    assert [n.code for n in notices(glossary, PLAN_B)] == ["draft", "period_over", "undated"]


@pytest.mark.parametrize(("year", "over"), [(2024, False), (2026, False), (2027, True)])
def test_the_day_decides_whether_a_period_is_over(glossary: Glossary, year: int, over: bool) -> None:
    found = notices(glossary, PLAN_A, today=date(year, 1, 1))
    assert [n.code for n in found] == (["period_over"] if over else [])


def test_the_years_are_named(glossary: Glossary) -> None:
    late = date(2031, 1, 1)
    assert "2024 - 2026" in notices(glossary, PLAN_A, today=late)[0].text
    until = replace(PLAN_A, period=Period(None, 2030))
    assert "2030" in notices(glossary, until, today=late)[0].text
    assert "None" not in notices(glossary, until, today=late)[0].text


def test_facts_that_a_person_stated_are_named(glossary: Glossary) -> None:
    (found,) = notices(glossary, replace(PLAN_A, stated=("number", "date")))
    assert found.code == "corrected"
    assert "number" in found.text


def test_no_period_is_never_over(glossary: Glossary) -> None:
    assert notices(glossary, replace(PLAN_A, period=None), today=date(2099, 1, 1)) == []


def test_documents_in_their_order_in_the_language_of_the_question(glossary: Glossary) -> None:
    draft = replace(PLAN_A, status="draft")
    found = notices(glossary, draft, PLAN_B, language="en")
    assert [n.code for n in found] == ["draft", "draft", "period_over", "undated"]
    assert "15/KH-UBND" in found[0].text
    assert all("dự thảo" not in n.text for n in found)
    assert "dự thảo" in notices(glossary, draft)[0].text
