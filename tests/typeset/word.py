"""Documents as DOCX: numbers typed as text, or made by Word's automatic numbering."""

import re
from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph

from ingest.numbering import roman_value
from tests.typeset.source import Paragraph, Sheet

_ARABIC = re.compile(r"^(\d{1,2})([.)])\s+$")
_ROMAN = re.compile(r"^([IVX]+)([.)])\s+$")


def write_docx(document: Sequence[Paragraph | Sheet], path: Path, automatic: bool = False) -> None:
    """Writes a DOCX. With `automatic`, "I." and "1." are no text but Word's own numbering, started where the source has it."""
    word = Document()
    for item in document:
        if isinstance(item, Sheet):
            _write_table(word, item)
        else:
            _write_paragraph(word, item, automatic)
    word.save(str(path))


def _write_paragraph(word: WordDocument, item: Paragraph, automatic: bool) -> None:
    mark = item.text[: item.mark]
    arabic, roman = _ARABIC.match(mark), _ROMAN.match(mark)
    if automatic and (arabic or roman):
        paragraph = word.add_paragraph(item.text[item.mark :])
        if arabic:
            _number(word, paragraph, "decimal", int(arabic[1]), arabic[2])
        elif roman:
            _number(word, paragraph, "upperRoman", roman_value(roman[1]), roman[2])
    else:
        paragraph = word.add_paragraph(item.text)
    if item.is_heading:
        for run in paragraph.runs:
            run.bold = True


def _number(word: WordDocument, paragraph: WordParagraph, form: str, start: int, stop: str) -> None:
    """Gives a paragraph an automatic number of a list of its own that begins at `start`."""
    numbering = word.part.numbering_part.element
    identity = str(len(numbering) + 1000)
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), identity)
    level = OxmlElement("w:lvl")
    level.set(qn("w:ilvl"), "0")
    for name, value in (("start", str(start)), ("numFmt", form), ("lvlText", f"%1{stop}")):
        element = OxmlElement(f"w:{name}")
        element.set(qn("w:val"), value)
        level.append(element)
    abstract.append(level)
    numbering.insert(0, abstract)  # all abstract lists stand before the lists
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), identity)
    link = OxmlElement("w:abstractNumId")
    link.set(qn("w:val"), identity)
    number.append(link)
    numbering.append(number)
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = int(identity)


def _write_table(word: WordDocument, sheet: Sheet) -> None:
    table = word.add_table(rows=0, cols=len(sheet.rows[0]))
    table.style = "Table Grid"
    for row in sheet.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    if sheet.headed:
        properties = table.rows[0]._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:tblHeader"))
