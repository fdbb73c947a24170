from dataclasses import replace

import pytest
from small_library import PLAN_A, PLAN_B, A, B

from answer.scope import Scope, find_scope

DOCUMENTS = {A: PLAN_A, B: PLAN_B}
CITED = ("93/2020/NĐ-CP",)


def scope_of(text: str, accented: bool = True) -> Scope:
    return find_scope(text, accented, DOCUMENTS, CITED)


@pytest.mark.parametrize(
    ("text", "accented", "documents"),
    [
        ("Phú Yên mở mấy lớp?", True, {B}),
        ("Tỉnh Đắk Lắk mở mấy lớp?", True, {B}),
        ("phu yen mo may lop", False, {B}),
        ("tinh dak lak mo may lop", False, {B}),
        ("phú yên mở mấy lớp?", True, {B}),
        ("How many classes does Phu Yen open?", True, {B}),
        ("Lâm Đồng và Phú Yên khác gì nhau?", True, {A, B}),
        ("Kế hoạch 15/KH-UBND nói gì?", True, {A}),
        ("ke hoach 15/kh-ubnd noi gi", False, {A}),
        ("Kế hoạch số 15 nói gì?", True, {A}),
        ("Plan no. 15 of Lâm Đồng", True, {A}),
    ],
)
def test_documents_that_a_question_names(text: str, accented: bool, documents: set[str]) -> None:
    found = scope_of(text, accented)
    assert found.documents == frozenset(documents)
    assert found.unknown == ()


@pytest.mark.parametrize("text", ["Mỗi năm mở mấy lớp?", "Ai biên mục sách?", ""])
def test_what_names_nothing_narrows_nothing(text: str) -> None:
    assert scope_of(text) == Scope()


def test_a_province_without_documents_is_unknown() -> None:
    found = scope_of("Cà Mau mở mấy lớp?")
    assert (found.documents, found.unknown, found.provinces) == (None, ("Cà Mau",), ("Cà Mau",))


def test_a_known_province_beside_an_unknown_one_still_narrows() -> None:
    found = scope_of("Lâm Đồng và Cà Mau khác gì nhau?")
    assert found.documents == frozenset({A})
    assert found.unknown == ("Cà Mau",)


def test_a_number_of_no_document_is_unknown_unless_a_document_cites_it() -> None:
    assert scope_of("Quyết định 77/QĐ-UBND nói gì?").unknown == ("77/QĐ-UBND",)
    cited = scope_of("Ai dẫn Nghị định 93/2020/NĐ-CP?")
    assert (cited.documents, cited.unknown, cited.numbers) == (None, (), ("93/2020/NĐ-CP",))


def test_another_number_with_the_same_serial_is_another_document() -> None:
    found = scope_of("Quyết định 15/QĐ-UBND nói gì?")
    assert found.documents is None
    assert found.unknown == ("15/QĐ-UBND",)


def test_number_and_province_together_mean_one_document() -> None:
    twin = replace(PLAN_A, id="twin", province="Phú Yên", province_current="Đắk Lắk")
    documents = {**DOCUMENTS, "twin": twin}
    assert find_scope("Kế hoạch 15/KH-UBND của Phú Yên", True, documents, ()).documents == frozenset({"twin"})
    assert find_scope("Kế hoạch 15/KH-UBND", True, documents, ()).documents == frozenset({A, "twin"})


def test_years_are_kept_but_do_not_choose_documents() -> None:
    found = scope_of("Năm 2025 và 2026 mở mấy lớp?")
    assert found.years == (2025, 2026)
    assert found.documents is None


def test_the_words_that_named_the_scope_are_kept_as_typed() -> None:
    text = "Kế hoạch 15/KH-UBND của lâm đồng"
    found = scope_of(text)
    assert "lâm đồng" in found.words
    assert all(word in text for word in found.words)
    assert any("15/KH-UBND" in word for word in found.words)


def test_a_district_of_a_provinces_name_is_no_province() -> None:
    assert scope_of("Huyện Lâm Hà mở mấy lớp?").documents is None
