"""Where paragraphs begin, as the layout shows it: indents, distances, lines that end short of the margin, centred lines."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from index.document import Box
from ingest.layout.boxes import around, height, width
from ingest.reading import RawLine

_ALIGNED = 3.0  # points: edges as near as this are one edge
_WIDE = 0.5  # of the widest line: only such lines tell where the margins are
_INDENT = 8.0  # points
_CENTRED = 4.0  # points: how far the middle of a centred line may lie from that of the text
_FULL = 0.03  # of the text's width: a line that ends as near to the margin is full
_SHORT = 0.08  # of the text's width: a line that ends as far from the margin was ended by its author
_BLANK = 0.25  # of a line's height: the blank between words
_WIDER = 1.25  # times the usual distance of lines: more is the distance of paragraphs
_OFTEN = 0.08  # of the lines of a page: an edge that as many share is a margin
_TWICE = 2
_MARK = re.compile(r"^(?:[-–—+*•●▪]|\(?\w{1,4}[.)]|\d+(?:\.\d+)*\.?)$")  # a number or bullet by itself


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page; `is_side` where it stands in one of two columns, whose margins are not the page's.

    `is_scanned` tells that the page was recognised, and says itself where paragraphs begin.
    """

    raw: RawLine
    is_side: bool = False
    is_scanned: bool = False


@dataclass(frozen=True, slots=True)
class _Margins:
    """The edges of the text of a page, in points."""

    left: float
    right: float

    @property
    def width(self) -> float:
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class _Spot:
    """A line with its place on the page in points, and the margins of that page."""

    line: PageLine
    box: Box
    bottom: float  # the usual one of its words: glyphs of another font hang lower
    height: float
    first: float  # width of its first word
    hang: float | None  # left edge of the words behind its number or bullet
    page: int
    margins: _Margins

    @property
    def indent(self) -> float:
        return self.box[0] - self.margins.left

    @property
    def rest(self) -> float:
        return self.margins.right - self.box[2]

    @property
    def is_at_margin(self) -> bool:
        return self.indent <= _ALIGNED

    @property
    def is_full(self) -> bool:
        return self.rest <= max(_FULL * self.margins.width, _ALIGNED)

    @property
    def is_balanced(self) -> bool:
        """Whether it keeps as far from one margin as from the other, or fills the line."""
        return abs(self.indent - self.rest) / 2 <= _CENTRED

    def is_centred(self, indents: frozenset[int]) -> bool:
        """Whether it stands in the middle, off both margins and not by chance behind the indent of a first line."""
        return self.is_balanced and self.indent > _ALIGNED and self.rest > _ALIGNED and not self.is_indented(indents)

    def is_indented(self, indents: frozenset[int]) -> bool:
        """Whether it stands where first lines do."""
        return any(abs(self.indent - indent) <= 1 for indent in indents)


def with_begins(pages: Sequence[Sequence[PageLine]], sizes: Sequence[tuple[float, float]]) -> list[list[RawLine]]:
    """The lines of each page, each saying whether a paragraph begins with it; `sizes` are those of the pages in points.

    Table rows and lines of pages that were recognised are left as they are.
    """
    spots = [_spots(lines, size, i) for i, (lines, size) in enumerate(zip(pages, sizes, strict=True))]
    every = [spot for page in spots for spot in page if spot is not None]
    distance, indents = _usual_distance(every), _first_line_indents(every)
    shows = bool(indents) or _has_gaps(every, distance)
    decided: list[list[RawLine]] = []
    before: _Spot | None = None
    for lines, page in zip(pages, spots, strict=True):
        decided.append([])
        for line, spot in zip(lines, page, strict=True):
            raw = line.raw
            if spot is not None and not line.is_scanned:
                raw = replace(raw, begins=_begins(before, spot, distance, indents, shows))
            decided[-1].append(raw)
            # Where a line goes on, the next one may begin as far in as it does.
            before = replace(spot, hang=spot.box[0]) if spot is not None and raw.begins is False else spot
    return decided


def _spots(lines: Sequence[PageLine], size: tuple[float, float], page: int) -> list[_Spot | None]:
    boxes = [None if "\t" in line.raw.text else _boxes(line.raw, size) for line in lines]
    margins = _margins([around(b) for b, line in zip(boxes, lines, strict=True) if b and not line.is_side])
    return [_spot(line, b, page, margins) if b and margins else None for line, b in zip(lines, boxes, strict=True)]


def _boxes(line: RawLine, size: tuple[float, float]) -> list[Box]:
    wide, high = size
    return [(x0 * wide, y0 * high, x1 * wide, y1 * high) for x0, y0, x1, y1 in (w.box for w in line.words)]


def _spot(line: PageLine, boxes: Sequence[Box], page: int, margins: _Margins) -> _Spot:
    first = boxes[0]
    return _Spot(
        line,
        around(boxes),
        median(b[3] for b in boxes),
        median(map(height, boxes)),
        width(first),
        boxes[1][0] if len(boxes) > 1 and _MARK.match(line.raw.words[0].text) else None,
        page,
        margins,
    )


