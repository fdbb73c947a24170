"""Correcting what was understood of a document: a form over its fields, written into the catalogue, read in anew."""

import re
from collections.abc import Mapping
from typing import Any

import streamlit as st

from index.document import Document
from index.errors import AssistantError
from ingest.catalog import catalog_folder
from ingest.corrections import clear, correct
from ingest.doctypes import TYPES
from ui.documents.facts_view import FIELDS
from ui.documents.folder import files_of
from ui.documents.shelf import Shelf
from ui.documents.starting import start, tell, tell_error
from ui.plain import show_plain
from ui.words import Words
from vietnamese.text import nfc

STATUSES = ("issued", "draft", "unknown")
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_VIETNAMESE = re.compile(r"(?:(?:(\d{1,2})/)?(\d{1,2})/)?(\d{4})")
_PERIOD = re.compile(r"(?:(\d{4}|…|\.\.\.)?\s*[-–]\s*)?(\d{4})")
_KEY = "correct-{}-{}"


class FieldError(ValueError):
    """What was typed into a field cannot be its value; the argument is the field's name."""


def text_of(document: Document, name: str) -> str:
    """A field as it stands in the form."""
    value = getattr(document, name)
    if name == "period":
        if value is None or value.start == value.end:
            return str(value.end) if value else ""
        return f"{value.start or '…'}-{value.end}"
    if name == "date" and value:
        return "/".join(reversed(value.split("-")))
    return value or ""


def read_field(name: str, text: str) -> Any:
    """What a field's text means to the catalogue; None where it was emptied. Raises FieldError."""
    text = nfc(text).strip()
    if not text:
        return None
    if name == "date":
        return _read_date(text)
    if name == "period":
        match = _PERIOD.fullmatch(text)
        if match is None:
            raise FieldError(name)
        start = int(match[1]) if match[1] and match[1].isdecimal() else None
        if start is None and "-" not in text and "–" not in text:
            start = int(match[2])
        if start is not None and start > int(match[2]):
            raise FieldError(name)
        return {"from": start, "to": int(match[2])}
    return text


def _read_date(text: str) -> str:
    iso, written = _ISO.fullmatch(text), _VIETNAMESE.fullmatch(text)
    if iso:
        year, month, day = iso.groups()
    elif written:
        day, month, year = written.groups()
    else:
        raise FieldError("date")
    if (month and not 1 <= int(month) <= 12) or (day and not 1 <= int(day) <= 31):
        raise FieldError("date")
    return "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])


def corrections(document: Document, typed: Mapping[str, str]) -> dict[str, Any]:
    """The fields whose text was changed, as the catalogue takes them. Raises FieldError."""
    found: dict[str, Any] = {}
    for name in FIELDS:
        if nfc(typed[name]).strip() != text_of(document, name):
            found[name] = read_field(name, typed[name])
    if "status" in found and found["status"] is None:
        found["status"] = "unknown"
    return found


def show_correction(shelf: Shelf, document: Document) -> None:
    """The form, and a button for every field that was stated by hand before, which lets the document's own words speak."""
    words = shelf.words
    show_plain(words("correct_about"), "quiet")
    with st.form(f"correct-{document.id}", border=False):
        _show_field(document, "title", words)
        columns = st.columns(2)
        for number, name in enumerate(name for name in FIELDS if name != "title"):
            with columns[number * 2 // (len(FIELDS) - 1)]:
                _show_field(document, name, words)
        st.form_submit_button(
            words("correct_save"), type="primary", icon=":material/save:", on_click=_save, args=(shelf, document)
        )
    stated = [name for name in FIELDS if name in document.stated]
    if stated:
        show_plain(words("correct_stated"), "heading")
        with st.container(horizontal=True):
            for name in stated:
                st.button(
                    words("correct_clear", name=words.name("field", name)), icon=":material/undo:",
                    key=f"clear-{document.id}-{name}", on_click=_clear, args=(shelf, document, [name]),
                )  # fmt: skip


def _show_field(document: Document, name: str, words: Words) -> None:
    key, label = _KEY.format(document.id, name), words.name("field", name)
    if name in document.stated:
        label = f"{label} ({words('stated_by_hand')})"
    value = text_of(document, name)
    if name == "status":
        st.selectbox(label, STATUSES, STATUSES.index(value), format_func=lambda s: words.name("status", s), key=key)
    elif name == "type":
        kinds = [value, *(t for t in TYPES if t != value)] if value else ["", *TYPES]
        st.selectbox(label, kinds, key=key, accept_new_options=True, placeholder=words("correct_type"))
    elif name == "title":
        st.text_area(label, value, key=key, height=80, max_chars=1000)
    else:
        hint = words.name("hint", name) if name in ("date", "period") else None
        st.text_input(label, value, key=key, help=hint, max_chars=300)


def _save(shelf: Shelf, document: Document) -> None:
    typed = {name: str(st.session_state.get(_KEY.format(document.id, name)) or "") for name in FIELDS}
    try:
        found = corrections(document, typed)
    except FieldError as error:
        tell("correct_wrong", shelf.words.name("field", str(error)))
        return
    if not found:
        tell("correct_nothing")
        return
    _write(shelf, document, lambda folder: correct(folder, document.id, found))


def _clear(shelf: Shelf, document: Document, names: list[str]) -> None:
    _write(shelf, document, lambda folder: clear(folder, document.id, names))


def _write(shelf: Shelf, document: Document, change: Any) -> None:
    files = files_of(shelf.settings.corpus, document.id)
    try:
        change(catalog_folder(shelf.settings.corpus, files[0] if files else None))
    except AssistantError as error:
        tell_error(error)
        return
    for name in FIELDS:  # the form shows what the document says once it is read again
        st.session_state.pop(_KEY.format(document.id, name), None)
    tell("correct_saved")
    start(shelf.runs)
