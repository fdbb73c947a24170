"""What a text tells of a sentence's values, in both languages."""

import pytest

from answer.writing.telling import Told, opens_with, without_markers
from vietnamese.glossary import Glossary

NAME = "quyết định 15/QĐ-UBND của Ủy ban nhân dân tỉnh Lâm Đồng"
NAME_EN = "Decision 15/QĐ-UBND of the Provincial People's Committee of Lâm Đồng"


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return Glossary.load()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Sở Tài chính thẩm định dự toán.", f"Đơn vị được nêu: Sở Tài chính ({NAME}) [1]."),
        ("Dự toán do Sở tài chính thẩm định [2].", f"Đơn vị được nêu: Sở Tài chính ({NAME}) [1]."),
        ("Chi 1.200 triệu đồng.", f"{NAME.capitalize()} nêu: 1,2 tỷ đồng [1]."),
        ("Báo cáo trước ngày 15 tháng 12 hằng năm.", f"Thời gian: trước ngày 15/12 hằng năm ({NAME}) [1]."),
        ("Việc này làm thường xuyên, liên tục.", f"Thời gian: Thường xuyên ({NAME}) [1]."),
        ("Việc này theo Nghị định số 101/2017/NĐ-CP.", f"Văn bản được nêu: Nghị định 101/2017/NĐ-CP ({NAME}) [1]."),
        ("Có, mỗi xã mở một lớp.", f"Có, {NAME} nêu [1]:"),
        ("Mở lớp ở thư viện tỉnh.", f"{NAME.capitalize()} quy định [1]:"),
        ("Mở lớp ở thư viện tỉnh.", f"{NAME.capitalize()} nêu 3 mục sau [1]:"),
        ("The Department of Finance appraises the estimate.", f"The office named is the Department of Finance (Sở Tài chính) ({NAME_EN}) [1]."),
        ("The Department of Finance appraises the estimate.", f"Đơn vị được nêu: Sở Tài chính ({NAME}) [1]."),
        ("It costs 1.2 billion dong.", f"{NAME_EN} states: 1,2 tỷ đồng [1]."),
    ],
)  # fmt: skip
def test_what_is_told(text: str, sentence: str, glossary: Glossary) -> None:
    assert Told(text, glossary).tells(sentence, [NAME, NAME_EN])


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Dự toán được thẩm định hằng năm [1].", f"Đơn vị được nêu: Sở Tài chính ({NAME}) [1]."),
        ("Sở Tài chính chủ trì.", f"Sở Tài chính chủ trì; phối hợp: Sở Nội vụ ({NAME}) [1]."),
        ("Chi 12 tỷ đồng.", f"{NAME.capitalize()} nêu: 1,2 tỷ đồng [1]."),
        ("Báo cáo trước ngày 15/11.", f"Thời gian: trước ngày 15/12 ({NAME}) [1]."),
        ("Báo cáo kết quả bồi dưỡng.", f"Thời gian: Thường xuyên ({NAME}) [1]."),
        ("Theo nghị định của Chính phủ.", f"Văn bản được nêu: Nghị định 101/2017/NĐ-CP ({NAME}) [1]."),
        ("Mỗi xã mở một lớp.", f"Có, {NAME} nêu [1]:"),
        ("Mở lớp cho thủ thư.", f"Sở Tài chính được giao ({NAME}) [1]:"),
        ("The estimate is appraised.", f"The office named is the Department of Finance (Sở Tài chính) ({NAME_EN}) [1]."),
        ("The estimate is appraised.", f"Yes, {NAME_EN} says [1]:"),
        ("", f"{NAME_EN} states: 1,2 tỷ đồng [1]."),
    ],
)  # fmt: skip
def test_what_is_not_told(text: str, sentence: str, glossary: Glossary) -> None:
    assert not Told(text, glossary).tells(sentence, [NAME, NAME_EN])


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("Có, theo kế hoạch này.", "yes"),
        ("Đúng vậy: mỗi năm một lớp.", "yes"),
        ("Yes. One class a year.", "yes"),
        ("Không: 30 người.", "no"),
        ("No, it does not.", "no"),
        ("“Không”, 30 người.", None),
        ("Có 3 lớp mỗi năm.", None),
        ("Không quá 30 người.", None),
        ("No more than 30 people.", None),
        ("Nova Scotia.", None),
        ("", None),
    ],
)
def test_how_a_text_opens(text: str, opening: str | None) -> None:
    assert opens_with(text) == opening


@pytest.mark.parametrize(
    ("text", "sentence", "against"),
    [
        ("Không, mỗi năm một lớp [1].", f"Có, {NAME} nêu [1]:", True),
        ("Yes, there is one [1].", f"No: {NAME_EN} states 3 [1].", True),
        ("Có, mỗi năm một lớp [1].", f"Có, {NAME} nêu [1]:", False),
        ("Mỗi năm một lớp [1].", f"Có, {NAME} nêu [1]:", False),
        ("Không, mỗi năm một lớp [1].", f"{NAME.capitalize()} quy định [1]:", False),
    ],
)
def test_yes_against_no(text: str, sentence: str, against: bool, glossary: Glossary) -> None:
    assert Told(text, glossary).contradicts(sentence) is against


def test_a_text_without_its_markers() -> None:
    assert without_markers("Một [1][2], hai [3].") == "Một, hai."
