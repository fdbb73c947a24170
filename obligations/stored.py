"""Rows of the register as the record keeps them: what they are found by, and themselves as JSON."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

import vietnamese
from index.document import Document, Period, SourceLine
from index.passage import Passage
from index.registered import KeptRow, Registered
from obligations.due import due_of
from obligations.obligation import Obligation
from obligations.reading import pages_of, read_document
from vietnamese.text import fold, key

_OBLIGATION = TypeAdapter(Obligation)
_YEAR = re.compile(r"(?:19|20)\d\d")


@cache
def reader_version() -> str:
    """A digest of the program that reads rows: what another one has read is read anew."""
    rooms = (Path(__file__).parent, Path(str(vietnamese.__file__)).parent)
    digest = hashlib.sha256()
    for path in sorted(path for room in rooms for path in room.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def registered(document: Document, passages: Sequence[Passage], lines: Iterable[SourceLine]) -> Registered:
    """The rows of a document, ready to be kept. `lines` are its text of record."""
    rows = read_document(document, passages, pages_of(lines) if document.pages else {})
    return Registered(reader_version(), tuple(kept(row, document.period) for row in rows))


def kept(row: Obligation, period: Period | None) -> KeptRow:
    """A row of a document for a period as it is kept."""
    deadline = row.deadline
    due = due_of(deadline, period) if deadline else None
    first, last = _years(row, period)
    words = f"{row.quote} {' '.join(row.section)} {row.actor or ''}"
    columns = {
        "kind": row.kind,
        "role": row.role,
        "actor": row.actor,
        "date": deadline.date if deadline else None,
        "month_day": deadline.month_day if deadline else None,
        "frequency": deadline.frequency if deadline else None,
        "has_deadline": deadline is not None,
        "due_first": due.first if due else None,
        "due_last": due.last if due else None,
        "due_from": due.from_year if due else None,
        "due_until": due.until_year if due else None,
        "year_from": first,
        "year_until": last,
    }
    return KeptRow(columns, key(words), fold(words), _OBLIGATION.dump_json(row).decode())


def read_kept(body: str) -> Obligation:
    """A row out of its JSON; without the English name of its actor, which the word lists of the day give."""
    return _OBLIGATION.validate_json(body)


def _years(row: Obligation, period: Period | None) -> tuple[int | None, int | None]:
    """The years that a row is of: its target's, else those its deadline names, else those of its document."""
    if row.target is not None and row.target.year is not None:
        return row.target.year, row.target.year
    if row.deadline is not None and (named := _YEAR.findall(row.deadline.text)):
        return min(map(int, named)), max(map(int, named))
    return (period.start, period.end) if period is not None else (None, None)
