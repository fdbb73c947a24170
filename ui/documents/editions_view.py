"""The editions of a document: when each came, what changed between two of them, and bringing an earlier one back."""

from datetime import datetime
from pathlib import PurePath

import streamlit as st

from index.document import Document
from index.errors import AssistantError
from index.library import Library
from index.record.history import EditionVersion
from ui.documents.compare_html import comparison_html
from ui.documents.diff import ChangeKind, changed_fields, compare_lines, count_changes
from ui.documents.facts_view import value_of
from ui.documents.folder import archive_of, files_of
from ui.documents.intake import put, remove
from ui.documents.shelf import Shelf
from ui.documents.starting import start, tell_error
from ui.labels import alphabetical
from ui.plain import show_plain
from ui.words import Words

_LISTED = 50


def show_editions(shelf: Shelf, document: Document) -> None:
    """The list, newest first, then the comparison of two that can be chosen."""
    words = shelf.words
    assert shelf.library is not None
    versions = sorted(shelf.library.history(document.id), key=lambda v: v.number, reverse=True)
    for version in versions:
        _show_version(shelf, version)
    if len(versions) < 2:
        show_plain(words("editions_one"), "quiet")
        return
    show_plain(words("compare_editions"), "heading")
    by_number = {version.number: version for version in versions}
    numbers = list(by_number)
    left, right = st.columns(2)
    older = left.selectbox(
        words("compare_before"),
        numbers,
        1,
        format_func=lambda n: name_of(by_number[n], words),
        key=f"before-{document.id}",
    )
    newer = right.selectbox(
        words("compare_after"),
        numbers,
        0,
        format_func=lambda n: name_of(by_number[n], words),
        key=f"after-{document.id}",
    )
    if older == newer:
        show_plain(words("compare_same_edition"), "quiet")
        return
    show_comparison(shelf.library, by_number[older], by_number[newer], words)


def show_deleted(shelf: Shelf) -> None:
    """The documents that were held once and are no more, each with the edition that can be brought back."""
    library, words = shelf.library, shelf.words
    if library is None or not shelf.edit:
        return
    gone = sorted(library.ever_published() - shelf.documents.keys(), key=alphabetical)
    if not gone:
        return
    with st.expander(words("deleted", n=len(gone)), icon=":material/delete_history:"):
        for document_id in gone[:_LISTED]:
            versions = library.history(document_id)
            if versions:
                _show_version(shelf, versions[-1], f"{document_id} · ")


def _show_version(shelf: Shelf, version: EditionVersion, before: str = "") -> None:
    words = shelf.words
    packed = archive_of(shelf.library, version.document.id) is not None  # its archive would bring it in twice
    with st.container(horizontal=True, vertical_alignment="center"):
        show_plain(f"{before}{name_of(version, words)} · {version.document.file}")
        if not version.is_live and shelf.edit and version.document.original and not packed:
            st.button(
                words("edition_bring_back"),
                icon=":material/history:",
                type="tertiary",
                key=f"bring-back-{version.edition_id}",
                on_click=_bring_back,
                args=(shelf, version),
            )


def name_of(version: EditionVersion, words: Words) -> str:
    """An edition's number and time, and whether it is the one that answers."""
    when = datetime.fromisoformat(version.created).astimezone().strftime("%d/%m/%Y %H:%M")
    name = words("edition", n=version.number, when=when)
    return f"{name} ({words('edition_live')})" if version.is_live else name


def _bring_back(shelf: Shelf, version: EditionVersion) -> None:
    """Puts an earlier edition's file back into the folder, in the place of the one that is there, and reads it in."""
    document = version.document
    assert shelf.library is not None and document.original is not None
    try:
        content = shelf.library.files.path(document.original).read_bytes()
        there = files_of(shelf.settings.corpus, document.id)
        written = put(there[0].parent if there else shelf.settings.corpus, PurePath(document.file).name, content)
        remove([path for path in there if path != written])
    except AssistantError as error:
        tell_error(error)
        return
    start(shelf.runs)


def show_comparison(library: Library, before: EditionVersion, after: EditionVersion, words: Words) -> None:
    """What changed: fields, then paragraphs, with counts; paragraphs that are the same stay folded."""
    fields = [
        (words.name("field", name), _said(before.document, name, words), _said(after.document, name, words))
        for name, _, _ in changed_fields(before.document, after.document)
    ]
    with st.spinner(words("comparing")):
        changes = compare_lines(library.lines_of_edition(before.edition_id), library.lines_of_edition(after.edition_id))
    counts = count_changes(changes)
    order: tuple[ChangeKind, ...] = ("changed", "added", "removed", "moved_to", "same")
    said = [f"{counts[kind]} {words.name('change', kind)}" for kind in order if counts[kind]]
    show_plain(words("compare_counts", what=", ".join(said)), "quiet")
    if fields:
        show_plain(words("compare_fields"), "aside")
        show_plain("\n".join(f"{name}: {old} → {new}" for name, old, new in fields))
    if counts["same"] == len(changes):
        show_plain(words("compare_no_change"))
        return
    st.html(comparison_html(changes, words))


def _said(document: Document, name: str, words: Words) -> str:
    return value_of(document, name, words) or words("not_stated")
