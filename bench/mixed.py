"""A folder of made files of many kinds, of pieces of the corpus: what an office may add in one go."""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

import docx
import numpy as np
import openpyxl
import pypdfium2
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, LongTable, Paragraph, SimpleDocTemplate

from index.errors import SettingError
from index.settings import PROJECT
from ingest.blocks import Block, make_blocks, wrap_width
from ingest.clean import clean_lines
from ingest.readers import read
from ingest.reading import Job

# Of each fifty files.
_MIX = {
    "text": 12,
    "pdf": 11,
    "table": 4,
    "docx": 8,
    "html": 5,
    "xlsx": 4,
    "scan": 2,
    "image": 1,
    "zip": 1,
    "cut": 1,  # a DOCX that was cut off
    "blank": 1,  # a picture of a page with nothing on it
}
BAD = frozenset({"cut", "blank"})
"""The kinds that no reader can make anything of."""
_STRIDE = 19  # shares no factor with fifty, so that the kinds stand mixed
_PAGE = 2300  # characters
_PAGES = (1, 2, 3, 5, 2)  # of one document after the other
_ROWS = 45  # of a made table
_HEADER = ("TT", "Nội dung", "Đối tượng", "Số lớp", "Số người", "Thời gian", "Kinh phí")
_SCANNED = (200, 0.4, 6.0)  # dots an inch, degrees of skew, deviation of grey values
_FONTS = ("dejavu/DejaVuSerif.ttf", "noto/NotoSerif-Regular.ttf")
_FONT = "Bench"


@dataclass(frozen=True, slots=True)
class _Text:
    """What one document says: its head and title, its paragraphs, and the rows of a table."""

    head: tuple[str, ...]
    paragraphs: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def lines(self) -> tuple[str, ...]:
        return self.head + self.paragraphs


def make_files(folder: Path, files: int) -> dict[str, int]:
    """Writes so many files into a new folder, the same ones at each call; how many there are of each kind."""
    folder.mkdir(parents=True)
    fifty = [kind for kind, n in _MIX.items() for _ in range(n)]
    made: dict[str, int] = {}
    for number in range(files):
        kind = fifty[number * _STRIDE % len(fifty)]
        suffix, write = _WRITERS[kind]
        (folder / f"{number:04d}-{kind}{suffix}").write_bytes(write(number))
        made[kind] = made.get(kind, 0) + 1
    return made


