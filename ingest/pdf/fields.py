"""Number and date that stand only in a signature's field: read from the line as it is drawn."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL.Image import Image

from index.document import Box
from ingest.layout.boxes import around, height, on_page
from ingest.ocr.tesseract import find_words
from ingest.ocr.words import ScannedWord
from ingest.reading import RawLine, Word
from vietnamese.text import nfc

_ABOVE = 0.6  # of a line's height: a field may sit a little above or below its line
_BESIDE = 0.01  # of the page's width
_CODE = 0.2  # of the page's width: how far a number may reach behind a label that nothing follows
_SPARSE = 11  # the mode of recognition for words with blanks between them
_SIZES = (1.0, 2 / 3)  # times the picture's size: at another size the same figure is often read more surely
_SURE = 0.5  # confidence: a figure less sure is none

_BLANK_NUMBER = re.compile(r"^(?P<label>(?:\w+\s+)?[Ss]ố\s*:?)[\s.…_]*(?P<code>/.*)?$")
_NUMBER = re.compile(r"[Ss][ốôóo6]\w?\s*[:;.]?\s*(?P<digits>\d{1,6})(?=\s*[/-]|\s*$)")
_BLANK_DATE = re.compile(
    r"\bngày[\s.…_]*(?P<day>\d{0,2})[\s.…_]*tháng[\s.…_]*(?P<month>\d{0,2})[\s.…_]*năm[\s.…_]*(?P<year>\d{0,4})",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\bng[àaáâ]y\s*(?P<day>\d{1,2})\s*th[áaàâ]ng\s*(?P<month>\d{1,2})\s*n[ăaâ]m\s*(?P<year>\d{4})", re.IGNORECASE
)
_DRAWN = {pdfium_c.FPDF_ANNOT_WIDGET, pdfium_c.FPDF_ANNOT_STAMP, pdfium_c.FPDF_ANNOT_FREETEXT}


def has_fields(page: pdfium.PdfPage) -> bool:
    """Whether the page has fields or stamps with an appearance of their own, which its text layer does not hold."""
    return any(_is_drawn(page, i) for i in range(pdfium_c.FPDFPage_GetAnnotCount(page.raw)))


def _is_drawn(page: pdfium.PdfPage, index: int) -> bool:
    annotation = pdfium_c.FPDFPage_GetAnnot(page.raw, index)
    if not annotation:
        return False
    try:
        kind = pdfium_c.FPDFAnnot_GetSubtype(annotation)
        # The length counts two bytes for the end of an empty string.
        length = pdfium_c.FPDFAnnot_GetAP(annotation, pdfium_c.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0)
        return kind in _DRAWN and length > 2
    finally:
        pdfium_c.FPDFPage_CloseAnnot(annotation)


def is_blank(text: str) -> bool:
    """Whether a line is that of number or date, with a blank where the number, or part of the date, belongs."""
    return _BLANK_NUMBER.match(nfc(text).strip()) is not None or _has_blank_date(nfc(text))


def _has_blank_date(text: str) -> bool:
    date = _BLANK_DATE.search(text)
    return date is not None and not all(date.groupdict().values())


def filled(line: RawLine, draw: Callable[[Box], Image], dpi: float) -> RawLine | None:
    """A blank line of number or date with the figures that its picture shows in the blanks; None where it shows none.

    `draw` gives the picture of a part of the page (shares), at `dpi` dots an inch. It is read in two sizes, which must not
    contradict each other. Other words stay as they are; the line counts as recognised, with the confidence of the least
    sure figure in the surer reading. Raises TesseractMissing and TesseractFailed.
    """
    if not line.words or not is_blank(line.text):
        return None
    part = _part(line)
    picture = draw(part).convert("L")
    readings = [reading for size in _SIZES if (reading := _read(line, picture, part, size, dpi)) is not None]
    if not readings or any(reading.text != readings[0].text for reading in readings):
        return None
    surest = max(readings, key=_confidence)
    return surest if _confidence(surest) >= _SURE else None


def _confidence(line: RawLine) -> float:
    return line.confidence or 0.0


def _read(line: RawLine, picture: Image, part: Box, size: float, dpi: float) -> RawLine | None:
    """The line filled with what its picture shows when drawn `size` times as large."""
    scaled = picture.resize((max(1, round(picture.width * size)), max(1, round(picture.height * size))))
    seen = sorted(find_words(scaled, _SPARSE, round(dpi * size)), key=_left)
    found = _figures(nfc(line.text).strip(), " ".join(nfc(word.text) for word in seen))
    if found is None:
        return None
    whole, figures = found
    read = [word for word in seen if any(figure in word.text for figure in figures)]
    boxes = [_from_part(w.box, scaled, part) for w in read]
    words = _words(whole, line.words, figures, boxes)
    confidence = min((word.confidence for word in read), default=0.0)
    return replace(line, text=whole, words=words, read_by="ocr", confidence=confidence)


def _left(word: ScannedWord) -> float:
    return word.left


def _figures(text: str, shown: str) -> tuple[str, tuple[str, ...]] | None:
    """A blank line with what its picture shows in the blanks, and those figures; None where the two do not agree."""
    blank, number = _BLANK_NUMBER.match(text), _NUMBER.search(shown)
    if blank and number:
        return f"{blank['label']} {number['digits']}{blank['code'] or ''}", (number["digits"],)
    dated, date = _BLANK_DATE.search(text), _DATE.search(shown)
    if dated is None or date is None or any(own and own != date[name] for name, own in dated.groupdict().items()):
        return None
    whole = f"ngày {date['day']} tháng {date['month']} năm {date['year']}"
    figures = tuple(date[name] for name, own in dated.groupdict().items() if not own)
    return text[: dated.start()] + whole + text[dated.end() :], figures


def _part(line: RawLine) -> Box:
    """The part of the page that shows the line."""
    left, top, right, bottom = box = around([word.box for word in line.words])
    above = _ABOVE * height(box)
    beside = _BESIDE if "/" in line.text or _has_blank_date(nfc(line.text)) else _CODE
    return on_page((left - _BESIDE, top - above, right + beside, bottom + above))


def _from_part(box: Box, picture: Image, part: Box) -> Box:
    """A box in pixels of the picture of a part as shares of the page."""
    left, top, right, bottom = part
    across, along = (right - left) / picture.width, (bottom - top) / picture.height
    return left + box[0] * across, top + box[1] * along, left + box[2] * across, top + box[3] * along


def _words(text: str, own: Sequence[Word], figures: Sequence[str], read: Sequence[Box]) -> tuple[Word, ...]:
    """The words of a filled line, with the boxes they had, or those of the figures read, both in their order."""
    left, boxes, words = list(own), list(read), []
    for token in text.split():
        found = []
        while left and left[0].text in token:
            found.append(left.pop(0).box)
        if boxes and any(figure in token for figure in figures) and not (found and token in figures):
            found.append(boxes.pop(0))
        if found:
            words.append(Word(token, around(found)))
    return tuple(words)
