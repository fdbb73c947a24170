"""Laws and decrees: quoted articles, forms, attached regulations, addresses, and counts taken from real texts alone."""

import os
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from index.document import Edition
from index.settings import Settings
from ingest.blocks import make_blocks, wrap_width
from ingest.edition import make_edition
from ingest.outline import build_outline, walk
from ingest.parts import split_parts
from tests.ingest.made import document_of, parts_of, passages_of, paths_of

AMENDING = """QUỐC HỘI
Luật số: 5/2025/QH15
LUẬT
SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT THƯ VIỆN
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Thư viện số 46/2019/QH14.
Điều 1. Sửa đổi, bổ sung một số điều của Luật Thư viện
1. Sửa đổi, bổ sung Điều 5 như sau:
“Điều 5. Chính sách
1. Nhà nước đầu tư cho thư viện.
2. “Thư viện số” được ưu tiên, gồm:
a) Thư viện quốc gia;
b) Thư viện xã.”.
2. Bổ sung khoản 3 vào sau khoản 2 Điều 7 như sau:
“3. Người đọc được mượn sách về nhà.”.
3. Bãi bỏ Điều 9.
Điều 2. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025.
"""


def _marks(text: str) -> list[str]:
    found = [n for part in parts_of(text) for _, n in walk(build_outline(part.body)) if n.mark]
    return [n.mark.text for n in found if n.mark]


def test_a_quoted_article_is_words_of_the_clause_that_quotes_it() -> None:
    assert _marks(AMENDING) == ["Điều 1.", "1.", "2.", "3.", "Điều 2."]
    quoting = next(p for p in passages_of(AMENDING) if p.address == (("article", "1"), ("clause", "1")))
    assert quoting.blocks[0].startswith("1. Sửa đổi") and quoting.blocks[-1] == "b) Thư viện xã.”."


def test_a_quotation_that_is_never_closed_swallows_nothing() -> None:
    text = AMENDING.replace("b) Thư viện xã.”.", "b) Thư viện xã.").replace("về nhà.”.", "về nhà.")
    assert [m for m in _marks(text) if m.startswith("Điều")] == ["Điều 1.", "Điều 2."]


def test_straight_quotes_are_quotes_too() -> None:
    text = AMENDING.replace("“Thư viện số”", "Thư viện số").replace("“", '"').replace("”", '"')
    assert _marks(text) == ["Điều 1.", "1.", "2.", "3.", "Điều 2."]


def test_a_wrapped_reference_is_no_article() -> None:
    lines = "Điều 1. Một\n1. Người đọc quy định tại khoản 2\nĐiều 5. Trường hợp khác do thư viện quyết định.\nĐiều 2. Hai\nBa bốn."
    assert paths_of(lines) == ["Điều 1. Một", "Điều 1. Một > khoản 1", "Điều 2. Hai"]


def test_a_title_of_a_chapter_runs_over_lines_and_is_no_passage() -> None:
    text = "NGHỊ ĐỊNH\nVề thư viện\nChương V\nQUẢN LÝ SÁCH\nVÀ BÁO\nĐiều 9. Sách\nSách được cho mượn trong mười ngày."
    (passage,) = [p for p in passages_of(text) if p.kind == "clause"]
    assert passage.section == ("Chương V QUẢN LÝ SÁCH VÀ BÁO", "Điều 9. Sách")
    assert passage.address == (("chapter", "5"), ("article", "9"))


@pytest.mark.parametrize(
    ("clause", "address"),
    [
        ("PHẦN THỨ HAI\nRIÊNG\nĐiều 4a. Một\nHai.", (("part", "2"), ("article", "4a"))),
        ("Điều 4. Một\n1. Hai:\nđ) Ba;\na1) Bốn.", (("article", "4"), ("clause", "1"), ("point", "a1"))),
        ("IV. MỘT\n2. Hai\n2.1. Ba bốn năm.", (("roman", "4"), ("clause", "2"), ("clause", "2.1"))),
    ],
)
def test_addresses(clause: str, address: tuple[tuple[str, str], ...]) -> None:
    assert address in [p.address for p in passages_of(f"NGHỊ ĐỊNH\nVề sách\n{clause}")]


FORMS = """NGHỊ ĐỊNH
Về công tác thư viện
Điều 1. Mẫu phiếu
Mẫu phiếu theo quy định tại Phụ lục III Nghị định này.
TM. CHÍNH PHỦ
THỦ TƯỚNG
Lê Văn An
PHỤ LỤC III
MẪU TRÌNH BÀY VĂN BẢN
(Kèm theo Nghị định số 1/2024/NĐ-CP)
Mẫu 1.1 - Nghị quyết
Mẫu 1.2 - Quyết định
Mẫu 1.2. Quyết định
TÊN CƠ QUAN
Số: …./QĐ-….
QUYẾT ĐỊNH
Về việc ....................
Điều 1. Ban hành kèm theo Quyết định này ..................
Điều 2. ..........................
Nơi nhận:
- ....................
KT. CHỦ TỊCH
Trần Văn Mẫu
"""


