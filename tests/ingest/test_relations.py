"""What a document does to others, by its own words."""

import pytest

from tests.ingest.made import document_of


def _relations(clauses: str, title: str = "Về sách", kind: str = "NGHỊ ĐỊNH") -> list[tuple[str, str | None]]:
    return [(r.type, r.number or r.text) for r in document_of(f"{kind}\n{title}\n{clauses}").relations]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            "Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004 và Nghị định số 09/2010/NĐ-CP của Chính phủ sửa đổi, bổ sung "
            "một số điều của Nghị định số 110/2004/NĐ-CP hết hiệu lực từ ngày Nghị định này có hiệu lực.",
            [("repeals", "110/2004/NĐ-CP"), ("repeals", "09/2010/NĐ-CP")],
        ),
        (
            "Nghị định số 9/2010/NĐ-CP sửa đổi Nghị định số 1/2004/NĐ-CP hết hiệu lực kể từ ngày ký.",
            [("repeals", "9/2010/NĐ-CP"), ("cites", "1/2004/NĐ-CP")],
        ),
        ("Nghị định này thay thế Nghị định số 7/2001/NĐ-CP.", [("replaces", "7/2001/NĐ-CP")]),
        ("Bãi bỏ khoản 3 Điều 5 Thông tư số 7/2001/TT-BNV.", [("repeals", "7/2001/TT-BNV")]),
        (
            "Nghị định này quy định chi tiết một số điều của Luật Thư viện ngày 21 tháng 11 năm 2019.",
            [("implements", "Luật Thư viện ngày 21 tháng 11 năm 2019")],
        ),
        ("Nghị định này hết hiệu lực kể từ ngày Luật số 5/2030/QH17 có hiệu lực.", [("cites", "5/2030/QH17")]),
        ("Việc mượn sách theo Nghị định số 7/2001/NĐ-CP được tiếp tục.", [("cites", "7/2001/NĐ-CP")]),
    ],
)
def test_sentences(clause: str, expected: list[tuple[str, str | None]]) -> None:
    assert _relations(f"Điều 1. Hiệu lực\n{clause}") == expected


def test_a_heading_lends_its_verb_to_its_points_and_to_nothing_after_them() -> None:
    clauses = (
        "Điều 1. Bãi bỏ\n1. Bãi bỏ các nghị quyết sau đây:\na) Nghị quyết số 1/2020/QH14;\nb) Nghị quyết số 2/2020/QH14.\n"
        "2. Nghị quyết số 3/2020/QH14 được thực hiện."
    )
    assert _relations(clauses) == [
        ("repeals", "1/2020/QH14"),
        ("repeals", "2/2020/QH14"),
        ("cites", "3/2020/QH14"),
    ]


def test_only_clauses_of_it() -> None:
    text = "NGHỊ ĐỊNH\nVề sách\nĐiều 1. Bãi bỏ khoản 3 Điều 5 Thông tư số 7/2001/TT-BNV."
    assert [r.partial for r in document_of(text).relations] == [True]
    assert [r.partial for r in document_of(text.replace("khoản 3 Điều 5 ", "")).relations] == [False]


def test_the_words_of_a_relation_are_its_sentence() -> None:
    text = "NGHỊ ĐỊNH\nVề sách\nĐiều 1. Hiệu lực\nMột câu khác. Nghị định này thay thế Nghị định số 7/2001/NĐ-CP."
    assert document_of(text).relations[0].text == "Nghị định này thay thế Nghị định số 7/2001/NĐ-CP."


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        ("Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;", [("2015-06-19", "Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015")]),
        (
            "Căn cứ Luật Xây dựng ngày 18/6/2014; Luật sửa đổi, bổ sung một số điều của Luật Xây dựng ngày 17/6/2020;",
            [
                ("2014-06-18", "Luật Xây dựng ngày 18/6/2014"),
                ("2020-06-17", "Luật sửa đổi, bổ sung một số điều của Luật Xây dựng ngày 17/6/2020"),
            ],
        ),
        (
            "Căn cứ Luật Cán bộ, công chức và Luật Viên chức;",
            [(None, "Luật Cán bộ, công chức"), (None, "Luật Viên chức")],
        ),
        ("Căn cứ Luật Thư viện số 46/2019/QH14 ngày 21 tháng 11 năm 2019;", [("2019-11-21", "46/2019/QH14")]),
    ],
)  # fmt: skip
def test_laws_by_name(basis: str, expected: list[tuple[str | None, str]]) -> None:
    relations = document_of(f"KẾ HOẠCH\nĐi học\n{basis}\nI. MỤC TIÊU\nMở lớp.").relations
    assert [(r.date, r.number or r.text) for r in relations] == expected


def test_what_is_quoted_changes_nothing() -> None:
    clauses = "Điều 1. Sửa đổi Điều 9 như sau:\n“Điều 9. Hiệu lực\nNghị định này thay thế Nghị định số 7/2001/NĐ-CP.”."
    assert _relations(clauses) == []