@cache
def _corpus() -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The paragraphs and the table rows of all documents of the corpus."""
    blocks: list[Block] = []
    for path in sorted((PROJECT / "corpus").glob("*.*")):
        if path.suffix in (".txt", ".md"):
            lines = clean_lines(read(path, Job(path.parent)).lines)
            blocks += make_blocks(lines, wrap_width(lines))
    rows = tuple(block.cells for block in blocks if len(block.cells) == len(_HEADER) and block.cells[0].isdigit())
    return tuple(block.text for block in blocks if not block.is_row), rows


def _text(number: int) -> _Text:
    paragraphs, rows = _corpus()
    head = (
        "ỦY BAN NHÂN DÂN TỈNH SÓC TRĂNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        f"Số: {number + 1}/KH-UBND",
        f"Sóc Trăng, ngày {number % 28 + 1} tháng 3 năm 2024",
        "KẾ HOẠCH",
        f"Đào tạo, bồi dưỡng cán bộ, công chức, viên chức đợt {number + 1}",
    )
    chosen = tuple(_from(paragraphs, number * 7, _PAGE * _PAGES[number % len(_PAGES)]))
    first = number * 11 % len(rows)
    numbered = tuple((str(i + 1), *(rows + rows)[(first + i) % len(rows)][1:]) for i in range(_ROWS))
    return _Text(head, chosen, (_HEADER, *numbered))


def _from(paragraphs: Sequence[str], first: int, characters: int) -> Iterator[str]:
    """Paragraphs from one on, with the first again after the last, until so many characters have come together."""
    while characters > 0:
        text = paragraphs[first % len(paragraphs)]
        yield text
        characters -= len(text)
        first += 1


def _plain(number: int) -> bytes:
    return "\n".join(_text(number).lines).encode()


def _html(number: int) -> bytes:
    text = _text(number)
    body = "".join(f"<p>{escape(line)}</p>" for line in text.lines)
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in text.rows)
    return f"<!doctype html><meta charset=utf-8><body>{body}<table>{rows}</table>".encode()


def _word(number: int) -> bytes:
    document = docx.Document()
    for line in _text(number).lines:
        document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _sheet(number: int) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in _text(number).rows:
        sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _pdf(number: int) -> bytes:
    return _typeset([_paragraph(line, 11) for line in _text(number).lines], A4)


def _table(number: int) -> bytes:
    text = _text(number)
    size = landscape(A4)
    cells = [[_paragraph(cell, 9) for cell in row] for row in text.rows]
    widths = [size[0] * share for share in (0.05, 0.3, 0.2, 0.07, 0.07, 0.1, 0.07)]
    table = LongTable(cells, widths, repeatRows=1, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
    return _typeset([*(_paragraph(line, 11) for line in text.head), table], size)


def _scan(number: int, pages: int = 2) -> bytes:
    pictures = _scanned(number, pages)
    buffer = io.BytesIO()
    pictures[0].save(buffer, "PDF", save_all=True, append_images=pictures[1:], resolution=_SCANNED[0], quality=70)
    return buffer.getvalue()


def _image(number: int) -> bytes:
    buffer = io.BytesIO()
    _scanned(number, 1)[0].save(buffer, "JPEG", dpi=(_SCANNED[0],) * 2, quality=70)
    return buffer.getvalue()


def _scanned(number: int, pages: int) -> list[Image.Image]:
    """The first pages of a document as a scanner gives them."""
    dpi, skew, noise = _SCANNED
    random = np.random.default_rng(number)
    document = pypdfium2.PdfDocument(_pdf(number))
    try:
        pictures = []
        for i in range(min(pages, len(document))):
            page = document[i].render(scale=dpi / 72, grayscale=True).to_pil()
            grey = np.asarray(page.rotate(skew, Image.Resampling.BICUBIC, fillcolor=255), np.float32)
            grey += random.normal(0, noise, grey.shape)
            pictures.append(Image.fromarray(grey.clip(0, 255).astype(np.uint8)))
    finally:
        document.close()
    return pictures


def _zip(number: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for i, (suffix, write) in enumerate(((".txt", _plain), (".pdf", _pdf), (".docx", _word))):
            archive.writestr(f"{number:04d}-member-{i}{suffix}", write(number + i + 1))
    return buffer.getvalue()


def _cut(number: int) -> bytes:
    return _word(number)[:2000]


def _blank(number: int) -> bytes:
    buffer = io.BytesIO()
    Image.new("L", (1654, 2339), 255 - number % 3).save(buffer, "PNG", dpi=(_SCANNED[0],) * 2)
    return buffer.getvalue()


def _typeset(flow: Sequence[Flowable], size: tuple[float, float]) -> bytes:
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=size, leftMargin=60, rightMargin=45).build(list(flow))
    return buffer.getvalue()


def _paragraph(text: str, points: float) -> Paragraph:
    style = ParagraphStyle("text", fontName=_font(), fontSize=points, leading=points * 1.35, spaceAfter=points / 2)
    return Paragraph(escape(text), style)


@cache
def _font() -> str:
    """The name of a font with all Vietnamese letters, known to reportlab."""
    paths = (Path("/usr/share/fonts/truetype") / name for name in _FONTS)
    found = next((path for path in paths if path.is_file()), None)
    if found is None:
        raise SettingError("No font with Vietnamese letters is there: sudo apt-get install -y fonts-dejavu-core")
    pdfmetrics.registerFont(TTFont(_FONT, str(found)))
    return _FONT


_WRITERS: Mapping[str, tuple[str, Callable[[int], bytes]]] = {
    "text": (".txt", _plain),
    "pdf": (".pdf", _pdf),
    "table": (".pdf", _table),
    "docx": (".docx", _word),
    "html": (".html", _html),
    "xlsx": (".xlsx", _sheet),
    "scan": (".pdf", _scan),
    "image": (".jpg", _image),
    "zip": (".zip", _zip),
    "cut": (".docx", _cut),
    "blank": (".png", _blank),
}
