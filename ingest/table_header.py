"""Headers of tables: which rows are one, how two lines of it become one name a column, and whether it is only repeated."""

import re
from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

_NUMBER_COLUMN = {"tt", "stt", "sốtt", "sốthứtự", "thứtự"}
_COUNTED = re.compile(r"^\(?([A-E]|\d+)\)?(?:\s*=.*)?$")  # "(4) = (2) + (3)" is the fourth column too
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_DIGITS = re.compile(r"\d+")
_ALIKE = 85  # of 100: a repeated header that recognition read a little differently
_MOST_LINES = 3

Cells = Sequence[str]


def is_number_column(name: str) -> bool:
    """Whether a column counts the rows; narrow ones break their name into single letters."""
    return re.sub(r"[\s.]", "", name).lower() in _NUMBER_COLUMN


def is_header(cells: Cells) -> bool:
    """Whether a row is a header by itself: its first cell heads a column of numbers."""
    return is_number_column(cells[0])


def plain_header(rows: Sequence[Cells]) -> int:
    """How many lines head a table that has no number column: 1 where its first row holds names without figures only, 2 where
    the row below fills its gaps; otherwise 0.
    """
    if len(rows) < 2 or not rows[0][0] or any(c and c[0].isdigit() for c in rows[0]):
        return 0
    if all(rows[0]):
        return 1
    lower = rows[1]
    gaps = {i for i, c in enumerate(rows[0]) if not c}
    below = {i for i, c in enumerate(lower) if c}
    named = all(not lower[i][0].isdigit() or _YEAR.match(lower[i]) for i in below)
    return 2 if len(rows) > 2 and gaps <= below and named and extends_header([rows[0]], lower) else 0


def counts_columns(cells: Cells) -> bool:
    """Whether a line under a header only counts its columns: "(1) (2) (3)", or "A B 1 2"."""
    counted = [m.group(1) if (m := _COUNTED.match(c)) else "" for c in cells if c]
    letters = [c for c in counted if c.isalpha()]
    numbers = counted[len(letters) :]
    right = letters == list("ABCDE"[: len(letters)]) and numbers == [str(n) for n in range(1, len(numbers) + 1)]
    return len(counted) > 2 and right


def extends_header(lines: Sequence[Cells], cells: Cells) -> bool:
    """Whether a row names columns below a name that stands above several of them. `lines` are those of the header so far."""
    upper = lines[-1]
    if len(lines) >= _MOST_LINES or cells[0] or len(cells) > len(upper):
        return False
    filled = [i for i, c in enumerate(cells) if c]
    return any(not upper[i] for i in filled) and all(_is_below(lines, i) for i in filled)


def _is_below(lines: Sequence[Cells], column: int) -> bool:
    """Whether a column has no name of its own yet: its name stands above others too."""
    upper = lines[-1]
    return column > 0 and (not upper[column] or (column + 1 < len(upper) and not upper[column + 1]))


def merge_header(upper: Cells, lower: Cells) -> list[str]:
    """Two header lines as one: a name above several columns goes before each name below it ("Chỉ tiêu: Năm 2023")."""
    merged, above = [], ""
    for i, name in enumerate(lower):
        top = upper[i] if i < len(upper) else ""
        above = top or above
        merged.append(f"{above}: {name}" if name and above else name or top)
    return merged + list(upper[len(lower) :])


def repeats(lines: Sequence[Cells], cells: Cells, recognised: bool) -> bool:
    """Whether a row is one of the header's lines once more, as at the top of a page; `recognised` ones may differ a little."""
    return any(len(line) == len(cells) and _alike(line, cells, recognised) for line in lines)


def _alike(line: Cells, cells: Cells, recognised: bool) -> bool:
    one, two = (" ".join(c for c in row if c).lower() for row in (line, cells))
    if one == two or not recognised:
        return one == two
    return _DIGITS.findall(one) == _DIGITS.findall(two) and ratio(one, two) >= _ALIKE
