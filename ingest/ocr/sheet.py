"""A page made ready for recognition, which knows where its pixels stand on the page as it was given."""

from dataclasses import dataclass
from math import cos, radians, sin

from PIL import Image

from index.document import Box
from ingest.layout.boxes import on_page
from ingest.ocr.grey import to_grey, without_noise
from ingest.ocr.skew import find_skew
from ingest.ocr.words import PixelBox

DPI = 150
"""Pixels an inch at which type of 10 to 14 points is read best, and fast; more of them make Tesseract miss accents."""

_QUARTERS = {90: Image.Transpose.ROTATE_90, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_270}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A picture in grey at `dpi`: the page given, first turned counter-clockwise by quarters (`turn`: 0, 90, 180 or 270),
    then by `skew` degrees about its centre."""

    image: Image.Image
    dpi: float
    turn: int = 0
    skew: float = 0.0

    def share(self, box: PixelBox) -> Box:
        """Where a box of this picture lies on the page as it was given, in shares of that."""
        width, height = self.image.size
        x, y = (box[0] + box[2]) / 2 - width / 2, (box[1] + box[3]) / 2 - height / 2
        angle = radians(self.skew)
        x, y = x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)
        wide, high = (box[2] - box[0]) / 2, (box[3] - box[1]) / 2
        left, right = (x - wide) / width + 0.5, (x + wide) / width + 0.5
        top, bottom = (y - high) / height + 0.5, (y + high) / height + 0.5
        return _turned_back(on_page((left, top, right, bottom)), self.turn)


def make_sheet(page: Image.Image, size: tuple[float, float], dpi: float = DPI) -> Sheet:
    """The sheet of a page whose `size` is in points: drawn at `dpi`, in grey, made level."""
    scale = dpi * size[1] / 72 / page.height
    target = (max(1, round(page.width * scale)), max(1, round(page.height * scale)))
    if page.mode in ("1", "P"):
        page = page.convert("L" if page.mode == "1" else "RGB")
    if target != page.size:
        page = page.resize(target, Image.Resampling.LANCZOS, reducing_gap=3.0)
    return _level(without_noise(to_grey(page)), dpi, 0)


def turned(sheet: Sheet, turn: int) -> Sheet:
    """The sheet of the same page turned counter-clockwise by quarters, in degrees; `sheet` itself must not be turned."""
    return _level(sheet.image.rotate(-sheet.skew, fillcolor=255).transpose(_QUARTERS[turn]), sheet.dpi, turn)


def _level(image: Image.Image, dpi: float, turn: int) -> Sheet:
    skew = find_skew(image)
    if skew:
        image = image.rotate(skew, Image.Resampling.BICUBIC, fillcolor=255)
    return Sheet(image, dpi, turn, skew)


def _turned_back(box: Box, turn: int) -> Box:
    """A box of the page turned counter-clockwise, on the page before that."""
    left, top, right, bottom = box
    if turn == 90:
        return 1 - bottom, left, 1 - top, right
    if turn == 180:
        return 1 - right, 1 - bottom, 1 - left, 1 - top
    if turn == 270:
        return top, 1 - right, bottom, 1 - left
    return box
