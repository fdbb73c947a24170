"""What the Sources page calls a document: one that is held, one that is only cited, and where a link to it leads."""

from collections.abc import Mapping
from urllib.parse import urlencode

from index.citing import Cited, Mention
from index.document import Document
from ui.documents.shelf import CHOSEN
from ui.labels import short_name, show_date
from ui.words import PARAMETER, Words


def held_name(document: Document) -> str:
    """A short name that says something: its title where there is neither number, period nor place."""
    name = short_name(document)
    return document.title or document.id if name == document.type else name


def cited_name(cited: Cited, documents: Mapping[str, Document]) -> str:
    """Kind and number as cited; what a held document is called where the words that cite it do not tell its kind."""
    document = documents.get(cited.document_id or "")
    return held_name(document) if document and not cited.kind else cited.name


def cited_date(cited: Cited, words: Words) -> str:
    """The day of a cited document for the eye; empty where nobody says it."""
    return show_date(cited.date, words) if cited.date else ""


def relation_name(mention: Mention, words: Words) -> str:
    """In which way a document names another, and whether only a part of it is meant."""
    name = words.name("relation", mention.relation.type)
    return f"{name} {words('relation_partial')}" if mention.relation.partial else name


def address(document_id: str, words: Words) -> str:
    """Where the page of a document is, seen from this page."""
    return f"documents?{urlencode({CHOSEN: document_id, PARAMETER: words.language})}"


def state_name(cited: Cited, words: Words) -> str:
    """Whether a cited document is held; what may be held, but is not named well enough to tell, is called unsure."""
    return words("bases_unsure") if cited.alike else words.name("bases_state", cited.state)
