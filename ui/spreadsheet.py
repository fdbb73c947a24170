"""Tables as CSV that spreadsheets open as they are meant: in UTF-8, and no text as a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

from obligations.exports.text import as_text

_BOM = "\ufeff"
"""Tells spreadsheets that the text is UTF-8; without it they show accents as other letters."""


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file (RFC 4180, UTF-8 with mark), every cell as text."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([as_text(cell) for cell in row] for row in rows)
    return (_BOM + out.getvalue()).encode()
