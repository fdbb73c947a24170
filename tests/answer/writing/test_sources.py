"""From passages to sources: which are given, in what order, and what stands above their words."""

from dataclasses import replace

import pytest
from small_library import (
    BASES,
    FINANCE,
    FORMS,
    GOALS,
    GOALS_B,
    HEAD,
    HOME_A,
    HOME_B,
    MONEY,
    PASSAGES,
    PLAN_A,
    PLAN_B,
    ROW,
    passage,
)

from answer.assistant import Assistant
from answer.claims import check_claims
from answer.writing.sources import calm, document_head, gather_sources, reading, source_head
from index.document import Document, Period
from index.passage import Passage
from vietnamese.glossary import Glossary

DOCUMENTS = {PLAN_A.id: PLAN_A, PLAN_B.id: PLAN_B}
PLENTY = 100_000
HEAD_A = (
    "Kế hoạch 15/KH-UBND ngày 05/03/2024 của Ủy ban nhân dân tỉnh Lâm Đồng: "
    "“Bồi dưỡng thủ thư các thư viện xã giai đoạn 2024 - 2026”."
)
HEAD_B = "Kế hoạch (dự thảo) của Ủy ban nhân dân tỉnh Phú Yên (nay thuộc Đắk Lắk): “Bồi dưỡng thủ thư năm 2021”."


def text_of(given: Passage, document: Document = PLAN_A) -> str:
    return gather_sources([given], {document.id: document}, PLENTY)[0].text


def test_sources_are_numbered_in_the_order_of_passages_each_once() -> None:
    sources = gather_sources([MONEY, GOALS_B, MONEY, HOME_A], DOCUMENTS, PLENTY)
    assert [(s.marker, s.passage, s.document) for s in sources] == [
        (1, MONEY, PLAN_A),
        (2, GOALS_B, PLAN_B),
        (3, HOME_A, PLAN_A),
    ]
    assert gather_sources([], DOCUMENTS, PLENTY) == ()


def test_a_passage_of_no_document_is_a_fault() -> None:
    with pytest.raises(KeyError):
        gather_sources([MONEY], {}, PLENTY)


@pytest.mark.parametrize("given", PASSAGES, ids=lambda p: p.id)
def test_the_words_of_a_passage_end_its_source_as_they_stand(given: Passage) -> None:
    (source,) = gather_sources([given], DOCUMENTS, PLENTY)
    assert source.text.endswith(f"\n{given.text}")
    assert source.text.startswith(f"{document_head(source.document)}\n")


def test_what_does_not_fit_is_passed_over_for_what_does() -> None:
    long = passage("thu-vien-a", 20, "Thủ thư đọc sách cho trẻ em mỗi chiều. " * 30)
    room = len(text_of(MONEY)) + len(text_of(FINANCE)) - len(HEAD_A)
    sources = gather_sources([MONEY, long, FINANCE], DOCUMENTS, room)
    assert [s.passage for s in sources] == [MONEY, FINANCE]
    assert [s.passage for s in gather_sources([MONEY, long, FINANCE], DOCUMENTS, room - 1)] == [MONEY]


def test_a_document_is_counted_once() -> None:
    of_one = len(text_of(MONEY)) + len(text_of(FINANCE)) - len(HEAD_A)
    assert len(gather_sources([MONEY, FINANCE], DOCUMENTS, of_one)) == 2
    of_two = len(text_of(MONEY)) + len(text_of(GOALS_B, PLAN_B))
    assert len(gather_sources([MONEY, GOALS_B], DOCUMENTS, of_two)) == 2
    assert len(gather_sources([MONEY, GOALS_B], DOCUMENTS, of_two - 1)) == 1


def test_a_best_passage_that_does_not_fit_ends_with_a_block() -> None:
    blocks = ["Mục tiêu như sau:", *(f"- Thư viện xã thứ {n} có thêm sách mới và ghế ngồi;" for n in range(30))]
    long = passage("thu-vien-a", 20, "\n".join(blocks))
    (source,) = gather_sources([long, MONEY], DOCUMENTS, len(source_head(PLAN_A, long)) + 400)
    words = source.text.removeprefix(f"{source_head(PLAN_A, long)}\n")
    assert words == "\n".join(blocks[: len(words.split("\n"))])
    assert 300 < len(words) <= 400
    assert source.passage == long


@pytest.mark.parametrize(
    ("block", "ends"),
    [("Thủ thư đọc sách cho trẻ em. " * 30, "cho trẻ em."), ("thủ thư " * 90, "thủ thư"), ("a" * 900, "a" * 200)],
)
def test_a_longer_block_ends_with_a_sentence_or_a_word(block: str, ends: str) -> None:
    (source,) = gather_sources([passage("thu-vien-a", 20, block)], DOCUMENTS, 1)
    words = source.text.rsplit("\n", 1)[-1]
    assert block.startswith(words)
    assert words.endswith(ends)
    assert 150 < len(words) <= 200


