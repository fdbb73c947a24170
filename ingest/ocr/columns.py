"""The two columns of an office document: issuer and motto at its head, recipients and signature at its foot."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.doctypes import type_of_line
from ingest.layout.boxes import shared_height
from ingest.ocr.rows import crosses, part_row, split_row
from ingest.ocr.words import ScannedLine
from vietnamese.text import fold

_MOTTO = re.compile(r"x[a-z] h[a-z]i ch[a-z] ngh|c[a-z]ng s[a-z]n vi[a-z]t")
_RECIPIENTS = re.compile(r"n[a-z]i\s?nh[a-z]n\b")
_ADDRESS = re.compile(r"k[a-z]nh g[a-z]i")
_MOST_HEAD = 14  # rows of a head: a long subject beside a stamp
_STEP = 0.5  # heights of type between the places tried for the line between two columns
_BESIDE = 0.2  # of a word's height that it shares with what stands beside it
_LEAST_FOOT = 0.35  # of the page's width: recipients are never narrower with what stands right of them


@dataclass(frozen=True, slots=True)
class Columns:
    """Rows `start` to `end` (exclusive) stand in two columns, parted at `cut` pixels from the left."""

    start: int
    end: int
    cut: float


def find_head(rows: Sequence[ScannedLine]) -> Columns | None:
    """The rows of a head: from the one with the motto to the first that goes across, to the type or to the address."""
    for start, row in enumerate(rows[:_MOST_HEAD]):
        motto = _MOTTO.search(fold(row.text))
        if motto is None:
            continue
        cut = _cut_before_motto(row)
        if cut is None:
            return None
        end = start + 1
        while end < min(len(rows), start + _MOST_HEAD) and not crosses(rows[end], cut) and not _ends_head(rows[end]):
            end += 1
        return Columns(start, end, cut)
    return None


def find_foot(rows: Sequence[ScannedLine], width: float) -> Columns | None:
    """The rows from "Nơi nhận" on, with the line between recipients and signature that goes furthest down the page."""
    start = next((i for i, row in enumerate(rows) if _RECIPIENTS.match(fold(row.text))), None)
    if start is None:
        return None
    height = rows[start].height
    words = rows[start].words
    # The line runs right of "Nơi nhận:", its first two words, and left of the page's last quarter.
    first = max(words[min(1, len(words) - 1)].right + height, _LEAST_FOOT * width)
    cuts = [first + _STEP * height * i for i in range(int((0.75 * width - first) / (_STEP * height)) + 1)]
    ends = [_end_of_foot(rows, start, cut) for cut in cuts]
    if not cuts or max(ends) == start:
        return None
    widest = _longest_run([end == max(ends) for end in ends])
    foot = Columns(start, max(ends), cuts[widest])
    return foot if _has_two_sides(rows[foot.start : foot.end], foot.cut) else None


def _has_two_sides(rows: Sequence[ScannedLine], cut: float) -> bool:
    """Whether type stands beside type: lines that only lie below one another, some in the middle, are no columns."""
    sides = [word for row in rows for word in part_row(row, cut)[1]]
    return any(
        shared_height(word.box, other.box) > _BESIDE * word.height
        for row in rows
        for word in part_row(row, cut)[0]
        for other in sides
    )


def lines_in_order(rows: Sequence[ScannedLine], columns: Sequence[Columns]) -> list[ScannedLine]:
    """The lines of all rows: of two columns first the left one, then the right one."""
    lines: list[ScannedLine] = []
    at = 0
    for part in columns:
        lines += [line for row in rows[at : part.start] for line in split_row(row)]
        sides = [part_row(row, part.cut) for row in rows[part.start : part.end]]
        for side in ([left for left, _ in sides], [right for _, right in sides]):
            lines += [line for words in side if words for line in split_row(ScannedLine(tuple(words)))]
        at = part.end
    return lines + [line for row in rows[at:] for line in split_row(row)]


def _cut_before_motto(row: ScannedLine) -> float | None:
    """The middle of the gap before the motto, None where nothing stands left of it."""
    words = row.words
    for i in range(1, len(words)):
        if _MOTTO.search(fold(" ".join(word.text for word in words[i:]))) is None:
            return None
        if fold(words[i].text) in ("cong", "dang") and words[i].left - words[i - 1].right > 0.5 * row.height:
            return (words[i].left + words[i - 1].right) / 2
    return None


def _ends_head(row: ScannedLine) -> bool:
    return _ADDRESS.match(fold(row.text)) is not None or any(type_of_line(line.text) for line in split_row(row))


def _end_of_foot(rows: Sequence[ScannedLine], start: int, cut: float) -> int:
    end = start
    while end < len(rows) and not crosses(rows[end], cut):
        end += 1
    return end


def _longest_run(flags: Sequence[bool]) -> int:
    """The middle of the longest run of True, at least one."""
    best, run = (0, 0), 0
    for i, flag in enumerate(flags):
        run = run + 1 if flag else 0
        best = max(best, (run, i), key=lambda found: found[0])
    length, last = best
    return last - length // 2
