import pytest

from answer.english import in_english


@pytest.mark.parametrize(
    ("vietnamese", "english"),
    [
        ("30-40 người/lớp", "30-40 people/class"),
        ("150 người/3 lớp", "150 people/3 classes"),
        ("ít nhất 05 năm", "at least 05 years"),
        ("02 lần/năm", "02 times/year"),
        ("sau 03 năm", "after 03 years"),
        ("02 đến 03 cán bộ", "02 to 03 officials"),
        ("từ 30 - 50%", "from 30 - 50%"),
        ("trước ngày 31/8", "before 31/8"),
        ("trước ngày 10 tháng 5 năm 2026", "before 10/5/2026"),
        ("đến năm 2025", "by 2025"),
        ("Năm 2023", "2023"),
        ("Hằng năm", "each year"),
        ("1,2 tỷ đồng", "1,2 billion đồng"),
        ("Số lượng học viên theo từng năm", "number of trainees by year"),
        ("95%", "95%"),
        ("ít nhất 01 lần trong nhiệm kỳ", "at least 01 time in a term of office"),
        ("một bản sao", "one copy"),
    ],
)
def test_figures_and_times(vietnamese: str, english: str) -> None:
    assert in_english(vietnamese) == english


@pytest.mark.parametrize("value", ["Thường xuyên trong năm và định kỳ", "Theo kế hoạch hàng năm của cơ quan", "Quý II"])
def test_what_is_not_known_wholly_stays_as_it_is(value: str) -> None:
    assert in_english(value) == value
