"""Draws a page of a PDF as a picture, as a program of its own: a page that crashes or hangs PDFium takes nothing else along.

`python drawing.py FILE PAGE WIDTH` writes the picture to standard output; what is wrong with the file goes to standard error,
with exit code 3. Nothing of this project is imported, so that it starts in less time than a page takes.
"""

import resource
import sys
from io import BytesIO
from math import sqrt

import pypdfium2
from PIL import Image

MOST_PIXELS = 8_000_000
"""Of one picture, however narrow and tall a page is."""
WRONG = 3
"""Exit code where the file cannot be drawn."""
_MEMORY = 2_000_000_000
"""Bytes of address space: what a page may need at most."""
_LONGEST = 16_000
"""Pixels of a side: WebP holds no more."""
_QUALITY = 80
_EFFORT = 0  # of WebP's seven the fastest: half the time of the default for files a fifth larger


def draw(path: str, number: int, width: int) -> bytes:
    """Page `number` (from 1) with the fields of its forms, about `width` pixels wide, as WebP. Raises PdfiumError or OSError."""
    pdf = pypdfium2.PdfDocument(path)
    try:
        pdf.init_forms()  # before anything else is asked of it, or stamps and signatures in fields stay invisible
        if not 1 <= number <= len(pdf):
            raise pypdfium2.PdfiumError(f"there are {len(pdf)} pages")
        page = pdf[number - 1]
        page_width, page_height = page.get_size()
        bitmap = page.render(scale=_scale(page_width, page_height, width), may_draw_forms=True)
        picture: Image.Image = bitmap.to_pil().convert("RGB")
    finally:
        pdf.close()
    out = BytesIO()
    picture.save(out, "WEBP", quality=_QUALITY, method=_EFFORT)
    return out.getvalue()


def _scale(page_width: float, page_height: float, width: int) -> float:
    """Pixels a point: for `width` pixels across, fewer where the picture would have too many or more than WebP can hold."""
    if page_width <= 0 or page_height <= 0:
        raise pypdfium2.PdfiumError("the page has no size")
    longest = _LONGEST / max(page_width, page_height)
    return min(width / page_width, sqrt(MOST_PIXELS / (page_width * page_height)), longest)


def main(path: str, number: str, width: str) -> int:
    """The program; its exit code."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    try:
        picture = draw(path, int(number), int(width))
    except (pypdfium2.PdfiumError, OSError, MemoryError) as error:
        print(str(error) or type(error).__name__, file=sys.stderr)
        return WRONG
    sys.stdout.buffer.write(picture)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
