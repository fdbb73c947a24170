"""Sentences and their parts."""

import pytest

from obligations.sentences import parts_of_text, plain


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Sở Y tế cử cán bộ. Sở Nội vụ tổng hợp.", ["Sở Y tế cử cán bộ.", "Sở Nội vụ tổng hợp."]),
        ("xây dựng kế hoạch; báo cáo kết quả", ["xây dựng kế hoạch;", "báo cáo kết quả"]),
        ("theo quy định (Điều 3; Điều 4). Hết.", ["theo quy định (Điều 3; Điều 4).", "Hết."]),
        ("UBND TP. Nam Hà tổ chức 1.500 lượt", ["UBND TP. Nam Hà tổ chức 1.500 lượt"]),
        ("thuộc tỉnh. và các đơn vị", ["thuộc tỉnh. và các đơn vị"]),
        ("./.", []),
        ("", []),
    ],
)
def test_parts(text: str, parts: list[str]) -> None:
    assert parts_of_text(text) == parts


def test_plain_takes_off_what_ends_a_document() -> None:
    assert plain(" - Chịu trách nhiệm thi hành Quyết định này./. ") == "Chịu trách nhiệm thi hành Quyết định này"
