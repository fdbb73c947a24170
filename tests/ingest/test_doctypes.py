"""Title lines: kinds of documents, and appendices."""

import pytest

from ingest.doctypes import TYPES, appendix_of_line, type_of_line


@pytest.mark.parametrize("kind", TYPES)
def test_every_kind_is_known_by_its_title_line(kind: str) -> None:
    assert type_of_line(f"  {kind.upper()} ") == kind


@pytest.mark.parametrize("line", ["QUYẾT ĐỊNH:", "Kế hoạch", "KẾ HOẠCH ĐÀO TẠO", "KẾ HOẠCHH", "", "DỰ THẢO"])
def test_other_lines_are_no_title(line: str) -> None:
    assert type_of_line(line) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Phụ lục I", "Phụ lục I"),
        ("PHỤ LỤC", "Phụ lục"),
        ("PHỤ LỤC SỐ 01", "Phụ lục 01"),
        ("Phụ lục số 2:", "Phụ lục 2"),
        ("PHỤ LỤC XIV.", "Phụ lục XIV"),
        ("Phụ lục I, II, III đính kèm Kế hoạch này", None),
        ("theo phụ lục", None),
    ],
)
def test_appendix_lines(line: str, name: str | None) -> None:
    assert appendix_of_line(line) == name


@pytest.mark.parametrize("line", ["KÉ HOẠCH", "KÊ HOẠCH", "QUYÉT ĐỊNH", "CHỈ THI", "KÉ H0ẠCH", "QUYẾT Đ1NH"])
def test_a_recognised_title_line_may_have_wrong_marks(line: str) -> None:
    assert type_of_line(line) is None
    assert type_of_line(line, recognised=True) in TYPES


@pytest.mark.parametrize("line", ["Kế hoạch", "QUYẾT ĐỊNH:", "QUYÊT Đ1NH:", "LỘ TRÌNH", "HỘI ĐỒNG", "KẾ HOẠCH ĐÀO TẠO"])
def test_other_recognised_lines_are_no_title(line: str) -> None:
    assert type_of_line(line, recognised=True) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [("PHU LỤC HI", "Phụ lục HI"), ("Phụ luc", "Phụ lục"), ("PHỤ LỤC l", "Phụ lục L"), ("phụ lục II", None)],
)
def test_a_recognised_appendix_line_may_be_misread(line: str, name: str | None) -> None:
    assert appendix_of_line(line, recognised=True) == name
