"""Public scans of real documents against their transcripts, where the samples are there."""

import os
import time
from pathlib import Path

import pypdfium2
import pytest

from ingest.ocr.recognise import recognise_page
from ingest.reading import RawLine
from tests.ingest.ocr.comparing import body_error_rate

_BEGINNINGS = ("QUYẾT ĐỊNH", "KẾ HOẠCH", "Kính gửi")
NAMES = ("cv_3722_metro", "hanoi_kh_173_festival", "hanoi_qd_2280_water", "qd_729_ttg")


@pytest.fixture(scope="module")
def scans() -> Path:
    samples = os.environ.get("ASSISTANT_SAMPLES")
    if samples is None:
        pytest.skip("ASSISTANT_SAMPLES is not set")
    return Path(samples) / "samples" / "scans"


def _read(path: Path) -> list[RawLine]:
    document = pypdfium2.PdfDocument(path)
    try:
        page = document[0]
        _, lines = recognise_page(page.render(scale=300 / 72).to_pil(), 1, page.get_size())
    finally:
        document.close()
    return list(lines)


def _body(transcript: Path) -> str:
    """From the type of the document, or its address, to the recipients or the end of the page."""
    lines = [line for line in transcript.read_text(encoding="utf-8").splitlines() if line.strip()]
    start = next(i for i, line in enumerate(lines) if line.startswith(_BEGINNINGS))
    end = next((i for i, line in enumerate(lines) if line.startswith("Nơi nhận")), len(lines))
    return " ".join(lines[start:end])


@pytest.mark.parametrize("name", NAMES)
def test_the_body_of_a_real_scan_is_read(name: str, scans: Path) -> None:
    began = time.perf_counter()
    lines = _read(scans / f"{name}.pdf")
    seconds = time.perf_counter() - began
    rate = body_error_rate(_body(scans / f"{name}.txt"), [line.text for line in lines])
    print(f"{name}: {rate:.2%} of letters wrong, {seconds:.1f} s")
    assert rate < 0.03


def test_head_and_foot_of_a_decision_without_number_and_date(scans: Path) -> None:
    texts = [line.text for line in _read(scans / "hanoi_qd_2280_water.pdf")]
    assert texts[0] == "ỦY BAN NHÂN DÂN"
    assert "Số: /QĐ-UBND" in texts
    assert "Hà Nội, ngày tháng năm 2026" in texts
    assert texts.index("QUYẾT ĐỊNH") > texts.index("Hà Nội, ngày tháng năm 2026")
    assert texts[-4:] == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trương Việt Dũng"]
    assert texts.index("- Đ/c Bí thư Thành ủy;") < texts.index("TM. ỦY BAN NHÂN DÂN")


def test_a_printed_number_is_read_and_a_written_one_is_not_guessed(scans: Path) -> None:
    printed = [line.text for line in _read(scans / "cv_3722_metro.pdf")]
    assert "Số: 3722/VPCP-CN" in printed
    assert "Hà Nội, ngày 28 tháng 4 năm 2026" in printed
    written = [line.text for line in _read(scans / "qd_729_ttg.pdf")]
    assert [text for text in written if text.startswith("Số")] in (["Số: /QĐ-TTg"], ["Số: 729/QĐ-TTg"])
