"""The last gate before an answer is shown: quotes verbatim in their document, markers resolved."""

import re
from collections.abc import Sequence

from answer.reply import Citation
from index.document import SourceLine
from vietnamese.text import fold_markup

_MARKER = re.compile(r"\[(\d+)\]")


class CheckFailed(Exception):
    """An answer that must not be shown, with the reason: a fault in this program, never in the question."""


def check_answer(text: str, citations: Sequence[Citation], lines: dict[str, Sequence[SourceLine]]) -> None:
    """Raises CheckFailed where a quote is not verbatim, a marker has no citation, or a citation has no marker in the text."""
    for citation in citations:
        quote = fold_markup(citation.quote)
        if not quote:
            raise CheckFailed(f"citation {citation.marker} is empty")
        if quote not in fold_markup(citation.passage.text):
            raise CheckFailed(f"citation {citation.marker} is not in its passage")
        if not _stands_in(quote, lines[citation.document.id], citation):
            raise CheckFailed(f"citation {citation.marker} is not verbatim in {citation.document.id}")
    cited = {c.marker for c in citations}
    named = {int(m) for m in _MARKER.findall(text)}
    if named != cited:
        raise CheckFailed(f"markers {sorted(named)} against citations {sorted(cited)}")


def _stands_in(quote: str, lines: Sequence[SourceLine], citation: Citation) -> bool:
    """Whether the quote stands in the document between the places and lines that the citation names."""
    span, places = citation.lines, citation.places
    inside = [
        s.text
        for s in lines
        if (places is None or places[0] <= s.place <= places[1])
        and (span is None or (s.line is not None and span[0] <= s.line <= span[1]))
    ]
    return quote in fold_markup("\n".join(inside))
