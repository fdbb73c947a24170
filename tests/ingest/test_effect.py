"""When a document says that it is in force, and metadata that only an unsure line states."""

from dataclasses import replace

import pytest

from ingest.blocks import make_blocks
from ingest.metadata import read_metadata
from ingest.parts import split_parts
from tests.ingest.made import document_of, lines_of, reading_of

DECREE = "CHÍNH PHỦ\nSố: 1/2024/NĐ-CP\nHà Nội, ngày 5 tháng 3 năm 2024\nNGHỊ ĐỊNH\nVề sách\nĐiều 1. Hiệu lực\n{}"


@pytest.mark.parametrize(
    ("clause", "begins", "ends"),
    [
        ("Nghị định này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2024.", "2024-07-01", None),
        ("Nghị định này có hiệu lực thi hành kể từ ngày ký.", "2024-03-05", None),
        ("Nghị định này có hiệu lực từ ngày 01/5/2024 đến hết ngày 31/12/2026.", "2024-05-01", "2026-12-31"),
        ("Nghị định này có hiệu lực kể từ ngày ký và hết hiệu lực từ ngày 01/01/2030.", "2024-03-05", "2030-01-01"),
        ("Điều khoản thi hành: Nghị định này có hiệu lực đến ngày 31/12/2026.", None, "2026-12-31"),
        (
            "Nghị định này có hiệu lực từ ngày 01/5/2024 và Nghị định số 4/2001/NĐ-CP hết hiệu lực từ ngày 01/6/2024.",
            "2024-05-01",
            None,
        ),
        ("Nghị định số 4/2001/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực.", None, None),
        (
            "Các văn bản ban hành trước ngày Nghị định này có hiệu lực được áp dụng đến khi hết hiệu lực từ ngày 05/5/2027.",
            None,
            None,
        ),
        (
            "Nghị định này có hiệu lực từ ngày 01/5/2024, trừ Điều 5 có hiệu lực đến hết ngày 31/12/2026.",
            "2024-05-01",
            None,
        ),
        ("Nghị định này có hiệu lực đến hết ngày 31 tháng 12 năm 2026.", None, "2026-12-31"),
        ("Nghị định này hết hiệu lực kể từ ngày 01 tháng 01 năm 2030.", None, "2030-01-01"),
        ("Nghị định số 4/2001/NĐ-CP có hiệu lực từ ngày 01/5/2001.", None, None),
    ],
)
def test_own_words(clause: str, begins: str | None, ends: str | None) -> None:
    document = document_of(DECREE.format(clause))
    assert (document.in_force_from, document.in_force_until) == (begins, ends)
    assert ("in_force_from" in document.evidence) == (begins is not None)


def test_a_constitution_speaks_of_itself_too() -> None:
    text = (
        "QUỐC HỘI\nHIẾN PHÁP\nNƯỚC VIỆT NAM\nĐiều 1. Hiệu lực\nHiến pháp này có hiệu lực từ ngày 01 tháng 01 năm 2014."
    )
    assert document_of(text).in_force_from == "2014-01-01"


def test_the_day_of_signing_is_unknown_where_it_is() -> None:
    text = DECREE.replace("ngày 5 tháng 3", "ngày tháng").format("Nghị định này có hiệu lực kể từ ngày ký.")
    document = document_of(text)
    assert document.in_force_from is None and document.evidence["in_force_from"].endswith("ngày ký.")


def test_a_law_is_dated_by_the_day_it_was_passed_on() -> None:
    law = "QUỐC HỘI\nLuật số: 2/2025/QH15\nLUẬT\nTHƯ VIỆN\nĐiều 1. Một\nHai ba.\nLuật này được Quốc hội khóa XV thông qua ngày 16 tháng 6 năm 2025."
    assert document_of(law).date == "2025-06-16"
    signed = f"{law}\nCHỦ TỊCH QUỐC HỘI\nĐã ký: Lê Thị Hoa\nVĂN PHÒNG\nSố: 17/SY-VPCTN\nSAO Y BẢN CHÍNH\nKT. CHỦ NHIỆM\nPhạm Văn Ba"
    document = document_of(signed)
    assert (document.number, document.signer, document.signer_title) == (
        "2/2025/QH15",
        "Lê Thị Hoa",
        "CHỦ TỊCH QUỐC HỘI",
    )


def test_the_head_of_a_gazette_is_not_the_laws() -> None:
    document = document_of(
        "CÔNG BÁO/Số 977 + 978/Ngày 24-8-2024 1\nQUỐC HỘI\nLuật số: 36/2024/QH15\nLUẬT\nTHƯ VIỆN\nĐiều 1. Một\nHai."
    )
    assert (document.number, document.date, document.issuer) == ("36/2024/QH15", None, "Quốc hội")


@pytest.mark.parametrize(("confidence", "number"), [(0.9, "1/2024/NĐ-CP"), (0.5, None)])
def test_a_line_that_was_hardly_legible_states_nothing(confidence: float, number: str | None) -> None:
    text = DECREE.format("Nghị định này có hiệu lực kể từ ngày ký.")
    lines = [
        replace(line, read_by="ocr", confidence=confidence if "Số" in line.text else 0.95) for line in lines_of(text)
    ]
    document = read_metadata("made", "made.txt", split_parts(make_blocks(lines, None)), reading_of(text))
    assert (document.number, document.date) == (number, "2024-03-05")


def test_a_scan_that_shows_only_the_year_has_no_date() -> None:
    text = DECREE.replace("ngày 5 tháng 3", "ngày tháng").format("Một hai ba.")
    lines = [replace(line, read_by="ocr", confidence=0.95) for line in lines_of(text)]
    document = read_metadata("made", "made.txt", split_parts(make_blocks(lines, None)), reading_of(text))
    assert document.date is None and document_of(text).date == "2024"
