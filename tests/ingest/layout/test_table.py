"""Words into cells, cells into lines."""

import pytest

from ingest.layout.table import Cell, Table, table_lines
from ingest.reading import Word

_HEAD = (Cell(0, 0, 2, 1, (0.1, 0.1, 0.2, 0.3)), Cell(0, 1, 1, 2, (0.2, 0.1, 0.8, 0.2)))
_NAMES = (Cell(1, 1, 1, 1, (0.2, 0.2, 0.5, 0.3)), Cell(1, 2, 1, 1, (0.5, 0.2, 0.8, 0.3)))
_DATA = tuple(
    Cell(2, i, 1, 1, (left, 0.3, right, 0.5)) for i, (left, right) in enumerate(((0.1, 0.2), (0.2, 0.5), (0.5, 0.8)))
)
_EMPTY = tuple(
    Cell(3, i, 1, 1, (left, 0.5, right, 0.6)) for i, (left, right) in enumerate(((0.1, 0.2), (0.2, 0.5), (0.5, 0.8)))
)
TABLE = Table((0.1, 0.1, 0.8, 0.6), _HEAD + _NAMES + _DATA + _EMPTY)


def _word(text: str, left: float, top: float, width: float = 0.02, height: float = 0.02) -> Word:
    return Word(text, (left, top, left + width, top + height))


def _texts(*words: Word) -> list[str]:
    return [line.text for line in table_lines(TABLE, words, 1)]


def test_a_row_is_a_line_whose_cells_are_parted_by_tabs_and_empty_rows_are_left_out() -> None:
    words = [_word("1", 0.12, 0.35), _word("Lớp", 0.25, 0.35), _word("30", 0.6, 0.35)]
    lines = table_lines(TABLE, words, 7)
    assert [(line.text, line.page, line.line, line.read_by, line.confidence) for line in lines] == [
        ("1\tLớp\t30", 7, None, "text", None)
    ]
    assert lines[0].words == tuple(words)


def test_merged_cells_stand_in_their_first_row_and_column() -> None:
    number, above = _word("TT", 0.14, 0.24), _word("Chỉ", 0.45, 0.14)
    assert _texts(number, above, _word("2023", 0.3, 0.24), _word("2024", 0.6, 0.24)) == ["TT\tChỉ\t", "\t2023\t2024"]


def test_words_of_a_cell_are_read_line_by_line_in_whatever_order_they_come() -> None:
    words = [
        _word("hai", 0.3, 0.351), _word("ba", 0.21, 0.38), _word("một", 0.25, 0.35), _word("-", 0.4, 0.357, 0.01, 0.004)
    ]  # fmt: skip
    (line,) = table_lines(TABLE, words, 1)
    assert line.text == "\tmột hai - ba\t"
    assert [word.text for word in line.words] == ["một", "hai", "-", "ba"]


def test_a_tall_sign_does_not_make_one_line_of_two() -> None:
    words = [_word("a", 0.25, 0.34), _word("b", 0.3, 0.34), _word("c", 0.25, 0.37), _word("d", 0.3, 0.37)]
    assert _texts(*words, _word("|", 0.4, 0.33, 0.005, 0.07)) in (["\ta b | c d\t"], ["\ta b c d |\t"])


def test_a_word_goes_to_the_cell_of_its_centre_or_the_nearest_one_and_others_stay_out() -> None:
    across, beside, far = _word("rộng", 0.46, 0.35, 0.06), _word("ngoài", 0.79, 0.35, 0.024), _word("xa", 0.9, 0.35)
    assert _texts(across, beside, far) == ["\trộng\tngoài"]
    assert not TABLE.holds(far.box)


def test_the_confidence_of_a_row_is_the_mean_of_its_letters() -> None:
    words = [_word("a", 0.12, 0.35), _word("xyz", 0.25, 0.35), _word("xa", 0.9, 0.35)]
    (line,) = table_lines(TABLE, words, 1, "ocr", [0.5, 0.9, 0.1])
    assert line.read_by == "ocr"
    assert line.confidence == pytest.approx(0.8)


def test_confidences_must_be_as_many_as_words() -> None:
    with pytest.raises(ValueError, match="1 words, but 2"):
        table_lines(TABLE, [_word("a", 0.12, 0.35)], 1, "ocr", [0.5, 0.9])
