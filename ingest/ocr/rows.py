"""Words put into rows across the page, and rows into the lines that stand in them."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ingest.layout.boxes import shared_width
from ingest.ocr.words import ScannedLine, ScannedWord
from vietnamese.text import fold

_SAME_ROW = 0.5  # of the lower line's height
_GAP = 3.0  # heights of type between words: justified lines have less
_BLANKS = frozenset({"so", "ngay", "thang", "nam"})  # after these a form leaves room to write


def rows_of(words: Iterable[ScannedWord]) -> list[ScannedLine]:
    """All words of a page in rows from top to bottom; each row has its words from left to right."""
    lines: dict[tuple[int, ...], list[ScannedWord]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    rows: list[ScannedLine] = []
    for line in sorted((_ordered(group) for group in lines.values()), key=_middle):
        if rows and _beside(rows[-1], line):
            rows[-1] = _ordered([*rows[-1].words, *line.words])
        else:
            rows.append(line)
    return rows


def split_row(row: ScannedLine) -> list[ScannedLine]:
    """A row parted where the gap between two words is wider than any line of type has; room to write in parts nothing."""
    pieces = [[row.words[0]]]
    for before, word in pairwise(row.words):
        wide = word.left - before.right > _GAP * row.height
        if wide and fold(before.text).strip(" :.,") not in _BLANKS:
            pieces.append([])
        pieces[-1].append(word)
    return [ScannedLine(tuple(piece)) for piece in pieces]


def part_row(row: ScannedLine, cut: float) -> tuple[list[ScannedWord], list[ScannedWord]]:
    """The words of a row left and right of a line down the page at `cut` pixels."""
    left = [word for word in row.words if (word.left + word.right) / 2 < cut]
    return left, [word for word in row.words if (word.left + word.right) / 2 >= cut]


def crosses(row: ScannedLine, cut: float) -> bool:
    """Whether a word stands on the line at `cut`, or type runs on across it with no more than a blank."""
    left, right = part_row(row, cut)
    if any(word.left < cut < word.right for word in row.words):
        return True
    if not left or not right:
        return False
    return min(w.left for w in right) - max(w.right for w in left) < 0.8 * row.height


def _ordered(words: Sequence[ScannedWord]) -> ScannedLine:
    return ScannedLine(tuple(sorted(words, key=lambda word: word.left)))


def _middle(line: ScannedLine) -> float:
    return sorted(word.middle for word in line.words)[len(line.words) // 2]


def _beside(row: ScannedLine, line: ScannedLine) -> bool:
    """Whether a line stands on the row's height, and not over or under its words."""
    height = min(row.height, line.height)
    if abs(_middle(row) - _middle(line)) > _SAME_ROW * height:
        return False
    box = line.box
    return all(shared_width(box, word.box) < height for word in row.words)