def _margins(boxes: Sequence[Box]) -> _Margins | None:
    """The outermost edges that several of the wide lines share; those of all lines where none do."""
    if not boxes:
        return None
    widest = max(map(width, boxes))
    wide = [b for b in boxes if width(b) > _WIDE * widest]
    left = min(_shared([b[0] for b in wide]) or [b[0] for b in wide])
    right = max(_shared([b[2] for b in wide]) or [b[2] for b in wide])
    return _Margins(left, right)


def _shared(edges: Iterable[float]) -> list[float]:
    """The places at which enough lines begin, or end."""
    ordered = sorted(edges)
    least = max(_TWICE, _OFTEN * len(ordered))
    groups: list[list[float]] = []
    for edge in ordered:
        if groups and edge - groups[-1][0] <= _ALIGNED:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    return [median(group) for group in groups if len(group) >= least]


def _usual_distance(spots: Sequence[_Spot]) -> float | None:
    """From line to line within paragraphs, in points: after a full line, to one at the margin."""
    steps = Counter(
        round(2 * (b.bottom - a.bottom)) / 2
        for a, b in pairwise(spots)
        if a.page == b.page and b.bottom > a.bottom and a.is_full and b.is_at_margin
    )
    return steps.most_common(1)[0][0] if steps else None


def _first_line_indents(spots: Sequence[_Spot]) -> frozenset[int]:
    """The indents, in whole points, after which text goes on at the margin: only first lines stand there."""
    returns: Counter[int] = Counter()
    stays: Counter[int] = Counter()
    for a, b in pairwise(spots):
        if a.page == b.page and a.indent > _INDENT and a.is_full and not a.line.is_side:
            returns[round(a.indent)] += b.is_at_margin
            stays[round(a.indent)] += abs(b.indent - a.indent) <= _ALIGNED
    return frozenset(indent for indent in returns if returns[indent] >= _TWICE * stays[indent] and returns[indent])


def _has_gaps(spots: Sequence[_Spot], distance: float | None) -> bool:
    """Whether paragraphs are set apart by more than the distance of lines, as some of those at the margin are."""
    pairs = [(a, b) for a, b in pairwise(spots) if b.is_at_margin]
    return sum(_is_apart(a, b, distance) for a, b in pairs) > _OFTEN * len(pairs)


def _begins(
    before: _Spot | None, spot: _Spot, distance: float | None, indents: frozenset[int], shows: bool
) -> bool | None:
    """`shows` says whether the first lines of paragraphs look different from others in this file."""
    if before is None:
        return True if spot.page == 0 else None
    if before.line.is_side or spot.line.is_side:
        return _begins_side(before, spot)
    if _is_apart(before, spot, distance):
        return True
    if before.is_centred(indents) or spot.is_centred(indents):
        return _begins_centred(before, spot, indents)
    if not before.is_full:
        return _begins_after_short(before, spot)
    begins = _begins_after_full(before, spot, indents)
    return None if begins is False and not shows else begins


def _begins_side(before: _Spot, spot: _Spot) -> bool | None:
    """Lines of a column begin by themselves or go on, as their words say; a column begins with its first."""
    if before.line.is_side != spot.line.is_side or before.page != spot.page or spot.box[1] < before.box[1]:
        return True
    return None


def _begins_centred(before: _Spot, spot: _Spot, indents: frozenset[int]) -> bool | None:
    """Of a centred line and one before or behind it: it goes on where its first word had found no room above."""
    if not (before.is_balanced and spot.is_centred(indents)):
        return True
    wide = width(before.box) + _BLANK * before.height + spot.first
    alike = abs(before.height - spot.height) < _BLANK * spot.height
    return False if before.is_centred(indents) and wide > before.margins.width and alike else None


def _is_apart(before: _Spot, spot: _Spot, distance: float | None) -> bool:
    if distance is None or before.page != spot.page:
        return False
    larger = max(1.0, spot.height / max(before.height, 1.0))
    return spot.bottom - before.bottom > _WIDER * distance * larger


def _begins_after_short(before: _Spot, spot: _Spot) -> bool | None:
    """The line before ends short of the margin: on purpose, where the first word of this one had still fitted there."""
    fits = before.box[2] + _BLANK * before.height + spot.first <= before.margins.right - _ALIGNED
    if fits and before.rest > _SHORT * before.margins.width:
        return True
    return None if fits or spot.indent > before.indent + _ALIGNED else False


def _begins_after_full(before: _Spot, spot: _Spot, indents: frozenset[int]) -> bool | None:
    if spot.is_at_margin:
        return False
    if before.hang is not None and abs(spot.box[0] - before.hang) <= _ALIGNED:
        return False  # hanging under the words behind a number or bullet
    if spot.is_indented(indents) or (spot.indent > _INDENT and before.is_at_margin):
        return True
    return None
