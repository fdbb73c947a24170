"""What can be done with a document: keep its original, replace it, take it out of answers and back, delete it."""

import streamlit as st

from index.document import Document
from index.errors import AssistantError
from ingest.readers import READERS
from ingest.sources import find_files
from ui.documents.add_view import say
from ui.documents.folder import files_of
from ui.documents.intake import Incoming, plan, remove, take_in
from ui.documents.runs import Command
from ui.documents.shelf import Shelf, close_document
from ui.documents.starting import start, tell_error
from ui.download import show_download
from ui.plain import show_plain

_ROUND = "documents_replace_round"


def show_actions(shelf: Shelf, document: Document) -> None:
    """The buttons, in one line where there is room."""
    words = shelf.words
    assert shelf.library is not None
    with st.container(horizontal=True, key="document-actions"):
        show_download(shelf.library.files, document, document.id, words)
        if not shelf.edit:
            return
        with st.popover(words("replace"), icon=":material/swap_horiz:", width="content"):
            _show_replace(shelf, document)
        command = Command("restore" if document.withdrawn else "withdraw", document.id)
        st.button(
            words("restore" if document.withdrawn else "withdraw"),
            icon=":material/visibility:" if document.withdrawn else ":material/visibility_off:",
            help=words("restore_about" if document.withdrawn else "withdraw_about"),
            key=f"switch-{document.id}",
            on_click=start,
            args=(shelf.runs, command),
        )
        with st.popover(words("delete"), icon=":material/delete:", width="content"):
            _show_delete(shelf, document)


def _show_replace(shelf: Shelf, document: Document) -> None:
    """A file of any name becomes the new edition of this document."""
    words = shelf.words
    show_plain(words("replace_about"), "quiet")
    round_ = st.session_state.setdefault(_ROUND, 0)
    with st.container(key=f"upload-{words.language}"):
        upload = st.file_uploader(
            words("replace_file"),
            type=[suffix.removeprefix(".") for suffix in READERS],
            key=f"replace-{document.id}-{round_}",
            max_upload_size=shelf.settings.max_file_mb,
        )
    if upload is None:
        return
    incoming = plan(shelf.settings, shelf.library, [_Renamed(upload, document.id)])[0]
    show_plain(f"{upload.name}: {say(incoming, words)}", "notice" if incoming.refusal else "")
    if incoming.to_write:
        st.button(
            words("replace_confirm"), type="primary", key=f"replace-go-{document.id}",
            on_click=_replace, args=(shelf, incoming),
        )  # fmt: skip


class _Renamed:
    """An upload under the name of the document that it replaces."""

    def __init__(self, upload: st.runtime.uploaded_file_manager.UploadedFile, stem: str) -> None:
        suffix = "." + upload.name.rsplit(".", 1)[-1].lower()
        self.name = stem + suffix
        self.size = upload.size
        self.getvalue = upload.getvalue


def _replace(shelf: Shelf, incoming: Incoming) -> None:
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    try:
        take_in(shelf.settings, incoming)
    except AssistantError as error:
        tell_error(error)
        return
    start(shelf.runs)


def _show_delete(shelf: Shelf, document: Document) -> None:
    """What deleting means, which files go, and the button; the last file of a folder stays."""
    words = shelf.words
    files = files_of(shelf.settings.corpus, document.id)
    if not files:
        show_plain(words("delete_no_file"))
        return
    others = [path for path in find_files([shelf.settings.corpus]) if path not in files]
    if not others:
        show_plain(words("delete_last"))
        return
    show_plain(words("delete_about", names=", ".join(path.name for path in files)))
    st.button(
        words("delete_confirm"), icon=":material/delete:", type="primary", key=f"delete-go-{document.id}",
        on_click=_delete, args=(shelf, document),
    )  # fmt: skip


def _delete(shelf: Shelf, document: Document) -> None:
    try:
        remove(files_of(shelf.settings.corpus, document.id))
    except AssistantError as error:
        tell_error(error)
        return
    close_document()
    start(shelf.runs)
