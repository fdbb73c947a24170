"""Heads and tails in two columns, in the orders in which files draw them."""

import random
from pathlib import Path

import pytest

from tests.ingest.pdf.sheets import Put, put_pdf, read_pdf, texts_of

LEFT: list[Put] = [(60, 60, "ỦY BAN NHÂN DÂN"), (60, 78, "TỈNH HẬU GIANG"), (70, 110, "Số: 12/KH-UBND")]
RIGHT: list[Put] = [
    (250, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (310, 78, "Độc lập - Tự do - Hạnh phúc"),
    (290, 110, "Hậu Giang, ngày 05 tháng 6 năm 2024"),
]
BELOW: list[Put] = [
    (260, 150, "KẾ HOẠCH"),
    (90, 180, "Đào tạo, bồi dưỡng cán bộ, công chức của tỉnh giai đoạn 2024"),
    (80, 220, "Ủy ban nhân dân tỉnh ban hành Kế hoạch đào tạo, bồi dưỡng"),
    (60, 240, "cán bộ, công chức như sau."),
]
READ = [text for _, _, text in (*LEFT, *RIGHT, *BELOW)]


def _by_rows() -> list[Put]:
    return [put for pair in zip(LEFT, RIGHT, strict=True) for put in pair] + BELOW


ORDERS = {
    "left first": LEFT + RIGHT + BELOW,
    "right first": RIGHT + LEFT + BELOW,
    "row by row": _by_rows(),
}


@pytest.mark.parametrize("order", ORDERS)
def test_a_head_is_read_left_side_first(tmp_path: Path, order: str) -> None:
    assert texts_of(put_pdf(tmp_path / "x.pdf", [ORDERS[order]])) == READ


def test_a_head_whose_lines_stand_half_a_line_apart(tmp_path: Path) -> None:
    right = [(x, y + 7, text) for x, y, text in RIGHT]
    assert texts_of(put_pdf(tmp_path / "x.pdf", [[*right, *LEFT, *BELOW]])) == READ


def test_a_crowded_head(tmp_path: Path) -> None:
    left: list[Put] = [(40, 60, "BỘ LAO ĐỘNG - THƯƠNG BINH"), (40, 78, "VÀ XÃ HỘI")]
    right: list[Put] = [(262, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), (310, 78, "Độc lập - Tự do - Hạnh phúc")]
    rows = [put for pair in zip(left, right, strict=True) for put in pair]
    assert texts_of(put_pdf(tmp_path / "x.pdf", [rows + BELOW]))[:4] == [text for _, _, text in left + right]


def test_a_tail_is_read_left_side_first(tmp_path: Path) -> None:
    tail: list[Put] = [
        (60, 300, "Nơi nhận:"), (330, 300, "TM. ỦY BAN NHÂN DÂN"),
        (60, 315, "- Như Điều 3;"), (360, 318, "CHỦ TỊCH"),
        (60, 330, "- Lưu: VT."), (350, 400, "Phạm Anh Tuấn"),
    ]  # fmt: skip
    texts = texts_of(put_pdf(tmp_path / "x.pdf", [[*BELOW, *tail]]))
    assert texts[-6:] == [
        "Nơi nhận:",
        "- Như Điều 3;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Phạm Anh Tuấn",
    ]


def test_what_only_stands_in_two_columns_is_left_as_it_is(tmp_path: Path) -> None:
    rows: list[Put] = [
        put for i in range(5) for put in ((60, 100 + 20 * i, f"Lớp {i}"), (300, 100 + 20 * i, f"{i}0 người"))
    ]
    texts = texts_of(put_pdf(tmp_path / "x.pdf", [rows]))
    assert "".join(texts).replace(" ", "") == "".join(text for _, _, text in rows).replace(" ", "")


def test_pieces_of_one_line_are_joined(tmp_path: Path) -> None:
    pieces: list[Put] = [(60, 100, "Điều"), (94, 101.5, "1."), (112, 100, "Phạm vi")]
    lines = read_pdf(put_pdf(tmp_path / "x.pdf", [pieces])).lines
    assert [line.text for line in lines] == ["Điều 1. Phạm vi"]
    assert [word.text for word in lines[0].words] == ["Điều", "1.", "Phạm", "vi"]


def test_no_word_is_lost_whatever_the_order(tmp_path: Path) -> None:
    for seed in range(5):
        order = LEFT + RIGHT + BELOW
        random.Random(seed).shuffle(order)
        words = sorted(word for text in texts_of(put_pdf(tmp_path / f"{seed}.pdf", [order])) for word in text.split())
        assert words == sorted(word for text in READ for word in text.split())
