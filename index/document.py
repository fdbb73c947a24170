"""The document and its edition: what is known of a file beside its passages. Unknown is None, never a guess."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from index.passage import Passage, ReadBy
from index.registered import Registered

DocumentStatus = Literal["issued", "draft", "unknown"]
RelationType = Literal["cites", "amends", "replaces", "repeals", "implements"]


@dataclass(frozen=True, slots=True)
class Period:
    """The years a plan covers, inclusive; `start` is None where the text gives only the end ("đến năm 2030")."""

    start: int | None
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """A document inside a file: the decision, the plan it issues, an appendix."""

    type: str
    title: str
    lines: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A document that this one names, with its words (`text`); `date` is ISO, shortened where parts are unknown.

    `number` is None where a law is named by its title alone. `document_id` is that of the document where the index holds it.
    `partial` tells that only clauses of it are replaced or repealed.
    """

    type: RelationType
    number: str | None
    date: str | None
    text: str
    document_id: str | None = None
    partial: bool = False


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of the text of record: cleaned, NFC, markup removed.

    `line` counts lines of the stored file from 1, None where a source has none; `page` likewise. `place` is the line's own
    among those of its edition, from 0. `confidence` (0-1) is how sure the recognition of a scanned line was.
    `begins` tells whether a paragraph begins here, where the page's layout shows it; None where it does not.
    """

    text: str
    line: int | None
    page: int | None = None
    place: int = 0
    read_by: ReadBy = "text"
    confidence: float | None = None
    begins: bool | None = None


Box = tuple[float, float, float, float]
"""Left, top, right and bottom as shares (0-1) of the page's width and height, as the page is shown, from its top left."""


@dataclass(frozen=True, slots=True)
class PageWord:
    """A word where it stands on its page; `place` is that of its line among the edition's lines."""

    place: int
    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it is shown, and how it was read. `width` and `height` are in points, `confidence` is 0-1.

    `notes` are codes of what a reader met there (see `ingest.reading.PageNote`).
    """

    number: int
    width: float
    height: float
    read_by: ReadBy = "text"
    confidence: float | None = None
    notes: tuple[str, ...] = ()
    words: tuple[PageWord, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What is known of one document. `province` is as written, `province_current` its name since 1 July 2025.

    `stated` names the fields that the catalogue set or corrected. `evidence` maps a field to the words it was read from.
    `in_force_from` and `in_force_until` are days that the text itself names (their words are in `evidence`, which may hold words
    without a day); `validity` and `validity_source` are what the catalogue states (see `index.validity`).
    `original` and `shown` name files of the index's `FileStore`: the file as it came, and the PDF whose pages are shown.
    """

    id: str
    file: str
    title: str | None = None
    type: str | None = None
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    province: str | None = None
    province_current: str | None = None
    period: Period | None = None
    status: DocumentStatus = "unknown"
    signer: str | None = None
    signer_title: str | None = None
    in_force_from: str | None = None
    in_force_until: str | None = None
    validity: str | None = None
    validity_source: str | None = None
    parts: tuple[Part, ...] = ()
    relations: tuple[Relation, ...] = ()
    recipients: tuple[str, ...] = ()
    pages: int | None = None
    read_by: ReadBy = "text"
    stated: tuple[str, ...] = ()
    evidence: Mapping[str, str] = field(default_factory=dict)
    original: str | None = None
    shown: str | None = None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Edition:
    """One revision of a document's content, as the ingest made it and the library publishes it.

    `content_hash` is the SHA-256 of the file's bytes together with the catalogue's entry for it.
    `registered` are its rows of the register, None where it was not read for them.
    """

    document: Document
    lines: tuple[SourceLine, ...]
    passages: tuple[Passage, ...]
    content_hash: str
    pages: tuple[Page, ...] = ()
    registered: Registered | None = None
