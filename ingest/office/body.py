"""The body of a Word document: its paragraphs and table rows in reading order, each with the number that Word gives it.

Kept: what a reader of the document sees, insertions that are not accepted yet among it. Left out: deletions, hidden text,
headers and footers, foot- and endnotes, comments, tables of contents.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from ingest.office.heads import columns_in_order, is_head_line, is_side_by_side
from ingest.office.lists import Label, Labels
from ingest.office.markup import child, children, name_of, number, value
from ingest.office.styles import Styles

_BREAK = "\n"
_COLUMN = "\t"
_SPACE = re.compile(r"\s+")
_MOST_COLUMNS = 500  # a span beyond it is a slip of the program that wrote the file
_WRAPPERS = frozenset(
    {"sdt", "sdtContent", "ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "oMath",
     "oMathPara", "ruby", "rubyBase"}
)  # fmt: skip
_CELL_WRAPPERS = frozenset({"sdt", "sdtContent", "ins", "customXml"})
_SYMBOLS = {
    "F0A3": "≤", "F0B3": "≥", "F0B1": "±", "F0B4": "×", "F0B0": "°", "F0AE": "→", "F0DE": "⇒", "F0B9": "≠",
    "F0FE": "☒", "F0FC": "✓", "F0A8": "□", "F06F": "□", "F0B7": "•", "F0A7": "▪", "F0D8": "➢", "F0E0": "→",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its lines, parted where the author broke them, and its automatic number."""

    lines: tuple[str, ...]
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: the cells of all its columns; one merged over several is followed by empty ones."""

    cells: tuple[str, ...]


Item = Paragraph | Row
_Cell = list[Item]


@dataclass(slots=True)
class Body:
    """Walks one document; `items` gives what it holds."""

    styles: Styles
    labels: Labels
    _pending: list[str] = field(default_factory=list)

    def items(self, root: etree._Element) -> list[Item]:
        """The items of a document part, in order."""
        body = child(root, "body")
        return [] if body is None else list(self._blocks(body))

    def _blocks(self, parent: etree._Element) -> Iterator[Item]:
        for element in parent:
            name = name_of(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from self._table(element)
            elif name == "sdt" and _is_contents(element):
                continue
            elif name in _WRAPPERS:
                yield from self._blocks(element)

    def _paragraph(self, element: etree._Element) -> Iterator[Item]:
        numbering = self.styles.numbering(element)
        label = self.labels.label(numbering) if numbering else None
        if self.styles.is_contents(element):
            return
        boxes: list[etree._Element] = []
        text = "".join([*self._pending, *self._inline(element, element, boxes)])
        self._pending.clear()
        mark = child(element, "pPr", "rPr", "del")
        if mark is not None:  # the paragraph's end is deleted: it goes on in the next one
            self._pending.append(text)
        else:
            lines = tuple(_lines(text))
            if lines:
                yield Paragraph(lines, label)
        for box in boxes:
            yield from self._blocks(box)

    def _inline(self, parent: etree._Element, paragraph: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
        for element in parent:
            name = name_of(element)
            if name == "r":
                # A run without words may still anchor a text box, hidden or not.
                hidden = self.styles.is_set("vanish", element, paragraph)
                text = "".join(_run(element, boxes))
                if not hidden:
                    yield text.upper() if self.styles.is_set("caps", element, paragraph) else text
            elif name == "t":  # within a formula
                yield element.text or ""
            elif name in _WRAPPERS or name in (
                "e",
                "num",
                "den",
                "sub",
                "sup",
                "f",
                "sSub",
                "sSup",
                "rad",
                "d",
                "nary",
            ):
                yield from self._inline(element, paragraph, boxes)

    def _table(self, table: etree._Element) -> Iterator[Item]:
        rows = [row for row in (self._row(element) for element in _within(table, "tr")) if row]
        if not rows:
            return
        texts = [[_cell_lines(cell) for cell in row] for row in rows]
        if max(len(row) for row in rows) == 1 or is_side_by_side(texts, self.styles.has_borders(table)):
            for i, j in columns_in_order(texts):
                yield from rows[i][j]
            return
        for row in texts:
            cells = tuple(" ".join(lines) for lines in row)
            if any(cells):
                yield Row(cells)

    def _row(self, element: etree._Element) -> list[_Cell]:
        properties = child(element, "trPr")
        if child(properties, "del") is not None:
            return []
        skipped = number(value(child(properties, "gridBefore")), 0)
        cells: list[_Cell] = [[] for _ in range(min(skipped, _MOST_COLUMNS))]
        for cell in _within(element, "tc"):
            content = list(self._blocks(cell))
            merged = [child(cell, "tcPr", name) for name in ("vMerge", "hMerge")]
            goes_on = any(mark is not None and value(mark) != "restart" for mark in merged)
            cells.append([] if goes_on else content)
            span = number(value(child(cell, "tcPr", "gridSpan")), 1)
            cells += [[] for _ in range(min(span, _MOST_COLUMNS) - 1)]
        return cells


def _run(run: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
    for element in run:
        name = name_of(element)
        if name == "t":
            yield element.text or ""
        elif name in ("br", "cr"):
            yield _BREAK
        elif name in ("tab", "ptab"):
            yield _COLUMN
        elif name == "noBreakHyphen":
            yield "-"
        elif name == "sym":
            yield _SYMBOLS.get((value(element, "char") or "").upper(), " ")
        elif name in ("drawing", "pict", "object"):
            boxes += _text_boxes(element)
        elif name == "AlternateContent":
            # The same picture twice, for new and for old programs.
            chosen = (_text_boxes(e) for e in (child(element, "Choice"), child(element, "Fallback")) if e is not None)
            boxes += next((found for found in chosen if found), [])
        elif name == "ruby":
            base = child(element, "rubyBase")
            yield from (text for r in (children(base, "r") if base is not None else ()) for text in _run(r, boxes))


def _text_boxes(element: etree._Element) -> list[etree._Element]:
    """The contents of the text boxes in a drawing; one within another is met again inside it."""
    found = []
    for box in element.iter("{*}txbxContent"):
        above = (a for a in box.iterancestors() if a is element or name_of(a) in ("txbxContent", "Fallback"))
        if next(above, element) is element:
            found.append(box)
    return found


def _within(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, also those inside a content control."""
    for element in parent:
        found = name_of(element)
        if found == name:
            yield element
        elif found in _CELL_WRAPPERS:
            yield from _within(element, name)


def _is_contents(control: etree._Element) -> bool:
    gallery = value(child(control, "sdtPr", "docPartObj", "docPartGallery"))
    return gallery is not None and gallery.lower() == "table of contents"


def _lines(text: str) -> Iterator[str]:
    """The lines of a paragraph. Tabs are blanks, unless they set a head or a signature side by side."""
    for line in text.split(_BREAK):
        pieces = [_SPACE.sub(" ", piece).strip() for piece in line.split(_COLUMN)]
        if sum(map(bool, pieces)) > 1 and any(is_head_line(piece) for piece in pieces[1:]):
            yield from (piece for piece in pieces if piece)
        elif any(pieces):
            yield " ".join(piece for piece in pieces if piece)


def _cell_lines(cell: Sequence[Item]) -> list[str]:
    lines = []
    for item in cell:
        if isinstance(item, Row):
            lines.append(" ".join(text for text in item.cells if text))
        else:
            text = " ".join(item.lines)
            lines.append(labelled(item.label, text))
    return lines


def labelled(label: Label | None, text: str) -> str:
    """A paragraph's text behind its number."""
    if label is None or not label.text:
        return text
    return f"{label.text}{'' if label.glued else ' '}{text}"
