"""The pages of a document: how each was read and how sure that is, and one of them beside the text that was read from it."""

from collections.abc import Sequence

import streamlit as st

from index.document import Document, Page, SourceLine
from index.library import Library
from ui.documents.listing import mean_confidence, percent
from ui.page_view import show_pages
from ui.plain import show_plain
from ui.words import Words

LOW = 0.8
"""Confidence below which a page is pointed out."""
_NAMED = 30


def show_document_pages(library: Library, document: Document, words: Words) -> None:
    """The page image that is turned to, its text beside it; only the text where the source has no pages."""
    pages = library.pages_of(document.id)
    lines = library.lines_of(document.id)
    if not pages:
        show_plain(words("pages_none"), "quiet")
        _show_text(lines, words)
        return
    show_plain(summary(pages, words), "quiet")
    unsure = [page.number for page in pages if page.confidence is not None and page.confidence < LOW]
    if unsure:
        named = ", ".join(map(str, unsure[:_NAMED])) + (" …" if len(unsure) > _NAMED else "")
        show_plain(words("pages_unsure", names=named), "notice")
    key = f"pages-of-{document.id}"
    left, right = st.columns([3, 2], gap="medium")
    with left:
        if document.shown is None:
            show_plain(words("page_image_none"), "quiet")
            turned = _choose_page(pages, key, words)
        else:
            turned = show_pages(library.files, document, pages, key, words)
    with right:
        page = next(page for page in pages if page.number == turned)
        show_plain(words("page_text", n=page.number), "heading")
        show_plain(page_line(page, words), "quiet")
        _show_text([line for line in lines if line.page == page.number], words)


def _choose_page(pages: Sequence[Page], key: str, words: Words) -> int:
    return st.selectbox(words("page_head"), [page.number for page in pages], key=f"{key}-number")


def _show_text(lines: Sequence[SourceLine], words: Words) -> None:
    text = "\n".join(line.text.replace("\t", " | ") for line in lines)
    with st.container(height=560, border=True):
        show_plain(text or words("page_empty"), "" if text else "quiet")


def summary(pages: Sequence[Page], words: Words) -> str:
    """How many pages there are, how many were recognised and how surely on the whole; a single one speaks for itself."""
    if len(pages) == 1:
        return words("documents_pages", n=1)
    scanned = [page for page in pages if page.read_by == "ocr"]
    known = [page.confidence for page in scanned if page.confidence is not None]
    mean = mean_confidence(pages)
    said = words("documents_pages", n=len(pages))
    if scanned:
        said += "; " + words("pages_scanned", n=len(scanned))
    if mean is not None:
        said += ", " + words("pages_sure", percent=percent(mean), least=percent(min(known)))
    return said


def page_line(page: Page, words: Words) -> str:
    """How one page was read: by text or recognition, how sure, and what was met there."""
    said = [words.name("read_by", page.read_by)]
    if page.confidence is not None:
        said.append(words("page_sure", percent=percent(page.confidence)))
    said += [words.name("note", note) for note in page.notes if note != "ocr"]
    return " · ".join(said)
