"""What a file is by its first bytes: suffixes lie."""

import re
import zipfile
from collections.abc import Collection
from pathlib import Path
from typing import Literal

from index.errors import InputError

Kind = Literal["docx", "xlsx", "odt", "ods", "doc", "xls", "rtf", "html", "pdf", "locked", "zip", "other"]

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What packed and compound files begin with: what they are, their parts tell."""
RTF, PDF = b"{\\rtf", b"%PDF-"
PDF_WITHIN = 1024
"""Bytes: a PDF may have some of its sender's in front."""

_HTML = re.compile(rb"<(!doctype\s+html|html|head|body|table|meta|div|p)\b", re.IGNORECASE)
_HEAD = 4096  # bytes
_WORD_STREAM = 512  # where the stream of a .doc begins, right behind the header, if its writer laid it out as Word does
_NAMES: dict[Kind, str] = {
    "docx": "a Word document; give it the suffix .docx",
    "xlsx": "an Excel workbook; give it the suffix .xlsx",
    "odt": "an OpenDocument text; give it the suffix .odt",
    "ods": "an OpenDocument sheet; give it the suffix .ods",
    "doc": "a Word 97-2003 document; give it the suffix .doc",
    "xls": "an Excel 97-2003 workbook; give it the suffix .xls",
    "rtf": "a text in RTF; give it the suffix .rtf",
    "html": "a web page; give it the suffix .html",
    "pdf": "a PDF; give it the suffix .pdf",
    "locked": "protected by a password; save it again without one",
    "zip": "a ZIP archive without a document of this kind, or a damaged one; save the document again",
    "other": "no document of this kind, or a damaged one; save it again where it was written",
}


def kind_of(path: Path) -> Kind:
    """The kind of a file by its content; "locked" where it opens with a password only. Raises InputError where it is empty."""
    data = path.read_bytes()
    if not data.strip(b"\x00 \r\n\t"):
        raise InputError(f"{path}: the file is empty; replace it or remove it.")
    if data.startswith(ZIP):
        return _kind_of_zip(path)
    if data.startswith(OLE):
        return kind_in_ole(data)
    head = data[:_HEAD]
    if PDF in head[:PDF_WITHIN]:
        return "pdf"
    if head.lstrip().startswith(RTF):
        return "rtf"
    return "html" if _HTML.search(head.replace(b"\x00", b"")) else "other"


def refuse(path: Path, kind: Kind) -> InputError:
    """The error of a file whose content another reader reads, or none."""
    return InputError(f"{path}: this is {_NAMES[kind]}.")


def _kind_of_zip(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            mime = archive.read("mimetype")[:100] if "mimetype" in names else b""
            manifest = archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
    except (zipfile.BadZipFile, zipfile.LargeZipFile, RuntimeError, NotImplementedError, EOFError, KeyError) as error:
        raise InputError(
            f"{path}: damaged or cut short ({error}); copy it again, or save it again where it was written."
        ) from error
    if b"encryption-data" in manifest:
        return "locked"
    if b"opendocument.text" in mime:
        return "odt"
    if b"opendocument.spreadsheet" in mime:
        return "ods"
    return kind_by_names(names)


def kind_by_names(names: Collection[str]) -> Literal["docx", "xlsx", "zip"]:
    """The kind of a packed file by the names of its parts alone."""
    if any(name.startswith("word/") for name in names):
        return "docx"
    return "xlsx" if any(name.startswith("xl/") for name in names) else "zip"


def kind_in_ole(data: bytes) -> Kind:
    """The kind of a compound file by the names of its streams; "other" where none is known."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return "locked"
    if holds("WordDocument"):
        stream = data[_WORD_STREAM : _WORD_STREAM + 12]
        protected = stream.startswith(b"\xec\xa5") and int.from_bytes(stream[11:]) & 1 == 1
        return "locked" if protected else "doc"
    return "xls" if holds("Workbook") or holds("Book") else "other"
