"""The graph in Graphviz's language: what is drawn how, what is left out, and that no text is read as markup."""

from dataclasses import replace

import pytest

from index.citing import Citations
from index.document import Document, Relation
from ui.bases.graph import Drawing, drawing, quoted
from ui.bases.graph_view import legend_html
from ui.words import Words


def _lines(drawn: Drawing) -> tuple[list[str], list[str]]:
    """The boxes and the arrows of a graph."""
    lines = drawn.dot.split("\n")
    return [line for line in lines if "[label=" in line], [line for line in lines if " -> " in line]


def test_boxes_and_lines_tell_what_they_stand_for(citations: Citations, vietnamese: Words) -> None:
    drawn = drawing(citations, vietnamese)
    boxes, arrows = _lines(drawn)
    by_name = {box.split('"')[1]: box for box in boxes}
    assert 'shape="note"' in by_name["Nghị định 89/2021/NĐ-CP, 18/10/2021"]
    held = by_name["Nghị định 101/2017/NĐ-CP (Chính phủ)"]
    assert 'shape="box"' in held and 'URL="documents?document=nghi-dinh-101&amp;lang=vi"' in held
    assert "dashed" in by_name["Thông báo 7/TB-SNV (Cà Mau)"]
    assert len(boxes) == 8 and (drawn.shown, drawn.total, drawn.documents, drawn.cited) == (7, 7, 3, 6)
    plan = [line for line in arrows if line.startswith('"Kế hoạch 12/KH-UBND (Cà Mau)"')]
    assert ["bold" in line for line in plan if "163/QĐ-TTg" in line] == [True]
    assert ["solid" in line for line in plan if "89/2021" in line] == [True]
    assert [line for line in arrows if "05/2019" in line and ":white:" in line]


@pytest.mark.parametrize(
    ("lines", "string"),
    [
        (('a "b"',), '"a \\"b\\""'),
        (("a\\N", "b"), '"a\\\\N\\nb"'),
        (("&lt;i&gt; <b>",), '"&amp;lt;i&amp;gt; <b>"'),
        (("a\x00\x1b\nb",), '"ab"'),
        (("a\\",), '"a\\\\"'),
    ],
)
def test_strings_end_where_they_should(lines: tuple[str, ...], string: str) -> None:
    assert quoted(*lines) == string


def test_hostile_names_stay_names(unsure: Citations, english: Words) -> None:
    boxes, _ = _lines(drawing(unsure, english))
    assert boxes[0].startswith('"Luật Thư viện" [') or boxes[1].startswith('"Luật Thư viện" [')
    assert any('"=HYPERLINK(\\"x\\") <b>"' in box for box in boxes)
    assert any('URL="documents?document=a%22b%5CN%26lt%3B&amp;lang=en"' in box for box in boxes)


def _many(documents: int, cited: int, each: int) -> Citations:
    """Documents that cite one decision all, and some of many others."""
    named = {
        f"d{i:03}": Document(
            f"d{i:03}", "d.txt", type="Kế hoạch", number=f"{i}/KH-UBND", province="Cà Mau",
            relations=tuple(
                Relation("cites", f"{n}/QĐ-TTg", "2020-01-01", "")
                for n in [1, *(2 + (i * each + k) % cited for k in range(each))]
            ),
        )
        for i in range(documents)
    }  # fmt: skip
    return Citations.of(named)


@pytest.mark.parametrize(("documents", "cited", "each"), [(90, 50, 2), (3, 200, 60), (200, 3, 2), (1, 100, 100)])
def test_a_large_graph_is_limited_to_the_most_cited(documents: int, cited: int, each: int, vietnamese: Words) -> None:
    citations = _many(documents, cited, each)
    drawn = drawing(citations, vietnamese)
    boxes, arrows = _lines(drawn)
    assert 40 <= len(boxes) <= 60 and len(arrows) == drawn.shown < drawn.total
    assert any("1/QĐ-TTg" in box for box in boxes)
    if documents == 90:
        counts = {c.name: len(c.citing) for c in citations.cited}
        shown = {box.split('"')[1].split(",")[0] for box in boxes if "note" in box}
        assert len(shown) > 25 and min(counts[n] for n in shown) >= max(counts[n] for n in counts.keys() - shown)


def test_a_graph_that_fits_is_whole(vietnamese: Words) -> None:
    drawn = drawing(_many(10, 20, 4), vietnamese)
    assert drawn.shown == drawn.total == 50


def test_documents_of_one_name_have_a_box_each(vietnamese: Words) -> None:
    relation = Relation("cites", "1/QĐ-TTg", None, "")
    one = Document("one", "o.txt", type="Kế hoạch", title="Kế hoạch", relations=(relation,))
    boxes, arrows = _lines(drawing(Citations.of({"one": one, "two": replace(one, id="two")}), vietnamese))
    assert len(boxes) == 3 and len({arrow.split(" -> ")[0] for arrow in arrows}) == 2


def test_the_legend_holds_what_is_drawn(citations: Citations, english: Words) -> None:
    legend = legend_html(citations, english)
    for style in ("box held", "box withdrawn", "box missing", "line implements", "line cites", "line replaces"):
        assert f'class="{style}"' in legend
    assert "line amends" not in legend and "Replaces" in legend
