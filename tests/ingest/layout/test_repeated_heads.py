"""Heads of tables that are printed on every page."""

from ingest.layout.repeated_heads import without_repeated_heads
from ingest.reading import RawLine

HEAD = "TT\tNội dung\tChủ trì"


def _lines(*pages: tuple[str, ...]) -> list[RawLine]:
    return [RawLine(text, None, number) for number, page in enumerate(pages, 1) for text in page]


def _texts(*pages: tuple[str, ...]) -> list[str]:
    return [line.text for line in without_repeated_heads(_lines(*pages))]


def test_a_head_repeated_at_the_top_of_a_page_is_said_once() -> None:
    assert _texts((HEAD, "1\tMở lớp\tSở"), (HEAD, "\ttin học\tNội vụ"), (HEAD, "2\tBáo cáo\tSở Tài chính")) == [
        HEAD, "1\tMở lớp\tSở", "\ttin học\tNội vụ", "2\tBáo cáo\tSở Tài chính",
    ]  # fmt: skip


def test_so_is_one_of_two_lines_and_one_that_recognition_read_differently() -> None:
    second = "\t(1)\t(2)"
    assert _texts((HEAD, second, "1\tMở lớp\tSở"), ("TT\tNội dụng\tChủ trì", second, "2\tThi\tSở")) == [
        HEAD, second, "1\tMở lớp\tSở", "2\tThi\tSở",
    ]  # fmt: skip


def test_a_row_that_only_begins_alike_stays() -> None:
    assert _texts((HEAD, "1\tMở lớp\tSở"), ("2\tMở lớp\tSở Tài chính",)) == [
        HEAD, "1\tMở lớp\tSở", "2\tMở lớp\tSở Tài chính",
    ]  # fmt: skip


def test_another_table_keeps_its_head() -> None:
    assert _texts((HEAD, "1\tMở lớp\tSở"), ("Phụ lục II", HEAD, "1\tThi\tSở")).count(HEAD) == 2


def test_the_same_row_twice_on_one_page_stays() -> None:
    assert len(_texts((HEAD, "1\tMở lớp\tSở", HEAD))) == 3
