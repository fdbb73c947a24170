"""Pages drawn as pictures, each once: the PDF that is shown for a document, at one width that is sharp when zoomed too."""

from io import BytesIO
from math import sqrt
from pathlib import Path
from threading import Lock

import pypdfium2
import streamlit as st
from PIL import Image

from index.errors import InputError
from index.files import FileStore

WIDTH = 1400
"""Pixels across a page: twice what the page view has on a wide screen, so that it is sharp when zoomed."""
MOST_PIXELS = 8_000_000
"""Of one picture, however narrow and tall a page is."""
MIME = "image/webp"
_KEPT = 128
"""Pictures in memory at once, some 250 KB each."""
_QUALITY = 80
_EFFORT = 0  # of WebP's seven the fastest: half the time of the default for files a fifth larger

_pdfium = Lock()  # the library is not made for several threads


def page_image(files: FileStore, shown: str, number: int, width: int = WIDTH) -> bytes:
    """Page `number` (from 1) of the kept PDF `shown` as a picture of type `MIME`, about `width` pixels wide.

    Raises StorageError where the file is gone and InputError where it cannot be drawn.
    """
    return _kept(shown, number, width, files.path(shown))


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _kept(name: str, number: int, width: int, _path: Path) -> bytes:
    """The picture, by the file's name, which is its content; `_path` is no part of the key."""
    assert name == _path.name
    return draw_page(_path, number, width)


def draw_page(path: Path, number: int, width: int = WIDTH) -> bytes:
    """Draws a page of a PDF with the fields of its forms; see `page_image`. Raises InputError where that is not possible."""
    try:
        with _pdfium:
            picture = _picture(path, number, width)
    except (pypdfium2.PdfiumError, OSError) as error:
        raise InputError(f"{path}: page {number} cannot be drawn ({error}); take the document in again.") from error
    out = BytesIO()
    picture.save(out, "WEBP", quality=_QUALITY, method=_EFFORT)
    return out.getvalue()


def _picture(path: Path, number: int, width: int) -> Image.Image:
    pdf = pypdfium2.PdfDocument(path)
    try:
        pdf.init_forms()  # before anything else is asked of it, or stamps and signatures in fields stay invisible
        if not 1 <= number <= len(pdf):
            raise pypdfium2.PdfiumError(f"there are {len(pdf)} pages")
        page = pdf[number - 1]
        page_width, page_height = page.get_size()
        bitmap = page.render(scale=_scale(page_width, page_height, width), may_draw_forms=True)
        try:
            picture: Image.Image = bitmap.to_pil().convert("RGB")  # a copy: the bitmap is given back
            return picture
        finally:
            bitmap.close()
    finally:
        pdf.close()


def _scale(page_width: float, page_height: float, width: int) -> float:
    """Pixels a point: for `width` pixels across, fewer where the picture would have too many or more than WebP can hold."""
    if page_width <= 0 or page_height <= 0:
        raise pypdfium2.PdfiumError("the page has no size")
    longest = 16_000 / max(page_width, page_height)
    return min(width / page_width, sqrt(MOST_PIXELS / (page_width * page_height)), longest)
