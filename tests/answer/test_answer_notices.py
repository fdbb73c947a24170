from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from small_library import PLAN_A, PLAN_B, passage, question

from answer.assistant import Assistant
from answer.notices import document_notices, recognised_notices
from answer.reply import Citation, Language, Notice
from index.document import Document, Period, Relation, RelationType
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


CHANGES: tuple[tuple[RelationType, bool, str, str], ...] = (
    ("amends", False, "đã được sửa đổi, bổ sung", "has been amended"),
    ("repeals", True, "đã bị bãi bỏ hoặc thay thế một phần", "has been repealed or replaced in part"),
    ("replaces", True, "đã bị bãi bỏ hoặc thay thế một phần", "has been repealed or replaced in part"),
)


def changing(kind: RelationType, partial: bool, **more: Any) -> Document:
    """A plan that changes PLAN_A."""
    relation = Relation(kind, "15/KH-UBND", None, "… Kế hoạch số 15/KH-UBND", PLAN_A.id, partial)
    return replace(PLAN_A, id=f"{kind}-{partial}", number="20/KH-UBND", relations=(relation,), **more)


@pytest.mark.parametrize(("kind", "partial", "vietnamese", "english"), CHANGES)
def test_who_amends_a_document_or_repeals_a_part_of_it(
    glossary: Glossary, kind: RelationType, partial: bool, vietnamese: str, english: str
) -> None:
    newer = changing(kind, partial)
    held = {d.id: d for d in (PLAN_A, newer)}
    (notice,) = document_notices(question("?"), [PLAN_A, newer], TODAY, glossary, held)
    assert notice.code == "amended" and notice.text.startswith("Theo kế hoạch 20/KH-UBND")
    assert vietnamese in notice.text and "15/KH-UBND" in notice.text
    (notice,) = document_notices(question("?", language="en"), [PLAN_A], TODAY, glossary, held)
    assert notice.text.startswith("According to Plan 20/KH-UBND") and english in notice.text


def test_an_amendment_counts_from_its_day_and_an_end_to_come_is_told_beside_it(glossary: Glossary) -> None:
    amending = changing("amends", False, in_force_from="2025-07-01")
    replacing = changing("replaces", False, in_force_from="2026-01-01")
    held = {d.id: d for d in (PLAN_A, amending)}
    (notice,) = document_notices(question("?"), [PLAN_A], TODAY, glossary, held)
    assert notice.code == "amended" and "từ ngày 01/07/2025" in notice.text
    held[replacing.id] = replacing
    found = document_notices(question("?"), [PLAN_A], date(2025, 7, 1), glossary, held)
    assert [n.code for n in found] == ["amended", "replaced"]
    assert "từ ngày" not in found[0].text and "từ ngày 01/01/2026" in found[1].text


def test_the_catalogue_may_say_that_a_document_was_amended(glossary: Glossary) -> None:
    (notice,) = notices(glossary, replace(PLAN_A, validity="amended", validity_source="Công báo số 5"))
    assert notice.code == "amended" and "Công báo số 5" in notice.text


def test_a_scan_whose_date_was_not_read_is_not_said_to_bear_none(glossary: Glossary) -> None:
    (notice,) = notices(glossary, replace(PLAN_A, date=None, read_by="ocr"))
    assert notice.code == "undated" and "bản quét" in notice.text and "không ghi" not in notice.text


def scanned(document: Document, marker: int, confidence: float | None) -> Citation:
    """A citation of recognised words."""
    words = "1. Sở Nội vụ chủ trì."
    held = replace(passage(document.id, marker, words), read_by="ocr", confidence=confidence)
    return Citation(marker, document, held, words, None)


def test_recognised_words_are_told_once_a_document_with_the_least_sure_passage(glossary: Glossary) -> None:
    citations = [scanned(PLAN_A, 1, 0.91), scanned(PLAN_B, 2, None), scanned(PLAN_A, 3, 0.7199)]
    found = recognised_notices(question("?"), citations, glossary)
    assert [n.code for n in found] == ["ocr", "ocr"]
    assert "15/KH-UBND" in found[0].text and "71\u00a0%" in found[0].text and "ảnh trang" in found[0].text
    assert "%" not in found[1].text and "bản quét" in found[1].text
    english = recognised_notices(question("?", language="en"), citations, glossary)
    assert "71\u00a0% sure" in english[0].text and "the image decides" in english[0].text


def test_words_that_were_not_recognised_need_no_such_notice(glossary: Glossary) -> None:
    plain = Citation(1, PLAN_A, passage(PLAN_A.id, 1, "1. Một."), "1. Một.", None)
    assert recognised_notices(question("?"), [plain], glossary) == []


@pytest.mark.parametrize(
    "text", ["Kinh phí đào tạo của Bình Định lấy từ đâu?", "Where does the funding of training in Bình Định come from?"]
)
def test_an_answer_from_a_scan_carries_the_notice(assistant: Assistant, text: str) -> None:
    passages = [
        replace(c.passage, read_by="ocr", confidence=0.83 + 0.05 * i)
        for i, c in enumerate(assistant.ask("Kinh phí đào tạo của Bình Định lấy từ đâu?").citations)
    ]
    answer = assistant.ask(text, passages=passages)
    told = [n["text"] for n in answer.as_json()["notices"] if n["code"] == "ocr"]
    assert answer.citations and {c["read_by"] for c in answer.as_json()["citations"]} == {"ocr"}
    (said,) = told
    least = min(int(100 * (c.passage.confidence or 0)) for c in answer.citations)
    assert f"{least}\u00a0%" in said and ("scan" in said) == (answer.language == "en")


def test_an_answer_from_text_carries_none(assistant: Assistant) -> None:
    answer = assistant.ask("Kinh phí đào tạo của Bình Định lấy từ đâu?")
    assert answer.citations and "ocr" not in [n.code for n in answer.notices]
