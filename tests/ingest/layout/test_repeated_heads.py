"""Heads of tables that are printed on every page."""

from ingest.layout.repeated_heads import without_repeated_heads
from ingest.reading import RawLine

HEAD = "TT\tNội dung\tChủ trì"


def _lines(*pages: tuple[str, ...]) -> list[RawLine]:
    return [RawLine(text, None, number, read_by="ocr") for number, page in enumerate(pages, 1) for text in page]


def _texts(*pages: tuple[str, ...]) -> list[str]:
    return [line.text for line in without_repeated_heads(_lines(*pages))]


def test_a_head_repeated_at_the_top_of_a_page_is_said_once() -> None:
    assert _texts((HEAD, "1\tMở lớp\tSở"), (HEAD, "\ttin học\tNội vụ"), (HEAD, "2\tBáo cáo\tSở Tài chính")) == [
        HEAD, "1\tMở lớp\tSở", "\ttin học\tNội vụ", "2\tBáo cáo\tSở Tài chính",
    ]  # fmt: skip


def test_so_is_one_of_two_lines_and_one_that_recognition_read_differently() -> None:
    second = "(1)\t(2)\t(3)"
    assert _texts((HEAD, second, "1\tMở lớp\tSở"), ("TT\tNội dụng\tChủ trì", second, "2\tThi\tSở")) == [
        HEAD, second, "1\tMở lớp\tSở", "2\tThi\tSở",
    ]  # fmt: skip


def test_a_row_that_only_begins_alike_stays() -> None:
    assert _texts((HEAD, "1\tMở lớp\tSở"), ("2\tMở lớp\tSở Tài chính",)) == [
        HEAD, "1\tMở lớp\tSở", "2\tMở lớp\tSở Tài chính",
    ]  # fmt: skip


def test_a_table_without_a_head_loses_no_row_however_alike() -> None:
    first = tuple(f"{i}\tBồi dưỡng công chức xã Tân Phú, huyện Châu Thành\t4{i} người" for i in (1, 2))
    second = ("3\tBồi dưỡng công chức xã Tân Phú, huyện Châu Thành\t43 người",)
    assert len(_texts(first, second)) == 3


def test_another_table_keeps_its_head() -> None:
    assert _texts((HEAD, "1\tMở lớp\tSở"), ("Phụ lục II", HEAD, "1\tThi\tSở")).count(HEAD) == 2


def test_the_same_row_twice_on_one_page_stays() -> None:
    assert len(_texts((HEAD, "1\tMở lớp\tSở", HEAD))) == 3


def test_the_head_that_goes_on_is_that_of_the_last_table_of_a_page() -> None:
    other = "TT\tLớp\tChương trình\tĐối tượng"
    assert _texts((HEAD, "1\tMở lớp\tSở", other, "a\t\tTin học\tCông chức"), (other, "\t\tcăn bản\txã")) == [
        HEAD, "1\tMở lớp\tSở", other, "a\t\tTin học\tCông chức", "\t\tcăn bản\txã",
    ]  # fmt: skip
