"""What of a Word document's markup is text, in which order, and which cells make a row."""

import pytest
from docx.oxml.ns import nsdecls

from ingest.office.body import Body, Item, Paragraph, Row
from ingest.office.lists import Labels
from ingest.office.styles import Styles
from tests.ingest.office.word import Level, Made

W = nsdecls("w")


def _items(made: Made) -> list[Item]:
    styles = Styles.read(made.word.part.styles.element)
    return Body(styles, Labels.read(made.word.part.numbering_part.element)).items(made.word.element)


def _texts(made: Made) -> list[str]:
    items = _items(made)
    return ["\n".join(i.lines) if isinstance(i, Paragraph) else " | ".join(i.cells) for i in items]


def _raw(*paragraphs: str) -> list[str]:
    made = Made()
    for paragraph in paragraphs:
        made.raw(f"<w:p {W}>{paragraph}</w:p>")
    return _texts(made)


def _run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (_run("một ") + f"<w:ins>{_run('hai ')}</w:ins><w:del><w:r><w:delText>ba </w:delText></w:r></w:del>" + _run("bốn"), "một hai bốn"),
        (f"<w:moveFrom>{_run('cũ')}</w:moveFrom><w:moveTo>{_run('mới')}</w:moveTo>", "mới"),
        (_run("Kế hoạch", "<w:caps/>"), "KẾ HOẠCH"),
        (_run("Kế hoạch", '<w:caps w:val="0"/>'), "Kế hoạch"),
        (_run("hiện") + _run(" ẩn", "<w:vanish/>"), "hiện"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a b"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a\nb"),
        ("<w:r><w:t>2021</w:t><w:noBreakHyphen/><w:t>2025</w:t></w:r>", "2021-2025"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + _run(" 50%"), "≥ 50%"),
        (f"<w:hyperlink>{_run('thư viện')}</w:hyperlink>", "thư viện"),
        (f"<w:sdt><w:sdtContent>{_run('ô nhập')}</w:sdtContent></w:sdt>", "ô nhập"),
        (f'<w:fldSimple w:instr="PAGE">{_run("3")}</w:fldSimple>', "3"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
         f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_run("05/3/2020")}<w:r><w:fldChar w:fldCharType="end"/></w:r>', "05/3/2020"),
    ],
)  # fmt: skip
def test_runs(markup: str, expected: str) -> None:
    assert _raw(markup) == [expected]


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    deleted = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    assert _raw(deleted + _run("Căn cứ "), _run("Luật này")) == ["Căn cứ Luật này"]


def test_tabs_that_set_a_head_side_by_side() -> None:
    head = "<w:r><w:t>BỘ NỘI VỤ</w:t><w:tab/><w:tab/><w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t></w:r>"
    assert _raw(head) == ["BỘ NỘI VỤ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]


def test_text_boxes_once_after_their_paragraph() -> None:
    box = f"<w:txbxContent><w:p>{_run('DỰ THẢO')}</w:p></w:txbxContent>"
    drawn = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing><x xmlns="urn:x">{box}</x></w:drawing></mc:Choice>'
        f'<mc:Fallback><w:pict><v xmlns="urn:v">{box}</v></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
    )
    assert _raw(drawn + _run("Đoạn văn")) == ["Đoạn văn", "DỰ THẢO"]


def test_contents_are_left_out() -> None:
    made = Made()
    made.raw(
        f'<w:sdt {W}><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent><w:p>{_run('Điều 1. Phạm vi 3')}</w:p></w:sdtContent></w:sdt>"
    )
    made.raw(f"<w:sdt {W}><w:sdtContent><w:p>{_run('Điều 1. Phạm vi')}</w:p></w:sdtContent></w:sdt>")
    assert _texts(made) == ["Điều 1. Phạm vi"]


def test_merged_cells() -> None:
    made = Made()
    table = made.table([["TT", "Nội dung", "Số"], ["1", "Lớp A", "10"], ["", "Lớp B", "20"], ["", "", ""]])
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(3, 0).merge(table.cell(3, 2)).text = "II. Nhóm hai"
    assert _texts(made) == ["TT | Nội dung | Số", "1 | Lớp A | 10", " | Lớp B | 20", "II. Nhóm hai |  | "]


def test_paragraphs_numbers_and_tables_within_a_cell() -> None:
    made = Made()
    found = made.new_list([Level("decimal", "%1.")])
    table = made.table([["TT", "Nội dung"], ["", "Mở lớp"]])
    cell = table.cell(1, 1)
    cell.add_paragraph("Theo dõi")
    inner = cell.add_table(1, 2)
    inner.style = "Table Grid"
    inner.cell(0, 0).text, inner.cell(0, 1).text = "x", "y"
    number = table.cell(1, 0).paragraphs[0]._p.get_or_add_pPr().get_or_add_numPr()
    number.get_or_add_ilvl().val, number.get_or_add_numId().val = 0, found
    table.cell(1, 0).paragraphs[0].add_run("mục")
    assert _texts(made) == ["TT | Nội dung", "1. mục | Mở lớp Theo dõi x y"]


def test_heads_without_lines_are_read_by_column() -> None:
    made = Made()
    made.table(
        [["UBND TỈNH A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["Số: 1/KH-UBND", "Độc lập - Tự do"]], ruled=False
    )
    assert _texts(made) == ["UBND TỈNH A", "Số: 1/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do"]


def test_a_table_of_one_column_is_a_frame() -> None:
    made = Made()
    made.table([["Điều 1. Phạm vi"], ["Điều 2. Đối tượng"]])
    assert _texts(made) == ["Điều 1. Phạm vi", "Điều 2. Đối tượng"]


def test_deleted_rows_and_empty_rows_are_left_out() -> None:
    made = Made()
    table = made.table([["a", "b"], ["c", "d"], ["", ""]])
    table.rows[1]._tr.get_or_add_trPr().insert(0, table.rows[1]._tr.makeelement(f"{{{table._tbl.nsmap['w']}}}del", {}))
    assert _items(made) == [Row(("a", "b"))]


def test_empty_paragraphs_are_counted_but_not_read() -> None:
    """Word numbers empty paragraphs, too: the next one has the number after theirs."""
    made = Made()
    found = made.new_list([Level("decimal", "%1.")])
    for text in ("một", "", "ba"):
        made.add(text, found)
    labels = [i.label.text for i in _items(made) if isinstance(i, Paragraph) and i.label]
    assert labels == ["1.", "3."]
