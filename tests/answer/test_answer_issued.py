"""Documents named by their kind and issuer, in Vietnamese and in English."""

from dataclasses import replace

import pytest
from small_library import PLAN_A, PLAN_B

from answer.issued import (
    document_of_year,
    documents_issued,
    documents_issued_english,
    documents_of_issuer,
    issued_in_year,
    issuer_names,
)
from answer.question import Reader
from index.document import Period
from vietnamese.glossary import Glossary

PARTY = replace(PLAN_A, id="dang", issuer="Ban Thường vụ Tỉnh ủy", province=None, province_current=None)
HEALTH = replace(PLAN_B, id="y-te", issuer="Sở Y tế")
HELD = (PLAN_A, PLAN_B, PARTY, HEALTH)


def test_committees_that_every_province_has_name_no_document() -> None:
    assert issuer_names(PLAN_A) == ()
    assert issuer_names(PARTY) == ("Ban Thường vụ Tỉnh ủy", "Tỉnh ủy")
    assert issuer_names(replace(HEALTH, issuer=None)) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Theo kế hoạch năm 2025 của Ban Thường vụ Tỉnh ủy, cử bao nhiêu người?", {"dang": "Ban Thường vụ Tỉnh ủy"}),
        ("kế hoạch tỉnh ủy 2025 cử bao nhiêu người", {"dang": "tỉnh ủy"}),
        ("Kế hoạch đào tạo của Sở Y tế nói gì?", {"y-te": "Sở Y tế"}),
        ("Sở Y tế làm gì theo kế hoạch?", {}),
        ("Kế hoạch nào của Sở Y tế nói về thủ thư?", {}),
        ("Kế hoạch này dài. Sở Y tế làm gì?", {}),
        ("Quyết định của Tỉnh ủy nói gì?", {}),
        ("Theo kế hoạch thì Sở Y tế phải làm gì?", {}),
        ("Kế hoạch giao cho Sở Y tế những việc gì?", {}),
        ("Kế hoạch do Sở Y tế ban hành nói gì?", {"y-te": "Sở Y tế"}),
        ("Kế hoạch do Sở Y tế chủ trì gồm lớp nào?", {}),
        ("Sở Y tế năm 2021 mở mấy lớp?", {"y-te": "Sở Y tế"}),
        ("Năm 2021, Sở Y tế mở mấy lớp?", {"y-te": "Sở Y tế"}),
        ("Sở Y tế trong năm 2021 mở mấy lớp?", {"y-te": "Sở Y tế"}),
        ("Sở Y tế năm 2022 mở mấy lớp?", {}),
        ("Tỉnh ủy 2026 mở mấy lớp?", {}),
    ],
)
def test_a_kind_and_an_issuer(text: str, found: dict[str, str]) -> None:
    assert documents_issued(text, HELD) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Under the Party committee's 2025 plan, who monitors the courses?", {"dang"}),
        ("What does the 2025 Party plan say of languages?", {"dang"}),
        ("Who signs under the plan of the Department of Health?", {"y-te"}),
        ("What must the Department of Health do?", set()),
        ("What does the plan of Tỉnh ủy say?", {"dang"}),
        ("Is the plan long? The Party thinks so.", set()),
        ("Which third party may review the plan?", set()),
        ("What must the Department of Health do under the plan?", set()),
    ],
)
def test_in_english(glossary: Glossary, text: str, found: set[str]) -> None:
    assert set(documents_issued_english(text, glossary.expand_english(text), HELD)) == found


def test_the_scope_of_a_question_is_that_document(reader: Reader) -> None:
    for text in ("Kế hoạch của Tỉnh ủy cử bao nhiêu người đi học?", "ke hoach cua tinh uy cu bao nhieu nguoi di hoc"):
        assert reader.read(text).scope.documents == frozenset({"tinh-uy-ke-hoach-2025"}), text


def test_a_province_with_no_such_plan_is_not_given_another_ones(reader: Reader) -> None:
    found = reader.read("Kế hoạch của Sở Y tế Đồng Tháp nói gì về dân số?").scope.documents
    assert found == frozenset({"dong-thap-ke-hoach-dan-so-2030"})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kế hoạch năm 2031 mở mấy lớp?", {"dang": "Kế hoạch năm 2031"}),
        ("ke hoach boi duong 2031 mo may lop", {"dang": "ke hoach boi duong 2031"}),
        ("How many classes are in the 2031 plan?", {"dang": "the 2031 plan"}),
        ("What does the plan for 2031 say?", {"dang": "plan for 2031"}),
        ("Kế hoạch 2031 - 2035 mở mấy lớp?", {}),
        ("Năm 2031 mở mấy lớp?", {}),
        ("Kế hoạch năm 2030 mở mấy lớp?", {}),
    ],
)
def test_a_plan_named_by_its_one_year(text: str, found: dict[str, str]) -> None:
    one_year = replace(PARTY, period=Period(2031, 2031))
    assert document_of_year(text, [replace(PLAN_B, period=Period(2031, 2035)), one_year]) == found
    assert document_of_year(text, [one_year, replace(one_year, id="other")]) == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Who signed for the Party committee?", ["dang"]),
        ("ai ky cho tinh uy", ["dang"]),
        ("Ai ký thay Sở Y tế?", ["y-te"]),
        ("Ai ký?", []),
    ],
)
def test_an_issuer_without_a_kind(text: str, found: list[str]) -> None:
    assert [d.id for d in documents_of_issuer(text, HELD)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mấy người được Tỉnh ủy cho đi học trong năm 2031?", {"dang": "2031"}),
        ("tinh uy cho ai di hoc nam 2031", {"dang": "2031"}),
        ("Whom does the Party committee send in 2031?", {"dang": "2031"}),
        ("Mấy người được Tỉnh ủy cho đi học?", {}),
        ("Mấy người được Tỉnh ủy cho đi học năm 2032?", {}),
        ("Năm 2031 mấy người đi học?", {}),
    ],
)
def test_an_issuer_and_the_one_year_of_its_plan(text: str, found: dict[str, str]) -> None:
    one_year = replace(PARTY, period=Period(2031, 2031))
    assert issued_in_year(text, [replace(HEALTH, period=Period(2031, 2035)), one_year]) == found
    assert issued_in_year(text, [one_year, replace(one_year, id="other")]) == {}
