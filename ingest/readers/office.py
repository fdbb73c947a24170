"""Reads .doc, .odt and .rtf files: LibreOffice makes a DOCX of each, which is then read as one."""

from pathlib import Path

from ingest.office.convert import convert
from ingest.office.kind import Kind, kind_of, refuse
from ingest.readers import docx, html
from ingest.reading import Job, Reading

# Programs that export web pages or newer documents often keep the old suffix.
_CONVERTED: dict[Kind, str] = {"doc": ".doc", "odt": ".odt", "rtf": ".rtf"}


def read(path: Path, job: Job) -> Reading:
    """The paragraphs, rows and pages of an older or other text document, whatever of these it is by its content.

    Raises InputError: protected, damaged, no text document; OfficeMissing where there is no LibreOffice.
    """
    kind = kind_of(path)
    if kind == "html":
        return html.read(path, job)
    if kind == "docx":
        return docx.read(path, job)
    suffix = _CONVERTED.get(kind)
    if suffix is None:
        raise refuse(path, kind)
    return docx.read_package(path, convert(path, "docx", job.scratch, suffix), job)
