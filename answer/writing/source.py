"""A passage as a language model is given it, and as what it wrote is checked against it."""

from dataclasses import dataclass

from index.document import Document
from index.passage import Passage


@dataclass(frozen=True, slots=True)
class Source:
    """A passage of a document. `marker` is its number in the prompt, from 1.

    `text` is what the model reads and what its sentences are checked against: the document's name, number and issuer, the section,
    the heads of a table's columns, then the passage's own words. It is never shown to a person as a quote.
    """

    marker: int
    document: Document
    passage: Passage
    text: str
