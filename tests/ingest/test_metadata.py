"""What a document says of itself, read only where it may say it; what it does not say is None."""

import os
import unicodedata
from pathlib import Path

import pytest

from index.document import Period
from index.settings import Settings
from ingest.edition import make_edition
from tests.ingest.made import document_of

HEAD = """UBND TỈNH HẬU GIANG
SỞ NỘI VỤ
Số: {number}
{place_and_date}
QUYẾT ĐỊNH
Về việc cử công chức đi học năm 2024
Căn cứ Nghị định số 101/2017/NĐ-CP ngày 01/9/2017 của Chính phủ;
Thực hiện Kế hoạch số 128/KH-UBND ngày 30/3/2023 của UBND tỉnh;
Căn cứ Luật Viên chức ngày 15/11/2010.
QUYẾT ĐỊNH:
Điều 1. Cử một người.
"""
TAIL = "Nơi nhận:\n- Như Điều 1;\n- Các huyện,\nthị xã, thành phố\nvà các xã;\n- Lưu: VT.\nCổng thông tin\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(Đã ký)\nLê Thị Hoa\n"
FULL = HEAD.format(number="12/QĐ-SNV", place_and_date="Hậu Giang, ngày 5 tháng 1 năm 2024") + TAIL


def test_all_fields_with_the_words_they_were_read_from() -> None:
    d = document_of(FULL)
    assert (d.type, d.title) == ("Quyết định", "Về việc cử công chức đi học năm 2024")
    assert (d.number, d.date, d.issuer) == ("12/QĐ-SNV", "2024-01-05", "Sở Nội vụ")
    assert (d.province, d.province_current) == ("Hậu Giang", "Cần Thơ")
    assert (d.signer, d.signer_title, d.status) == ("Lê Thị Hoa", "KT. GIÁM ĐỐC - PHÓ GIÁM ĐỐC", "issued")
    assert d.period == Period(2024, 2024)
    assert d.recipients == ("Như Điều 1", "Các huyện, thị xã, thành phố và các xã", "Lưu: VT", "Cổng thông tin")
    assert d.evidence["number"] == "Số: 12/QĐ-SNV" and d.evidence["date"].startswith("Hậu Giang, ngày 5")


def test_decomposed_letters_are_read_alike() -> None:
    assert document_of(unicodedata.normalize("NFD", FULL)) == document_of(FULL)


def test_the_legal_bases_are_relations_with_their_dates() -> None:
    assert [(r.type, r.number, r.date) for r in document_of(FULL).relations] == [
        ("cites", "101/2017/NĐ-CP", "2017-09-01"),
        ("implements", "128/KH-UBND", "2023-03-30"),
        ("cites", None, "2010-11-15"),
    ]


@pytest.mark.parametrize(
    ("title", "clause", "changed"),
    [
        (
            "Sửa đổi, bổ sung một số điều của Quyết định số 14/2019/QĐ-UBND",
            "Điều 1. Một.",
            [("amends", "14/2019/QĐ-UBND")],
        ),
        ("Về việc bãi bỏ Quyết định số 3/QĐ-SNV", "Điều 1. Một.", [("repeals", "3/QĐ-SNV")]),
        (
            "Học",
            "Điều 2. Quyết định này có hiệu lực từ ngày ký và thay thế Quyết định số 3/QĐ-SNV.",
            [("replaces", "3/QĐ-SNV")],
        ),
        (
            "Học",
            "Điều 1. Bãi bỏ Quyết định số 3/QĐ-SNV và Quyết định số 4/QĐ-SNV.",
            [("repeals", "3/QĐ-SNV"), ("repeals", "4/QĐ-SNV")],
        ),
        ("Học", "Điều 1. Giao Sở tham mưu thay thế Quyết định số 3/QĐ-SNV.", []),
    ],
)
def test_what_a_decision_changes(title: str, clause: str, changed: list[tuple[str, str]]) -> None:
    decision = f"QUYẾT ĐỊNH\n{title}\nCăn cứ Luật Viên chức;\nQUYẾT ĐỊNH:\n{clause}"
    assert [(r.type, r.number) for r in document_of(decision).relations if r.number] == changed
    plan = document_of(decision.replace("QUYẾT ĐỊNH", "KẾ HOẠCH", 1))
    assert [r.text for r in plan.relations] == ["Luật Viên chức"]


