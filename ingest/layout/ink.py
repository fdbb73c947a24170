"""Where a page is dark.

Twice, for two uses. `find_ink` asks for rules and letters wherever they stand: against the paper around each place, since
shadows must not count, on a page small enough to be looked through quickly. `ink_of` asks how a page as a whole lies, or
whether it holds anything: against one level for all of it, fast and without a trace of patches, which would have their own
rows.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import ndimage

from index.document import Box

_PAGE = 842.0  # points of a page's longer side; a scan seldom says how large it is
_ENOUGH = 1750  # pixels of the longer side that are looked at: 150 an inch
_DARK = 0.8  # of the paper's brightness around: what is darker is ink, a grey rule too
_DARK_OF_ALL = 0.7  # of the page's usual brightness
_SPECKS = 0.0005  # of all pixels
_LIGHT = 80  # per cent of the pixels that are darker than paper at most
_PATCH = 64  # pixels of a side of the patches in which the paper's brightness is taken

Grey = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]
Window = tuple[slice, slice]


@dataclass(frozen=True, slots=True)
class Ink:
    """The dark places of a picture. Each stands for a square of `factor` pixels a side; `point` of them are one point."""

    mask: Mask
    factor: int
    point: float

    def window(self, box: Box, margin: int = 0) -> Window:
        """The places of a box, which is in shares of the picture, and as many more around it as `margin` says."""
        height, width = self.mask.shape
        left, top = int(box[0] * width) - margin, int(box[1] * height) - margin
        right, bottom = int(box[2] * width) + 1 + margin, int(box[3] * height) + 1 + margin
        return slice(max(0, top), max(0, bottom)), slice(max(0, left), max(0, right))

    def full_size(self, mask: Mask, image: Image.Image) -> Mask:
        """A mask of places as one of the picture's own pixels."""
        large = mask.repeat(self.factor, axis=0).repeat(self.factor, axis=1)
        return large[: image.height, : image.width]


def find_ink(image: Image.Image) -> Ink:
    """The dark places of a picture, whatever the brightness of its paper."""
    grey = image if image.mode == "L" else image.convert("L")
    factor = max(1, round(max(grey.size) / _ENOUGH))
    small = np.asarray(grey.reduce(factor) if factor > 1 else grey)
    return Ink(small < _DARK * _paper(small), factor, max(small.shape) / _PAGE)


def solid(mask: Mask) -> Mask:
    """The upper left places of dark squares of two places a side: strokes of letters have them, specks of noise do not."""
    return mask[:-1, :-1] & mask[1:, :-1] & mask[:-1, 1:] & mask[1:, 1:]


def shows_ink(image: Image.Image) -> bool:
    """Whether there is more on a page in grey than a few specks."""
    return float(ink_of(image).mean()) > _SPECKS


def ink_of(image: Image.Image) -> Mask:
    """Where a page in grey is dark against its paper, which is taken to be as bright all over."""
    grey: Grey = np.asarray(image)
    return np.asarray(grey < _DARK_OF_ALL * paper_level(grey[::4, ::4]))


def paper_level(grey: Grey) -> float:
    """How bright the paper is (0-255): the level that a fifth of the pixels pass."""
    return float(np.percentile(grey, _LIGHT))


def _paper(grey: Grey) -> npt.NDArray[np.float32]:
    """The brightness of the paper around each place: shadows and yellowed pages are not ink."""
    height, width = grey.shape
    rows, columns = -(-height // _PATCH), -(-width // _PATCH)
    padded = np.pad(grey, ((0, rows * _PATCH - height), (0, columns * _PATCH - width)), mode="edge")
    patches = padded.reshape(rows, _PATCH, columns, _PATCH)[:, ::4, :, ::4].swapaxes(1, 2).reshape(rows, columns, -1)
    bright = ndimage.maximum_filter(np.percentile(patches, _LIGHT, axis=2).astype(np.float32), 3)
    around: npt.NDArray[np.float32] = bright.repeat(_PATCH, axis=0).repeat(_PATCH, axis=1)
    return around[:height, :width]
