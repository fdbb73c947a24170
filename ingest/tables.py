"""Tables as rows of tab-separated cells: headers repeated at page tops, group rows, rows cut by a page break."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ingest.blocks import Block
from ingest.numbering import roman_value
from vietnamese.text import tidy

_NUMBER_COLUMN = {"tt", "stt", "số tt", "số thứ tự"}
_DECIMAL = re.compile(r"^\d+(\.\d+)+\.?$")
_ROMAN = re.compile(r"^[IVXLC]+\.?$")
_LETTERS = "ABCDĐEGH"
_IN_TITLE = re.compile(r"^([A-HĐ]|[IVXLC]+|\d+(?:\.\d+)*|[a-zđ])[.)]\s+(?=\S)")  # a group row of one merged cell
_COUNTED = re.compile(r"^\(?(\d+)\)?$")
_GROUP_RANKS = {"upper": 0, "roman": 1, "arabic": 2, "decimal": 3, "letter": 4, "none": 9}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of data. `groups` are the names of the group rows above it, outermost first; `cells` maps columns to values.

    `blocks` are its lines in the file: more than one where a page break cut the row.
    """

    label: str
    title: str
    groups: tuple[str, ...]
    cells: Mapping[str, str]
    blocks: tuple[Block, ...]

    @property
    def name(self) -> str:
        """How a citation names the row: its number and its title."""
        return f"{self.label}. {self.title}" if self.label else self.title


@dataclass(slots=True)
class _Group:
    """A group row that is open. `row` is what it is where no row follows in it: a row whose other cells are empty."""

    rank: int
    label: str
    name: str
    row: Row
    is_used: bool = False


@dataclass(slots=True)
class _State:
    columns: list[str] = field(default_factory=list)
    groups: list[_Group] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    header_open: bool = False


def read_rows(blocks: Sequence[Block]) -> list[Row]:
    """The data rows among the table blocks of one part, in order, with what their headers and group rows say of them."""
    state = _State()
    if blocks and not _is_header(blocks[0]):
        state.columns = _plain_header(blocks)
        blocks = blocks[1:] if state.columns else blocks
    for block in blocks:
        _read(state, block)
    _close_groups(state, -1)
    return state.rows


def _read(state: _State, block: Block) -> None:
    cells = [tidy(c) for c in block.cells]
    if _is_header(block):
        if not _same_table(state.columns, cells):
            _close_groups(state, -1)
        state.columns, state.header_open = cells, True
        return
    if state.header_open and not any(cells[:2]):
        state.columns = _merge_header(state.columns, cells)
        state.header_open = False
        return
    filled = [i for i, c in enumerate(cells) if c]
    if not filled or (state.header_open and _counts_columns([cells[i] for i in filled])):
        return
    state.header_open = False
    if not cells[0] and all(_continues(cells[i], state) for i in filled):
        _continue_row(state, block, cells)
    elif _is_group(state, cells, filled):
        _open_group(state, block, cells, filled[-1])
    else:
        _add_row(state, block, cells)


def _counts_columns(filled: Sequence[str]) -> bool:
    """Whether a line under a header only counts its columns: "(1) (2) (3)"."""
    numbers = [int(m.group(1)) for c in filled if (m := _COUNTED.match(c))]
    return len(filled) > 2 and numbers == list(range(1, len(filled) + 1))


def _is_group(state: _State, cells: Sequence[str], filled: Sequence[int]) -> bool:
    """Whether only the title of a row is filled, with columns beside it left empty."""
    title, columns = filled[-1], max(len(cells), len(state.columns))
    if columns < 3 or title > 2:
        return False
    if title == 0:
        return not _label_cell(state, cells)
    alone = len(filled) == 1 + bool(cells[0])
    return alone and bool(cells[0] or not state.rows or cells[title].isupper())


def _label_cell(state: _State, cells: Sequence[str]) -> str:
    """The row's number; "" where the first column holds none."""
    if state.columns and state.columns[0].lower() in _NUMBER_COLUMN and not _IN_TITLE.match(cells[0]):
        return cells[0].rstrip(".") if len(cells[0]) <= 8 else ""
    return ""


def _same_table(columns: Sequence[str], header: Sequence[str]) -> bool:
    """Whether a header is that of the table before, repeated at the top of a page: a column may have been split in two."""
    return bool({name.split(":")[0] for name in columns[1:] if name} & {name for name in header[1:] if name})


