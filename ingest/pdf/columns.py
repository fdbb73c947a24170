"""Heads and tails in two columns: issuer beside motto, recipients beside signature, each column read by itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.document import Box
from ingest.layout.boxes import centre, same_height, shared_height, shared_width
from ingest.pdf.line import Line, Token

_GAP = 1.0  # of the line's height: blanks wider than this may part columns
_JOINED = 0.9  # of the line's height: pieces nearer than this are one line, whatever the file makes of it
_BESIDE = 0.3  # of the lower line's height
_CLOSE = 1.6  # of a line's height: from one line of a column to the next
_NARROWEST = 0.1  # of the line's height: a gap between columns that no line crosses
_MIDDLE = (0.25, 0.68)  # of the page's width: where the gap of a head or tail in two columns lies
# What stands in a head or a tail and hardly anywhere else at the beginning of a line.
_ANCHOR = re.compile(
    r"^(cộng hòa xã hội|cộng hoà xã hội|độc lập\s*[-–]|đảng cộng sản việt nam|nơi nhận|(tm|kt|tl|tuq|q|t/m|k/t|t/l)\b\.?\s)"
    r"|\bngày\b.{0,12}\btháng\b.{0,12}\bnăm\b",
    re.IGNORECASE,
)
_MOTTO = re.compile(r"(?<=\S)\s+(?=(?:CỘNG H[ÒO][AÀ] XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*[-–]\s*Tự do))")


@dataclass(frozen=True, slots=True)
class Column:
    """Lines that stand under each other; `is_side` where another column stands beside them."""

    lines: tuple[Line, ...]
    is_side: bool


def in_columns(lines: Sequence[Line], width: float) -> list[Column]:
    """The lines of a page of this width (points) in reading order, a head or tail in two columns left side first.

    Pieces of one line that the file draws apart are joined.
    """
    joined = _join(lines)
    zones = _zones(joined, width)
    columns: list[Column] = []
    at = 0
    for first, end, gap in zones:
        columns.append(Column(tuple(joined[at:first]), False))
        columns += [Column(side, True) for side in _sides(joined[first:end], gap)]
        at = end
    columns.append(Column(tuple(joined[at:]), False))
    return [column for column in columns if column.lines]


def _join(lines: Sequence[Line]) -> list[Line]:
    joined: list[Line] = []
    for line in lines:
        if joined and _goes_on(joined[-1], line):
            joined[-1] = Line(joined[-1].tokens + line.tokens)
        else:
            joined.append(line)
    return joined


def _goes_on(line: Line, then: Line) -> bool:
    a, b = line.box, then.box
    return a is not None and b is not None and same_height(a, b) and -1 <= b[0] - a[2] < _JOINED * line.height


def _zones(lines: Sequence[Line], width: float) -> list[tuple[int, int, float]]:
    """Where two columns stand side by side: the first line, the one after the last, and the x that no line crosses."""
    zones: list[tuple[int, int, float]] = []
    if not any(_ANCHOR.search(piece.text) for line in lines for piece in _pieces(line)):
        return zones
    at = 0
    while at < len(lines):
        zone = _zone_at(lines, at, width)
        if zone is None:
            at += 1
        else:
            zones.append((at, *zone))
            at = zone[0]
    return zones


def _zone_at(lines: Sequence[Line], first: int, width: float) -> tuple[int, float] | None:
    """The longest stretch from a line on that a gap parts in two columns of which one holds what heads and tails hold."""
    gaps = [(_MIDDLE[0] * width, _MIDDLE[1] * width)]
    best = None
    for end in range(first + 1, len(lines) + 1):
        pieces = _pieces(lines[end - 1])
        gaps = [g for gap in gaps for g in _without(gap, pieces) if g[1] - g[0] > _NARROWEST * lines[end - 1].height]
        if not gaps:
            break
        for left, right in gaps:
            middle = (left + right) / 2
            if _is_zone(lines[first:end], middle):
                best = end, middle
                break
    return best


def _without(gap: tuple[float, float], pieces: Sequence[Line]) -> list[tuple[float, float]]:
    """What pieces leave of a gap."""
    left = [gap]
    for piece in pieces:
        if piece.box:
            a, _, b, _ = piece.box
            left = [(x, y) for x0, x1 in left for x, y in ((x0, min(x1, a)), (max(x0, b), x1)) if x < y]
    return left


def _is_zone(lines: Sequence[Line], gap: float) -> bool:
    """Whether both sides hold lines, some beside each other, and one of them what heads and tails hold."""
    left, right = _sides(lines, gap)
    if not any(_beside(a, b) for a in left for b in right):
        return False
    beside = len(lines) == 1 or _belongs(lines[-1], left, right)
    return beside and any(_ANCHOR.search(line.text) for line in (*left, *right))


def _belongs(last: Line, left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether a line stands beside the other column, or closely below a line of its own."""
    pieces = _pieces(last)
    others = [line for line in (*left, *right) if line not in pieces]
    return any(_beside(piece, line) or _below(line, piece) for piece in pieces for line in others)


def _below(line: Line, then: Line) -> bool:
    if line.box is None or then.box is None or shared_width(line.box, then.box) < 0:
        return False
    return 0 < then.box[3] - line.box[3] < _CLOSE * line.height


def _beside(a: Line, b: Line) -> bool:
    """Whether two lines share enough height to stand beside each other, be it half a line apart."""
    if a.box is None or b.box is None or shared_width(a.box, b.box) > 0:
        return False
    return shared_height(a.box, b.box) > _BESIDE * min(a.height, b.height)


def _sides(lines: Sequence[Line], gap: float) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The pieces left and right of a gap, each from top to bottom, those at one height joined."""
    pieces = [piece for line in lines for piece in _pieces(line)]
    left = [p for p in pieces if p.box is None or p.box[2] <= gap]
    right = [p for p in pieces if p.box is not None and p.box[2] > gap]
    return _down(left), _down(right)


def _down(pieces: Sequence[Line]) -> tuple[Line, ...]:
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda p: centre(p.box)[1] if p.box else 0.0):
        if rows and piece.box and rows[-1][-1].box and same_height(rows[-1][-1].box, piece.box):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return tuple(_row(row) for row in rows)


def _row(pieces: Sequence[Line]) -> Line:
    ordered = sorted(pieces, key=lambda p: p.box[0] if p.box else 0.0)
    return Line(tuple(token for piece in ordered for token in piece.tokens))


def _pieces(line: Line) -> list[Line]:
    """A line parted at its wide blanks, and before a motto; words without a box stay with the one before."""
    motto = _MOTTO.search(line.text)
    words = len(line.text[: motto.start()].split()) if motto else None
    pieces: list[list[Token]] = [[]]
    before: Box | None = None
    for i, token in enumerate(line.tokens):
        wide = before and token.box and not -1 <= token.box[0] - before[2] <= _GAP * line.height
        if pieces[-1] and (wide or i == words):
            pieces.append([])
        pieces[-1].append(token)
        before = token.box or before
    return [Line(tuple(piece)) for piece in pieces]
