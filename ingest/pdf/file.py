"""A PDF opened by both libraries: pypdf for the text of record, pdfium for where it stands and what it looks like."""

import logging
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError

from index.errors import InputError

# What pypdf raises over damaged objects, besides its own errors: it trusts the file's structure in many places.
FAULTS = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
    zlib.error,
)
_LOCKS = {
    pdfium_c.FPDF_ERR_PASSWORD: "by a password; save it without one",
    pdfium_c.FPDF_ERR_SECURITY: "in a way that only its own program opens; save it without that",
}


@dataclass(frozen=True, slots=True)
class PdfFile:
    """An open PDF. `reader` is None where pypdf cannot open it; `shown` is a file that draws as it should."""

    document: pdfium.PdfDocument
    reader: PdfReader | None
    shown: Path

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.document)

    def page(self, index: int) -> pdfium.PdfPage | None:
        """A page (from 0), to be closed after use; None where it is damaged."""
        try:
            return self.document[index]
        except pdfium.PdfiumError:
            return None

    def plain_text(self, index: int) -> str | None:
        """The text of a page (from 0) as pypdf reads it; None where it cannot."""
        if self.reader is None:
            return None
        try:
            return self.reader.pages[index].extract_text()
        except FAULTS:
            return None


@contextmanager
def opened(path: Path, scratch: Path, max_pages: int) -> Iterator[PdfFile]:
    """Opens a PDF without running anything in it; a damaged one is mended into `scratch`.

    Raises InputError naming the file: password, damage beyond mending, no pages, more than `max_pages`.
    """
    with _quiet():
        reader = _reader(path)
        document, shown = _document(path, reader, scratch)
        try:
            pages = len(document)
            if not pages:
                raise InputError(f"{path}: the PDF has no pages; save it again from where it came from.")
            if pages > max_pages:
                raise InputError(
                    f"{path}: {pages:,} pages are above the limit of {max_pages:,} (ASSISTANT_MAX_PAGES); split the file or raise it."
                )
            document.init_forms()
            yield PdfFile(document, reader, shown)
        finally:
            document.close()
            if reader is not None:
                reader.close()


@contextmanager
def _quiet() -> Iterator[None]:
    """What the library has to say about odd files is for its developers; what matters to users is raised by name."""
    log = logging.getLogger("pypdf")
    before = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        log.setLevel(before)


def _reader(path: Path) -> PdfReader | None:
    try:
        reader = PdfReader(path, strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            return None
        return reader if len(reader.pages) else None
    except FAULTS:
        return None


def _document(path: Path, reader: PdfReader | None, scratch: Path) -> tuple[pdfium.PdfDocument, Path]:
    try:
        return pdfium.PdfDocument(path), path
    except pdfium.PdfiumError as error:
        locked = _LOCKS.get(error.err_code)
        if locked is not None:
            raise InputError(f"{path}: the PDF is protected {locked} (print it to a new PDF) and add that.") from error
        if reader is None:
            raise _damaged(path) from error
    mended = scratch / "mended.pdf"
    try:
        PdfWriter(clone_from=reader).write(mended)
        return pdfium.PdfDocument(mended), mended
    except (*FAULTS, pdfium.PdfiumError) as error:
        raise _damaged(path) from error


def _damaged(path: Path) -> InputError:
    return InputError(f"{path}: no PDF, or one damaged beyond reading; fetch it again or save it anew.")
