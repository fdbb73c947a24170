"""How documents stand, and which way of standing a question picks them by."""

from dataclasses import replace
from datetime import date

import pytest
from small_library import PLAN_A, PLAN_B, A, B, question

from answer.question import Reader
from answer.reply import Language
from answer.scope import Scope
from answer.standing import Standing, asks_force, is_over, standing_asked, standing_so
from index.document import Document, Period

UNDATED = replace(PLAN_A, id="c", period=None, status="unknown")
UNTIL = replace(PLAN_A, id="d", period=Period(None, 2030))
DOCUMENTS = (PLAN_A, PLAN_B, UNDATED, UNTIL)
IN_2025 = date(2025, 6, 30)


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Văn bản nào là dự thảo?", Standing.DRAFT),
        ("van ban nao la du thao", Standing.DRAFT),
        ("which plans are drafts", Standing.DRAFT),
        ("Kế hoạch nào đã hết giai đoạn?", Standing.OVER),
        ("ke hoach nao da het giai doan", Standing.OVER),
        ("Which of the plans are over?", Standing.OVER),
        ("Kế hoạch nào không còn hiệu lực?", Standing.OVER),
        ("Kế hoạch nào còn hiệu lực?", Standing.RUNNING),
        ("Which plans are still running?", Standing.RUNNING),
        ("Những văn bản nào đã ban hành?", Standing.ISSUED),
        ("Which documents were officially issued?", Standing.ISSUED),
        ("Văn bản nào nói về thủ thư?", None),
        ("Dự thảo này do ai viết?", None),
        ("Kế hoạch của Phú Yên là dự thảo à?", None),
        ("What does the draft say?", None),
    ],
)
def test_by_what_a_question_picks(small_reader: Reader, text: str, standing: Standing | None) -> None:
    assert standing_asked(small_reader.read(text)) is standing


def test_a_document_that_is_named_is_not_picked() -> None:
    named = Scope(documents=frozenset({A}))
    assert standing_asked(question("Văn bản nào là dự thảo?", scope=named)) is None


@pytest.mark.parametrize(
    ("text", "language", "asked"),
    [
        ("Kế hoạch còn hiệu lực không?", "vi", True),
        ("Kế hoạch còn dùng không?", "vi", True),
        ("Kế hoạch là dự thảo hay chính thức?", "vi", False),
        ("Is the plan still in force?", "en", True),
        ("Is the plan a draft?", "en", False),
    ],
)
def test_whether_it_is_asked_if_one_still_counts(text: str, language: Language, asked: bool) -> None:
    assert asks_force(question(text, language=language)) is asked


@pytest.mark.parametrize(
    ("standing", "years", "ids"),
    [
        (Standing.DRAFT, (), [B]),
        (Standing.ISSUED, (), [A, "d"]),
        (Standing.OVER, (), [B]),
        (Standing.RUNNING, (), [A, "d"]),
        (Standing.RUNNING, (2028,), ["d"]),
        (Standing.RUNNING, (2021, 2024), ["d"]),
        (Standing.OVER, (2031,), [A, B, "d"]),
    ],
)
def test_those_that_stand_so(standing: Standing, years: tuple[int, ...], ids: list[str]) -> None:
    assert [d.id for d in standing_so(DOCUMENTS, standing, years, IN_2025)] == ids


@pytest.mark.parametrize(
    ("document", "year", "over"),
    [(PLAN_A, 2026, False), (PLAN_A, 2027, True), (PLAN_B, 2025, True), (UNTIL, 2030, False), (UNDATED, 2025, None)],
)
def test_a_period_is_over_when_its_last_year_is(document: Document, year: int, over: bool | None) -> None:
    assert is_over(document, date(year, 12, 31)) is over
