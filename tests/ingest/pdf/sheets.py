"""PDFs made for one test: words put where the test wants them, or paragraphs typeset as offices do."""

from collections.abc import Callable, Sequence
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from ingest.readers import read
from ingest.reading import Job, Reading

FONT = "Sheet"
SIZE = 13.0
WIDTH, HEIGHT = A4
Put = tuple[float, float, str]
"""Words with where their line begins, in points from the left and from the top of the page."""


def _font() -> str:
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FONT, "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"))
    return FONT


def put_pdf(path: Path, pages: Sequence[Sequence[Put]], size: float = SIZE) -> Path:
    """A PDF whose pages hold nothing but these words, drawn in this order."""
    canvas = Canvas(str(path), pagesize=A4)
    for page in pages:
        canvas.setFont(_font(), size)
        for left, top, text in page:
            canvas.drawString(left, HEIGHT - top, text)
        canvas.showPage()
    canvas.save()
    return path


def fitted_pdf(path: Path, pages: Sequence[Sequence[Put]], right: float) -> Path:
    """A PDF whose lines that come near `right`, in points from the left, are spaced to end there, as justified text is."""
    canvas = Canvas(str(path), pagesize=A4)
    for page in pages:
        for left, top, text in page:
            rest = right - left - pdfmetrics.stringWidth(text, _font(), SIZE)
            line = canvas.beginText(left, HEIGHT - top)
            line.setFont(FONT, SIZE)
            line.setCharSpace(rest / (len(text) - 1) if abs(rest) < 60 else 0)
            line.textOut(text)
            canvas.drawText(line)
        canvas.showPage()
    canvas.save()
    return path


def drawn_pdf(path: Path, draw: Callable[[Canvas], None], pagesize: tuple[float, float] = A4) -> Path:
    """A PDF of one page that a test draws itself, in the sheets' font."""
    canvas = Canvas(str(path), pagesize=pagesize)
    canvas.setFont(_font(), SIZE)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return path


def typeset_pdf(path: Path, texts: Sequence[str], head: str | None = None, indent: float = cm) -> Path:
    """Paragraphs, justified with an indented first line; those in capitals are centred. Pages have their number at the top.

    `head` is printed there before the number.
    """
    style = {"fontName": _font(), "fontSize": SIZE, "leading": 18}
    body = ParagraphStyle("body", alignment=TA_JUSTIFY, firstLineIndent=indent, spaceAfter=0 if indent else 6, **style)
    title = ParagraphStyle("title", alignment=TA_CENTER, spaceBefore=6, spaceAfter=6, **style)

    def number(canvas: Canvas, _: SimpleDocTemplate) -> None:
        canvas.setFont(FONT, 11)
        page = canvas.getPageNumber()
        canvas.drawCentredString(WIDTH / 2, HEIGHT - 1.3 * cm, f"{head} {page}" if head else f"- {page} -")

    margins = {"leftMargin": 3 * cm, "rightMargin": 1.5 * cm, "topMargin": 2 * cm, "bottomMargin": 2 * cm}
    document = SimpleDocTemplate(str(path), pagesize=A4, **margins)
    story = [Paragraph(text, title if text.isupper() else body) for text in texts]
    document.build(story, onFirstPage=number, onLaterPages=number)
    return path


def with_widgets(path: Path, texts: Sequence[Put], size: float = SIZE) -> Path:
    """The same PDF with a signature field over the first page for each text, which stands only in the field's appearance."""
    writer = PdfWriter(clone_from=PdfReader(path))
    page = writer.pages[0]
    fields = [writer._add_object(_widget(writer, put, size)) for put in texts]
    page[NameObject("/Annots")] = ArrayObject(fields)
    form = DictionaryObject({NameObject("/Fields"): ArrayObject(fields), NameObject("/SigFlags"): NumberObject(3)})
    writer.root_object[NameObject("/AcroForm")] = writer._add_object(form)
    writer.write(path)
    return path


def _widget(writer: PdfWriter, put: Put, size: float) -> DictionaryObject:
    left, top, text = put
    width = size * 0.6 * len(text) + 2
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Times-Roman"}
    look = StreamObject()
    look.set_data(f"BT /F {size} Tf 1 {size * 0.25} Td ({text}) Tj ET".encode())
    names = DictionaryObject({NameObject(k): NameObject(v) for k, v in font.items()})
    fonts = DictionaryObject({NameObject("/F"): writer._add_object(names)})
    look[NameObject("/Type")] = NameObject("/XObject")
    look[NameObject("/Subtype")] = NameObject("/Form")
    look[NameObject("/BBox")] = ArrayObject([FloatObject(v) for v in (0, 0, width, size * 1.2)])
    look[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    bottom = HEIGHT - top - size * 0.25
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Widget"),
            NameObject("/FT"): NameObject("/Sig"),
            NameObject("/T"): TextStringObject(f"field {left} {top}"),
            NameObject("/F"): NumberObject(4),
            NameObject("/Rect"): ArrayObject(
                [FloatObject(v) for v in (left, bottom, left + width, bottom + size * 1.2)]
            ),
            NameObject("/AP"): DictionaryObject({NameObject("/N"): writer._add_object(look)}),
        }
    )


def read_pdf(path: Path, **limits: int) -> Reading:
    return read(path, Job(path.parent, **limits))


def texts_of(path: Path) -> list[str]:
    return [line.text for line in read_pdf(path).lines]
