"""Pictures that are too large, damaged, empty, turned, or of something else than Vietnamese."""

import io
import struct
import zlib

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from tests.ingest.ocr.pages import body_sheet

_DPI = 150
_A4 = (1240, 1754)  # pixels at 150 dots an inch
_SQUARE = 20_000
_FONTS = "/usr/share/fonts/truetype/noto/"
_PNG = b"\x89PNG\r\n\x1a\n"
ENGLISH = "The Ministry of Finance announces that registration is open for the annual training course of civil servants"
LAO = "ສາທາລະນະລັດ ປະຊາທິປະໄຕ ປະຊາຊົນລາວ ສັນຕິພາບ ເອກະລາດ ປະຊາທິປະໄຕ ເອກະພາບ ວັດທະນະຖາວອນ"
ARABIC = "تعلن وزارة المالية عن فتح باب التسجيل في الدورة التدريبية السنوية لموظفي الدولة في جميع المحافظات"
IDEOGRAPHS = " ".join("".join(chr(0x17000 + 37 * i + 11 * j) for j in range(12)) for i in range(8))


def page() -> Image.Image:
    """A scanned page in Vietnamese."""
    return body_sheet().draw(_DPI).convert("L")


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, form, dpi=(_DPI, _DPI), **options)
    return buffer.getvalue()


def turned(degrees: int, form: str = "PNG") -> bytes:
    return saved(page().rotate(degrees, expand=True), form)


def noted_turn() -> bytes:
    """A photo that lies on its side, with the note by which cameras say so."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return saved(page().rotate(90, expand=True), "JPEG", exif=exif)


def white() -> bytes:
    return saved(Image.new("L", _A4, 255), "PNG")


def noise() -> bytes:
    """What a camera makes of the dark."""
    grey = np.random.default_rng(7).integers(0, 256, (_A4[1] // 2, _A4[0] // 2), np.uint8)
    return saved(Image.fromarray(grey), "PNG")


def photo() -> bytes:
    """Soft shapes in colour, as of a landscape."""
    random = np.random.default_rng(3)
    coarse = Image.fromarray(random.integers(0, 256, (12, 9, 3), np.uint8))
    return saved(coarse.resize(_A4, Image.Resampling.BICUBIC), "JPEG", quality=80)


def written(text: str, font: str) -> bytes:
    """A scanned page of lines in another script."""
    image = Image.new("L", _A4, 255)
    draw = ImageDraw.Draw(image)
    face = ImageFont.truetype(f"{_FONTS}{font}", 30)
    words = text.split()
    for i in range(24):
        line = " ".join(words[(i * 3 + j) % len(words)] for j in range(5))
        draw.text((140, 140 + 60 * i), line, 20, face)
    return saved(image, "PNG")


def large_png() -> bytes:
    """400 million white dots in fifty kilobytes."""
    row = b"\0" + b"\xff" * (_SQUARE // 8)
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(row) for _ in range(_SQUARE)) + packer.flush()
    head = struct.pack(">LLBBBBB", _SQUARE, _SQUARE, 1, 0, 0, 0, 0)
    return _PNG + _chunk(b"IHDR", head) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def large_tiff() -> bytes:
    buffer = io.BytesIO()
    Image.new("1", (_SQUARE, _SQUARE), 1).save(buffer, "TIFF", compression="group4")
    return buffer.getvalue()


def swollen_note() -> bytes:
    """A small picture with a note that unpacks to a hundred megabytes."""
    note = b"Comment\0\0" + zlib.compress(b" " * 100_000_000, 9)
    data = saved(Image.new("L", (100, 100), 255), "PNG")
    at = data.index(b"IDAT") - 4
    return data[:at] + _chunk(b"zTXt", note) + data[at:]


def frames(count: int) -> bytes:
    """A TIFF of so many small pages."""
    buffer = io.BytesIO()
    small = Image.new("1", (8, 8), 1)
    small.save(buffer, "TIFF", save_all=True, append_images=[small] * (count - 1))
    return buffer.getvalue()


def scans(count: int) -> bytes:
    """A TIFF of so many scanned pages."""
    buffer = io.BytesIO()
    sheet = page()
    sheet.save(buffer, "TIFF", save_all=True, append_images=[sheet] * (count - 1), compression="tiff_deflate")
    return buffer.getvalue()


def circular_tiff() -> bytes:
    """A TIFF whose only page says that the next one is itself."""
    data = bytearray(saved(Image.new("L", _A4, 255), "TIFF"))
    start = struct.unpack("<L", data[4:8])[0]
    entries = struct.unpack("<H", data[start : start + 2])[0]
    end = start + 2 + 12 * entries
    data[end : end + 4] = struct.pack("<L", start)
    return bytes(data)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))
