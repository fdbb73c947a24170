"""Word documents made for one test, with Word's own numbering, merged cells and the rest that offices use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table
from docx.text.paragraph import Paragraph


@dataclass(frozen=True)
class Level:
    """One level of a list: the form of its number, its text ("Điều %1."), where it starts."""

    form: str
    text: str
    start: int = 1
    suffix: str = "tab"
    restart: int | None = None
    legal: bool = False


PLAN = (
    Level("upperRoman", "%1."),
    Level("decimal", "%2."),
    Level("decimal", "%2.%3."),
    Level("lowerLetter", "%4)"),
    Level("bullet", "-"),
    Level("bullet", "+"),
)
"""The levels of a plan's list."""


@dataclass
class Made:
    """A document under way. `number` gives a paragraph an automatic number, which stands nowhere in its text."""

    word: WordDocument = field(default_factory=Document)

    def add(self, text: str, list_id: int | None = None, level: int = 0) -> Paragraph:
        paragraph = self.word.add_paragraph(text)
        if list_id is not None:
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = level
            properties.get_or_add_numId().val = list_id
        return paragraph

    def new_list(self, levels: Sequence[Level]) -> int:
        """An abstract list with a list of its own; the list's id."""
        numbering = self.word.part.numbering_part.element
        identity = 1000 + len(numbering)
        abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{identity}"/>')
        kind = OxmlElement("w:multiLevelType")
        kind.set(qn("w:val"), "multilevel")
        abstract.append(kind)
        for depth, level in enumerate(levels):
            restart = "" if level.restart is None else f'<w:lvlRestart w:val="{level.restart}"/>'
            legal = "<w:isLgl/>" if level.legal else ""
            abstract.append(
                parse_xml(
                    f'<w:lvl {nsdecls("w")} w:ilvl="{depth}"><w:start w:val="{level.start}"/>'
                    f'<w:numFmt w:val="{level.form}"/>{restart}{legal}<w:suff w:val="{level.suffix}"/>'
                    f'<w:lvlText w:val="{level.text}"/></w:lvl>'
                )
            )
        numbering.insert(0, abstract)  # all abstract lists stand before the lists
        return self.same_list(identity)

    def same_list(self, abstract: int, starts: Mapping[int, int] | None = None) -> int:
        """Another list of an abstract one, whose levels in `starts` begin anew there."""
        numbering = self.word.part.numbering_part.element
        identity = 1000 + len(numbering) if starts else abstract
        overrides = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            for level, start in (starts or {}).items()
        )
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{identity}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
            )
        )
        return identity

    def table(self, rows: Sequence[Sequence[str]], ruled: bool = True) -> Table:
        table = self.word.add_table(rows=0, cols=len(rows[0]))
        if ruled:
            table.style = "Table Grid"
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        return table

    def raw(self, xml: str) -> None:
        """Puts an element of the body as it is before its end."""
        body = self.word.element.body
        body.insert(len(body) - 1, parse_xml(xml))

    def save(self, path: Path) -> Path:
        self.word.save(str(path))
        return path


def repeat_header(table: Table) -> None:
    """Makes the first row of a table one that each page begins with."""
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