@pytest.mark.parametrize(
    ("number", "place_and_date", "expected"),
    [
        ("", "Hậu Giang, ngày     tháng     năm 2023", (None, "2023")),
        ("        /KH-SNV", "Hậu Giang, ngày … tháng … năm …", (None, None)),
        ("15/SNV-CCVC", "Hậu Giang, ngày tháng 3 năm 2021", ("15/SNV-CCVC", "2021-03")),
    ],
)
def test_blank_numbers_and_dates_are_not_taken_from_the_legal_bases(
    number: str, place_and_date: str, expected: tuple[str | None, str | None]
) -> None:
    d = document_of(HEAD.format(number=number, place_and_date=place_and_date))
    assert (d.number, d.date) == expected
    assert (d.signer, d.status) == (None, "unknown")


def test_number_and_date_on_one_line() -> None:
    d = document_of("SỞ Y TẾ\nSố:              Hậu Giang, ngày     tháng     năm 2023\nKẾ HOẠCH\nĐi học\nI. MỘT\nHai.")
    assert (d.number, d.date, d.province) == (None, "2023", "Hậu Giang")


def test_an_appendix_dates_the_document_it_belongs_to() -> None:
    text = "KẾ HOẠCH\nĐi học\n1. Một.\nPHỤ LỤC\nLộ trình\n(Kèm theo {} số /KH-UBND ngày tháng 3 năm 2021 của UBND)\nTT\tA\n1\tB"
    assert document_of(text.format("Kế hoạch")).date == "2021-03"
    assert document_of(text.format("Quyết định")).date is None


@pytest.mark.parametrize("mark", ["DỰ THẢO", "(Dự thảo)", "DỰ THẢO LẦN 2"])
def test_drafts_say_so_in_the_head(mark: str) -> None:
    d = document_of(f"{mark}\n{FULL}")
    assert (d.status, d.evidence["status"]) == ("draft", mark)


def test_a_draft_named_in_the_body_makes_no_draft() -> None:
    assert document_of(FULL.replace("Cử một người.", "Góp ý cho dự thảo.\nDỰ THẢO là văn bản khác.")).status == "issued"


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("ỦY BAN NHÂN DÂN\nTỈNH BÌNH ĐỊNH\nKẾ HOẠCH\nHọc", "Ủy ban nhân dân tỉnh Bình Định"),
        ("UBND TỈNH HẬU GIANG\nSỞ Y TẾ\nKẾ HOẠCH\nHọc", "Sở Y tế"),
        ("THỦ TƯỚNG CHÍNH PHỦ\nQUYẾT ĐỊNH\nHọc", "Thủ tướng Chính phủ"),
        (
            "KẾ HOẠCH\nHọc\nThực hiện Nghị quyết số 1-NQ/TU, Ban Thường vụ Tỉnh ủy ban hành kế hoạch như sau:",
            "Ban Thường vụ Tỉnh ủy",
        ),
        ("KẾ HOẠCH\nHọc", None),
    ],
)
def test_issuers(head: str, issuer: str | None) -> None:
    assert document_of(f"{head}\nI. MỘT\nHai.").issuer == issuer


def test_a_central_body_has_no_province_though_it_sits_in_one() -> None:
    assert (
        document_of("CHÍNH PHỦ\nHà Nội, ngày 1 tháng 9 năm 2017\nNGHỊ ĐỊNH\nVề đào tạo\nĐiều 1. Một.").province is None
    )


