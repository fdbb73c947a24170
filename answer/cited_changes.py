"""What documents say in passing of others: "Nghị định 89/2021/NĐ-CP … sửa đổi, bổ sung … Nghị định số 101/2017/NĐ-CP"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from answer.units import Unit
from index.library import Library
from vietnamese.numbers import DocumentNumber, find_document_numbers, names_number

_HOW = (
    ("cited_amends", re.compile(r"\bsửa đổi", re.IGNORECASE)),
    ("cited_replaces", re.compile(r"\bthay thế\b", re.IGNORECASE)),
    ("cited_repeals", re.compile(r"\b(?:bãi bỏ|hủy bỏ|huỷ bỏ)\b", re.IGNORECASE)),
)
_BREAK = re.compile(r";|\.\s")


@dataclass(frozen=True, slots=True)
class CitedChange:
    """One document that changes another, both named by a third as it writes them: `how` is the key of the phrase that says it."""

    document_id: str
    unit: Unit
    changing: str
    changed: str
    how: str


def changes_of(library: Library, number: DocumentNumber) -> Iterator[CitedChange]:
    """What clauses and legal bases say of a change to the document of a number, in the order of the library."""
    for passage in library.all_passages():
        for i, block in enumerate(passage.blocks):
            found = _change(block, number)
            if found is not None:
                yield CitedChange(passage.document_id, Unit(passage, block, i, i), *found)


def _change(block: str, number: DocumentNumber) -> tuple[str, str, str] | None:
    """The numbers of what changes the document and of the document, and how, where a block says so in one breath."""
    named = find_document_numbers(block)
    for changing, changed in pairwise(named):
        between = block[changing.end : changed.start]
        if names_number(number, changed.number) and not _BREAK.search(between):
            for how, words in _HOW:
                if words.search(between):
                    return changing.number, changed.number, how
    return None
