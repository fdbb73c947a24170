"""Document numbers and figures as documents and questions write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.numbers import find_document_numbers, find_figures, names_number, same_number
from vietnamese.text import nfc


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Số: 2106/QĐ-UBND", [("2106/QĐ-UBND", "2106", None, "QĐ", "UBND")]),
        ("372/KH-UBND", [("372/KH-UBND", "372", None, "KH", "UBND")]),
        ("29/2022/QĐ-UBND", [("29/2022/QĐ-UBND", "29", 2022, "QĐ", "UBND")]),
        ("Nghị định 89/2021/NĐ-CP ngày 18/10/2021", [("89/2021/NĐ-CP", "89", 2021, "NĐ", "CP")]),
        ("05-NQ/TU, 57-QĐ/TW", [("05-NQ/TU", "05", None, "NQ", "TU"), ("57-QĐ/TW", "57", None, "QĐ", "TW")]),
        ("Kế hoạch 108-KH/TU", [("108-KH/TU", "108", None, "KH", "TU")]),
        ("03/ĐA-UBND", [("03/ĐA-UBND", "03", None, "ĐA", "UBND")]),
        (
            "322/TTr-SNV 520/QĐ-TTg",
            [("322/TTr-SNV", "322", None, "TTr", "SNV"), ("520/QĐ-TTg", "520", None, "QĐ", "TTg")],
        ),
        ("22/2022/NQ-HĐND", [("22/2022/NQ-HĐND", "22", 2022, "NQ", "HĐND")]),
        ("Luật số 36/2024/QH15", [("36/2024/QH15", "36", 2024, "", "QH15")]),
        ("12-QyĐ/TU, 15-CTr/TU", [("12-QyĐ/TU", "12", None, "QyĐ", "TU"), ("15-CTr/TU", "15", None, "CTr", "TU")]),
        ("05/2019/TTLT-BNV-BTC", [("05/2019/TTLT-BNV-BTC", "05", 2019, "TTLT", "BNV-BTC")]),
        ("công văn 1234/UBND-VX", [("1234/UBND-VX", "1234", None, "", "UBND-VX")]),
        ("2106/qd-ubnd", [("2106/qd-ubnd", "2106", None, "QĐ", "UBND")]),
        ("22/2022/nq-hdnd", [("22/2022/nq-hdnd", "22", 2022, "NQ", "HĐND")]),
        ("quyết định 2106 nói gì", [("2106", "2106", None, "QĐ", "")]),
        ("Who signed Decision No. 2106?", [("2106", "2106", None, "QĐ", "")]),
        ("kế hoạch 2025, Kế hoạch 5 năm, Số:     /KH-UBND, quyết định số /QĐ-UBND", []),
        ("150 người/3 lớp, 02 lần/năm, 01/9/2017", []),
    ],
)
def test_document_numbers(text: str, expected: list[tuple[str, str, int | None, str, str]]) -> None:
    assert [(n.number, n.serial, n.year, n.kind_code, n.issuer_code) for n in find_document_numbers(text)] == expected


def test_same_number() -> None:
    assert same_number("08/2023/QĐ-UBND", "8/2023/qd-ubnd")
    assert same_number("số 2106 / QĐ - UBND", "2106/QĐ-UBND")
    assert not same_number("29/QĐ-UBND", "29/2022/QĐ-UBND")
    assert not same_number("2106/QĐ-UBND", "210/QĐ-UBND")


@pytest.mark.parametrize(
    ("asked", "number", "names"),
    [
        ("Nghị định 101/2017/NĐ-CP", "101/2017/NĐ-CP", True),
        ("Nghị định 101/2017", "101/2017/NĐ-CP", True),
        ("Nghị định 101", "101/2017/NĐ-CP", True),
        ("Nghị định 101/2018", "101/2017/NĐ-CP", False),
        ("Nghị định 10", "101/2017/NĐ-CP", False),
        ("Quyết định 101", "101/2017/NĐ-CP", False),
        ("Nghị quyết 8", "08-NQ/TU", True),
        ("Kế hoạch 2106", "2106/QĐ-UBND", True),
    ],
)
def test_a_number_as_people_shorten_it(asked: str, number: str, names: bool) -> None:
    assert names_number(find_document_numbers(asked)[0], number) is names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cử từ **35** cán bộ, công chức", [("từ **35** cán bộ", 35, 35, "cán bộ")]),
        ("từ 30 đến 50 cán bộ", [("từ 30 đến 50 cán bộ", 30, 50, "cán bộ")]),
        ("30 - 50 người (01 tiến sĩ)", [("30 - 50 người", 30, 50, "người"), ("01 tiến sĩ", 1, 1, "tiến sĩ")]),
        ("40-50 người/lớp", [("40-50 người/lớp", 40, 50, "người/lớp")]),
        ("150 người/3 lớp", [("150 người/3 lớp", 150, 150, "người")]),
        ("từ 30 - 50% viên chức", [("từ 30 - 50%", 30, 50, "%")]),
        ("30% đến 50% trưởng phòng", [("30% đến 50%", 30, 50, "%")]),
        ("ít nhất 95% công chức", [("ít nhất 95%", 95, 95, "%")]),
        (
            "1.000 người, 1,5 triệu đồng",
            [("1.000 người", 1000, 1000, "người"), ("1,5 triệu đồng", 1.5, 1.5, "triệu đồng")],
        ),
        ("2.5 tỷ đồng", [("2.5 tỷ đồng", 2.5, 2.5, "tỷ đồng")]),
        ("02 lần/năm", [("02 lần/năm", 2, 2, "lần/năm")]),
        ("có 05 năm kinh nghiệm", [("05 năm", 5, 5, "năm")]),
        ("between 40 and 50 persons", [("between 40 and 50 persons", 40, 50, "persons")]),
        (
            "twenty-five people in two classes",
            [("twenty-five people", 25, 25, "people"), ("two classes", 2, 2, "classes")],
        ),
        ("hai lớp, ba mươi lăm người", [("hai lớp", 2, 2, "lớp"), ("ba mươi lăm người", 35, 35, "người")]),
        ("20 nguoi", [("20 nguoi", 20, 20, "nguoi")]),
        ("hằng năm cán bộ được cử, một số đơn vị", []),
        ("khoản 3 Điều 2; Quân khu 7; đối tượng 1; Phụ lục 2", []),
        ("2.1. Cử 20 người\n3. Sở Tài chính", [("20 người", 20, 20, "người")]),
        ("1.1 Tuyên truyền", []),
        ("<b>1</b>\t<b>Lĩnh vực</b>\n2\tLớp\t70 người/lớp", [("70 người/lớp", 70, 70, "người/lớp")]),
        ("trùm lên khoảng 1/3 chữ ký", [("khoảng 1/3", 1 / 3, 1 / 3, None)]),
        ("ít nhất một phần ba tổng số đại biểu", [("ít nhất một phần ba", 1 / 3, 1 / 3, None)]),
        ("trước ngày 1/3", []),
        ("tối đa 05 tờ, 02 kỳ", [("tối đa 05 tờ", 5, 5, "tờ"), ("02 kỳ", 2, 2, "kỳ")]),
        ("2 | Lớp | 30 người", [("30 người", 30, 30, "người")]),
        ("period 2021-2025, from 2021-03", []),
        ("Nghị định 101/2017/NĐ-CP ngày 01/9/2017, giai đoạn 2021 - 2025, K12", []),
    ],
)
def test_figures(text: str, expected: list[tuple[str, float, float, str | None]]) -> None:
    assert [(f.text, f.value_low, f.value_high, f.unit) for f in find_figures(text)] == expected


@given(st.text() | st.text(alphabet="0123456789/.,-% ngườilớpQĐUBND"))
def test_spans_slice_back(text: str) -> None:
    whole = nfc(text)
    for figure in find_figures(text):
        assert whole[figure.start : figure.end] == figure.text
        assert figure.value_low <= figure.value_high
    for number in find_document_numbers(text):
        assert "".join(whole[number.start : number.end].split()) == number.number
        assert same_number(number.number, number.number.lower())
