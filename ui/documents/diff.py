"""What changed between two editions of a document: paragraph by paragraph, and within a paragraph word by word."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from rapidfuzz import fuzz

from index.document import Document, Period, SourceLine
from ingest.blocks import make_blocks, wrap_width
from vietnamese.text import fold_markup, tidy

ChangeKind = Literal["same", "added", "removed", "changed", "moved_from", "moved_to"]
FIELDS = (
    "title", "type", "number", "date", "issuer", "province", "period", "status", "signer", "signer_title", "file", "pages", "read_by",
)  # fmt: skip
"""Metadata that two editions are compared by."""

_ALIKE = 55.0
"""Percent of likeness above which a paragraph counts as changed and not as another one."""
_WORD = re.compile(r"\s+|[^\s\w]|\w+")
_PAIRS = 400
"""Paragraphs on either side of a stretch above which only neighbours by order are held to be the same one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a changed paragraph: in both editions, or in one of them only."""

    kind: Literal["same", "added", "removed"]
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One paragraph; its `pieces` are set where it was changed. `before` and `after` are its numbers in either edition, from 1."""

    kind: ChangeKind
    text: str
    pieces: tuple[Piece, ...] = ()
    before: int | None = None
    after: int | None = None


def paragraphs(lines: Sequence[SourceLine]) -> list[str]:
    """The paragraphs, clauses and table rows of an edition: another way of wrapping the same lines is no change."""
    kept = [line for line in lines if line.text.strip()]
    return [tidy(fold_markup(block.text)) for block in make_blocks(kept, wrap_width(kept))]


def compare_lines(before: Sequence[SourceLine], after: Sequence[SourceLine]) -> list[Change]:
    """All paragraphs of both editions in one order, each with what became of it."""
    old, new = paragraphs(before), paragraphs(after)
    changes: list[Change] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            changes += [Change("same", old[a + i], (), a + i + 1, c + i + 1) for i in range(b - a)]
        else:
            changes += _replaced(old, new, range(a, b), range(c, d))
    return _moved(changes)


def count_changes(changes: Sequence[Change]) -> Counter[ChangeKind]:
    """How many paragraphs of each kind."""
    return Counter(change.kind for change in changes)


def _replaced(old: Sequence[str], new: Sequence[str], left: range, right: range) -> Iterator[Change]:
    """A stretch that differs: paragraphs that are much alike are one that was changed, in the order of both editions."""
    at = right.start
    for i in left:
        window = (
            right[at - right.start :] if len(left) * len(right) <= _PAIRS**2 else range(at, min(at + 1, right.stop))
        )
        best = max(window, key=lambda j: fuzz.ratio(old[i], new[j]), default=None)
        if best is None or fuzz.ratio(old[i], new[best]) < _ALIKE:
            yield Change("removed", old[i], before=i + 1)
            continue
        for j in range(at, best):
            yield Change("added", new[j], after=j + 1)
        yield Change("changed", new[best], _pieces(old[i], new[best]), i + 1, best + 1)
        at = best + 1
    for j in range(at, right.stop):
        yield Change("added", new[j], after=j + 1)


def _pieces(before: str, after: str) -> tuple[Piece, ...]:
    a, b = _WORD.findall(before), _WORD.findall(after)
    pieces: list[Piece] = []
    for tag, i, j, k, n in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(a[i:j])))
            continue
        if j > i:
            pieces.append(Piece("removed", "".join(a[i:j])))
        if n > k:
            pieces.append(Piece("added", "".join(b[k:n])))
    return tuple(pieces)


def _moved(changes: Sequence[Change]) -> list[Change]:
    """A paragraph that left one place and came to another, word for word, was moved."""
    removed = Counter(change.text for change in changes if change.kind == "removed")
    added = Counter(change.text for change in changes if change.kind == "added")
    left = {"removed": removed & added, "added": removed & added}
    found: list[Change] = []
    for change in changes:
        if change.kind in left and left[change.kind][change.text] > 0:
            left[change.kind][change.text] -= 1
            kind: ChangeKind = "moved_from" if change.kind == "removed" else "moved_to"
            found.append(Change(kind, change.text, (), change.before, change.after))
        else:
            found.append(change)
    return found


def changed_fields(before: Document, after: Document) -> list[tuple[str, str | None, str | None]]:
    """Metadata that differ: the field's name, what it was and what it is; None is "not stated"."""
    pairs = ((name, _text(getattr(before, name)), _text(getattr(after, name))) for name in FIELDS)
    return [(name, old, new) for name, old, new in pairs if old != new]


def _text(value: object) -> str | None:
    if isinstance(value, Period):
        return f"{value.start or '…'}-{value.end}"
    return None if value is None else str(value)
