"""Rows of the register as CSV: UTF-8 with its mark, by which Excel knows it, a comma between cells, one header row."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date

from index.document import Document
from obligations.exports.columns import COLUMNS, Value, lines_of
from obligations.exports.headings import Language, word
from obligations.exports.text import as_text
from obligations.obligation import Obligation


def csv_rows(rows: Sequence[Obligation], documents: Mapping[str, Document], language: Language) -> bytes:
    """The rows as a CSV file; days are ISO, numbers have a point.

    No cell is a formula: see `as_text`.
    """
    data = io.BytesIO()
    out = io.TextIOWrapper(data, encoding="utf-8-sig", newline="")
    writer = csv.writer(out)
    writer.writerow(word(column.heading, language) for column in COLUMNS)
    for values in lines_of(rows, documents, language):
        writer.writerow(map(_cell, values))
    out.flush()
    return data.getvalue()


def _cell(value: Value) -> str | int | float | None:
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        return value
    return as_text(value)
