"""A page in grey, without its coloured stamps and pens, and smooth."""

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

Grey = npt.NDArray[np.uint8]

_COLOURED = (
    60  # levels between the strongest and the weakest of red, green and blue: stamps and pens, not paper or print
)
_RESTLESS = 5  # levels that half of all pixels differ from those around them; 0 on a clean scan
_SMOOTHING = 1.0  # pixels


def to_grey(image: Image.Image) -> Image.Image:
    """The page in grey, transparent parts white. Red and blue ink becomes lighter, black print under it stays."""
    image = on_white(image)
    if image.mode in ("1", "L", "I", "F", "I;16"):
        return image.convert("L") if not image.mode.startswith("I;") else _from_16_bits(image)
    levels = np.asarray(image.convert("RGB"))
    strongest = levels.max(axis=2)
    coloured = strongest.astype(np.int16) - levels.min(axis=2) > _COLOURED
    grey: Grey = np.asarray(image.convert("L"))
    # In its strongest channel red ink is as bright as paper, and black print under it as dark as ever.
    return Image.fromarray(np.where(coloured, strongest, grey).astype(np.uint8))


def on_white(image: Image.Image) -> Image.Image:
    """A picture with a transparent ground as it looks on paper; without one as it is."""
    if not image.has_transparency_data:
        return image
    paper = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(paper, image.convert("RGBA")).convert("RGB")


def without_noise(image: Image.Image) -> Image.Image:
    """The page in grey, smoothed where its pixels are as restless as those of a camera in bad light; else as it is."""
    width, height = image.size
    middle = image.crop((width // 4, height // 4, 3 * width // 4, 3 * height // 4))
    smooth = middle.filter(ImageFilter.MedianFilter(3))
    restless = float(np.median(np.abs(np.asarray(middle, np.int16) - np.asarray(smooth, np.int16))))
    return image.filter(ImageFilter.GaussianBlur(_SMOOTHING)) if restless > _RESTLESS else image


def _from_16_bits(image: Image.Image) -> Image.Image:
    return Image.fromarray((np.asarray(image) >> 8).astype(np.uint8))
