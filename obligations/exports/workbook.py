"""Rows of the register as an Excel workbook: a sheet of rows, and one that says what they are of."""

import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from openpyxl import Workbook

from index.document import Document
from index.errors import AssistantError
from obligations.exports.about import About, filters
from obligations.exports.columns import COLUMNS, Value, cleaned, known_day, lines_of
from obligations.exports.headings import Language, word
from obligations.exports.sheet import MOST_UNITS, Sheet
from obligations.exports.text import clean
from obligations.obligation import Obligation

MOST_ROWS = (1 << 20) - 1
"""Rows of a sheet below its header: Excel has 1,048,576 in all."""

_DOCUMENT_COLUMNS = (
    ("document_id", 34), ("document_title", 60), ("document_number", 18), ("document_type", 14), ("document_date", 14),
    ("issuer", 30), ("province", 16), ("status", 14), ("rows", 10),
)  # fmt: skip


class TooManyRows(AssistantError):
    """More rows than a sheet has."""


def workbook(rows: Sequence[Obligation], documents: Mapping[str, Document], about: About, language: Language) -> bytes:
    """The rows as a workbook (.xlsx): days are dates, figures are numbers, no text is a formula.

    Raises TooManyRows. A text longer than a cell is cut and ends in a note; the second sheet counts such cells.
    """
    if len(rows) > MOST_ROWS:
        raise TooManyRows(
            f"{len(rows)} rows do not fit into a workbook, whose sheets have 1,048,576 with the header. "
            "Narrow the filter, or write CSV."
        )
    book = Workbook(write_only=True)
    book.properties.title = word("title", language)
    sheet = Sheet(book, word("rows", language), [column.width for column in COLUMNS], language)
    sheet.as_table(len(rows))
    sheet.headings(word(column.heading, language) for column in COLUMNS)
    for values in lines_of(rows, documents, language):
        sheet.line(values)
    _about_sheet(book, rows, documents, _facts(len(rows), about, sheet.cut, language), language)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _about_sheet(
    book: Workbook,
    rows: Sequence[Obligation],
    documents: Mapping[str, Document],
    facts: Iterator[tuple[str, Value]],
    language: Language,
) -> None:
    sheet = Sheet(book, word("about", language), [width for _, width in _DOCUMENT_COLUMNS], language, left=True)
    sheet.headings([word("title", language)])
    for fact in facts:
        sheet.line(fact)
    sheet.line(())
    sheet.headings([word("about.documents", language)])
    sheet.headings(word(f"column.{name}", language) for name, _ in _DOCUMENT_COLUMNS)
    counts = Counter(row.document_id for row in rows)
    for document in documents.values():
        sheet.line(_document(document, counts[document.id], language))


def _facts(rows: int, about: About, cut: int, language: Language) -> Iterator[tuple[str, Value]]:
    """What the rows are of, as names and values."""
    yield word("about.index", language), clean(about.index)
    yield word("about.indexed", language), clean(about.indexed)
    yield word("about.day", language), about.day
    yield word("about.rows", language), rows
    yield word("about.total", language), about.total
    if cut:
        yield word("about.cut", language, n=MOST_UNITS), cut
    named = [f"{name}: {value}" for name, value in filters(about.wanted, language)]
    for line in named or [word("about.no_filter", language)]:
        yield word("about.filter", language), line


def _document(document: Document, rows: int, language: Language) -> tuple[Value, ...]:
    """A document's cells under the headings of the second sheet."""
    named = (document.id, document.title, document.number, document.type)
    whence = (known_day(document.date), document.issuer, document.province)
    return (*map(cleaned, (*named, *whence)), word(f"status.{document.status}", language), rows)
