"""Marks that recognition loses."""

import pytest

from ingest.ocr.spelling import respell
from ingest.ocr.words import ScannedWord


@pytest.mark.parametrize(
    ("read", "spelt"),
    [
        ("QUYÉT ĐỊNH", "QUYẾT ĐỊNH"),
        ("Long Thành, Phó Thủ tướng", "Long Thành, Phó Thủ tướng"),
        ("Uỷ ban nhân dân", "Uỷ ban nhân dân"),
        ("CỘNG HOÀ XÃ HỘI", "CỘNG HOÀ XÃ HỘI"),
        ("giẻ lau, gieo trồng", "giẻ lau, gieo trồng"),
        ("Tỉnh thần, tỉnh giản", "Tinh thần, tinh giản"),
        ("kinh phí chỉ thường xuyên", "kinh phí chi thường xuyên"),
        ("kế hoạch chỉ ngân sách; chỉ tiết", "kế hoạch chi ngân sách; chi tiết"),
        ("tỉnh Bình Định chỉ tiêu, chỉ đạo", "tỉnh Bình Định chỉ tiêu, chỉ đạo"),
        ("Sở chỉ thường xuyên báo cáo", "Sở chỉ thường xuyên báo cáo"),
        ("client diesel", "client diesel"),
        ("chính quyên, tổ chúc;", "chính quyên, tổ chúc;"),
    ],
)
def test_only_what_has_one_reading_is_changed(read: str, spelt: str) -> None:
    words = [ScannedWord(text, 0.9, 0, 0, 10, 10) for text in read.split()]
    assert " ".join(word.text for word in respell(words)) == spelt
