"""Who received a document: one entry for each that is listed, however its line is wrapped."""

from dataclasses import replace

import pytest

from ingest.blocks import make_blocks
from ingest.metadata import read_metadata
from ingest.parts import split_parts
from tests.ingest.made import document_of, lines_of, reading_of


def test_a_recipient_goes_on_behind_a_comma_and_ends_at_a_semicolon() -> None:
    tail = "Nơi nhận:\n- Các bộ,\nCác cơ quan ngang bộ;\n(để b/c)\nCổng thông tin\n- Lưu: VT.\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nLê Thị Hoa"
    d = document_of(f"KẾ HOẠCH\nHọc\nI. MỘT\nHai.\n{tail}")
    assert d.recipients == ("Các bộ, Các cơ quan ngang bộ", "Cổng thông tin", "Lưu: VT")
    assert (d.signer, d.signer_title) == ("Lê Thị Hoa", "KT. GIÁM ĐỐC - PHÓ GIÁM ĐỐC")


@pytest.mark.parametrize(("confidence", "signer"), [(0.95, "Lê Thị Hoa"), (0.85, None)])
def test_a_name_on_a_scan_counts_only_where_it_is_sure(confidence: float, signer: str | None) -> None:
    text = "KẾ HOẠCH\nHọc\nI. MỘT\nHai.\nTM. ỦY BẠN NHÂN DẦN\nCHÚ TỊCH\nLê Thị Hoa"
    lines = [
        replace(line, read_by="ocr", confidence=confidence if "Hoa" in line.text else 0.95, begins=True)
        for line in lines_of(text)
    ]
    d = read_metadata("made", "made.pdf", split_parts(make_blocks(lines, None)), reading_of(text))
    assert (d.signer, d.signer_title) == (signer, signer and "TM. ỦY BAN NHÂN DÂN - CHỦ TỊCH")
