"""The words that say where a sentence is from state nothing; those that name something else are left in it."""

import pytest

from answer.claims.evidence import read_evidence
from answer.claims.origin import Origin, read_head
from vietnamese.glossary import Glossary

GLOSSARY = Glossary.load()
LINE = (
    "Quyết định 12/QĐ-UBND ngày 05/03/2024 của Ủy ban nhân dân tỉnh Phú Yên (nay thuộc Đắk Lắk): "
    "“Ban hành Kế hoạch đào tạo, bồi dưỡng cán bộ, công chức giai đoạn 2024 - 2026”."
)
ORIGIN = Origin((read_head(LINE),), GLOSSARY)


@pytest.mark.parametrize(
    "opening",
    [
        "Theo Quyết định 12/QĐ-UBND, ",
        "Theo Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2024 của UBND tỉnh Phú Yên, ",
        "Căn cứ Quyết định 12/QĐ-UBND thì ",
        "Theo Kế hoạch đào tạo, bồi dưỡng cán bộ, công chức giai đoạn 2024 - 2026, ",
        "Trong Kế hoạch này, ",
        "Tại mục V.6, ",
        "Theo tài liệu được cung cấp, ",
        "Theo đoạn trích, ",
        "Kế hoạch nêu rõ: ",
        "Quyết định 12/QĐ-UBND của UBND tỉnh Phú Yên cho biết ",
    ],
)
def test_vietnamese_openings_are_left_out(opening: str) -> None:
    assert ORIGIN.without(f"{opening}Sở Y tế có 30 người.").removeprefix("thì ") == "Sở Y tế có 30 người."


@pytest.mark.parametrize(
    "opening",
    [
        "According to Decision 12/QĐ-UBND of the Phú Yên Provincial People's Committee, ",
        "Under the 2024 - 2026 plan, ",
        "In Section V.6 of the plan, ",
        "Based on the provided passage, ",
        "The decision states that ",
    ],
)
def test_english_openings_are_left_out(opening: str) -> None:
    assert (
        ORIGIN.without(f"{opening}the Department of Health has 30 people.") == "the Department of Health has 30 people."
    )


@pytest.mark.parametrize(
    "trailing", [" theo Quyết định 12/QĐ-UBND.", ", theo mục V.6 của Kế hoạch", " (Quyết định 12/QĐ-UBND)"]
)
def test_a_trailing_name_is_left_out(trailing: str) -> None:
    assert ORIGIN.without(f"Sở Y tế có 30 người{trailing}") == "Sở Y tế có 30 người"


@pytest.mark.parametrize(
    "sentence",
    [
        "Theo Quyết định 13/QĐ-UBND, Sở Y tế có 30 người.",
        "Theo Quyết định 12/QĐ-UBND ngày 06/03/2024, Sở Y tế có 30 người.",
        "Theo Kế hoạch năm 2023, Sở Y tế có 30 người.",
        "Theo kế hoạch của Sở Tài chính, Sở Y tế có 30 người.",
        "Theo kế hoạch mua sắm xe máy và nhà ở, Sở Y tế có 30 người.",
        "Trong năm 2025, Sở Y tế có 30 người.",
        "Under the 2023 plan, the Department of Health has 30 people.",
    ],
)
def test_what_names_something_else_stays(sentence: str) -> None:
    assert ORIGIN.without(sentence) == sentence


def test_nothing_is_known_without_the_line_of_a_document() -> None:
    assert (
        Origin((), GLOSSARY).without("Theo Quyết định 12/QĐ-UBND, có 3 lớp.") == "Theo Quyết định 12/QĐ-UBND, có 3 lớp."
    )


def test_the_line_that_names_a_document_is_no_clause_of_its_passage() -> None:
    evidence = read_evidence(f"{LINE}\nII. Mục tiêu\n- Đến năm 2025 có 3 lớp.")
    assert evidence.head == LINE
    assert [c.text for c in evidence.clauses if c.text.startswith("Quyết định")] == []
    assert read_evidence("Quyết định này có hiệu lực từ ngày ký.\nĐiều 2.").head == ""
    assert read_evidence(LINE).head == ""
