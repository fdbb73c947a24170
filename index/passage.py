"""The passage: the unit that is embedded, retrieved and cited."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

PassageKind = Literal["clause", "row", "head", "bases", "recipients", "signature"]
ReadBy = Literal["text", "ocr"]

Address = tuple[tuple[str, str], ...]
"""The numbered steps that lead to a clause, outermost first: kind and number, Roman numerals in figures.

Kinds are appendix, part (Phần), chapter, division (Mục), subdivision, article (Điều), clause (khoản), point (điểm), upper ("A.") and
roman ("IV."): `(("chapter", "2"), ("article", "28"), ("clause", "2"), ("point", "đ"))`.
"""

METADATA_KINDS: frozenset[str] = frozenset({"head", "bases", "recipients", "signature"})
"""Kinds that answer questions about the document itself; clause retrieval leaves them out, where they would drown clauses."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A citable stretch of one document.

    `text` is the document's own words, one block (paragraph, bullet or table row) a line, cells of a row joined by " | ".
    It is verbatim under the folding of `vietnamese.text.fold_markup`.
    `block_places` are the first and last place (`SourceLine.place`) of each block, `block_lines` its lines, where the source
    has those. `confidence` (0-1) is the least sure line's of a scan.
    `address` is the way to the clause by numbers alone; empty where none lead to it.
    `context` is what stands in front of `text` when it is embedded and indexed: the document line, the section path and,
    for a piece of a split clause, the clause's opening. It is never quoted.
    """

    id: str
    document_id: str
    ordinal: int
    kind: PassageKind
    section: tuple[str, ...]
    text: str
    context: str
    lines: tuple[int, int] | None
    page: int | None = None
    read_by: ReadBy = "text"
    block_lines: tuple[tuple[int, int] | None, ...] = ()
    block_places: tuple[tuple[int, int], ...] = ()
    confidence: float | None = None
    cells: Mapping[str, str] = field(default_factory=dict)
    address: Address = ()

    @property
    def blocks(self) -> tuple[str, ...]:
        """The paragraphs, bullets or rows of the passage, in order; as many as `block_lines` where that is filled."""
        return tuple(self.text.split("\n"))

    @property
    def searchable(self) -> str:
        """What the embedding model and the lexical index read."""
        cells = "; ".join(f"{name}: {value}" for name, value in self.cells.items())
        return f"{self.context}\n{cells or self.text}"