def test_the_first_line_names_the_document() -> None:
    assert document_head(PLAN_A) == HEAD_A
    assert document_head(PLAN_B) == HEAD_B


@pytest.mark.parametrize(
    ("document", "line"),
    [
        (Document("quy-che", "quy-che.md"), "Văn bản: “quy-che”."),
        (Document("a", "a.md", number="3/QĐ-TV", type="Quyết định"), "Quyết định 3/QĐ-TV."),
        (Document("a", "a.md", title="Sách mới", date="2024"), "Văn bản năm 2024: “Sách mới”."),
        (Document("a", "a.md", title="Sách\n mới", date="2024-03"), "Văn bản tháng 03/2024: “Sách mới”."),
        (
            Document("a", "a.md", title="Sách mới", issuer="Sở Y tế", province="Phú Yên", period=Period(2021, 2023)),
            "Văn bản của Sở Y tế Phú Yên, giai đoạn 2021 - 2023: “Sách mới”.",
        ),
        (Document("a", "a.md", title="Sách mới năm 2023", period=Period(2023, 2023)), "Văn bản: “Sách mới năm 2023”."),
        (Document("a", "a.md", title="Sách mới", period=Period(2023, 2023)), "Văn bản, năm 2023: “Sách mới”."),
        (Document("a", "a.md", title="Sách mới", period=Period(None, 2030)), "Văn bản, đến năm 2030: “Sách mới”."),
    ],
)
def test_what_is_not_known_of_a_document_is_left_out(document: Document, line: str) -> None:
    assert document_head(document) == line


def test_the_headings_over_a_passage_stand_a_line_each_and_are_not_repeated() -> None:
    assert text_of(HOME_A).split("\n")[1:] == ["III. Tổ chức thực hiện", "1. Sở Nội vụ", HOME_A.text]
    assert text_of(FINANCE).split("\n")[1:] == ["III. Tổ chức thực hiện", FINANCE.text]
    assert text_of(FORMS[0]).split("\n")[1:] == ["IV. Hình thức bồi dưỡng thủ thư", FORMS[0].text]


def test_a_piece_of_a_split_clause_has_its_opening() -> None:
    opening = "2. Thủ thư được bồi dưỡng hằng năm như sau:"
    section = ("I. MỤC TIÊU", "2. Thủ thư được bồi dưỡng hằng năm…")
    piece = replace(passage("thu-vien-a", 20, "- Học biên mục.", section), context=f"Kế hoạch\nI > 2\n{opening}")
    assert text_of(piece).split("\n")[1:] == ["I. Mục tiêu", opening, "- Học biên mục."]


def test_a_row_stands_under_the_heads_of_its_columns() -> None:
    *_, heads, row = text_of(ROW).split("\n")
    assert row == ROW.text
    assert heads.split(" | ") == ["TT", *ROW.cells]


def test_the_heads_of_a_row_without_number_or_with_empty_cells_stand_over_their_cells() -> None:
    cells = {"Nội dung": "Lớp biên mục", "Cơ quan": "Sở Y tế", "Năm 2024": "", "Năm 2025": "20 người"}
    given = passage("thu-vien-a", 20, "Lớp biên mục | Sở Y tế | 20 người", ("Phụ lục",), "row", cells)
    assert text_of(given).split("\n")[-2] == "Nội dung | Cơ quan | Năm 2025"
    strange = replace(given, text="7 | khác | hẳn")
    assert text_of(strange).split("\n")[1:] == ["Phụ lục", "7 | khác | hẳn"]


def test_a_row_is_read_a_cell_a_line() -> None:
    (source,) = gather_sources([ROW], DOCUMENTS, PLENTY)
    named, rest = reading(source)
    assert named == HEAD_A
    assert rest.split("\n") == [
        "Phụ lục. CÁC LỚP",
        "1. Nội dung: Lớp biên mục sách",
        "Cơ quan chủ trì: Sở Văn hóa và Thể thao",
        "Cơ quan phối hợp: Trường Chính trị tỉnh",
        "Chỉ tiêu: Năm 2024: 20 người",
        "Chỉ tiêu: Năm 2025: 35 người",
        "Thời gian thực hiện: Quý II",
    ]


def test_a_row_that_a_page_break_has_cut_is_read_whole() -> None:
    cells = {"Nội dung": "Lớp biên mục sách và báo", "Cơ quan": "Sở Y tế"}
    cut = passage("thu-vien-a", 20, "3 | Lớp biên mục sách | Sở Y tế\nvà báo", ("Phụ lục",), "row", cells)
    (source,) = gather_sources([cut], DOCUMENTS, PLENTY)
    assert source.text.endswith(cut.text)
    assert reading(source)[1].split("\n") == ["Phụ lục", "3. Nội dung: Lớp biên mục sách và báo", "Cơ quan: Sở Y tế"]


