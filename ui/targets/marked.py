"""A clause with the figures marked that are spoken of, each in the cell or the words it was read from."""

from collections.abc import Iterator, Sequence
from html import escape

from obligations.stated import Stated
from ui.highlight import Span, occurrences
from vietnamese.text import nfc

_BETWEEN = " | "
"""Between the cells of a table row."""


def clause_html(quote: str, figures: Sequence[Stated]) -> str:
    """A clause, word for word, with its figures marked; every text escaped."""
    quote = nfc(quote)
    pieces: list[str] = []
    at = 0
    for start, end in sorted({span for figure in figures for span in _spans(quote, figure)}):
        if start >= at:
            pieces += [escape(quote[at:start]), f"<mark>{escape(quote[start:end])}</mark>"]
            at = end
    return f'<p class="plain clause">{"".join(pieces)}{escape(quote[at:])}</p>'


def _spans(quote: str, figure: Stated) -> Iterator[Span]:
    """Where a figure stands in its clause: in its cell, where the row's cells are those of its columns, else wherever it is said."""
    cells = quote.split(_BETWEEN)
    extra = len(cells) - len(figure.cells)  # a number at the row's beginning is in no column
    if figure.column is None or figure.column not in figure.cells or extra not in (0, 1):
        yield from occurrences(quote, figure.value)
        return
    place = list(figure.cells).index(figure.column) + extra
    before = sum(len(cell) + len(_BETWEEN) for cell in cells[:place])
    yield from ((before + start, before + end) for start, end in occurrences(cells[place], figure.value))
