"""Where paragraphs begin on a page, by how its lines stand."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from ingest.ocr.words import ScannedLine

_INDENT = 0.8  # heights of type that a first line stands further in
_BLANK = 0.8  # heights of type: a blank and what a ragged line may lack
_WIDE_GAP = 1.4  # times the usual distance of two lines
_WIDE = 0.6  # of the widest line: what counts for the margins
_INSET = 0.1  # of the width of the type: a centred line stands further in than a first line
_CENTRED = 0.03  # of it, that the middle of a centred line may lie off


def paragraph_starts(lines: Sequence[ScannedLine]) -> list[bool | None]:
    """For each line of one column whether a paragraph begins with it; None where the layout does not show it."""
    if len(lines) < 3:
        return [None] * len(lines)
    margins = _margins(lines)
    distances = [below.baseline - above.baseline for above, below in pairwise(lines)]
    usual = median(distances)
    starts: list[bool | None] = [_first(lines[0], margins)]
    for i, distance in enumerate(distances):
        below = lines[i + 2] if i + 2 < len(lines) else None
        starts.append(_begins(lines[i], lines[i + 1], below, distance > _WIDE_GAP * usual, margins))
    return starts


def _margins(lines: Sequence[ScannedLine]) -> tuple[float, float]:
    """Where wide lines begin and end, in pixels."""
    widest = max(line.box[2] - line.box[0] for line in lines)
    wide = [line.box for line in lines if line.box[2] - line.box[0] > _WIDE * widest]
    lefts, rights = sorted(box[0] for box in wide), sorted(box[2] for box in wide)
    return lefts[len(lefts) // 10], rights[-1 - len(rights) // 10]


def _first(line: ScannedLine, margins: tuple[float, float]) -> bool | None:
    """The first line of a page may go on from the page before, unless it stands in."""
    return True if line.box[0] - margins[0] > _INDENT * line.height and not _is_centred(line, margins) else None


def _begins(
    above: ScannedLine, line: ScannedLine, below: ScannedLine | None, apart: bool, margins: tuple[float, float]
) -> bool | None:
    if _is_centred(line, margins):
        return True if apart else None
    if apart or _is_centred(above, margins):
        return True
    room = margins[1] - above.box[2]
    if room > line.words[0].width + _BLANK * line.height:
        return True
    indent = _INDENT * line.height
    if line.box[0] - margins[0] <= indent:
        return False
    if line.box[0] - above.box[0] > indent or (below is not None and line.box[0] - below.box[0] > indent):
        return True
    return None  # the line above stands in as far, and is full: one indented paragraph, or two


def _is_centred(line: ScannedLine, margins: tuple[float, float]) -> bool:
    """Whether a line stands in the middle, clear of both margins."""
    left, right = line.box[0] - margins[0], margins[1] - line.box[2]
    width = margins[1] - margins[0]
    return min(left, right) > _INSET * width and abs(left - right) / 2 < _CENTRED * width
