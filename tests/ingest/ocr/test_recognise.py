"""Pages with known text, recognised by the real command."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from ingest.ocr.recognise import recognise_page
from ingest.reading import RawLine
from tests.ingest.ocr.comparing import error_rate
from tests.ingest.ocr.pages import BODY, SIZE, body_sheet, decision_sheet, scanned


def _text(lines: tuple[RawLine, ...]) -> str:
    return " ".join(line.text for line in lines)


def _box_of(lines: tuple[RawLine, ...], word: str) -> tuple[float, float, float, float]:
    return next(w.box for line in lines for w in line.words if w.text == word)


@pytest.mark.parametrize(
    ("dpi", "skew", "blur", "noise"),
    [(150, 0.0, 0.0, 0.0), (150, 0.0, 1.5, 30.0), (150, 3.0, 0.7, 20.0), (200, -2.0, 0.7, 20.0), (300, 1.5, 1.0, 25.0)],
)
def test_a_drawn_page_is_read(dpi: int, skew: float, blur: float, noise: float) -> None:
    page, lines = recognise_page(scanned(body_sheet().draw(dpi), skew, blur, noise), 3, SIZE)
    # Blurred at 150 dpi, marks run into each other.
    assert error_rate(" ".join(BODY), _text(lines)) < (0.01 if blur <= 1 else 0.03)
    assert ("deskewed" in page.notes) == (skew != 0)
    assert (page.number, page.read_by, (page.width, page.height)) == (3, "ocr", SIZE)
    assert page.confidence is not None and page.confidence > 0.9
    assert {(line.page, line.line, line.read_by) for line in lines} == {(3, None, "ocr")}


def test_paragraphs_begin_where_they_are_indented() -> None:
    _, lines = recognise_page(body_sheet().draw(150), 1, SIZE)
    assert [line.text.split()[0] for line in lines if line.begins] == ["Căn", "Sở", "Kinh", "Thủ"]
    assert all(line.begins is False for line in lines if line.text.split()[0] not in ("Căn", "Sở", "Kinh", "Thủ"))


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_on_its_side_or_head_is_turned_and_its_boxes_are_those_of_the_page_given(turn: int) -> None:
    upright = body_sheet().draw(150)
    _, expected = recognise_page(upright, 1, SIZE)
    given = upright.rotate(turn, expand=True)
    page, lines = recognise_page(given, 1, SIZE if turn == 180 else SIZE[::-1])
    assert error_rate(" ".join(BODY), _text(lines)) < 0.01
    assert "turned" in page.notes
    left, top, right, bottom = _box_of(expected, "ngân")
    places = {
        90: (top, 1 - right, bottom, 1 - left),
        180: (1 - right, 1 - bottom, 1 - left, 1 - top),
        270: (1 - bottom, left, 1 - top, right),
    }
    assert _box_of(lines, "ngân") == pytest.approx(places[turn], abs=0.004)


def test_boxes_of_a_skewed_page_lie_on_the_words_as_given() -> None:
    dpi = 150
    level = scanned(body_sheet().draw(dpi))
    _, expected = recognise_page(level, 1, SIZE)
    _, lines = recognise_page(scanned(body_sheet().draw(dpi), skew=2.0), 1, SIZE)
    left, top, right, bottom = _box_of(expected, "ngân")
    x, y = (left + right) / 2 * level.width - level.width / 2, (top + bottom) / 2 * level.height - level.height / 2
    angle = np.radians(2.0)  # counter-clockwise, with y downwards
    there = x * np.cos(angle) + y * np.sin(angle), -x * np.sin(angle) + y * np.cos(angle)
    left, top, right, bottom = _box_of(lines, "ngân")
    middle = (left + right) / 2 * level.width - level.width / 2, (top + bottom) / 2 * level.height - level.height / 2
    assert middle == pytest.approx(there, abs=5)


def test_columns_of_head_and_foot_are_read_one_after_the_other() -> None:
    _, lines = recognise_page(decision_sheet().draw(200), 1, SIZE)
    texts = [line.text for line in lines]
    assert texts[:8] == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH BÌNH ĐỊNH",
        "Số: 2106/QĐ-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Bình Định, ngày 13 tháng 6 năm 2023",
        "QUYẾT ĐỊNH",
        "Ban hành Kế hoạch đào tạo, bồi dưỡng cán bộ",
    ]
    assert texts[-9:] == [
        "Nơi nhận:",
        "- Như Điều 3;",
        "- Bộ Nội vụ;",
        "- Các sở, ban, ngành;",
        "- Lưu: VT, K9.",
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Phạm Anh Tuấn",
    ]


def test_a_foot_whose_lines_stand_below_one_another_keeps_their_order() -> None:
    sheet = body_sheet()
    foot = (
        (85, "Nơi nhận:"),
        (85, "- Sở Nội vụ;"),
        (85, "- Lưu VT, TCHC."),
        (300, "GIÁM ĐỐC"),
        (85, "Nguyễn Thanh Tùng"),
    )
    for i, (x, text) in enumerate(foot):
        sheet.put(x, 420 + 24 * i, text)
    _, lines = recognise_page(sheet.draw(200), 1, SIZE)
    assert [line.text for line in lines][-5:] == [text for _, text in foot]


def test_a_red_seal_over_black_type_is_taken_off() -> None:
    page = decision_sheet().draw(200)
    seal = Image.new("L", page.size, 0)
    pen = ImageDraw.Draw(seal)
    pen.ellipse((880, 1400, 1240, 1800), outline=255, width=14)
    pen.line((900, 1760, 1400, 1790), fill=255, width=10)
    # Ink lies over ink: where type is black it stays black.
    red = np.minimum(np.asarray(page), np.array([215, 20, 40], np.uint8))
    sealed = Image.fromarray(np.where(np.asarray(seal)[..., None] > 0, red, np.asarray(page)).astype(np.uint8))
    _, lines = recognise_page(sealed, 1, SIZE)
    signature = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Phạm Anh Tuấn"]
    read = [line.text for line in lines][-4:]
    assert read[1:] == signature[1:]
    assert error_rate(signature[0], read[0]) < 0.1  # the ring runs through this line


def test_a_ruled_table_becomes_rows_between_the_paragraphs() -> None:
    sheet = body_sheet()
    rows = (("TT", "Nội dung", "Chỉ tiêu"), ("1", "Lý luận chính trị", "25"), ("2", "Quản lý nhà nước", "40"))
    for i, row in enumerate(rows):
        for x, text in zip((95, 150, 400), row, strict=True):
            sheet.put(x, 420 + 30 * i, text)
    sheet.paragraph(560, "Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện.")
    page = sheet.draw(200)
    pen = ImageDraw.Draw(page)
    scale = 200 / 72
    for y in (400, 430, 460, 490):
        pen.line((85 * scale, y * scale, 520 * scale, y * scale), fill=0, width=3)
    for x in (85, 140, 390, 520):
        pen.line((x * scale, 400 * scale, x * scale, 490 * scale), fill=0, width=3)
    read, lines = recognise_page(page, 1, SIZE)
    assert [line.text for line in lines][-4:] == [
        *("\t".join(row) for row in rows),
        "Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện.",
    ]
    assert "table" in read.notes


def test_an_empty_page_is_blank() -> None:
    page, lines = recognise_page(Image.new("RGB", (1240, 1754), "white"), 4, SIZE)
    assert lines == ()
    assert "blank" in page.notes and page.confidence is None


def test_the_worse_a_page_is_the_less_sure_it_is() -> None:
    clean, _ = recognise_page(body_sheet().draw(150), 1, SIZE)
    coarse, lines = recognise_page(scanned(body_sheet().draw(75), 0.0, 0.7, 20.0), 1, SIZE)
    assert error_rate(" ".join(BODY), _text(lines)) > 0.01
    assert clean.confidence is not None and coarse.confidence is not None
    assert coarse.confidence < clean.confidence - 0.05


def test_a_page_on_which_something_stands_that_is_no_type_is_not_called_blank() -> None:
    drawing = Image.new("RGB", (1240, 1754), "white")
    ImageDraw.Draw(drawing).ellipse((200, 300, 1000, 1500), outline="black", width=30)
    page, lines = recognise_page(drawing, 1, SIZE)
    assert lines == ()
    assert page.notes == ("ocr", "low_confidence")


def test_a_page_in_any_mode_gives_the_same_words() -> None:
    page = body_sheet().draw(150)
    _, expected = recognise_page(page, 1, SIZE)
    clear = page.convert("RGBA")
    clear.putalpha(Image.eval(page.convert("L"), lambda level: 255 - level))
    for other in (page.convert("L"), page.convert("P"), clear):
        _, lines = recognise_page(other, 1, SIZE)
        assert error_rate(_text(expected), _text(lines)) < 0.01
