"""The file of a document as it came, to be kept: under its own name, as what it is."""

from pathlib import PurePath

import streamlit as st

from index.document import Document
from index.errors import StorageError
from index.files import FileStore
from ui.plain import show_plain
from ui.words import Words

_OPEN = "application/vnd.openxmlformats-officedocument"
_OASIS = "application/vnd.oasis.opendocument"
_TYPES = {
    ".bmp": "image/bmp",
    ".csv": "text/csv",
    ".doc": "application/msword",
    ".docm": "application/vnd.ms-word.document.macroEnabled.12",
    ".docx": f"{_OPEN}.wordprocessingml.document",
    ".htm": "text/html",
    ".html": "text/html",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".md": "text/markdown",
    ".ods": f"{_OASIS}.spreadsheet",
    ".odt": f"{_OASIS}.text",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".rtf": "application/rtf",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".tsv": "text/tab-separated-values",
    ".txt": "text/plain",
    ".webp": "image/webp",
    ".xls": "application/vnd.ms-excel",
    ".xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
    ".xlsx": f"{_OPEN}.spreadsheetml.sheet",
    ".zip": "application/zip",
}  # not `mimetypes`, which says what the machine's own tables say
_ANY = "application/octet-stream"


def media_type(name: str) -> str:
    """The media type of a file by its suffix; that of any bytes where it is not known."""
    return _TYPES.get(PurePath(name).suffix.lower(), _ANY)


def show_download(files: FileStore, document: Document, key: str, words: Words) -> None:
    """The button that gives the original, read when it is pressed; what is missing is said, and no file makes no button."""
    if document.original is None:
        return
    try:
        path = files.path(document.original)
    except StorageError:
        show_plain(words("original_gone"), "notice")
        return
    st.download_button(
        words("original"),
        path.read_bytes,
        PurePath(document.file).name,
        media_type(document.original),
        key=f"original-{key}",
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
        width="content",
    )
