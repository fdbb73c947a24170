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


DECREE = "Nghị định số 7/2001/NĐ-CP"
BEGINS = "Nghị định này có hiệu lực từ ngày 01/01/2026"


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (f"Thay thế cụm từ “Sở Sách” bằng cụm từ “Sở Báo” tại {DECREE}.", [("replaces", True)]),
        (f"Bãi bỏ cụm từ “và bản sao” tại {DECREE}.", [("repeals", True)]),
        (f"Bãi bỏ Mẫu số 01 ban hành kèm theo {DECREE}.", [("repeals", True)]),
        (f"Bãi bỏ một phần {DECREE}.", [("repeals", True)]),
        (f"Bãi bỏ quy định về phí của {DECREE}.", [("repeals", True)]),
        (f"Bãi bỏ Quy chế mượn sách ban hành kèm theo {DECREE}.", [("repeals", True)]),
        (f"Bãi bỏ toàn bộ Điều 5 {DECREE}.", [("repeals", True)]),
        (f"Bãi bỏ {DECREE}, trừ Điều 5.", [("repeals", True)]),
        (f"Nghị định này thay thế các biểu mẫu ban hành kèm theo {DECREE}.", [("replaces", True)]),
        (f"Các quy định tại {DECREE} hết hiệu lực kể từ ngày ký.", [("repeals", True)]),
        (f"Khoản 2 Điều 5 {DECREE} hết hiệu lực kể từ ngày ký.", [("repeals", True)]),
        (f"Bãi bỏ toàn bộ {DECREE}.", [("repeals", False)]),
        (f"Bãi bỏ, thay thế {DECREE}.", [("repeals", False)]),
        (f"Bãi bỏ 01 văn bản sau đây: {DECREE}.", [("repeals", False)]),
        ("Bãi bỏ Luật Ban hành văn bản của Hội đồng nhân dân số 7/2001/QH10.", [("repeals", False)]),
        (f"{BEGINS} và thay thế {DECREE} ngày 01.02.2001 của Chính phủ.", [("replaces", False)]),
        (f"{BEGINS}; bãi bỏ {DECREE}.", [("repeals", False)]),
        (f"{BEGINS}, thay thế cho {DECREE}.", [("replaces", False)]),
        (f"Nghị định này không thay thế {DECREE}.", [("cites", False)]),
        (f"Nghị định này không sửa đổi, thay thế {DECREE}.", [("cites", False)]),
        (f"Văn bản dẫn chiếu tại Nghị định này được sửa đổi, bổ sung, thay thế (như {DECREE}) thì áp dụng văn bản mới.", [("cites", False)]),
        (f"Trường hợp Nghị định này bị thay thế thì {DECREE} được áp dụng.", [("cites", False)]),
        (f"{DECREE} không hết hiệu lực khi Nghị định này được ban hành.", [("cites", False)]),
        (f"{DECREE} tiếp tục được áp dụng cho đến khi hết hiệu lực.", [("cites", False)]),
        (f"Các giấy phép cấp theo {DECREE} hết hiệu lực sau một năm.", [("cites", False)]),
    ],
)  # fmt: skip
def test_a_whole_document_is_meant_only_where_its_name_follows_the_verb(
    clause: str, expected: list[tuple[str, bool]]
) -> None:
    relations = document_of(f"NGHỊ ĐỊNH\nVề sách\nĐiều 1. Hiệu lực\n1. {clause}").relations
    assert [(r.type, r.partial) for r in relations] == expected


def test_documents_in_the_words_that_are_replaced_are_not_replaced() -> None:
    clause = "Thay thế cụm từ “Nghị định số 1/2010/NĐ-CP” bằng cụm từ “Nghị định số 2/2020/NĐ-CP” tại Nghị định số 3/2015/NĐ-CP."
    changed = [r for r in document_of(f"NGHỊ ĐỊNH\nVề sách\nĐiều 1. {clause}").relations if r.type != "cites"]
    assert [(r.number, r.partial) for r in changed] == [("3/2015/NĐ-CP", True)]


def test_what_is_listed_behind_a_part_is_in_part_too_unless_all_of_it_is_named() -> None:
    clause = "Bãi bỏ Điều 5 Nghị định số 1/2010/NĐ-CP, Nghị định số 2/2010/NĐ-CP và toàn bộ Nghị định số 3/2010/NĐ-CP."
    relations = document_of(f"NGHỊ ĐỊNH\nVề sách\nĐiều 1. {clause}").relations
    assert [(r.number, r.partial) for r in relations] == [
        ("1/2010/NĐ-CP", True), ("2/2010/NĐ-CP", True), ("3/2010/NĐ-CP", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "partial"),
    [
        ("Bãi bỏ các nghị định sau đây:", False),
        ("Bãi bỏ toàn bộ 02 văn bản quy phạm pháp luật sau:", False),
        ("Thay thế cụm từ “Sở Sách” bằng cụm từ “Sở Báo” tại các văn bản sau đây:", True),
        ("Bãi bỏ một số điều của các nghị định sau đây:", True),
    ],
)
def test_a_heading_over_parts_lends_parts(heading: str, partial: bool) -> None:
    clauses = f"Điều 1. Khác\n1. {heading}\na) Nghị định số 1/2010/NĐ-CP;\nb) Nghị định số 2/2010/NĐ-CP."
    relations = document_of(f"NGHỊ ĐỊNH\nVề sách\n{clauses}").relations
    assert [(r.number, r.partial) for r in relations] == [("1/2010/NĐ-CP", partial), ("2/2010/NĐ-CP", partial)]


def test_one_number_with_two_dates_is_of_two_documents() -> None:
    clauses = (
        "Điều 1. Bãi bỏ Quyết định số 5/2019/QĐ-UBND.\nĐiều 2. Khác\n"
        "1. Bãi bỏ Quyết định số 5/2019/QĐ-UBND ngày 01/02/2019 của tỉnh A.\n"
        "2. Bãi bỏ Quyết định số 5/2019/QĐ-UBND ngày 09/9/2019 của tỉnh B.\n"
        "3. Việc mượn sách theo Quyết định số 5/2019/QĐ-UBND ngày 09/9/2019 được tiếp tục."
    )
    relations = document_of(f"NGHỊ ĐỊNH\nVề sách\n{clauses}").relations
    assert [(r.type, r.date) for r in relations] == [("repeals", "2019-02-01"), ("repeals", "2019-09-09")]


def test_each_kind_of_change_of_a_document_counts() -> None:
    clauses = f"Điều 1. Khác\n1. Sửa đổi khoản 1 Điều 2 của {DECREE}.\n2. Bãi bỏ Điều 3 của {DECREE}.\n3. Theo {DECREE} thì thôi."
    relations = document_of(f"NGHỊ ĐỊNH\nVề sách\n{clauses}").relations
    assert [(r.type, r.partial) for r in relations] == [("amends", False), ("repeals", True)]


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
