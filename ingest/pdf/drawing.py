"""Pages as pictures, as people see them: fields and signatures drawn in."""

import math
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL.Image import Image

from index.document import Box
from index.errors import InputError

DPI = 300  # what recognition is best at
_LEAST_DPI = 72
_GLANCE_DPI = 30
_GLANCE_PIXELS = 3000  # of the longer side: some files state pages of kilometres
_POINTS = 72  # an inch
_WHITE = 250  # of 255


def draw_page(page: pdfium.PdfPage, path: Path, max_pixels: int, part: Box = (0.0, 0.0, 1.0, 1.0)) -> Image:
    """The page, or a part of it, in colour at 300 dots an inch, fewer where the whole page were more than `max_pixels`.

    Raises InputError naming the file where the page is so large that even a coarse picture were too much.
    """
    width, height = page.get_size()
    dpi = min(DPI, math.floor(_POINTS * math.sqrt(max_pixels / (width * height))))
    if dpi < _LEAST_DPI:
        raise InputError(
            f"{path}: a page of {width / _POINTS:.0f} by {height / _POINTS:.0f} inches is too large to be drawn "
            f"(ASSISTANT_MAX_PIXELS is {max_pixels:,}); print it to a PDF of usual size."
        )
    left, top, right, bottom = part
    cut = (left * width, (1 - bottom) * height, (1 - right) * width, top * height)
    drawn: Image = page.render(scale=dpi / _POINTS, crop=cut, may_draw_forms=True).to_pil()
    return drawn.convert("RGB")


def shows_anything(page: pdfium.PdfPage) -> bool:
    """Whether there is anything on the page but white."""
    scale = min(_GLANCE_DPI / _POINTS, _GLANCE_PIXELS / max(page.get_size()))
    drawn = page.render(scale=scale, may_draw_forms=True, grayscale=True).to_pil()
    darkest, _ = drawn.getextrema()
    return bool(darkest < _WHITE)


def covered_by_images(page: pdfium.PdfPage) -> float:
    """The share (0-1) of the page that its largest picture covers."""
    width, height = page.get_size()
    shares = [0.0]
    for thing in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = thing.get_bounds()
        shares.append(abs((right - left) * (top - bottom)) / (width * height))
    return min(max(shares), 1.0)