def test_a_clause_is_read_as_it_stands() -> None:
    (source,) = gather_sources([GOALS], DOCUMENTS, PLENTY)
    assert "\n".join(reading(source)) == source.text


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("IV. TỔ CHỨC THỰC HIỆN", "IV. Tổ chức thực hiện"),
        ("II. KINH PHÍ", "II. Kinh phí"),
        ("TỔ CHỨC THỰC HIỆN", "Tổ chức thực hiện"),
        ("A. HÀNH VI VI PHẠM", "A. Hành vi vi phạm"),
        ("Phần IV CÁC LỚP SÁCH", "Phần IV các lớp sách"),
        ("Phụ lục II. CÁC LỚP CỦA UBND TỈNH PHÚ YÊN", "Phụ lục II. Các lớp của UBND tỉnh Phú Yên"),
        ("1. ỨNG DỤNG CNTT Ở THƯ VIỆN", "1. Ứng dụng CNTT ở thư viện"),
        ("2. UBND tỉnh", "2. UBND tỉnh"),
        ("3. Sở Nội vụ", "3. Sở Nội vụ"),
        ("a)", "a)"),
        ("Điều 5", "Điều 5"),
    ],
)
def test_capitals_of_headings_are_made_small(step: str, said: str) -> None:
    assert calm(step) == said


TRUE = [
    (MONEY, "Kế hoạch 15/KH-UBND ngày 5/3/2024 của UBND tỉnh Lâm Đồng dành 1,2 tỷ đồng cho 25 thư viện [1]."),
    (MONEY, "Kinh phí mua sách ở Lâm Đồng lấy từ ngân sách tỉnh [1]."),
    (MONEY, "The plan of the People's Committee of Lâm Đồng gives 1.2 billion dong to 25 libraries [1]."),
    (GOALS, "Kế hoạch giai đoạn 2024 - 2026 nêu: mỗi năm bồi dưỡng 40 thủ thư [1]."),
    (HOME_A, "Sở Nội vụ tổng hợp danh sách thủ thư của các thư viện xã [1]."),
    (HOME_B, "Sở Nội vụ báo cáo kết quả bồi dưỡng trước ngày 15/12 hằng năm [1]."),
    (ROW, "Sở Văn hóa và Thể thao chủ trì lớp biên mục sách, Trường Chính trị tỉnh phối hợp [1]."),
    (ROW, "Chỉ tiêu năm 2025 của lớp biên mục sách là 35 người [1]."),
    (GOALS_B, "Dự thảo kế hoạch của tỉnh Phú Yên, nay thuộc Đắk Lắk, nêu 12 thủ thư [1]."),
    (BASES, "Kế hoạch 15/KH-UBND căn cứ Nghị định 93/2020/NĐ-CP [1]."),
    (HEAD, "Kế hoạch 15/KH-UBND được ban hành ngày 05/3/2024 [1]."),
]
FALSE = [
    (MONEY, "Kế hoạch 16/KH-UBND dành 1,2 tỷ đồng cho 25 thư viện [1]."),
    (MONEY, "Kinh phí mua sách ở Phú Yên lấy từ ngân sách tỉnh [1]."),
    (HOME_A, "Sở Tài chính tổng hợp danh sách thủ thư của các thư viện xã [1]."),
    (ROW, "Trường Chính trị tỉnh chủ trì lớp biên mục sách [1]."),
    (ROW, "Chỉ tiêu năm 2024 của lớp biên mục sách là 35 người [1]."),
    (GOALS_B, "Kế hoạch của tỉnh Phú Yên, nay thuộc Gia Lai, nêu 12 thủ thư [1]."),
]


@pytest.mark.parametrize(("given", "sentence"), TRUE)
def test_true_sentences_that_name_their_document_stand(given: Passage, sentence: str, glossary: Glossary) -> None:
    (source,) = gather_sources([given], DOCUMENTS, PLENTY)
    assert [v.reason for v in check_claims(sentence, {1: source.text}, glossary)] == [""]


@pytest.mark.parametrize(("given", "sentence"), FALSE)
def test_what_stands_above_a_passage_bears_out_nothing_else(given: Passage, sentence: str, glossary: Glossary) -> None:
    (source,) = gather_sources([given], DOCUMENTS, PLENTY)
    assert [v.ok for v in check_claims(sentence, {1: source.text}, glossary)] == [False]


def test_every_passage_of_the_corpus_has_its_document_and_its_words(assistant: Assistant) -> None:
    library = assistant.library
    for given in library.all_passages():
        (source,) = gather_sources([given], library.documents, PLENTY)
        named, rest = reading(source)
        assert source.text.startswith(f"{named}\n")
        assert source.text.endswith(given.text)
        assert len(named) < 400
        assert all(value.strip() in rest or given.kind != "row" for value in given.cells.values())
