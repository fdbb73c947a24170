"""The library and the assistant that all pages and sessions share; the first one to come sees what their opening does."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

import streamlit as st

from answer.assistant import Assistant
from answer.writing.writer import open_writer
from index.library import Library
from index.settings import Settings, load_settings
from obligations.register import Progress, Register
from ui.words import Words
from vietnamese.glossary import Glossary


@dataclass(slots=True)
class Desk:
    """The library over one set of settings, once it is open, the assistant over it, once its model is loaded, and the register of
    one of its publications.
    """

    settings: Settings
    library: Library | None = None
    assistant: Assistant | None = None
    register: tuple[str, Register] | None = None
    opening_library: Lock = field(default_factory=Lock)
    opening_assistant: Lock = field(default_factory=Lock)
    opening_register: Lock = field(default_factory=Lock)


@st.cache_resource(
    show_spinner=False, hash_funcs={Settings: hash}
)  # their text would not tell one hidden key from another
def _desk(settings: Settings) -> Desk:
    return Desk(settings)


def open_library(settings: Settings) -> Library:
    """The library with the newest publication; no model is loaded for it. Raises AssistantError where it cannot be opened."""
    desk = _desk(settings)
    with desk.opening_library:
        if desk.library is None:
            desk.library = Library.open(settings)
        desk.library.refresh()
        return desk.library


def open_register(settings: Settings, progress: Progress | None = None) -> tuple[Library, Register]:
    """The library with the newest publication, and its register. Raises AssistantError where they cannot be opened.

    `progress` is told how many documents have been read for it, where some must be; another session waits meanwhile.
    """
    library, desk = open_library(settings), _desk(settings)
    with desk.opening_register:
        if desk.register is None or desk.register[0] != library.publication_id:
            desk.register = library.publication_id, Register.open(library, progress=progress)
            _settle()
        return library, desk.register[1]


def open_assistant(words: Words) -> Assistant:
    """The assistant, ready to answer and with the newest index. Raises AssistantError where it cannot be opened."""
    settings = load_settings()
    desk = _desk(settings)
    if desk.assistant is None:
        _open(desk, words)
    assert desk.assistant is not None
    desk.assistant.refresh()
    return desk.assistant


def _open(desk: Desk, words: Words) -> None:
    """Opens index and model step by step; a second session waits for the first."""
    place = st.empty()
    try:
        with place.container(), _opening(words), desk.opening_assistant:
            if desk.assistant is None:
                st.write(words("opening_index"))
                assistant = _assistant(desk.settings)
                st.write(words("loading_model"))
                assistant.library.model.encode_queries([words("ask")])
                desk.assistant = assistant
                _settle()
    finally:
        place.empty()


def _assistant(settings: Settings) -> Assistant:
    library, glossary = open_library(settings), Glossary.load()
    return Assistant(library, glossary=glossary, writer=open_writer(settings, library, glossary))


def _settle() -> None:
    """Takes what stays for good, model and index, out of the garbage collector's sight.

    Streamlit runs the collector at the end of every click, and it holds the last part of the page back for as long: 0.65 s
    with the 640,000 objects of torch and all else that is loaded by then.
    """
    gc.collect()
    gc.freeze()


@contextmanager
def _opening(words: Words) -> Iterator[None]:
    """The page while it opens: its title, and what goes on under it."""
    st.title(words("app_title"), anchor=False)
    with st.status(words("opening"), expanded=True):
        yield