def test_a_province_of_the_body_counts_only_where_it_is_the_only_one() -> None:
    body = "KẾ HOẠCH\nHọc\n1. Lớp tại tỉnh Đồng Tháp.\n2. Trường Cao đẳng Y tế Đồng Tháp.\n"
    assert document_of(body).province == "Đồng Tháp"
    assert document_of(body + "3. Học hỏi tỉnh Bến Tre.").province is None
    assert document_of("KẾ HOẠCH\nHọc\n1. Năm 2025 mở lớp.").province is None


def test_a_law_has_its_number_behind_its_kind() -> None:
    assert document_of("QUỐC HỘI\nLuật số: 99/2025/QH15\nLUẬT\nVIÊN CHỨC\nĐiều 1. Một.").number == "99/2025/QH15"


def test_titles_in_capitals_become_sentences_with_their_names() -> None:
    d = document_of("KẾ HOẠCH\nBỒI DƯỠNG CÔNG CHỨC TỈNH SÓC TRĂNG ĐẾN NĂM 2030\nI. MỘT\nHai.")
    assert d.title == "Bồi dưỡng công chức tỉnh Sóc Trăng đến năm 2030"
    assert d.period == Period(None, 2030)


def test_parts_have_their_lines() -> None:
    parts = document_of(f"{FULL}Phụ lục I\nDANH SÁCH\nTT\tTên\n1\tA").parts
    assert [(p.type, p.title, p.lines) for p in parts] == [
        ("Quyết định", "Về việc cử công chức đi học năm 2024", (1, 22)),
        ("Phụ lục I", "Danh sách", (23, 26)),
    ]


def test_a_text_that_says_nothing_of_itself() -> None:
    d = document_of("Chỉ là một đoạn văn.")
    assert (d.title, d.type, d.number, d.date, d.issuer, d.province, d.signer, d.period) == (None,) * 8
    assert (d.status, d.recipients, d.relations, dict(d.evidence)) == ("unknown", (), (), {})


SCANS = {
    "cv_3722_metro": {
        "type": {"Công văn"},
        "number": {"3722/VPCP-CN"},
        "date": {"2026-04-28"},
        "issuer": {"Văn phòng Chính phủ"},
        "province": {None},
        "signer": {"Phạm Mạnh Cường", None},
    },
    "qd_729_ttg": {
        "type": {"Quyết định"},
        "number": {"729/QĐ-TTg", None},  # written by hand
        "date": {"2026-04-23", None},
        "issuer": {"Thủ tướng Chính phủ"},
        "province": {None},
        "signer": {"Lê Minh Hưng", None},
    },
    "hanoi_kh_173_festival": {
        "type": {"Kế hoạch"},
        "title": {"Tổ chức “Festival Thăng Long - Hà Nội lần thứ II, năm 2026”"},
        "number": {None},
        "date": {None},
        "issuer": {"Ủy ban nhân dân thành phố Hà Nội"},
        "province": {"Hà Nội"},
        "signer": {None},
    },
    "hanoi_qd_2280_water": {
        "type": {"Quyết định"},
        "number": {None},
        "date": {None},
        "issuer": {"Ủy ban nhân dân thành phố Hà Nội"},
        "province": {"Hà Nội"},
        "signer": {"Trương Việt Dũng", None},
    },
}
"""What stands on real scans, read by eye; None where it may go unread, or is blank there."""


@pytest.mark.parametrize("name", SCANS)
def test_what_a_real_scan_says_of_itself_is_right_or_unknown(name: str, tmp_path: Path) -> None:
    folder = os.environ.get("ASSISTANT_SAMPLES")
    path = Path(folder or "") / "samples" / "scans" / f"{name}.pdf"
    if not folder or not path.exists():
        pytest.skip("ASSISTANT_SAMPLES names no folder with the scans")
    document = make_edition(path, {}, Settings(data=tmp_path)).document
    assert {field: getattr(document, field) for field in SCANS[name]} == {
        field: getattr(document, field) if getattr(document, field) in right else right
        for field, right in SCANS[name].items()
    }
