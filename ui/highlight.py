"""Where quoted words stand in a text: exact under the folding of "verbatim", and nothing at all where that is not sure."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from index.document import SourceLine
from vietnamese.text import fold_markup, nfc

Span = tuple[int, int]
"""First character and the one after the last."""

_FOLDED = re.compile(r"(?:</?\w+>|[\s|*#])+")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text, highlighted or not."""

    text: str
    marked: bool


def folded_positions(text: str) -> tuple[str, list[int]]:
    """`fold_markup(text)` of NFC text, and for each of its characters the place in `text` that it came from."""
    pieces: list[str] = []
    positions: list[int] = []
    end = 0
    for match in _FOLDED.finditer(text):
        _add(pieces, positions, text, end, match.start())
        if pieces:
            pieces.append(" ")
            positions.append(match.start())
        end = match.end()
    _add(pieces, positions, text, end, len(text))
    if pieces and pieces[-1] == " ":
        pieces.pop()
        positions.pop()
    return "".join(pieces), positions


def _add(pieces: list[str], positions: list[int], text: str, start: int, end: int) -> None:
    if start < end:
        pieces.append(text[start:end])
        positions.extend(range(start, end))


def occurrences(text: str, quote: str) -> Iterator[Span]:
    """Every place of `quote` in NFC `text` that does not cut a word or a number in two ("20" is not in "120")."""
    wanted = fold_markup(quote)
    folded, positions = folded_positions(text)
    at = folded.find(wanted) if wanted else -1
    while at >= 0:
        last = at + len(wanted) - 1
        if not _cuts(folded, at) and not _cuts(folded, last + 1):
            yield positions[at], positions[last] + 1
        at = folded.find(wanted, at + 1)


def _cuts(text: str, at: int) -> bool:
    """Whether the boundary before character `at` lies inside a word."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def find_only(text: str, quote: str) -> Span | None:
    """The one place of a quote in NFC `text`; None where there is none, or more than one."""
    found = occurrences(text, quote)
    first = next(found, None)
    return first if first and next(found, None) is None else None


def split_runs(text: str, span: Span | None) -> list[Run]:
    """`text` cut at the ends of the highlighted span; no empty runs."""
    start, end = span or (0, 0)
    runs = [Run(text[:start], False), Run(text[start:end], True), Run(text[end:], False)]
    return [run for run in runs if run.text]


def highlight_passage(text: str, quote: str) -> list[list[Run]]:
    """The lines of a passage as runs. Of equal wordings the first is marked: the passage is what the quote was taken from."""
    text = nfc(text)
    return _by_line(text, next(occurrences(text, quote), None))


def highlight_lines(texts: Sequence[str], span: Span | None) -> list[list[Run]]:
    """Lines as runs; `span` counts characters of the lines joined by line ends."""
    return _by_line("\n".join(texts), span)


def _by_line(text: str, span: Span | None) -> list[list[Run]]:
    lines: list[list[Run]] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        inside = (max(span[0], start) - start, min(span[1], end) - start) if span else None
        lines.append(split_runs(line, inside if inside and inside[0] < inside[1] else None))
        start = end + 1
    return lines


def locate(
    lines: Sequence[SourceLine], quote: str, cited: tuple[int, int] | None, page: int | None = None
) -> Span | None:
    """Where a quote stands in a document's lines joined by line ends; None where that is not sure.

    First inside the cited lines, where its first occurrence is it; else on its page, then anywhere, if it is there once.
    """
    texts = [nfc(line.text) for line in lines]
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    if cited:
        first, last = _between(lines, cited)
        span = next(occurrences("\n".join(texts[first:last]), quote), None)
        if span:
            return span[0] + starts[first], span[1] + starts[first]
    if page is not None:
        places = [i for i, line in enumerate(lines) if line.page in (page, page + 1)]
        if places:
            span = find_only("\n".join(texts[places[0] : places[-1] + 1]), quote)
            if span:
                return span[0] + starts[places[0]], span[1] + starts[places[0]]
    return find_only("\n".join(texts), quote)


def _between(lines: Sequence[SourceLine], cited: tuple[int, int]) -> tuple[int, int]:
    """The places of the lines that a file numbers from `cited[0]` to `cited[1]`, as a half-open range."""
    places = [i for i, line in enumerate(lines) if line.line is not None and cited[0] <= line.line <= cited[1]]
    return (places[0], places[-1] + 1) if places else (0, 0)


def line_at(lines: Sequence[SourceLine], position: int) -> int:
    """The place of the line that holds a character of the lines joined by line ends."""
    starts = [0, *accumulate(len(nfc(line.text)) + 1 for line in lines)]
    return min(bisect_right(starts, position) - 1, len(lines) - 1)
