"""Who issued a document: from clean text as it is written, from a scan only as far as closed lists know it."""

from dataclasses import replace

import pytest

from index.document import Document
from ingest.blocks import make_blocks
from ingest.metadata import read_metadata
from ingest.parts import split_parts
from tests.ingest.made import document_of, lines_of, reading_of

BODY = "I. MỘT\nHai."


def scanned(text: str, unsure: str = "") -> Document:
    """The document of a text as it was recognised, the line `unsure` hardly."""
    lines = [
        replace(line, read_by="ocr", confidence=0.3 if line.text == unsure else 0.95, begins=True)
        for line in lines_of(text)
    ]
    return read_metadata("made", "made.pdf", split_parts(make_blocks(lines, None)), reading_of(text))


HANOI = (
    "ỦY BAN NHÂN DÂN\nTHÀNH PHÓ HÀ NỌI\nSố: /KH-UBND\nHà Nội, ngày tháng năm 2026\nKÉ HOẠCH\nTổ chức lễ hội\n" + BODY
)


def test_a_misread_issuer_is_written_as_listed_with_the_words_that_were_read() -> None:
    d = scanned(HANOI)
    assert (d.type, d.issuer, d.province) == ("Kế hoạch", "Ủy ban nhân dân thành phố Hà Nội", "Hà Nội")
    assert (d.evidence["issuer"], d.evidence["province"]) == ("ỦY BAN NHÂN DÂN", "THÀNH PHÓ HÀ NỌI")


@pytest.mark.parametrize(
    "office", ["S0 Y TÊ\nSố: 1/KH-SYT", "ỦY BAN NHÂN DÂN\nXÃ TÂM PHÚ", "TRƯỜNG CAO ĐẲMG NGHÊ", "ZJ KHÔNG RÕ"]
)
def test_an_issuer_that_is_near_no_list_is_unknown_and_the_body_above_it_is_not_taken(office: str) -> None:
    assert scanned(f"UBND TỈNH HẬU GIANG\n{office}\nKẾ HOẠCH\nHọc\n{BODY}").issuer is None


def test_an_issuer_that_was_hardly_legible_is_unknown() -> None:
    text = f"UBND TỈNH HẬU GIANG\nSỞ Y TẾ\nSố: 1/KH-SYT\nHậu Giang, ngày 5 tháng 1 năm 2024\nKẾ HOẠCH\nHọc\n{BODY}"
    assert scanned(text).issuer == "Sở Y tế"
    assert scanned(text, "SỞ Y TẾ").issuer is None
    assert scanned(text, "SỞ Y TẾ").province == "Hậu Giang"


def test_who_enacts_it_is_as_listed_too() -> None:
    bases = "Thực hiện Nghị quyết số 5-NQ/TU, UBND tỉnh Sóc Trãng ban hành Kế hoạch như sau:"
    assert scanned(f"KẾ HOẠCH\nHọc\n{bases}\n{BODY}").issuer == "UBND tỉnh Sóc Trăng"
    assert scanned(f"KẾ HOẠCH\nHọc\n{bases.replace('Sóc Trãng', 'Sóc')}\n{BODY}").issuer is None


def test_the_office_is_named_as_the_head_has_it_with_the_sentence_that_enacts() -> None:
    bases = "Thực hiện Nghị quyết số 5-NQ/TU, UBND thành phó Hà Nội ban hành Kế hoạch như sau:"
    d = scanned(HANOI.replace(BODY, f"{bases}\n{BODY}"))
    assert (d.issuer, d.evidence["issuer"]) == ("Ủy ban nhân dân thành phố Hà Nội", bases)


def test_the_capital_in_the_date_of_a_scan_is_no_province_where_the_issuer_is_unknown() -> None:
    text = "{}\nSố: 5/QĐ-X\n{}, ngày 5 tháng 1 năm 2024\nQUYẾT ĐỊNH\nHọc\nĐiều 1. Một."
    assert scanned(text.format("VĂN PHỒNG CHÍMH PHÙ", "Hà Nội")).province is None
    assert scanned(text.format("VĂN PHÒNG CHÍNH PHÙ", "Hà Nội")).province is None
    assert scanned(text.format("SỚ Y TÉ", "Hà Nội")).province == "Hà Nội"
    assert scanned(text.format("SỜ Y TÉ", "Sóc Trãng")).province == "Sóc Trăng"


def test_a_dim_title_is_unknown_and_its_listed_words_are_put_right() -> None:
    title = "Thoát nước nội thành Thành phô năm 2026"
    text = HANOI.replace("Tổ chức lễ hội", title)
    assert scanned(text).title == "Thoát nước nội thành Thành phố năm 2026"
    assert scanned(text).evidence["title"] == title
    dim = scanned(text, title)
    assert (dim.title, dim.period, "title" in dim.evidence) == (None, None, False)