def _is_header(block: Block) -> bool:
    return block.cells[0].strip().lower() in _NUMBER_COLUMN


def _plain_header(blocks: Sequence[Block]) -> list[str]:
    """A first row of names without figures heads a table that has no number column; otherwise there is no header."""
    cells = [tidy(c) for c in blocks[0].cells]
    if len(blocks) > 1 and all(cells) and not any(c[0].isdigit() for c in cells):
        return cells
    return []


def _merge_header(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Two header lines as one: a name above several columns goes before each name below it ("Chỉ tiêu: Năm 2023")."""
    merged, above = [], ""
    for i, name in enumerate(lower):
        top = upper[i] if i < len(upper) else ""
        above = top or above
        merged.append(f"{above}: {name}" if name and above else name or top)
    return merged + list(upper[len(lower) :])


def _continues(cell: str, state: _State) -> bool:
    return bool(state.rows) and (cell[0].islower() or cell[0] in "-+•")


def _continue_row(state: _State, block: Block, cells: Sequence[str]) -> None:
    """A row that a page break cut: its cells go on in those of the row before."""
    last = state.rows[-1]
    merged = dict(last.cells)
    for name, value in _named(state.columns, cells).items():
        merged[name] = f"{merged[name]} {value}" if name in merged else value
    state.rows[-1] = replace(last, cells=merged, blocks=(*last.blocks, block))


def _open_group(state: _State, block: Block, cells: Sequence[str], title: int) -> None:
    in_title = _IN_TITLE.match(cells[title]) if title == 0 else None
    label = in_title.group(1) if in_title else (cells[0] if title else "")
    name = cells[title][in_title.end() :] if in_title else cells[title]
    kind = _label_kind(label, state.groups)
    rank = _GROUP_RANKS["upper" if kind == "none" else kind]
    _close_groups(state, rank)
    label = label.rstrip(".")
    row = Row(label, name, _use_groups(state), _named(state.columns, cells), (block,))
    state.groups.append(_Group(rank, label, row.name, row))


def _add_row(state: _State, block: Block, cells: Sequence[str]) -> None:
    label = _label_cell(state, cells)
    _close_groups(state, _GROUP_RANKS[_label_kind(cells[0], state.groups)] if label else _GROUP_RANKS["none"])
    title = next((c for c in cells[1 if label or not cells[0] else 0 :] if c), "")
    state.rows.append(Row(label, title, _use_groups(state), _named(state.columns, cells), (block,)))


def _use_groups(state: _State) -> tuple[str, ...]:
    """The names of the open groups, outermost first, which from now on have something in them."""
    for group in state.groups:
        group.is_used = True
    return tuple(g.name for g in state.groups)


def _close_groups(state: _State, rank: int) -> None:
    """Closes the groups from `rank` inwards. One that held nothing was no group but a row."""
    while state.groups and state.groups[-1].rank >= rank:
        group = state.groups.pop()
        if not group.is_used:
            state.rows.append(group.row)


def _named(columns: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """Column name to value for the filled cells; a column without a name is counted ("cột 4"), the number column left out."""
    named: dict[str, str] = {}
    for i, value in enumerate(cells):
        name = columns[i] if i < len(columns) and columns[i] else f"cột {i + 1}"
        if value and not (i == 0 and name.lower() in _NUMBER_COLUMN):
            named[name] = f"{named[name]} {value}" if name in named else value
    return named


def _label_kind(label: str, groups: Sequence[_Group]) -> str:
    """What numbers a row. "C" after "B" is a letter, "C" alone the Roman hundred; "I" after "H" is still Roman here."""
    label = label.strip().rstrip(".")
    if not label:
        return "none"
    if _DECIMAL.match(label):
        return "decimal"
    if label.isdigit():
        return "arabic"
    upper = [g.label.strip(". ") for g in groups if g.rank == _GROUP_RANKS["upper"]]
    if label in _LETTERS and (label == "A" or (upper and _LETTERS.find(upper[-1]) + 1 == _LETTERS.find(label))):
        return "upper"
    if _ROMAN.match(label) and roman_value(label) > 0:
        return "roman"
    return "letter" if label.islower() else "upper"