def test_forms_of_an_appendix_make_no_articles_and_speak_for_nobody() -> None:
    assert _marks(FORMS) == ["Điều 1."]
    document = document_of(FORMS)
    assert (document.signer, document.recipients) == ("Lê Văn An", ())
    assert [p.type for p in document.parts] == ["Nghị định", "Phụ lục III", "Phụ lục III, mẫu 1.2"]


def test_an_attached_regulation_is_a_part_of_its_own() -> None:
    text = (
        "QUYẾT ĐỊNH\nBan hành Quy chế mượn sách\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế mượn sách.\n"
        "QUY CHẾ\nMượn sách\n(Ban hành kèm theo Quyết định số 4/QĐ-SVH)\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n"
        "Quy chế này quy định việc mượn sách."
    )
    assert [p.type for p in parts_of(text)] == ["Quyết định", "Quy chế"]
    assert [p.section[0] for p in passages_of(text) if ("article", "1") in p.address] == ["Quyết định", "Quy chế"]


def test_a_chapter_whose_title_is_a_kind_of_document_begins_no_part() -> None:
    assert len(parts_of("LUẬT\nDÂN SỰ\nChương I\nHỢP ĐỒNG\nĐiều 1. Một\nHai ba bốn.")) == 1


def test_type_and_title_on_one_line() -> None:
    (part,) = parts_of("QUỐC HỘI\nLuật số: 1/2024/QH15\nLUẬT THƯ VIỆN\nCăn cứ Hiến pháp;\nĐiều 1. Một\nHai ba.")
    assert (part.type, part.title) == ("Luật", "THƯ VIỆN")


def _sample(name: str) -> Edition:
    folder = os.environ.get("ASSISTANT_SAMPLES")
    if not folder:
        pytest.skip("ASSISTANT_SAMPLES is not set")
    path = Path(folder) / "samples" / "scans" / name
    with TemporaryDirectory() as data:
        return make_edition(path, {}, Settings(data=Path(data)))


def _articles(edition: Edition) -> list[str]:
    parts = split_parts(make_blocks(edition.lines, wrap_width(edition.lines)))
    nodes = [n for part in parts for _, n in walk(build_outline(part.body)) if n.mark and n.mark.kind == "article"]
    return [n.mark.text for n in nodes if n.mark]


@pytest.mark.parametrize(
    ("name", "articles", "chapters"),
    [("../ND-30-2020.docx", 38, 7), ("../Luat-72-2025-QH15.docx", 54, 7), ("../36-2024-qh15_1_9.pdf", 9, 1)],
)
def test_every_article_of_a_real_law_is_found_once_and_none_is_invented(
    name: str, articles: int, chapters: int
) -> None:
    edition = _sample(name)
    assert _articles(edition) == [f"Điều {n}." for n in range(1, articles + 1)]
    written = [m[0] for line in edition.lines if (m := re.match(r"Điều \d+\.", line.text))]
    assert written == _articles(edition)
    found = dict.fromkeys(step for p in edition.passages for step in p.address if step[0] == "chapter")
    assert list(found) == [("chapter", str(n)) for n in range(1, chapters + 1)]


@pytest.mark.parametrize(
    ("name", "kind", "number", "date", "issuer", "signer"),
    [
        ("../ND-30-2020.docx", "Nghị định", "30/2020/NĐ-CP", "2020-03-05", "Chính phủ", "Nguyễn Xuân Phúc"),
        ("../Luat-72-2025-QH15.docx", "Luật", "72/2025/QH15", "2025-06-16", "Quốc hội", "Trần Thanh Mẫn"),
        ("../36-2024-qh15_1_9.pdf", "Luật", "36/2024/QH15", None, "Quốc hội", None),
        ("cv_3722_metro.txt", "Công văn", "3722/VPCP-CN", "2026-04-28", "Văn phòng Chính phủ", "Phạm Mạnh Cường"),
        ("qd_729_ttg.txt", "Quyết định", "729/QĐ-TTg", "2026-04-23", "Thủ tướng Chính phủ", "Lê Minh Hưng"),
        ("hanoi_kh_173_festival.txt", "Kế hoạch", None, "2026", "Ủy ban nhân dân thành phố Hà Nội", None),
        ("hanoi_qd_2280_water.txt", "Quyết định", None, "2026", "Ủy ban nhân dân thành phố Hà Nội", "Trương Việt Dũng"),
    ],
)
def test_what_real_documents_say_of_themselves(
    name: str, kind: str, number: str | None, date: str | None, issuer: str, signer: str | None
) -> None:
    d = _sample(name).document
    assert (d.type, d.number, d.date, d.issuer, d.signer) == (kind, number, date, issuer, signer)


def test_relations_of_a_real_law() -> None:
    relations = _sample("../Luat-72-2025-QH15.docx").document.relations
    changed = {(r.type, r.number, r.partial) for r in relations if r.type != "cites"}
    assert changed == {
        ("repeals", "65/2025/QH15", False),
        ("amends", "18/2012/QH13", False),
        ("amends", "39/2024/QH15", False),
        ("repeals", "131/2020/QH14", False),
        ("repeals", "98/2023/QH15", True),
        ("repeals", "136/2024/QH15", True),
        ("repeals", "137/2024/QH15", True),
        ("repeals", "169/2024/QH15", False),
    }
