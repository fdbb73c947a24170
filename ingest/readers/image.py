"""Reads pictures of pages (.png .jpg .tif .bmp .webp): each is recognised. A TIFF of several pictures has several pages."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageOps, ImageSequence
from PIL.Image import DecompressionBombError, DecompressionBombWarning

from index.errors import InputError
from ingest.ocr.grey import on_white
from ingest.ocr.recognise import recognise_page
from ingest.ocr.tesseract import TesseractFailed, TesseractMissing
from ingest.pdf.running import running_lines
from ingest.reading import Job, RawLine, Reading, ReadPage

_FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "WEBP")
_POINTS = 72  # an inch
_A4 = 842.0  # points of the longer side, for pictures that do not say how large they are, or cannot mean it
_PLAUSIBLE = (500.0, 1800.0)  # points of the longer side of a page: A5 to A2
_SHOWN_DPI = 200  # a page is looked at in no more
_QUALITY = 80
_FAULTS = (OSError, SyntaxError, ValueError, EOFError)  # what the library raises over damaged pictures


def read(path: Path, job: Job) -> Reading:
    """The lines of a picture, page by page; the shown PDF is made from it.

    Raises InputError naming the file: no picture or a damaged one, more than `job.max_pixels` or `job.max_pages`, no words
    in it; TesseractMissing where the command that recognises is not installed.
    """
    pages: list[ReadPage] = []
    lines: list[tuple[RawLine, ...]] = []
    shown = job.scratch / "shown.pdf"
    with _opened(path, job) as image:
        total = _frames(path, image, job)
        for number, frame in enumerate(ImageSequence.Iterator(image), 1):
            if number > total:
                break
            _refuse_size(path, frame.size, job)
            upright = _loaded(path, frame, number)
            size = page_size(upright)
            page, found = _recognised(path, upright, number, size)
            pages.append(page)
            lines.append(found)
            _add_page(shown, upright, size, number)
            job.on_page(number, total)
    running = running_lines(lines)
    kept = [line for found, out in zip(lines, running, strict=True) for i, line in enumerate(found) if i not in out]
    if not kept:
        raise InputError(
            f"{path}: no words were found in the picture; if it shows Vietnamese text, scan it again with 300 dots an inch, else remove it."
        )
    return Reading(tuple(kept), tuple(pages), shown)


def page_size(image: Image.Image) -> tuple[float, float]:
    """Width and height in points: by the resolution that the picture states where that makes a page, else as if A4."""
    longer = max(image.size)
    stated = image.info.get("dpi", (0, 0))
    dpi = float(stated[1])
    points = longer * _POINTS / dpi if dpi > 0 else 0.0
    if not _PLAUSIBLE[0] <= points <= _PLAUSIBLE[1]:
        points = _A4
    return image.width * points / longer, image.height * points / longer


@contextmanager
def _opened(path: Path, job: Job) -> Iterator[Image.Image]:
    """The picture, of which only the head has been read; whatever its suffix says."""
    try:
        with warnings.catch_warnings():
            # Pillow warns of large pictures; how large one may be is ours to say.
            warnings.simplefilter("ignore", DecompressionBombWarning)
            image = Image.open(path, formats=_FORMATS)
    except _FAULTS as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise  # not the picture but the system has something to say
        raise InputError(
            f"{path}: this is no picture that can be read, or a damaged one; save it anew as PNG."
        ) from error
    except DecompressionBombError as error:
        raise _too_large(path, job) from error
    with image:
        _refuse_size(path, image.size, job)
        yield image


def _frames(path: Path, image: Image.Image, job: Job) -> int:
    """How many pages a picture has; what moves shows its first picture only."""
    if image.format != "TIFF":
        return 1
    frames = int(getattr(image, "n_frames", 1))
    if frames > job.max_pages:
        raise InputError(
            f"{path}: {frames:,} pages are above the limit of {job.max_pages:,} (ASSISTANT_MAX_PAGES); split it or raise it."
        )
    return frames


def _refuse_size(path: Path, size: tuple[int, int], job: Job) -> None:
    if size[0] * size[1] > job.max_pixels:
        raise _too_large(path, job, f"{size[0]:,} by {size[1]:,} pixels")


def _too_large(path: Path, job: Job, size: str = "the picture") -> InputError:
    limit = f"the limit of {job.max_pixels:,} pixels (ASSISTANT_MAX_PIXELS)"
    return InputError(f"{path}: {size} is above {limit}; save it in a lower resolution.")


def _loaded(path: Path, frame: Image.Image, number: int) -> Image.Image:
    """The picture as people see it: turned as the camera noted."""
    try:
        frame.load()
        return ImageOps.exif_transpose(frame)
    except _FAULTS as error:
        raise InputError(f"{path}: the picture of page {number} is damaged or cut off; save it anew.") from error


def _recognised(
    path: Path, image: Image.Image, number: int, size: tuple[float, float]
) -> tuple[ReadPage, tuple[RawLine, ...]]:
    try:
        return recognise_page(image, number, size)
    except TesseractMissing as error:
        raise TesseractMissing(f"{path}: {error}") from error
    except TesseractFailed as error:
        raise TesseractFailed(f"{path}: page {number}: {error}") from error


def _add_page(shown: Path, image: Image.Image, size: tuple[float, float], number: int) -> None:
    """Adds a page of that size in points to the PDF, the picture filling it."""
    shown_as = on_white(image).convert("L" if image.mode in ("1", "L", "I", "F", "I;16") else "RGB")
    most = tuple(max(1, round(side * _SHOWN_DPI / _POINTS)) for side in size)
    shown_as.thumbnail((most[0], most[1]))
    dpi = tuple(pixels * _POINTS / side for pixels, side in zip(shown_as.size, size, strict=True))
    shown_as.save(shown, "PDF", append=number > 1, dpi=dpi, quality=_QUALITY)
