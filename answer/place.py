"""Where quoted words stand among the lines of a document: the lines, and the page they begin on."""

from collections.abc import Sequence

from index.document import SourceLine
from vietnamese.text import squeeze

Span = tuple[int, int]


def quote_span(lines: Sequence[SourceLine], quote: str, within: Span) -> Span:
    """First and last place of the lines that hold `quote`, looked for between two places; `within` where it is not found.

    Compared by letters and digits alone, since lines break words of a paragraph apart and cells have bars between them.
    """
    inside = lines[within[0] : within[1] + 1]
    owners: list[int] = []
    text = ""
    for line in inside:
        letters = squeeze(line.text)
        text += letters
        owners += [line.place] * len(letters)
    wanted = squeeze(quote)
    at = text.find(wanted) if wanted else -1
    return (owners[at], owners[at + len(wanted) - 1]) if at >= 0 else within
