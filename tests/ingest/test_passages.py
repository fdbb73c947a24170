"""Passages: the lowest clause with its bullets, or one row, each with its path and lines."""

from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.document import Document
from index.passage import METADATA_KINDS, Passage
from ingest.blocks import Block, is_heading_line
from ingest.passages import LONGEST, build_passages, document_line
from tests.ingest.made import document_of, lines_of, parts_of, passages_of
from vietnamese.text import fold_markup

PLAN = """SỞ NỘI VỤ
KẾ HOẠCH
Bồi dưỡng công chức năm 2024
Căn cứ Luật Cán bộ, công chức;
Sở Nội vụ ban hành kế hoạch như sau:
I. MỤC TIÊU
1. Mục tiêu chung
Mở ba lớp.
2. Chỉ tiêu
TT\tLớp\tSố
I\tCẤP TỈNH\t
1\tQuản lý\t30
II. TỔ CHỨC THỰC HIỆN
1. Văn phòng: chuẩn bị.
Nơi nhận:
- Lưu: VT.
GIÁM ĐỐC
Lê Thị Hoa
"""


def _shown(passages: tuple[Passage, ...]) -> list[tuple[str, str, tuple[int, int] | None]]:
    return [(p.kind, " > ".join(p.section), p.lines) for p in passages]


def test_passages_of_a_plan() -> None:
    assert _shown(passages_of(PLAN)) == [
        ("head", "Phần đầu", (1, 3)),
        ("bases", "Căn cứ", (4, 5)),
        ("clause", "I. MỤC TIÊU > 1. Mục tiêu chung", (7, 8)),
        ("row", "I. MỤC TIÊU > 2. Chỉ tiêu > I. CẤP TỈNH > 1. Quản lý", (12, 12)),
        ("clause", "II. TỔ CHỨC THỰC HIỆN > 1. Văn phòng", (14, 14)),
        ("recipients", "Nơi nhận", (15, 16)),
        ("signature", "Chữ ký", (17, 18)),
    ]


def test_a_row_is_indexed_by_its_cells_and_quoted_as_it_stands() -> None:
    row = next(p for p in passages_of(PLAN) if p.kind == "row")
    assert row.text == "1 | Quản lý | 30"
    assert row.searchable.endswith("\nLớp: Quản lý; Số: 30")


def test_context_names_the_document_and_the_path_in_small_letters() -> None:
    clause = next(p for p in passages_of(PLAN) if p.kind == "clause")
    assert clause.context == ("Kế hoạch - Sở Nội vụ - Bồi dưỡng công chức năm 2024\ni. mục tiêu > 1. Mục tiêu chung")


def test_sections_begin_with_the_part_where_a_file_holds_several() -> None:
    sections = {p.section[0] for p in passages_of(PLAN + "Phụ lục I\nMẪU ĐƠN\n1. Họ tên.")}
    assert sections == {"Kế hoạch", "Phụ lục I. MẪU ĐƠN"}


def test_a_heading_that_is_a_sentence_is_a_passage_of_its_own() -> None:
    heading = "1. Nâng cao nhận thức của cán bộ, công chức về vai trò của công tác bồi dưỡng."
    passages = passages_of(f"{heading}\na) Một.\nb) Hai.")
    assert [p.text for p in passages] == [heading, "a) Một.", "b) Hai."]


def test_a_heading_that_begins_with_a_sentence_is_a_passage_of_its_own() -> None:
    heading = "1. Hội đồng họp thường kỳ mỗi tháng 01 lần. Hội đồng họp đột xuất trong các trường hợp sau đây:"
    passages = passages_of(f"Điều 1. Họp\n{heading}\na) Một.\nb) Hai.")
    assert [p.text for p in passages] == [heading, "a) Một.", "b) Hai."]


def test_chapters_and_their_titles_are_no_passages() -> None:
    assert [
        p.text for p in passages_of("Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Một.\nChương II\nLỚP HỌC\nĐiều 2. Hai.")
    ] == [
        "Điều 1. Một.",
        "Điều 2. Hai.",
    ]


def test_a_plan_of_bullets_only() -> None:
    passages = passages_of(
        "KẾ HOẠCH\nHọc 2026\nSở ban hành kế hoạch như sau:\n- Mở lớp.\n+ Ở xã.\n- Thi.\nTrên đây là kế hoạch./."
    )
    assert [p.text for p in passages if p.kind == "clause"] == ["- Mở lớp.\n+ Ở xã.\n- Thi.", "Trên đây là kế hoạch./."]


def test_a_document_without_any_numbers() -> None:
    assert _shown(passages_of("Lớp học bắt đầu.\n\nMang giấy.")) == [("clause", "", (1, 3))]


