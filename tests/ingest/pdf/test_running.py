"""What is printed on every page is no text of the document; what only looks like it is."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from index.passage import ReadBy
from ingest.pdf.running import running_lines
from ingest.reading import RawLine, Word
from tests.ingest.pdf.sheets import FONT, HEIGHT, Put, drawn_pdf, put_pdf, texts_of

BODY = [
    "Uỷ ban nhân dân tỉnh ban hành Kế hoạch",
    "đào tạo, bồi dưỡng cán bộ, công chức",
    "Giao Sở Nội vụ theo dõi việc thực hiện",
]


def _page(number: int, *others: Put) -> list[Put]:
    body: list[Put] = [(85, 90 + 20 * i, f"{text} lần {number}{i}") for i, text in enumerate(BODY)]
    return [*others, *body]


def _body(pages: int) -> list[str]:
    return [text for number in range(1, pages + 1) for _, _, text in _page(number)]


@pytest.mark.parametrize("form", ["{}", "- {} -", "Trang {}/7", "Trang {}", "{}/7", "Page {} of 7"])
@pytest.mark.parametrize("top", [40, 810], ids=["top", "foot"])
def test_page_numbers(tmp_path: Path, form: str, top: float) -> None:
    pages = [_page(n, (290, top, form.format(n))) for n in (1, 2)]
    assert texts_of(put_pdf(tmp_path / "x.pdf", pages)) == _body(2)


@pytest.mark.parametrize(("text", "goes"), [("T1", True), ("l2", True), ("I.", False), ("Kèm", False), ("a)", False)])
def test_a_page_number_that_was_misread(text: str, goes: bool) -> None:
    def line(text: str, top: float, read_by: ReadBy) -> RawLine:
        return RawLine(text, None, 1, (Word(text, (0.48, top, 0.52, top + 0.01)),), read_by)

    for read_by, is_number in (("ocr", goes), ("text", False)):
        page = [line(text, 0.03, read_by), line("Giao Sở Nội vụ theo dõi", 0.3, read_by)]
        assert running_lines([page]) == [frozenset({0} if is_number else set())]


def test_heads_and_feet_that_repeat_even_and_odd(tmp_path: Path) -> None:
    pages = [
        _page(
            n,
            (80 if n % 2 else 200, 40, f"{n} CÔNG BÁO/Số 977 + 978/Ngày 24-8-2024"),
            (200, 815, "Văn phòng Chính phủ"),
        )
        for n in range(1, 8)
    ]
    assert texts_of(put_pdf(tmp_path / "x.pdf", pages)) == _body(7)


def test_a_head_missing_on_the_first_page(tmp_path: Path) -> None:
    pages = [_page(n, *([(200, 40, "Kế hoạch của tỉnh")] if n > 1 else [])) for n in range(1, 6)]
    assert texts_of(put_pdf(tmp_path / "x.pdf", pages)) == _body(5)


def test_a_number_in_the_middle_stays(tmp_path: Path) -> None:
    pages = [_page(1, (290, 400, "250")), _page(2)]
    assert "250" in texts_of(put_pdf(tmp_path / "x.pdf", pages))


def test_a_heading_with_a_roman_number_stays(tmp_path: Path) -> None:
    assert "II. NHIỆM VỤ" in texts_of(put_pdf(tmp_path / "x.pdf", [_page(1, (85, 70, "II. NHIỆM VỤ"))]))


def test_the_heads_of_documents_in_one_file_stay(tmp_path: Path) -> None:
    head: list[Put] = [(60, 50, "ỦY BAN NHÂN DÂN TỈNH"), (270, 50, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]
    texts = texts_of(put_pdf(tmp_path / "x.pdf", [_page(n, *head) for n in range(1, 5)]))
    assert texts.count("ỦY BAN NHÂN DÂN TỈNH") == 4
    assert texts.count("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") == 4


def test_the_repeated_head_of_a_table_stays(tmp_path: Path) -> None:
    head: list[Put] = [(60, 60, "STT"), (120, 60, "Nội dung công việc"), (330, 60, "Cơ quan chủ trì")]
    texts = " ".join(texts_of(put_pdf(tmp_path / "x.pdf", [_page(n, *head) for n in range(1, 5)])))
    assert texts.count("Nội dung công việc") == 4 and texts.count("STT") == 4


def test_the_same_line_on_two_of_many_pages_stays(tmp_path: Path) -> None:
    pages = [_page(n, *([(85, 60, "PHỤ LỤC KÈM THEO")] if n in (3, 5) else [])) for n in range(1, 9)]
    assert texts_of(put_pdf(tmp_path / "x.pdf", pages)).count("PHỤ LỤC KÈM THEO") == 2


def test_the_stamp_of_a_portal_goes(tmp_path: Path) -> None:
    stamp = ["Người ký: CỔNG THÔNG TIN", "ĐIỆN TỬ CHÍNH PHỦ", "Email: cong@vidu.vn", "Ngày ký: 15.03.2024 16:20:33"]
    body = [(left, top + 60 + 70 * i, text) for i in (0, 1) for left, top, text in _page(i)]

    def draw(canvas: Canvas) -> None:
        for left, top, text in body:
            canvas.drawString(left, HEIGHT - top, text)
        canvas.setFont(FONT, 7)
        for i, text in enumerate(stamp):
            canvas.drawString(20, HEIGHT - 20 - 9 * i, text)

    assert texts_of(drawn_pdf(tmp_path / "x.pdf", draw)) == [text for _, _, text in body]


def test_who_signed_at_the_end_stays(tmp_path: Path) -> None:
    assert "Người ký: Nguyễn Văn A" in texts_of(
        put_pdf(tmp_path / "x.pdf", [_page(1, (300, 500, "Người ký: Nguyễn Văn A"))])
    )


def test_appendices_of_one_page_each_keep_their_names(tmp_path: Path) -> None:
    texts = texts_of(put_pdf(tmp_path / "x.pdf", [_page(n, (260, 50, f"Phụ lục {n}")) for n in range(1, 6)]))
    assert [text for text in texts if text.startswith("Phụ lục")] == [f"Phụ lục {n}" for n in range(1, 6)]
