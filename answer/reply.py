"""One answer with its citations, and its JSON form (the contract other programs rely on)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from answer.writing.state import WritingRecord
from index.document import Document
from index.passage import Passage

Status = Literal["answered", "partial", "no_evidence", "error"]
Mode = Literal["extractive", "written"]
Language = Literal["vi", "vi_unaccented", "en"]
NoticeCode = Literal[
    "draft",
    "period_over",
    "contradiction",
    "ocr",
    "undated",
    "scope_open",
    "corrected",
    "no_model",
    "shortened",
    "replaced",
    "amended",
    "absent",
    "left_out",
]


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim quote, the passage it stands in, and the document that holds both. `marker` counts from 1.

    `places` are the first and last place of the quote among the document's lines, `page` is the one that it begins on and
    `last_page` the one that it ends on.
    """

    marker: int
    document: Document
    passage: Passage
    quote: str
    lines: tuple[int, int] | None
    page: int | None = None
    places: tuple[int, int] | None = None
    last_page: int | None = None

    def as_json(self) -> dict[str, Any]:
        """The citation in the contract's form."""
        document, passage = self.document, self.passage
        return {
            "marker": self.marker,
            "document_id": document.id,
            "title": document.title,
            "number": document.number,
            "issuer": document.issuer,
            "province": document.province,
            "document_status": document.status,
            "file": document.file,
            "section": list(passage.section),
            "page": self.page,
            "lines": list(self.lines) if self.lines else None,
            "quote": self.quote,
            "passage": passage.text,
            "read_by": passage.read_by,
        }


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader must know about the answer: a draft, a period that is over, figures that disagree."""

    code: NoticeCode
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the assistant says to one question. Markers `[n]` in `text` are those of `citations`.

    `writing` tells how a language model took part, None where none was asked. `leads` are the program's own sentences in an
    extractive answer, with their markers: what a written one is completed by, and no part of the JSON.
    """

    question: str
    resolved_question: str
    language: Language
    status: Status
    text: str
    mode: Mode = "extractive"
    citations: tuple[Citation, ...] = ()
    nearest: tuple[Citation, ...] = ()
    notices: tuple[Notice, ...] = ()
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    id: str | None = None
    writing: WritingRecord | None = None
    leads: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The answer in the contract's form, with `writing` where a language model was asked."""
        written = {} if self.writing is None else {"writing": self.writing.as_json()}
        return {
            "id": self.id,
            "question": self.question,
            "resolved_question": self.resolved_question,
            "language": self.language,
            "status": self.status,
            "mode": self.mode,
            "answer": self.text,
            "citations": [c.as_json() for c in self.citations],
            "nearest": [c.as_json() for c in self.nearest],
            "notices": [{"code": n.code, "text": n.text} for n in self.notices],
            "timings_ms": {k: round(v, 2) for k, v in self.timings_ms.items()},
            **written,
        }
