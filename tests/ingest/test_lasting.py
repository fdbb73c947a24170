"""Which failures come again by themselves."""

import pytest

from index.errors import InputError
from ingest.lasting import is_lasting
from ingest.ocr.tesseract import TesseractMissing
from ingest.office.convert import OfficeFailed


def _brought_about_by(cause: BaseException | None) -> InputError:
    """As a reader and then the pool raise it."""
    error = InputError("a.docx: cannot be read")
    error.__cause__ = InputError("inner")
    error.__cause__.__cause__ = cause
    return error


@pytest.mark.parametrize("cause", [None, ValueError("damaged")])
def test_what_lies_in_the_file_lasts(cause: BaseException | None) -> None:
    assert is_lasting(_brought_about_by(cause))


def test_what_was_met_on_the_way_to_a_refusal_counts_as_its_reason() -> None:
    try:
        try:
            raise OSError(28, "No space left on device")
        except OSError:
            raise InputError("a.docx: damaged")  # noqa: B904 - as a reader that forgets to say what it met
    except InputError as error:
        assert not is_lasting(error)


@pytest.mark.parametrize(
    "cause", [TesseractMissing("x"), OfficeFailed("too long"), PermissionError("no"), MemoryError()]
)
def test_what_lies_outside_the_file_passes(cause: BaseException) -> None:
    assert not is_lasting(cause)
    assert not is_lasting(_brought_about_by(cause))
