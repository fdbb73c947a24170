"""Numbers that recognition misread, told by their order."""

import pytest

from index.document import SourceLine
from ingest.blocks import make_blocks
from ingest.misread import Label, Labels, look, mended_marks, read_label
from ingest.parts import split_parts


def _lines(*texts: str, read_by: str = "ocr") -> list[SourceLine]:
    assert read_by in ("ocr", "text")
    return [
        SourceLine(text, None, 1, place, "ocr" if read_by == "ocr" else "text", 0.9, True)
        for place, text in enumerate(texts)
    ]


def _marks(*texts: str, read_by: str = "ocr") -> list[str | None]:
    return [block.mark.text if block.mark else None for block in make_blocks(_lines(*texts, read_by=read_by), None)]


def _open(*texts: str) -> Labels:
    labels = Labels()
    for text in texts:
        labels.take(read_label(text)[0])
    return labels


@pytest.mark.parametrize(
    ("one", "other"), [("II", "H"), ("III", "HỊ"), ("1", "l"), ("2.1", "21"), ("c", "€:"), ("g", "ø"), ("đ", "d")]
)
def test_labels_that_are_confused_look_alike(one: str, other: str) -> None:
    assert look(one) == look(other)


def test_labels_that_are_told_apart_do_not() -> None:
    looks = [look(text) for text in ("2", "3", "4", "7", "V", "X", "a", "d", "k")]
    assert len(set(looks)) == len(looks)


@pytest.mark.parametrize(
    ("above", "text", "in_capitals", "due"),
    [
        (["B", "I"], "H", True, "II"),
        (["B", "I"], "1", False, "1"),
        (["A"], "1", True, "I"),
        (["B", "II", "5"], "te", True, "C"),
        (["2"], "241", False, "2.1"),
        (["5", "5.1"], "3.2", False, "5.2"),
        (["1", "a", "b"], "€", False, "c"),
        (["1", "d"], "e", False, "e"),
        (["1", "d"], "đ", False, "đ"),
        ([], "l", True, "I"),
    ],
)
def test_the_label_that_is_due(above: list[str], text: str, in_capitals: bool, due: str) -> None:
    label = _open(*above).due(text, in_capitals)
    assert label is not None
    assert label.text == due


@pytest.mark.parametrize(
    ("above", "text"), [(["11"], "13"), (["10"], "1"), (["2", "2.2"], "2.4"), (["3"], "7"), (["1"], "l"), (["a"], "M/")]
)
def test_a_label_that_may_be_right_or_anything_is_left(above: list[str], text: str) -> None:
    label = _open(*above).due(text, in_capitals=False)
    assert label is None or label.text == text


def test_marks_of_scanned_lines_go_on_in_their_sequence() -> None:
    read = ("I. PHẠM VI", "l. Phạm vi", "2, Đối tượng", "I. MỤC TIÊU", "II. GIẢI PHÁP", "'IV. KINH PHÍ")
    assert _marks(*read) == ["I.", "1.", "2.", "II.", "III.", "IV."]


def test_a_letter_that_is_no_letter_begins_its_clause() -> None:
    letters = _marks(
        "1. Sở Nội vụ", "a) Chủ trì.", "b) Phối hợp.", "€) Báo cáo.", "d) Theo dõi.", "đ) Rà soát.", "e) Cử.", "ø) Lập."
    )
    assert letters == ["1.", "a)", "b)", "c)", "d)", "đ)", "e)", "g)"]


def test_the_text_stays_as_it_was_read() -> None:
    blocks = make_blocks(_lines("I. PHẠM VI", "I. MỤC TIÊU"), None)
    assert [block.text for block in blocks] == ["I. PHẠM VI", "I. MỤC TIÊU"]
    assert [block.words for block in blocks] == ["PHẠM VI", "MỤC TIÊU"]


def test_text_that_was_not_scanned_keeps_its_marks() -> None:
    assert _marks("I. PHẠM VI", "I. MỤC TIÊU", read_by="text") == ["I.", "I."]
    assert mended_marks(_lines("I. PHẠM VI", "I. MỤC TIÊU", read_by="text")) == {}


def test_each_article_counts_anew() -> None:
    assert _marks("Điều 1. Phạm vi", "1. Một.", "2. Hai.", "Điều 2. Đối tượng", "1. Một.") == [
        "Điều 1.", "1.", "2.", "Điều 2.", "1.",
    ]  # fmt: skip


def test_appendices_of_a_scan_are_counted() -> None:
    lines = _lines(
        "KẾ HOẠCH", "Đào tạo năm 2025", "I. MỤC TIÊU", "Nâng cao chất lượng.",
        "PHỤ LỤC I", "CHỈ TIÊU", "1. Một.", "PHỤ LỤC", "PHÂN CÔNG", "1. Một.", "PHỤ LỤC HI", "LỘ TRÌNH", "1. Một.",
    )  # fmt: skip
    parts = split_parts(make_blocks(lines, None))
    assert [part.type for part in parts] == ["Kế hoạch", "Phụ lục I", "Phụ lục II", "Phụ lục III"]


@pytest.mark.parametrize("numbers", [("01", "02"), ("A", "B"), ("I", "II"), ("II", "IV")])
def test_appendices_that_may_be_right_keep_their_numbers(numbers: tuple[str, str]) -> None:
    texts = [text for number in numbers for text in (f"PHỤ LỤC {number}", "CHỈ TIÊU", "1. Một.")]
    assert [part.type for part in split_parts(make_blocks(_lines(*texts), None))] == [f"Phụ lục {n}" for n in numbers]


def test_a_label_knows_how_far_in_it_stands() -> None:
    assert [Label("decimal", text, 1).depth for text in ("1.1", "1.1.1")] == [3, 4]
    assert {label.kind for label in read_label("C")} == {"upper", "roman"}
    assert read_label("") == ()
    assert read_label("IIII") == ()
