"""What the columns of a table say."""

import pytest

from obligations.columns import filled, read_columns


def test_columns_by_their_names() -> None:
    columns = read_columns(
        {
            "STT": "1",
            "Nội dung công việc": "Mở lớp",
            "Cơ quan chủ trì": "Sở Nội vụ",
            "Cơ quan phối hợp": "Sở Y tế",
            "Thời gian hoàn thành": "Quý II",
            "Sản phẩm": "Báo cáo",
            "Đối tượng": "Công chức",
            "Năm 2024": "20 người",
        }
    )
    assert columns.content == "Mở lớp"
    assert columns.lead == "Sở Nội vụ"
    assert columns.partners == "Sở Y tế"
    assert columns.time == "Quý II"
    assert columns.product == "Báo cáo"
    assert columns.audience == "Công chức"
    assert dict(columns.others) == {"Năm 2024": "20 người"}


@pytest.mark.parametrize("name", ["Đơn vị thực hiện", "Cơ quan chịu trách nhiệm", "Trách nhiệm", "Phân công"])
def test_who_does_it_leads(name: str) -> None:
    assert read_columns({"Nội dung": "Mở lớp", name: "Sở Y tế"}).lead == "Sở Y tế"


def test_a_column_for_the_time_is_not_one_for_who_does_it() -> None:
    columns = read_columns({"Nội dung": "Mở lớp", "Thời gian thực hiện": "Quý II"})
    assert (columns.lead, columns.time) == (None, "Quý II")


def test_without_a_column_for_the_content_the_first_cell_is_it() -> None:
    columns = read_columns({"Cột 1": "Tập huấn", "Cơ quan chủ trì": "Sở Y tế"})
    assert (columns.content, columns.lead) == ("Tập huấn", "Sở Y tế")


@pytest.mark.parametrize(
    ("written", "meant"), [("-nt-", "Sở Y tế"), ("nt", "Sở Y tế"), ('"', "Sở Y tế"), ("Sở Nội vụ", "Sở Nội vụ")]
)
def test_as_above(written: str, meant: str) -> None:
    assert filled({"Chủ trì": written}, {"Chủ trì": "Sở Y tế"}) == {"Chủ trì": meant}
    assert filled({"Chủ trì": "-nt-"}, {}) == {"Chủ trì": ""}


def test_a_row_without_cells() -> None:
    assert read_columns({}).content is None
