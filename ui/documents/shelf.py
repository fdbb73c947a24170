"""What every part of the Documents page needs: the library where there is one, the runs over it, the words."""

from dataclasses import dataclass, field
from threading import Lock

import streamlit as st

from index.document import Document
from index.errors import IndexMissing
from index.library import Library
from index.settings import Settings
from ui.documents.runs import Runs
from ui.words import Words

CHOSEN = "document"
"""The parameter of the address that names the document which is open."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The library of the settings (None before the first ingest) and the runs of the ingest over it."""

    settings: Settings
    library: Library | None
    runs: Runs
    words: Words

    @property
    def documents(self) -> dict[str, Document]:
        """Every document by id, withdrawn ones flagged."""
        return dict(self.library.all_documents()) if self.library else {}

    @property
    def edit(self) -> bool:
        """Whether this installation lets its pages change anything."""
        return self.settings.edit


@dataclass(slots=True)
class _Held:
    lock: Lock = field(default_factory=Lock)
    library: Library | None = None


@st.cache_resource(show_spinner=False)
def _held(settings_json: str) -> _Held:
    del settings_json  # the key
    return _Held()


def open_shelf(settings: Settings, words: Words) -> Shelf:
    """The shelf with the newest publication. The embedding model is not loaded. Raises AssistantError but for no index."""
    held = _held(settings.model_dump_json())
    with held.lock:
        if held.library is None:
            try:
                held.library = Library.open(settings)
            except IndexMissing:
                return Shelf(settings, None, Runs(settings), words)
        held.library.refresh()
        return Shelf(settings, held.library, Runs(settings), words)


def open_document(document_id: str) -> None:
    """Shows a document; the address names it, so that a link and a reload do too."""
    st.query_params[CHOSEN] = document_id


def close_document() -> None:
    """Goes back to the list."""
    for name in (CHOSEN, "part"):
        st.query_params.pop(name, None)
