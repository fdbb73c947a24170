"""Which failures last: a file that is their reason fails again until it or the program changes, and need not be tried again."""

from collections.abc import Iterator

from ingest.ocr.tesseract import TesseractFailed, TesseractMissing
from ingest.office.convert import OfficeFailed, OfficeMissing

# Commands that are missing or took too long, and what the system refuses: the next run may have them.
_PASSING = (TesseractMissing, TesseractFailed, OfficeMissing, OfficeFailed, OSError)


def is_lasting(error: BaseException) -> bool:
    """Whether neither `error` nor anything that brought it about has a reason outside the file."""
    return not any(isinstance(one, _PASSING) for one in _causes(error))


def _causes(error: BaseException) -> Iterator[BaseException]:
    one: BaseException | None = error
    while one is not None:
        yield one
        one = one.__cause__
