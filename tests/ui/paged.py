"""Documents with pages for the tests of the page view: typeset here, so that it is known where each word stands."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from index.embedding import EmbeddingModel
from index.library import Publisher
from index.settings import Settings
from ingest.edition import make_edition
from ingest.passages import BUILDER_VERSION
from ingest.readers import READERS
from ingest.reading import Job, RawLine, Reading, ReadPage, Word

FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")
WIDTH, HEIGHT = A4
_MARGIN, _SIZE, _LEADING = 56.0, 12.0, 17.0
_UP, _DOWN = 0.93, 0.24  # the font's ascent and descent, as shares of its size


@dataclass
class Sheet:
    """What stands on the pages so far."""

    canvas: Canvas
    lines: list[RawLine] = field(default_factory=list)
    page: int = 1
    at: float = HEIGHT - _MARGIN


def typeset(texts: Sequence[str], path: Path) -> tuple[RawLine, ...]:
    """Writes a PDF of paragraphs, a form feed in them beginning a new page; the lines of type as they stand there."""
    pdfmetrics.registerFont(TTFont("Body", FONT))
    sheet = Sheet(Canvas(str(path), pagesize=A4, invariant=True))
    for text in texts:
        for number, stretch in enumerate(text.split("\f")):
            if number:
                _turn(sheet)
            for line in simpleSplit(stretch, "Body", _SIZE, WIDTH - 2 * _MARGIN):
                _set_line(sheet, line.split())
        sheet.at -= _LEADING / 3
    sheet.canvas.save()
    return tuple(sheet.lines)


def _turn(sheet: Sheet) -> None:
    sheet.canvas.showPage()
    sheet.page, sheet.at = sheet.page + 1, HEIGHT - _MARGIN


def _set_line(sheet: Sheet, words: Sequence[str]) -> None:
    if sheet.at < _MARGIN:
        _turn(sheet)
    sheet.canvas.setFont("Body", _SIZE)
    placed: list[Word] = []
    left = _MARGIN
    top, bottom = (HEIGHT - (sheet.at + y * _SIZE) for y in (_UP, -_DOWN))
    for word in words:
        sheet.canvas.drawString(left, sheet.at, word)
        right = left + pdfmetrics.stringWidth(word, "Body", _SIZE)
        placed.append(Word(word, (left / WIDTH, top / HEIGHT, right / WIDTH, bottom / HEIGHT)))
        left = right + pdfmetrics.stringWidth(" ", "Body", _SIZE)
    sheet.lines.append(RawLine(" ".join(words), None, sheet.page, tuple(placed)))
    sheet.at -= _LEADING


def scanned(path: Path, target: Path) -> None:
    """The pages of a PDF as pictures and nothing else."""
    pdf = pypdfium2.PdfDocument(path)
    try:
        pages = [page.render(scale=2).to_pil().convert("L") for page in pdf]
    finally:
        pdf.close()
    pages[0].save(target, "PDF", save_all=True, append_images=pages[1:], resolution=144)


def reading(lines: Sequence[RawLine], shown: Path, confidence: float | None = None) -> Reading:
    """The reading of what was typeset; as of a scan where a confidence is given."""
    read_by = "text" if confidence is None else "ocr"
    lines = tuple(replace(line, read_by=read_by, confidence=confidence) for line in lines)
    last = max(line.page or 1 for line in lines)
    pages = tuple(ReadPage(n, WIDTH, HEIGHT, read_by, confidence) for n in range(1, last + 1))
    return Reading(lines, pages, shown)


def publish(settings: Settings, documents: Mapping[Path, Reading], model: EmbeddingModel | None = None) -> None:
    """Publishes files as what they are said to read as, by the given model or the settings' own."""
    loader = (lambda: model) if model else None
    with _reading_as(documents), Publisher(settings, BUILDER_VERSION, loader) as publisher:
        for path in documents:
            publisher.add(make_edition(path, {}, settings))
        publisher.publish()


@contextmanager
def _reading_as(documents: Mapping[Path, Reading]) -> Iterator[None]:
    def read(path: Path, _: Job) -> Reading:
        return documents[path]

    with pytest.MonkeyPatch.context() as patch:
        for path in documents:
            patch.setitem(READERS, path.suffix, read)
        yield
