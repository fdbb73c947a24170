"""Tables that only set text side by side: issuer and motto, recipients and signature. They are lines, not rows."""

import re
from collections.abc import Sequence

_HEAD = re.compile(
    r"^\W*(CỘNG H(ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*[-–]\s*Tự do)|, ngày\b.*\btháng\b|^(Luật |Nghị quyết )?số\s*:",
    re.IGNORECASE,
)
_TAIL = re.compile(r"^\W*Nơi nhận\b|^Kính gửi\b", re.IGNORECASE)
_SIGNED = re.compile(
    r"^(TM|T/M|KT|TL|TUQ|Q)\.?\s+[A-ZĐÀ-Ỹ]"
    r"|^(TỔNG BÍ THƯ|BÍ THƯ|PHÓ BÍ THƯ|CHỦ TỊCH|PHÓ CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|CHÁNH VĂN PHÒNG|CỤC TRƯỞNG|TRƯỞNG BAN|HIỆU TRƯỞNG)\b"
)
_MOST_COLUMNS = 3
_MOST_ROWS = 12  # where each recipient has a row of its own
_MOST_RULED_ROWS = 3

Cell = Sequence[str]
"""The lines of one cell."""


def is_head_line(line: str) -> bool:
    """Whether a line is one of a document's head, recipients or signature: what no row of figures holds."""
    line = line.strip()
    return bool(_HEAD.search(line) or _TAIL.match(line) or _SIGNED.match(line))


def is_side_by_side(rows: Sequence[Sequence[Cell]], ruled: bool) -> bool:
    """Whether a table is a head or a signature. `ruled`: lines are drawn in it, which those hardly ever have."""
    if not rows or max(len(row) for row in rows) > _MOST_COLUMNS:
        return False
    lines = [line.strip() for row in rows for cell in row for line in cell]
    if ruled:
        # A form's own frame may hold such lines too: only motto or recipients, in a table of hardly any rows, tell.
        certain = any(_HEAD.match(line) or _TAIL.match(line) for line in lines)
        return certain and len(rows) <= _MOST_RULED_ROWS and len(rows[0]) > 1
    return len(rows) <= _MOST_ROWS and any(is_head_line(line) for line in lines)


def columns_in_order(rows: Sequence[Sequence[Cell]]) -> list[tuple[int, int]]:
    """The cells of such a table as they are read, by row and column: a column from top to bottom, then the one beside it.

    Where the first column stays empty for some rows, what stands beside it there comes first.
    """
    bands: list[list[int]] = []
    for i, row in enumerate(rows):
        filled = bool(row) and any(line.strip() for line in row[0])
        if not bands or (filled and not _first_column(rows, bands[-1])):
            bands.append([])
        bands[-1].append(i)
    width = max((len(row) for row in rows), default=0)
    return [(i, j) for band in bands for j in range(width) for i in band if j < len(rows[i])]


def _first_column(rows: Sequence[Sequence[Cell]], band: Sequence[int]) -> bool:
    return any(line.strip() for i in band if rows[i] for line in rows[i][0])
