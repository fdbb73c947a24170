"""The Documents page: what the library holds, adding to it, and each document opened."""

import streamlit as st

from index.errors import AssistantError
from index.settings import load_settings
from ui.documents.add_view import show_folder, show_upload
from ui.documents.detail_view import show_detail
from ui.documents.editions_view import show_deleted
from ui.documents.folder import FolderState, compare
from ui.documents.list_view import show_list
from ui.documents.run_view import show_run
from ui.documents.shelf import CHOSEN, Shelf, open_shelf
from ui.documents.starting import show_news
from ui.head import show_head
from ui.plain import show_plain
from ui.trouble import explain, show_trouble


def show() -> None:
    """The page, from top to bottom."""
    words = show_head("documents_page", "library.css")
    try:
        shelf = open_shelf(load_settings(), words)
    except AssistantError as error:
        show_trouble(error, words)
        return
    show_news(words)
    chosen = st.query_params.get(CHOSEN)
    document = shelf.documents.get(chosen) if chosen else None
    show_run(shelf, document.id if document else None)
    if document is not None:
        show_detail(shelf, document)
        return
    if chosen:
        show_plain(words("document_not_held", name=chosen), "notice")
    _show_library(shelf)


def _show_library(shelf: Shelf) -> None:
    words, documents = shelf.words, shelf.documents
    withdrawn = sum(document.withdrawn for document in documents.values())
    said = words("documents_held", n=len(documents)) if documents else words("documents_empty")
    show_plain(f"{said}, {words('documents_withdrawn', n=withdrawn)}" if withdrawn else said, "quiet")
    if not shelf.settings.corpus.is_dir():
        show_plain(words("folder_missing", folder=shelf.settings.corpus), "notice")
    else:
        if shelf.edit:
            with st.expander(words("documents_add"), icon=":material/add:", expanded=not documents):
                show_upload(shelf)
                show_plain(words("folder_watched", folder=shelf.settings.corpus), "quiet")
        show_folder(shelf, _state(shelf))
    if documents:
        show_list(shelf)
    show_deleted(shelf)


def _state(shelf: Shelf) -> FolderState:
    """The folder against the index; where the catalogue is broken, that is said instead."""
    try:
        return compare(shelf.settings, shelf.library)
    except AssistantError as error:
        show_plain(explain(error, shelf.words), "notice")
        return FolderState()
