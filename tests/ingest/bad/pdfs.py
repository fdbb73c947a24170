"""PDFs as nobody should get them: written object by object, so that each is wrong in one way."""

import io
import zlib
from collections.abc import Mapping, Sequence

from pypdf import PdfReader, PdfWriter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

LINES = (
    "1. The office opens a class for its staff in the autumn of every year.",
    "2. The department of finance plans the money for the class.",
)
CATALOG = "<< /Type /Catalog /Pages 2 0 R >>"
PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_A4 = "0 0 595 842"
_SQUARE = 20_000  # pixels


def good(lines: Sequence[str] = LINES) -> bytes:
    """A sound PDF of one page."""
    return book([lines])


def book(pages: Sequence[Sequence[str]]) -> bytes:
    """A sound PDF of these lines on each page."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for lines in pages:
        for i, line in enumerate(lines):
            canvas.drawString(72, 750 - 20 * i, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def shown(lines: Sequence[str] = LINES) -> bytes:
    """What a page's stream says to show lines."""
    said = " ".join(f"({line}) Tj T*" for line in lines)
    return f"BT /F1 12 Tf 20 TL 72 750 Td {said} ET".encode()


def stream(data: bytes, entries: str = "") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries.encode(), data)


def page(extra: str = "", box: str = _A4) -> str:
    """A page, object 3, whose stream is object 4 and whose font is object 5."""
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R "
        f"/Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> {extra} >>"
    )


def built(objects: Mapping[int, str | bytes], trailer: str = "") -> bytes:
    """A file of these objects with a right list of where they stand."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        data = body.encode() if isinstance(body, str) else body
        out += b"%d 0 obj\n%s\nendobj\n" % (number, data)
    start = len(out)
    last = max(objects)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (last + 1)
    for number in range(1, last + 1):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    out += f"trailer\n<< /Size {last + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def plain(changed: Mapping[int, str | bytes] | None = None, trailer: str = "") -> bytes:
    """A sound file of one page, some of its objects replaced."""
    objects: dict[int, str | bytes] = {1: CATALOG, 2: PAGES, 3: page(), 4: stream(shown()), 5: FONT}
    return built({**objects, **(changed or {})}, trailer)


def typed(text: str, font: str) -> bytes:
    """Typed text in a font of some script."""
    buffer = io.BytesIO()
    pdfmetrics.registerFont(TTFont(font, f"/usr/share/fonts/truetype/noto/{font}"))
    canvas = Canvas(buffer, invariant=1)
    canvas.setFont(font, 14)
    for i in range(20):
        canvas.drawString(72, 750 - 30 * i, text[:50])
    canvas.save()
    return buffer.getvalue()


def locked(user: str, owner: str, algorithm: str = "RC4-128") -> bytes:
    """Protected by passwords; an empty one for users lets everybody read."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(good())))
    writer.encrypt(user, owner, algorithm=algorithm)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def lost_places() -> bytes:
    """Every place in the list of objects is wrong."""
    data = good()
    start = data.rindex(b"xref\n", 0, data.rindex(b"startxref"))
    return data[:start] + data[start:].replace(b"0000000", b"0000999")


def circular_pages() -> bytes:
    """A tree of pages that holds itself."""
    return plain({2: "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>"})


def circular_history() -> bytes:
    """A list of objects that names itself as the one before it."""
    data = plain()
    start = int(data.rsplit(b"startxref\n", 1)[1].split()[0])
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % start)


def circular_streams() -> bytes:
    """The page stands in a stream of objects that extends itself and says that it stands in itself."""
    inner = b"3 0 " + page().encode()
    held = stream(zlib.compress(inner), "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Extends 6 0 R")
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in {1: CATALOG.encode(), 2: PAGES.encode(), 4: stream(shown()), 5: FONT.encode(), 6: held}.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = places[7] = len(out)
    rows = [(0, 0, 65535), *((1, places[n], 0) if n in places else (2, 6, 0) for n in range(1, 8))]
    rows[6] = (2, 6, 0)
    table = b"".join(bytes([kind]) + where.to_bytes(4, "big") + index.to_bytes(2, "big") for kind, where, index in rows)
    out += b"7 0 obj\n%s\nendobj\n" % stream(table, "/Type /XRef /Size 8 /W [1 4 2] /Root 1 0 R")
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def circular_form(times: int) -> bytes:
    """A drawing that draws itself, so many times over."""
    form = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> >>"
    return plain({4: stream(shown() + b" /X Do"), 6: stream(b"/X Do " * times, form)})