def test_long_clauses_are_split_at_bullets_with_their_opening_in_the_context() -> None:
    bullet = "- Cấp {0}:\n+ " + "một " * 100 + "hết {0}.\n+ " + "hai " * 80 + "hết {0}.\nĐoạn riêng của {0}.\n"
    passages = passages_of("1. Chỉ tiêu như sau:\n" + "".join(bullet.format(x) for x in ("tỉnh", "huyện", "xã")))
    assert [p.blocks[0] for p in passages] == ["1. Chỉ tiêu như sau:", "- Cấp huyện:", "- Cấp xã:"]
    assert all(p.blocks[-1].startswith("Đoạn riêng") for p in passages)
    assert [p.context.split("\n")[-1] for p in passages[1:]] == ["1. Chỉ tiêu như sau:"] * 2
    assert all(len(p.text) <= LONGEST for p in passages)


def test_a_bullet_too_long_to_keep_whole_is_cut_at_its_own_bullets() -> None:
    text = "1. Lớp\n- Gồm:\n" + "".join(f"+ Lớp số {i} {'dài ' * 40}hết.\n" for i in range(30))
    passages = passages_of(text)
    assert len(passages) > 3 and all(len(p.text) <= LONGEST for p in passages)


def test_metadata_zones_are_not_clauses() -> None:
    assert {"head", "bases", "recipients", "signature"} == METADATA_KINDS


@pytest.mark.parametrize(
    ("document", "line"),
    [
        (Document("a", "a.txt"), "a"),
        (Document("a", "a.txt", type="Kế hoạch", status="draft", title="Học"), "Kế hoạch - dự thảo - Học"),
        (Document("a", "a.txt", issuer="UBND tỉnh Sóc Trăng", province="Sóc Trăng"), "UBND tỉnh Sóc Trăng"),
        (
            Document("a", "a.txt", issuer="Sở Y tế", province="Hậu Giang", number="1/KH-SYT"),
            "1/KH-SYT - Sở Y tế - Hậu Giang",
        ),
    ],
)
def test_a_document_is_named_by_what_is_known(document: Document, line: str) -> None:
    assert document_line(document) == line


LINE = st.one_of(
    st.sampled_from(
        [
            "KẾ HOẠCH", "QUYẾT ĐỊNH", "Phụ lục I", "PHỤ LỤC", "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "GIÁM ĐỐC", "Lê Thị Hoa", "DỰ THẢO",
            "I. MỤC TIÊU", "C. BA", "B. HAI", "1. Mục đích", "2. Sở Nội vụ: chủ trì.", "a) Một;", "đ) Năm.", "2.1. Chỉ đạo", "Điều 1. Giao Sở.",
            "Chương I", "QUY ĐỊNH CHUNG", "- Như trên;", "+ Một.", "TT\tLớp\tSố", "\t\tNăm 2023", "1\tLớp A\t30", "I\tCẤP TỈNH\t", "\t- thêm\t",
            "\ttỉnh\thai", "một cột\t", "Căn cứ Luật Viên chức;", "Số: 1/KH-SNV", "Sóc Trăng, ngày 1 tháng 3 năm 2021", "Trên đây là kế hoạch./.",
            "Sở Nội vụ ban hành Kế hoạch như sau:", "năm 2023 và", "Một câu đủ dài để được coi là một câu văn xuôi.", "**I. A****1. B**", "",
        ]
    ),
    st.text(max_size=40).filter(lambda t: "\n" not in t),
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(LINE, max_size=25))
@example(["Chương I", "- Như trên;", "I. MỤC TIÊU"])
@example(["Chương I", "TT\tLớp\tSố", "QUY ĐỊNH CHUNG"])
@example(["Chương I", "KẾ HOẠCH", "A", "I. MỤC TIÊU"])
def test_any_text_gives_passages_that_are_verbatim_and_cover_each_block_once(lines: list[str]) -> None:
    text = "\n".join(lines)
    if not lines_of(text):
        return
    parts, document = parts_of(text), document_of(text)
    passages = build_passages(document, parts)
    folded = fold_markup(text)
    assert all(fold_markup(block) in folded for p in passages for block in p.blocks)
    assert all(len(p.blocks) == len(p.block_lines) and p.text.strip() for p in passages)
    assert [p.ordinal for p in passages] == list(range(len(passages)))
    used = Counter(u for p in passages for u in zip(p.block_lines, p.blocks, strict=True))
    blocks = [b for part in parts for b in part.blocks]
    assert not used - Counter((b.lines, _text(b)) for b in blocks)
    unused = [i for i, b in enumerate(blocks) if not b.is_row and (b.lines, _text(b)) not in used]
    assert all(_heads(blocks, i) for i in unused)


def _text(block: Block) -> str:
    return " | ".join(c for c in block.cells if c) if block.is_row else block.text


def _heads(blocks: list[Block], i: int) -> bool:
    """Whether a block is a numbered heading, or a line of the title under a bare "Chương I", rows between them aside."""
    mark = blocks[i].mark
    if mark is None:
        title = is_heading_line(blocks[i].text)
        before = (b for b in reversed(blocks[:i]) if not b.is_row)
        above = next((b for b in before if b.mark is not None or not (title and is_heading_line(b.text))), None)
        return above is not None and above.mark is not None and not above.words.strip()
    return not mark.is_bullet
