"""What every part of the Documents page needs: the library where there is one, the runs over it, the words."""

from dataclasses import dataclass

import streamlit as st

from index.document import Document
from index.errors import IndexMissing
from index.library import Library
from index.settings import Settings
from ui.documents.runs import Runs
from ui.resources import open_library
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


def open_shelf(settings: Settings, words: Words) -> Shelf:
    """The shelf with the newest publication. The embedding model is not loaded. Raises AssistantError but for no index."""
    try:
        library: Library | None = open_library(settings)
    except IndexMissing:
        library = None
    return Shelf(settings, library, Runs(settings), words)


def open_document(document_id: str) -> None:
    """Shows a document; the address names it, so that a link and a reload do too."""
    st.query_params[CHOSEN] = document_id


def close_document() -> None:
    """Goes back to the list."""
    for name in (CHOSEN, "part"):
        st.query_params.pop(name, None)
