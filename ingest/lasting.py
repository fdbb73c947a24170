"""Which failures last: a file that is their reason fails again until it or the program changes, and need not be tried again."""

from ingest.faults import causes
from ingest.ocr.tesseract import TesseractFailed, TesseractMissing
from ingest.office.convert import OfficeFailed, OfficeMissing

# Commands that are missing or took too long, what the system refuses, and memory: the next run may have them.
_PASSING = (TesseractMissing, TesseractFailed, OfficeMissing, OfficeFailed, OSError, MemoryError)


def is_lasting(error: BaseException) -> bool:
    """Whether neither `error` nor anything that brought it about has a reason outside the file."""
    return not any(isinstance(one, _PASSING) for one in causes(error))
