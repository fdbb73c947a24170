"""The assistant that all sessions of the program share; the first one to come sees what its opening does."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

import streamlit as st

from answer.assistant import Assistant
from index.settings import Settings, load_settings
from ui.words import Words


@dataclass(slots=True)
class Desk:
    """The assistant over one set of settings, once it is open and its model is loaded."""

    settings: Settings
    assistant: Assistant | None = None
    lock: Lock = field(default_factory=Lock)


@st.cache_resource(show_spinner=False)
def _desk(settings_json: str) -> Desk:
    return Desk(Settings.model_validate_json(settings_json))


def open_assistant(words: Words) -> Assistant:
    """The assistant, ready to answer and with the newest index. Raises AssistantError where it cannot be opened."""
    settings = load_settings()
    desk = _desk(settings.model_dump_json())
    if desk.assistant is None:
        _open(desk, words)
    assert desk.assistant is not None
    desk.assistant.refresh()
    return desk.assistant


def _open(desk: Desk, words: Words) -> None:
    """Opens index and model step by step; a second session waits for the first."""
    place = st.empty()
    try:
        with place.container(), _opening(words), desk.lock:
            if desk.assistant is None:
                st.write(words("opening_index"))
                assistant = Assistant.open(desk.settings)
                st.write(words("loading_model"))
                assistant.library.model.encode_queries([words("ask")])
                desk.assistant = assistant
                _settle()
    finally:
        place.empty()


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
