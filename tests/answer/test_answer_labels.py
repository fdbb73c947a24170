"""Numbered groups that a question names and a passage has or has not."""

import pytest
from small_library import passage, question

from answer.labels import labels_missing

GROUPS = passage("a", 1, "Bồi dưỡng quốc phòng cho đối tượng 1 và 2; bác sĩ chuyên khoa cấp I, cấp II.", ("Hạng III",))


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Lớp cho đối tượng 1 có mấy người?", 0),
        ("Lớp cho đối tượng 2 có mấy người?", 0),
        ("Lớp cho đối tượng 3 có mấy người?", 1),
        ("Chuyên khoa II và chuyên khoa cấp I đi đâu học?", 0),
        ("Viên chức hạng III và hạng IV học gì?", 1),
        ("Lớp 30 người mở khi nào?", 0),
        ("Sở nào mở lớp?", 0),
        ("Lớp cho đối tượng 5 có mấy người?", 1),
        ("Lớp cho đối tượng 5 năm 2025 có mấy người?", 1),
        ("Khóa 3 tháng học ở đâu?", 0),
        ("Cấp 2 bản sao cho ai?", 0),
        ("Loại vi phạm nào bị phạt?", 0),
    ],
)
def test_in_vietnamese(text: str, missing: int) -> None:
    assert labels_missing(question(text), GROUPS) == missing


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("How many people of target group 2 are trained?", 0),
        ("How many people of target group 4 are trained?", 1),
        ("Where do specialist level II doctors study?", 0),
        ("How many classes are held?", 0),
        ("What is the level I need to reach?", 0),
    ],
)
def test_in_english(text: str, missing: int) -> None:
    assert labels_missing(question(text, language="en"), GROUPS) == missing