def many_pages(count: int, lines: Sequence[str] = LINES) -> bytes:
    """Pages that share one stream."""
    kids = " ".join(f"{number} 0 R" for number in range(10, 10 + count))
    pages: dict[int, str | bytes] = {number: page() for number in range(10, 10 + count)}
    return built(
        {1: CATALOG, 2: f"<< /Type /Pages /Kids [{kids}] /Count {count} >>", 4: stream(shown(lines)), 5: FONT, **pages}
    )


def nested(depth: int) -> bytes:
    """Lists within lists where the page's size should be."""
    return plain({3: page(box="[" * depth + "]" * depth)})


def nested_pages(depth: int) -> bytes:
    """A tree of pages in which each step has one step below."""
    objects: dict[int, str | bytes] = {1: CATALOG, 4: stream(shown()), 5: FONT, 2: _step(10, None)}
    for number in range(10, 10 + depth):
        objects[number] = _step(number + 1, number - 1 if number > 10 else 2)
    objects[10 + depth] = page().replace("/Parent 2 0 R", f"/Parent {9 + depth} 0 R")
    return built(objects)


def _step(kid: int, parent: int | None) -> str:
    above = "" if parent is None else f"/Parent {parent} 0 R"
    return f"<< /Type /Pages /Kids [{kid} 0 R] /Count 1 {above} >>"


def swollen(megabytes: int) -> bytes:
    """A page whose stream unpacks to a thousand times its size."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 1_000_000) for _ in range(megabytes)) + packer.flush()
    return plain({4: stream(packed, "/Filter /FlateDecode")})


def large_picture() -> bytes:
    """A page of usual size that shows a white picture of 400 million dots."""
    packer = zlib.compressobj(9)
    row = b"\xff" * (_SQUARE // 8)
    packed = b"".join(packer.compress(row) for _ in range(_SQUARE)) + packer.flush()
    entries = (
        f"/Type /XObject /Subtype /Image /Width {_SQUARE} /Height {_SQUARE} /BitsPerComponent 1 "
        "/ColorSpace /DeviceGray /Filter /FlateDecode"
    )
    return plain({4: stream(b"q 595 0 0 842 0 0 cm /X Do Q"), 6: stream(packed, entries)})


def sized(box: str, drawing: bytes = b"10 10 200 200 re f", extra: str = "") -> bytes:
    """A page of some size with a black square and no words."""
    return plain({3: page(extra, box), 4: stream(drawing)})


def active(address: str, marker: str) -> bytes:
    """Everything in a PDF that acts when it is opened: script, program, form, link; and a file attached to it."""
    script = f"app.launchURL('{address}/script', true); this.submitForm('{address}/form');"
    actions = (
        f"<< /S /JavaScript /JS ({script.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) /Next 11 0 R >>"
    )
    return plain(
        {
            1: "<< /Type /Catalog /Pages 2 0 R /OpenAction 10 0 R /AA << /WC 10 0 R >> /Names << "
            "/JavaScript << /Names [(a) 10 0 R] >> /EmbeddedFiles << /Names [(payload.exe) 12 0 R] >> >> >>",
            3: page("/AA << /O 10 0 R >> /Annots [14 0 R]"),
            10: actions,
            11: f"<< /S /Launch /F (/bin/touch) /Unix << /F (/bin/touch) /P ({marker}) >> /Next 15 0 R >>",
            12: "<< /Type /Filespec /F (payload.exe) /EF << /F 13 0 R >> >>",
            13: stream(b"MZ words that are attached", "/Type /EmbeddedFile"),
            14: f"<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << /S /URI /URI ({address}/link) >> >>",
            15: f"<< /S /URI /URI ({address}/opened) >>",
        }
    )
