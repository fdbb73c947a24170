"""The words in the cells of tables, recognised apart from the running text of the page."""

from collections.abc import Sequence
from dataclasses import replace

from PIL import Image

from ingest.layout.cell_sheet import cell_sheets
from ingest.layout.scan_tables import without_rules
from ingest.layout.table import Table
from ingest.ocr.tesseract import find_words
from ingest.ocr.words import ScannedWord

_DASHES = frozenset({"~", "—"})  # what recognition makes of a dash that stands alone


def find_cell_words(image: Image.Image, tables: Sequence[Table], dpi: int) -> tuple[ScannedWord, ...]:
    """The words of the tables of a page in grey, each where it stands on the page; no line of them is one of the running text.

    Raises what `find_words` raises.
    """
    words: list[ScannedWord] = []
    for number, sheet in enumerate(cell_sheets(without_rules(image, tables), tables)):
        for word in find_words(sheet.image, sheet.mode, round(dpi * sheet.scale)):
            left, top, right, bottom = sheet.on_page(word.box)
            line = (-1 - number, *word.line)
            text = "-" if word.text in _DASHES else word.text
            words.append(replace(word, text=text, left=left, top=top, right=right, bottom=bottom, line=line))
    return tuple(words)
