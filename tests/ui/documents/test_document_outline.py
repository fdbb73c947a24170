"""Section tree and tables, put together from passages."""

from collections.abc import Mapping
from dataclasses import replace

from index.passage import Passage, PassageKind
from ui.documents.outline import Node, outline, outline_data
from ui.documents.tables import table_html, tables
from ui.words import Words


def _passage(
    section: tuple[str, ...], text: str, kind: PassageKind = "clause", cells: Mapping[str, str] | None = None
) -> Passage:
    return Passage("id", "d", 0, kind, section, text, "", (3, 4), page=2, cells=cells or {})


def _row(group: str, **cells: str) -> Passage:
    return _passage(("Phụ lục", group), " | ".join(cells.values()), "row", cells)


def test_every_heading_once_with_its_depth() -> None:
    passages = [
        _passage(("I. A", "1. a"), "x"),
        _passage(("I. A", "1. a"), "y"),
        _passage(("I. A", "2. b"), "z"),
        _passage(("II. B", "1. a"), "w"),
    ]
    assert outline(passages) == [
        Node("I. A", 0, 0),
        Node("1. a", 1, 0),
        Node("2. b", 1, 2),
        Node("II. B", 0, 3),
        Node("1. a", 1, 3),
    ]


def test_passages_without_a_heading_are_shown_all_the_same() -> None:
    data = outline_data([_passage((), "Kính gửi", "head")], Words("en"))
    assert data["nodes"] == [] and data["passages"] == [{"text": "Kính gửi", "kind": "head", "place": "page 2"}]


def test_rows_come_together_by_their_columns() -> None:
    passages = [
        _passage(("I",), "x"),
        _row("A", Lớp="một", Số="1", Ghi="g"),
        _row("A", Lớp="hai", Ghi="h"),
        _row("B", Lớp="ba", Số="3", Ghi="k"),
        _row("B", Tên="bốn", Tuổi="4"),
        _passage(("II",), "y"),
        _row("B", Tên="năm", Tuổi="5"),
    ]
    found = tables(passages)
    assert [len(table.rows) for table in found] == [3, 1, 1]
    assert found[0].columns == ("Lớp", "Số", "Ghi") and found[0].path == ("Phụ lục",)
    assert [row.cells for row in found[0].rows] == [("một", "1", "g"), ("hai", "", "h"), ("ba", "3", "k")]
    assert [row.groups for row in found[0].rows] == [("A",), ("A",), ("B",)]


def test_rows_without_names_are_numbered_and_escaped() -> None:
    [table] = tables([_passage(("I",), "<b>a</b> | b", "row"), _passage(("I",), "c | d", "row")])
    html = table_html(table, 'Bảng "1"', Words("vi"))
    assert table.columns == ("1", "2")
    assert "<td>&lt;b&gt;a&lt;/b&gt;</td><td>b</td>" in html and 'aria-label="Bảng &quot;1&quot;"' in html
    assert '<td class="number">2</td>' in html


def test_a_group_is_a_row_of_its_own() -> None:
    [table] = tables([_row("A", Lớp="một"), _row("A", Lớp="hai"), _row("B", Lớp="ba")])
    assert table_html(table, "", Words("vi")).count('class="group"') == 2


def test_a_row_does_not_name_itself_as_its_group() -> None:
    cells = {"Lớp": "Bồi dưỡng lãnh đạo, quản lý cấp sở", "Số": "20"}
    rows = [
        replace(_row("1. Lĩnh vực", **cells), section=("Phụ lục", "1. Lĩnh vực", own), text=f"a | {cells['Lớp']} | 20")
        for own in ("a. Bồi dưỡng lãnh đạo, quản lý cấp sở", "a. Bồi dưỡng lãnh đạo…")
    ]
    [table] = tables(rows)
    assert table.path == ("Phụ lục", "1. Lĩnh vực")
    assert [(row.number, row.groups) for row in table.rows] == [("a", ()), ("a", ())]
    html = table_html(table, "", Words("vi"))
    assert 'class="group"' not in html and '<th scope="col" class="number">TT</th>' in html
    assert html.count('<td class="number">a</td>') == 2
