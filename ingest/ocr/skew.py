"""How far a page is turned from level, by a few degrees: lines of type are thinnest when seen along them."""

import numpy as np
import numpy.typing as npt
from PIL import Image

from ingest.layout.ink import ink_of

MOST = 10.0  # degrees; a page that lies further off is turned by quarters, see `ingest.ocr.turn`
LEAST = 0.15  # degrees: recognition does not mind less
_SIDE = 1000  # pixels of the longer side, enough to tell a tenth of a degree
_ENOUGH = 400  # pixels of ink: a page with less has no lines to measure
_MOST_INK = 60_000  # pixels that are looked at

Points = npt.NDArray[np.float64]


def find_skew(image: Image.Image) -> float:
    """Degrees by which the page must be turned counter-clockwise to stand level; 0 where there is nothing to tell by."""
    factor = max(1, round(max(image.size) / _SIDE))
    ys, xs = np.nonzero(ink_of(image.reduce(factor) if factor > 1 else image))
    if len(ys) < _ENOUGH:
        return 0.0
    step = -(-len(ys) // _MOST_INK)
    points = np.stack([xs[::step], ys[::step]]).astype(np.float64)
    best = _sharpest(points, np.arange(-MOST, MOST + 0.1, 0.5))
    best = _sharpest(points, np.arange(best - 0.5, best + 0.51, 0.1))
    return best if LEAST <= abs(best) <= MOST else 0.0


def _sharpest(points: Points, angles: Points) -> float:
    """The angle at which the page's rows differ most in ink; the smallest one of equals."""
    return float(min(angles, key=lambda angle: (-_sharpness(points, angle), abs(angle))))


def _sharpness(points: Points, angle: float) -> float:
    # A page that must be turned counter-clockwise has lines that fall to the right: y grows with x.
    rows = points[1] * np.cos(np.radians(angle)) - points[0] * np.sin(np.radians(angle))
    counts = np.bincount((rows - rows.min()).astype(np.int64)).astype(np.float64)
    return float(np.sum(np.diff(counts) ** 2))
