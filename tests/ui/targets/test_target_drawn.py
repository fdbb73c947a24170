"""What the page draws of figures: tables, columns, marks, the file for spreadsheets."""

import csv
import io

from target_plans import HOSTILE

from index.library import Library
from obligations.comparison import rows_of, tables_of
from obligations.shared import same_groups, shared_measures
from ui.targets.board import Board
from ui.targets.clause_view import cite
from ui.targets.drawn import Drawing, document_names, group_data, picked_data, shared_data, table_data
from ui.targets.marked import clause_html
from ui.targets.table_file import table_csv
from ui.targets.table_view import MOST_ROWS, first_rows


def test_a_table_by_measure_and_year(board: Board, drawing: Drawing) -> None:
    data = table_data(tables_of(board.figures)[1], drawing)
    assert data["label"] == "Kế hoạch 12/KH-UBND (Sóc Trăng)"
    assert data["heads"] == ["Nội dung", "2024", "2025", "2026", "Mỗi năm"]
    assert [row.get("group") or row["name"][:20] for row in data["rows"]] == [
        "viên chức", "Đến năm 2026, viên c", "Mỗi năm, cử cán bộ, ", "Đào tạo", "Mỗi năm, cử cán bộ, ",
        "Không nêu riêng đối tượng", "Bồi dưỡng ngạch chuy", "=Bồi dưỡng kỹ năng s",
    ]  # fmt: skip
    yearly = next(row for row in data["rows"] if row.get("name") == "Bồi dưỡng ngạch chuyên viên")
    assert [[figure["text"] for figure in cell] for cell in yearly["cells"]] == [
        ["40 người"],
        ["50 người"],
        ["60 người"],
        [],
    ]
    assert yearly["cells"][0][0]["action"] == "Mở điều khoản: 40 người (2024), Bồi dưỡng ngạch chuyên viên"


def test_what_others_contradict_is_marked(board: Board, drawing: Drawing) -> None:
    data = table_data(tables_of(board.figures)[1], drawing)
    marked = [f["text"] for row in data["rows"] for cell in row.get("cells", []) for f in cell if f["mark"]]
    assert marked == ["từ 20 đến 25 cán bộ", "từ 30 đến 35 cán bộ"]


def test_a_shared_measure_with_each_document_s_words(board: Board, drawing: Drawing) -> None:
    rows = [row for table in tables_of(board.figures) for row in table.rows]
    (shared,) = shared_measures(rows)
    data = shared_data(shared, drawing)
    assert data["heads"] == ["Văn bản", "2025", "2026"]
    assert [row["name"] for row in data["rows"]] == [
        "Kế hoạch 34/KH-UBND (Nam Định)",
        "Kế hoạch 12/KH-UBND (Sóc Trăng)",
    ]
    assert data["rows"][1]["notes"] == [
        "“Đến năm 2026, viên chức được bồi dưỡng theo tiêu chuẩn chức danh nghề nghiệp”",
        "viên chức",
    ]


def test_one_group_in_columns_of_documents(board: Board, drawing: Drawing) -> None:
    rows = [row for table in tables_of(board.figures) for row in table.rows]
    (group,) = same_groups(rows)
    columns = group_data(group, drawing)["columns"]
    assert [len(column["items"]) for column in columns] == [1, 2]
    assert columns[0]["items"][0]["figures"][0]["when"] == "2026"


def test_figures_that_are_the_same_over_the_years_stand_once(board: Board, drawing: Drawing) -> None:
    size = [figure for figure in board.figures if figure.unit == "người/lớp"]
    (column,) = picked_data(size, "x", drawing)["columns"]
    assert [(f["text"], f["when"]) for f in column["items"][0]["figures"]] == [
        ("30 - 40 người/lớp", "2024, 2025, 2026")
    ]


def test_documents_of_one_name_are_told_apart(drawing: Drawing) -> None:
    assert document_names(["gone", "soc-trang"], drawing) == {
        "gone": "gone",
        "soc-trang": "Kế hoạch 12/KH-UBND (Sóc Trăng)",
    }
    twins = Drawing({"a": drawing.documents["soc-trang"], "b": drawing.documents["soc-trang"]}, (), drawing.words)
    assert list(document_names(["a", "b"], twins).values()) == [f"Kế hoạch 12/KH-UBND (Sóc Trăng) · {n}" for n in "ab"]


def test_the_figure_is_marked_in_its_own_cell(board: Board) -> None:
    figures = [figure for figure in board.figures if figure.unit == "người/lớp"]
    whole = clause_html(figures[1].row.quote, figures[1:2])
    before, after = whole.split("<mark>30 - 40 người/lớp</mark>")
    assert before.endswith("| 30 - 40 người/lớp | ") and after.startswith(" | 30 - 40 người/lớp")


def test_a_clause_is_escaped(board: Board) -> None:
    html = clause_html(board.contradictions[0].sides[0].first.row.quote, board.contradictions[0].sides[0].figures)
    assert "<mark>từ 20 đến 25 cán bộ</mark>" in html
    assert "<img" not in html and "&lt;img" in html


def test_the_table_as_a_file(board: Board, drawing: Drawing) -> None:
    content = table_csv(tables_of(board.figures), drawing)
    assert content.startswith(b"\xef\xbb\xbf")
    heads, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    assert heads[:9] == [
        "Văn bản", "Tỉnh, thành", "Đối tượng, lĩnh vực", "Nội dung", "Trong đó", "Cột của bảng", "Đơn vị tính", "2024", "2024: thấp nhất",
    ]  # fmt: skip
    found = {row[3]: row for row in rows}
    assert found["'=Bồi dưỡng kỹ năng số"][6:10] == ["người/lớp", "30 - 40 người/lớp", "30", "40"]
    contradicted = [row for row in rows if row[heads.index("Mâu thuẫn")] == "có"]
    assert len(contradicted) == 2 and all(HOSTILE in row[3] for row in contradicted)
    assert found["Bồi dưỡng ngạch chuyên viên"][1] == "Sóc Trăng"
    assert found["Bồi dưỡng ngạch chuyên viên"][heads.index("Vị trí")].startswith("dòng ")


def test_a_figure_opens_as_a_citation(board: Board, library: Library) -> None:
    for figure in board.figures:
        citation = cite(figure.row, library)
        assert citation is not None
        assert citation.quote == figure.row.quote and citation.lines == figure.row.lines
        assert citation.passage.id == figure.row.passage_id


def test_the_beginning_of_a_long_table(board: Board) -> None:
    table = tables_of(board.figures)[1]
    assert first_rows(table) == table
    assert len(rows_of(board.figures)) <= MOST_ROWS
