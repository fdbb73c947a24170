"""A PDF as if it had come from a scanner: pages drawn, turned a little, blurred, specked, and nothing but pictures left."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter


@dataclass(frozen=True, slots=True)
class Scanner:
    """`dpi` of the pictures, `skew` in degrees, `blur` the radius in pixels, `noise` the deviation of grey values (0-255)."""

    dpi: int = 300
    skew: float = 0.0
    blur: float = 0.0
    noise: float = 0.0


def scan_pdf(source: Path, target: Path, scanner: Scanner, seed: int = 7) -> None:
    """Writes `target` with one picture a page; the noise is the same at each call."""
    random = np.random.default_rng(seed)
    document = pypdfium2.PdfDocument(source)
    try:
        pages = [_scanned(page.render(scale=scanner.dpi / 72).to_pil(), scanner, random) for page in document]
    finally:
        document.close()
    pages[0].save(target, save_all=True, append_images=pages[1:], resolution=scanner.dpi, quality=70)


def _scanned(page: Image.Image, scanner: Scanner, random: np.random.Generator) -> Image.Image:
    page = page.convert("L").rotate(scanner.skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    if scanner.blur:
        page = page.filter(ImageFilter.GaussianBlur(scanner.blur))
    grey = np.asarray(page, np.float32)
    if scanner.noise:
        grey = grey + random.normal(0, scanner.noise, grey.shape)
    return Image.fromarray(grey.clip(0, 255).astype(np.uint8))
