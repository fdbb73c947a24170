"""Numbers and days that were written by hand."""

from collections.abc import Sequence

import pytest

from ingest.ocr.blanks import without_handwriting
from ingest.ocr.words import ScannedLine, ScannedWord


def _words(*read: tuple[str, float]) -> tuple[ScannedWord, ...]:
    return tuple(ScannedWord(text, confidence, 60 * i, 0, 60 * i + 50, 20) for i, (text, confidence) in enumerate(read))


def _kept(words: Sequence[ScannedWord], again: Sequence[ScannedWord]) -> str | None:
    line = without_handwriting(ScannedLine(tuple(words)), lambda _: again)
    return line.text if line else None


@pytest.mark.parametrize(
    ("read", "again", "kept"),
    [
        ((("Số:", 0.9), ("3722/VPCP-CN", 0.9)), (("Số:", 0.9), ("3722/VPCP-CN", 0.9)), "Số: 3722/VPCP-CN"),
        ((("Số:", 0.9), ("3722/VPCP-CN", 0.9)), (("Số:", 0.9), ("3732/VPCP-CN", 0.9)), "Số: /VPCP-CN"),
        ((("Số:", 0.9), ("729", 0.4), ("/QĐ-TTg", 0.9)), (("729", 0.9),), "Số: /QĐ-TTg"),
        ((("Só:", 0.6), ("#2", 0.1), ("/QĐ-TTg", 0.9)), (), "Só: /QĐ-TTg"),
        ((("Số:", 0.9), ("/QĐ-UBND", 0.9)), (), "Số: /QĐ-UBND"),
        (
            (("Hà", 0.9), ("Nội,", 0.9), ("ngày23", 0.9), ("tháng", 0.9), ("4", 0.9), ("năm", 0.9), ("2026", 0.9)),
            (("ngày", 0.9), ("28", 0.9), ("tháng", 0.9), ("4", 0.9), ("năm", 0.9), ("2026", 0.9)),
            "Hà Nội, ngày tháng 4 năm 2026",
        ),
        (
            (("ngày", 0.9), ("5", 0.3), ("tháng", 0.9), ("6", 0.9), ("năm", 0.9), ("2026", 0.9)),
            (("5", 0.9), ("6", 0.9), ("2026", 0.9)),
            "ngày tháng 6 năm 2026",
        ),
        ((("Căn", 0.9), ("cứ", 0.9), ("12", 0.2)), (), "Căn cứ 12"),
    ],
)
def test_what_is_not_read_the_same_twice_is_left_out(
    read: tuple[tuple[str, float], ...], again: tuple[tuple[str, float], ...], kept: str
) -> None:
    assert _kept(_words(*read), _words(*again)) == kept
