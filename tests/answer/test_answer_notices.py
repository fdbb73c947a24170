from dataclasses import replace
from datetime import date

import pytest
from small_library import PLAN_A, PLAN_B, question

from answer.notices import document_notices
from answer.reply import Language, Notice
from index.document import Document, Period, Relation
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


def test_who_says_that_a_document_was_replaced(glossary: Glossary) -> None:
    newer = replace(
        PLAN_A,
        id="newer",
        number="20/KH-UBND",
        relations=(
            Relation("replaces", "15/KH-UBND", None, "Kế hoạch này thay thế Kế hoạch số 15/KH-UBND", PLAN_A.id),
        ),
    )
    held = {d.id: d for d in (PLAN_A, newer)}
    vietnamese = document_notices(question("?"), [PLAN_A, newer], TODAY, glossary, held)
    assert [n.code for n in vietnamese] == ["replaced"]
    assert vietnamese[0].text.startswith("Theo kế hoạch 20/KH-UBND") and "15/KH-UBND" in vietnamese[0].text
    english = document_notices(question("?", language="en"), [PLAN_A], TODAY, glossary, held)
    assert "According to Plan 20/KH-UBND" in english[0].text


def test_a_replacement_on_a_later_day_is_told_with_its_day(glossary: Glossary) -> None:
    newer = replace(
        PLAN_A,
        id="newer",
        number="20/KH-UBND",
        in_force_from="2025-07-01",
        relations=(
            Relation("replaces", "15/KH-UBND", None, "Kế hoạch này thay thế Kế hoạch số 15/KH-UBND", PLAN_A.id),
        ),
    )
    held = {d.id: d for d in (PLAN_A, newer)}

    def told(day: date, language: Language = "vi") -> str:
        (notice,) = document_notices(question("?", language=language), [PLAN_A], day, glossary, held)
        assert notice.code == "replaced"
        return notice.text

    assert told(date(2025, 6, 30)).startswith("Theo kế hoạch 20/KH-UBND") and "từ ngày 01/07/2025" in told(TODAY)
    assert "is replaced from 01/07/2025" in told(TODAY, "en")
    assert "đã bị thay thế" in told(date(2025, 7, 1)) and "đã" not in told(TODAY)


def test_the_catalogue_is_named_where_it_says_so(glossary: Glossary) -> None:
    stated = replace(PLAN_A, validity="repealed", validity_source="Công báo số 5")
    (notice,) = notices(glossary, stated)
    assert notice.code == "replaced" and "Công báo số 5" in notice.text
