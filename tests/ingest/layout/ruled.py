"""Ruled tables typeset for one test, among them those of the corpus document whose appendices are tables."""

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, LongTable, Paragraph, SimpleDocTemplate, Spacer, TableStyle

from ingest.blocks import Block
from tests.ingest.golden import CORPUS
from tests.ingest.made import blocks_of
from vietnamese.text import tidy

Rows = Sequence[Sequence[str]]
APPENDICES = CORPUS / "binh-dinh-quyet-dinh-2106-2023.md"
SIZE = landscape(A4)
_FONT = "Ruled"
_MARGIN = 46.0
_TYPE = 9.0


def font() -> str:
    """The name of a font with all Vietnamese letters, known to reportlab."""
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(_FONT, "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"))
    return _FONT


def appendix_tables() -> list[list[list[str]]]:
    """The tables of the three appendices as the text has them, a new one wherever the header stands again."""
    rows = [block for block in blocks_of(APPENDICES.read_text(encoding="utf-8")) if block.is_row]
    tables: list[list[list[str]]] = []
    for cells in map(_cells, rows):
        if cells[0] == "TT":
            tables.append([])
        tables[-1].append(cells)
    return tables


def _cells(block: Block) -> list[str]:
    return [tidy(cell) for cell in block.cells]


def typeset(path: Path, tables: Sequence[Rows], repeat: bool = True, cut: bool = False, merge: bool = False) -> Path:
    """A PDF of tables with two header lines each, whose gaps are merged cells; a table with more columns follows at once.

    `repeat` sets the header at the top of each page, `cut` lets page breaks cut rows, `merge` makes one cell of group rows.
    """
    flow: list[Flowable] = []
    appendix = 0
    for i, rows in enumerate(tables):
        if i == 0 or not rows[0][1].startswith("Lớp"):  # the first appendix has six tables, each other one has one
            appendix += 1
            style = ParagraphStyle("title", fontName=font(), fontSize=_TYPE + 2, leading=_TYPE + 6, alignment=1)
            flow += [Paragraph(f"Phụ lục {'I' * appendix}", style), Paragraph("CÁC CHỈ TIÊU", style), Spacer(1, 8)]
        flow += [_table(rows, repeat, cut, merge), Spacer(1, 18)]
    SimpleDocTemplate(str(path), pagesize=SIZE, leftMargin=_MARGIN, rightMargin=_MARGIN).build(flow)
    return path


def _table(rows: Rows, repeat: bool, cut: bool, merge: bool) -> LongTable:
    style = ParagraphStyle("cell", fontName=font(), fontSize=_TYPE, leading=_TYPE * 1.2)
    data = [[Paragraph(cell, style) if cell else "" for cell in row] for row in rows]
    table = LongTable(data, colWidths=_widths(rows), repeatRows=2 if repeat else 0, splitInRow=int(cut))
    below = ("LINEBELOW", (0, 1), (-1, 1), 0.5, colors.black)  # reportlab forgets it above a row that was cut
    spans = _header_spans(rows) + (_group_spans(rows) if merge else [])
    align = ("VALIGN", (0, 0), (-1, -1), "TOP" if cut else "MIDDLE")
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), below, align, *spans]))
    return table


def _widths(rows: Rows) -> list[float]:
    """Wide enough for the longest word, the rest by how much stands in a column."""
    long = [sum(len(row[c]) for row in rows if sum(map(bool, row)) > 2) ** 0.6 for c in range(len(rows[0]))]
    least = 7.5 * _TYPE
    spare = SIZE[0] - 2 * _MARGIN - 14 - least * len(long)
    return [least + spare * share / sum(long) for share in long]


Span = tuple[str, tuple[int, int], tuple[int, int]]


def _header_spans(rows: Rows) -> list[Span]:
    upper, lower = rows[0], rows[1]
    spans: list[Span] = []
    for c, name in enumerate(upper):
        if name and not lower[c]:
            spans.append(("SPAN", (c, 0), (c, 1)))
        elif name:
            end = next((i for i in range(c + 1, len(upper)) if upper[i]), len(upper)) - 1
            spans.append(("SPAN", (c, 0), (max(i for i in range(c, end + 1) if lower[i]), 0)))
    return spans


def _group_spans(rows: Rows) -> list[Span]:
    spans: list[Span] = []
    for r, row in enumerate(rows[2:], 2):
        filled = [c for c, cell in enumerate(row) if cell]
        if filled == [0, 1]:
            spans.append(("SPAN", (1, r), (len(row) - 1, r)))
    return spans
