"""Adding documents: files dropped on the page, and files that lie in the folder already."""

from collections.abc import Sequence
from pathlib import Path, PurePath

import streamlit as st

from index.errors import AssistantError
from ingest.archive import SUFFIXES as ARCHIVES
from ui.documents.folder import FolderState
from ui.documents.intake import SUFFIXES, Incoming, plan, remove, take_in
from ui.documents.reasons import reason
from ui.documents.shelf import Shelf
from ui.documents.starting import start, tell_error
from ui.plain import show_plain
from ui.words import Words

_ROUND = "documents_upload_round"
_LISTED = 12


def show_upload(shelf: Shelf) -> None:
    """The place to drop files on, what each of them would be, and the button that takes them in."""
    words = shelf.words
    round_ = st.session_state.setdefault(_ROUND, 0)
    with st.container(key=f"upload-{words.language}"):
        uploads = st.file_uploader(  # without `type`: what is not read is refused below, in words
            words("upload"),
            accept_multiple_files=True,
            key=f"documents-upload-{round_}",
            max_upload_size=shelf.settings.max_file_mb,
            help=words("upload_suffixes", kinds=", ".join(SUFFIXES)),
        )
    show_plain(words("upload_kinds", mb=shelf.settings.max_file_mb), "quiet")
    if not uploads:
        return
    planned = plan(shelf.settings, shelf.library, uploads)
    for incoming in planned:
        show_plain(f"{incoming.name}: {say(incoming, words)}", "notice" if incoming.refusal else "")
    wanted = [incoming for incoming in planned if incoming.to_write]
    if not wanted:
        show_plain(words("upload_nothing"), "quiet")
        return
    replaced = [incoming for incoming in wanted if incoming.needs_consent]
    agreed = not replaced or st.checkbox(words("upload_consent", n=len(replaced)), key=f"documents-consent-{round_}")
    st.button(
        words("upload_take", n=len(wanted)),
        icon=":material/upload_file:",
        type="primary",
        disabled=not agreed,
        on_click=take,
        args=(shelf, wanted),
        key="upload-take",
    )


def say(incoming: Incoming, words: Words) -> str:
    """What a file would be to the library, or why it is refused."""
    if incoming.refusal:
        return words.name("refusal", incoming.refusal)
    old = ", ".join(path.name for path in incoming.replaces)
    packed = incoming.arrival == "new" and PurePath(incoming.name).suffix.lower() in ARCHIVES
    return words.name("arrival", "archive" if packed else incoming.arrival).format(name=incoming.document_id, old=old)


def take(shelf: Shelf, wanted: Sequence[Incoming]) -> None:
    """Puts the files into the folder and starts reading. Where one cannot be written, those before it are read all the same."""
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    try:
        for incoming in wanted:
            take_in(shelf.settings, incoming)
    except AssistantError as error:
        tell_error(error)
    start(shelf.runs)


def show_folder(shelf: Shelf, state: FolderState) -> None:
    """What differs between the folder and the index, by name, and the button that makes them equal."""
    last = shelf.runs.last()
    if not state.differs or (last is not None and last.running):
        return
    words = shelf.words
    failed = _failed_before(shelf)
    groups = {
        "new": [name for name in state.new.values() if PurePath(name).name not in failed],
        "changed": list(state.changed.values()),
        "gone": list(state.gone),
        "failed": [name for name in state.new.values() if PurePath(name).name in failed],
    }
    with st.container(border=True, key="documents-folder"):
        show_plain(words("folder_differs"), "heading")
        for group, names in groups.items():
            if names:
                more = words("and_more", n=len(names) - _LISTED) if len(names) > _LISTED else ""
                show_plain(f"{words.name('folder', group)} ({len(names)}): {', '.join(names[:_LISTED])}{more}")
        for refusal in [r for r in state.refusals if r.name not in failed][:_LISTED]:
            show_plain(
                f"{refusal.name}: {words('action.failed')}. {reason(refusal.detail, shelf.settings, words)}", "quiet"
            )
        if shelf.edit:
            _show_removal(shelf, groups["failed"])
        if state.outdated:
            show_plain(words("folder_outdated"))
        if shelf.edit:
            st.button(
                words("folder_read"), icon=":material/sync:", on_click=start, args=(shelf.runs,), key="folder-read"
            )


def _show_removal(shelf: Shelf, names: Sequence[str]) -> None:
    """Files that cannot be read are in nobody's list of documents: here they can be taken out of the folder."""
    words = shelf.words
    with st.container(horizontal=True):
        for name in names[:_LISTED]:
            path = shelf.settings.corpus / name
            if not path.is_file():
                continue  # inside an archive
            with st.popover(words("remove_file", name=name), icon=":material/delete:", width="content"):
                show_plain(words("remove_file_about", name=name))
                st.button(
                    words("remove_file_confirm"), type="primary", key=f"remove-{name}", on_click=_remove, args=(path,)
                )


def _remove(path: Path) -> None:
    try:
        remove([path])
    except AssistantError as error:
        tell_error(error)


def _failed_before(shelf: Shelf) -> set[str]:
    """The files that the last run over the folder could not read."""
    last = shelf.runs.last_reading()
    return {o.name for o in last.progress.outcomes if o.action == "failed"} if last else set()