@pytest.mark.parametrize("stray", ["năm", "1", "lễ hội"])
def test_a_dim_line_that_is_no_line_of_the_title_does_not_make_it_unknown(stray: str) -> None:
    text = HANOI.replace("Tổ chức lễ hội", "Tổ chức 1 lễ hội năm 2026").replace("Số: /KH", f"{stray}\nSố: /KH")
    assert scanned(text, stray).title == "Tổ chức 1 lễ hội năm 2026"


def test_a_dim_line_that_names_type_and_title_leaves_both_the_title_and_its_years_unknown() -> None:
    text = f"QUỐC HỘI\nLUẬT ĐẤT ĐAI NĂM 2024\n{BODY}"
    assert scanned(text).title == "Đất đai năm 2024"
    dim = scanned(text, "LUẬT ĐẤT ĐAI NĂM 2024")
    assert (dim.title, dim.period) == (None, None)


@pytest.mark.parametrize(
    ("head", "issuer", "province"),
    [
        ("ỦY BAN NHÂN DÂN\nHUYỆN CHÂU THÀNH", "Ủy ban nhân dân huyện Châu Thành", None),
        ("ỦY BAN NHÂN DÂN\nXÃ TÂN PHÚ", "Ủy ban nhân dân xã Tân Phú", None),
        ("BỘ LAO ĐỘNG - THƯƠNG BINH\nVÀ XÃ HỘI", "Bộ Lao động - Thương binh và Xã hội", None),
        ("TỔNG CỤC THUẾ\nCỤC THUẾ TỈNH HẬU GIANG", "Cục thuế tỉnh Hậu Giang", "Hậu Giang"),
        ("NGÂN HÀNG NHÀ NƯỚC VIỆT NAM\nHà Nội, ngày 1 tháng 2 năm 2024", "Ngân hàng Nhà nước Việt Nam", None),
        ("BỘ CHỈ HUY QUÂN SỰ TỈNH HẬU GIANG", "Bộ Chỉ huy Quân sự tỉnh Hậu Giang", "Hậu Giang"),
        ("UBND TỈNH HẬU GIANG\nSỐ: 12/KH-UBND", "UBND tỉnh Hậu Giang", "Hậu Giang"),
    ],
)
def test_issuers_of_clean_text(head: str, issuer: str, province: str | None) -> None:
    d = document_of(f"{head}\nKẾ HOẠCH\nHọc\n{BODY}")
    assert (d.issuer, d.province) == (issuer, province)


def test_a_title_in_capitals_is_no_office() -> None:
    d = document_of(f"UBND TỈNH HẬU GIANG\nSỞ Y TẾ\nQUYẾT ĐỊNH\nBAN HÀNH QUY CHẾ LÀM VIỆC\n{BODY}")
    assert (d.issuer, d.title) == ("Sở Y tế", "Ban hành quy chế làm việc")


@pytest.mark.parametrize(
    "head",
    [
        "KẾ HOẠCH\nPHÒNG, CHỐNG THIÊN TAI NĂM 2024",
        "KẾ HOẠCH\nHỘI NHẬP QUỐC TẾ NĂM 2024",
        "KẾ HOẠCH\nBẢO HIỂM Y TẾ TOÀN DÂN",
        "KẾ HOẠCH\nNÂNG CAO CHẤT LƯỢNG\nBẢO HIỂM XÃ HỘI VIỆT NAM",
        "LUẬT\nTHANH TRA",
        "LUẬT\nCÔNG AN NHÂN DÂN",
        "LUẬT\nBẢO HIỂM XÃ HỘI",
        "LUẬT\nKIỂM TOÁN NHÀ NƯỚC",
    ],
)
def test_a_title_in_capitals_is_no_office_though_none_stands_above_it(head: str) -> None:
    for d in (document_of(f"{head}\n{BODY}"), scanned(f"{head}\n{BODY}")):
        assert (d.issuer, "issuer" in d.evidence) == (None, False)
        assert d.title is not None and d.title.lower() == " ".join(head.split("\n")[1:]).lower()


def test_an_office_below_the_title_counts_where_it_is_listed() -> None:
    head = "NGHỊ QUYẾT\n{}\nHỘI ĐỒNG NHÂN DÂN TỈNH HẬU GIANG"
    for title in ("Về việc học", "VỀ VIỆC HỌC", "Về chương trình của HỘI ĐỒNG NHÂN DÂN TỈNH HẬU GIANG"):
        assert document_of(f"{head.format(title)}\n{BODY}").issuer == "Hội đồng nhân dân tỉnh Hậu Giang"
    assert document_of(f"NGHỊ QUYẾT\nVề việc học\nPHÒNG HỌC VÀ THƯ VIỆN\n{BODY}").issuer is None
