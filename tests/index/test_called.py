"""What a document is called where another one names it."""

import pytest

from index.called import Called
from index.document import Relation

BOTH = (
    "Căn cứ Quy định số 57-QĐ/TW, ngày 08/02/2022 của Ban Bí thư về phân cấp đào tạo; Kết luận số 39-KL/TW ngày 18/7/2022 của Bộ"
    " Chính trị về bồi dưỡng, Quy định số 145-QĐ/TW ngày 10/5/2024 của Bộ Chính trị;"
)
ENDED = (
    "Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004 của Chính phủ về công tác văn thư và Nghị định số 09/2010/NĐ-CP ngày 08"
    " tháng 02 năm 2010 của Chính phủ sửa đổi Nghị định số 110/2004/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực."
)


@pytest.mark.parametrize(
    ("number", "date", "text", "kind", "subject"),
    [
        ("57-QĐ/TW", "2022-02-08", BOTH, "Quy định", "của Ban Bí thư về phân cấp đào tạo"),
        ("39-KL/TW", "2022-07-18", BOTH, "Kết luận", "của Bộ Chính trị về bồi dưỡng"),
        ("145-QĐ/TW", "2024-05-10", BOTH, "Quy định", "của Bộ Chính trị"),
        ("110/2004/NĐ-CP", "2004-04-08", ENDED, "Nghị định", "của Chính phủ về công tác văn thư"),
        (
            "09/2010/NĐ-CP", "2010-02-08", ENDED, "Nghị định", "của Chính phủ sửa đổi Nghị định số 110/2004/NĐ-CP",
        ),
        ("322/TTr-SNV", None, "Theo đề nghị tại tờ trình số 322/TTr-SNV ngày 13/5/2023.", "Tờ trình", ""),
        ("18/2012/QH13", None, "Bổ sung Điều 7 của Luật Biển Việt Nam số 18/2012/QH13 như sau:", "Luật Biển Việt Nam", ""),
        (
            "47/2019/QH14", None,
            "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương số 47/2019/QH14;",
            "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương", "",
        ),
        (
            "520/QĐ-TTg", "2021-04-01",
            "Thực hiện Quyết định số 520/QĐ-TTg ngày 01 tháng 4 năm 2021 của Thủ tướng phê duyệt Đề án, Ủy ban nhân dân tỉnh ban hành Kế hoạch",
            "Quyết định", "của Thủ tướng phê duyệt Đề án",
        ),
        ("5/QĐ-TTg", None, "theo quy định tại 5/QĐ-TTg thì phải báo cáo", "", ""),
        ("6/QĐ-TTg", None, "Quyết định số 5/QĐ-TTg của Thủ tướng", "", ""),
        (None, "2015-06-19", "Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015", "Luật Tổ chức Chính phủ", ""),
        (None, None, "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam", "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam", ""),
    ],
)  # fmt: skip
def test_what_a_document_is_called(number: str | None, date: str | None, text: str, kind: str, subject: str) -> None:
    called = Called()
    relation = Relation("cites", number, date, text)
    assert called(relation) == (kind, subject)
    assert called(relation) == (kind, subject)


def test_a_long_name_is_cut_between_words() -> None:
    text = f"Căn cứ Nghị định số 1/2020/NĐ-CP của Chính phủ về {'đào tạo ' * 60};"
    _, subject = Called()(Relation("cites", "1/2020/NĐ-CP", None, text))
    assert len(subject) <= 242 and subject.endswith(("đào …", "tạo …"))
