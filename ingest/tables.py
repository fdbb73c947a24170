"""Tables as rows of tab-separated cells: headers repeated at page tops, group rows, rows cut by a page break."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ingest.blocks import Block, is_heading_line
from ingest.misread import Labels, read_label
from ingest.table_breaks import begins_midway, even_columns, is_rest
from ingest.table_header import (
    counts_columns,
    extends_header,
    is_header,
    is_number_column,
    merge_header,
    plain_header,
    repeats,
)
from vietnamese.ordinals import roman_value
from vietnamese.text import tidy

_DECIMAL = re.compile(r"^\d+(\.\d+)+\.?$")
_ROMAN = re.compile(r"^[IVXLC]+\.?$")
_LETTERS = "ABCDĐEGH"
_LIST_LETTERS = "abcdđeghiklmnopq"
_IN_TITLE = re.compile(r"^([A-HĐ]|[IVXLC]+|\d+(?:\.\d+)*|[a-zđ])[.)]\s+(?=\S)")  # a group row of one merged cell
_TOTAL = re.compile(r"^(?:tổng (?:cộng|số)|cộng)\b", re.IGNORECASE)
_WHOLE = re.compile(r"^tổng\b", re.IGNORECASE)  # of the table; "cộng" may be that of a group
_LONGEST_LABEL = 5  # characters
_OTHER_TABLE = 2  # cells: rows after other text that differ by as many are no rest of the table above it
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
    """What is known when a row is read.

    `header` are the lines of the header, `headers` the first lines of all so far: one that comes again keeps its names,
    however recognition spells them. `labels` are the numbers of the rows above, as far as they are open. `last` is the row
    of data read just before, all of it that the pages so far have, and None after anything else.
    """

    columns: list[str] = field(default_factory=list)
    header: list[list[str]] = field(default_factory=list)
    header_open: bool = False
    headers: list[list[str]] = field(default_factory=list)
    groups: list[_Group] = field(default_factory=list)
    labels: Labels = field(default_factory=Labels)
    rows: list[Row] = field(default_factory=list)
    last: list[str] | None = None
    page: int | None = None
    all_numbered: bool = True

    @property
    def has_numbers(self) -> bool:
        """Whether the table's first column numbers its rows."""
        return bool(self.columns) and is_number_column(self.columns[0])


def read_rows(blocks: Sequence[Block]) -> list[Row]:
    """The data rows among the table blocks of one part, in order, with what their headers and group rows say of them."""
    rows = [[tidy(c) for c in block.cells] for block in blocks]
    rows = even_columns(rows, [block.first.page for block in blocks], is_header)
    state = _State()
    for i, (block, cells) in enumerate(zip(blocks, rows, strict=True)):
        if i == 0 or _is_other_table(blocks[i - 1], block):
            _begin(state, rows[i:])
        _read(state, block, cells)
    _close_groups(state, -1)
    return state.rows


def _is_other_table(before: Block, block: Block) -> bool:
    apart = block.first.place > before.last.place + 1
    return apart and abs(len(before.cells) - len(block.cells)) >= _OTHER_TABLE


def _begin(state: _State, rows: Sequence[list[str]]) -> None:
    """A table begins. What heads it is known at once only where it has no number column."""
    _close_groups(state, -1)
    lines = 0 if is_header(rows[0]) else plain_header(rows)
    state.header, state.last, state.all_numbered, state.labels = list(rows[:lines]), None, True, Labels()
    state.columns = rows[0] if lines else []
    for lower in rows[1:lines]:
        state.columns = merge_header(state.columns, lower)


def _read(state: _State, block: Block, cells: list[str]) -> None:
    recognised = block.first.read_by == "ocr"
    if repeats(state.header, cells, recognised):
        return
    if is_header(cells):
        cells = next((line for line in state.headers if repeats([line], cells, recognised)), cells)
        state.headers.append(cells)
        if not _same_table(state.columns, cells):
            _close_groups(state, -1)
            state.last, state.all_numbered, state.labels = None, True, Labels()
        state.columns, state.header, state.header_open = cells, [cells], True
        return
    filled = [i for i, c in enumerate(cells) if c]
    if not filled:
        return
    if state.header_open and counts_columns(cells):
        state.header.append(cells)
        return
    if state.header_open and extends_header(state.header, cells):
        state.columns = merge_header(state.columns, cells)
        state.header.append(cells)
        return
    state.header_open = False
    is_first = block.first.page != state.page and None not in (block.first.page, state.page)
    state.page = block.first.page
    if _goes_on(state, cells, filled, is_first):
        _continue_row(state, block, cells)
    elif is_first and _goes_on_in_group(state, cells, filled):
        _continue_group(state, block, cells, cells[filled[0]])
    elif _is_group(state, cells, filled):
        _open_group(state, block, _mended(state, cells, filled[-1], recognised), filled[-1])
    else:
        _add_row(state, block, _mended(state, cells, 1, recognised))


def _mended(state: _State, cells: list[str], title: int, recognised: bool) -> list[str]:
    """The cells of a recognised row with the number that is due in its place, where another was read."""
    text = cells[0].rstrip(".")
    if not recognised or not state.has_numbers or not 0 < len(text) <= _LONGEST_LABEL or title == 0:
        return cells
    in_capitals = is_heading_line(cells[title])
    label = state.labels.due(text, in_capitals)
    if label is None:
        read = sorted(read_label(text), key=lambda label: in_capitals != label.is_outer)
        label = next(iter(read), None)
    if label is None:
        return cells
    state.labels.take(label)
    return [label.text, *cells[1:]]


def _goes_on(state: _State, cells: Sequence[str], filled: Sequence[int], is_first: bool) -> bool:
    """Whether a row is the rest of the one before. `is_first` says that it is the first one on its page."""
    if state.last is None or _TOTAL.match(cells[filled[0]]):
        return False
    if is_first and not (cells[0] and state.has_numbers):
        return is_rest(state.last, cells, state.has_numbers and state.all_numbered)
    return not cells[0] and all(begins_midway(cells[i]) for i in filled)


def _goes_on_in_group(state: _State, cells: Sequence[str], filled: Sequence[int]) -> bool:
    """Whether the first row on a page is the rest of a group row: nothing has followed that, and only a title goes on."""
    if not state.groups or state.groups[-1].is_used or state.last is not None:
        return False
    return len(filled) == 1 and begins_midway(cells[filled[0]]) and not (cells[0] and state.has_numbers)


def _continue_group(state: _State, block: Block, cells: Sequence[str], rest: str) -> None:
    group = state.groups[-1]
    title = f"{group.row.title} {rest}"
    named = _named(state.columns, cells)
    merged = {name: f"{value} {named[name]}" if name in named else value for name, value in group.row.cells.items()}
    group.row = replace(group.row, title=title, cells=merged, blocks=(*group.row.blocks, block))
    group.name = group.row.name


def _is_group(state: _State, cells: Sequence[str], filled: Sequence[int]) -> bool:
    """Whether only the title of a row is filled, with columns beside it left empty."""
    title, columns = filled[-1], max(len(cells), len(state.columns))
    if columns < 3 or title > 2 or _TOTAL.match(cells[filled[0]]):
        return False
    if title == 0:
        return not _label_cell(state, cells)
    alone = len(filled) == 1 + bool(cells[0])
    return alone and bool(cells[0] or not state.rows or cells[title].isupper())


def _label_cell(state: _State, cells: Sequence[str]) -> str:
    """The row's number; "" where the first column holds none."""
    if state.has_numbers and not _IN_TITLE.match(cells[0]) and not _TOTAL.match(cells[0]):
        return cells[0].rstrip(".") if len(cells[0]) <= 8 else ""
    return ""


def _same_table(columns: Sequence[str], header: Sequence[str]) -> bool:
    """Whether a header is that of the table before, repeated at the top of a page: a column may have been split in two."""
    return bool({name.split(":")[0] for name in columns[1:] if name} & {name for name in header[1:] if name})


def _continue_row(state: _State, block: Block, cells: Sequence[str]) -> None:
    """A row that a page break cut: its cells go on in those of the row before."""
    last = state.rows[-1]
    merged = dict(last.cells)
    for name, value in _named(state.columns, cells).items():
        merged[name] = f"{merged[name]} {value}" if name in merged else value
    before = [*(state.last or ()), *[""] * len(cells)]
    state.last = [f"{a} {b}".strip() for a, b in zip(before, [*cells, *[""] * len(before)], strict=False)]
    title = _title(state.last, bool(last.label))
    state.rows[-1] = replace(last, title=title, cells=merged, blocks=(*last.blocks, block))


def _open_group(state: _State, block: Block, cells: Sequence[str], title: int) -> None:
    in_title = _IN_TITLE.match(cells[title]) if title == 0 else None
    label = in_title.group(1) if in_title else (cells[0] if title else "")
    name = cells[title][in_title.end() :] if in_title else cells[title]
    kind = _label_kind(label, state.groups)
    if block.first.read_by == "ocr" and is_heading_line(name) and kind in ("arabic", "letter"):
        kind = "roman"  # recognition takes "I" for 1 or l; names in capitals are those of the outer groups
    rank = _GROUP_RANKS["upper" if kind == "none" else kind]
    _close_groups(state, rank)
    label = label.rstrip(".")
    row = Row(label, name, _use_groups(state), _named(state.columns, cells), (block,))
    state.groups.append(_Group(rank, label, row.name, row))
    state.last = None


def _add_row(state: _State, block: Block, cells: list[str]) -> None:
    label = _label_cell(state, cells)
    if state.has_numbers and cells[0] and not label and not cells[1]:
        cells = ["", cells[0], *cells[2:]]  # its title stands in a cell that was merged with that of the number
    title = _title(cells, bool(label))
    if label:
        _close_groups(state, _rank(state, cells[0]))
    else:
        _close_groups(state, -1 if _TOTAL.match(title) and _WHOLE.match(title) else _GROUP_RANKS["none"])
    state.rows.append(Row(label, title, _use_groups(state), _named(state.columns, cells), (block,)))
    state.last = cells
    state.all_numbered = state.all_numbered and bool(label or _TOTAL.match(title))


def _rank(state: _State, label: str) -> int:
    """How deep a row's number is. "C" right after "b" is the letter c: recognition cannot always tell their size."""
    before = state.rows[-1].label if state.rows and state.last is not None else ""
    letter = label.rstrip(".").lower()
    if (
        before.islower()
        and letter in _LIST_LETTERS
        and _LIST_LETTERS.find(before) + 1 == _LIST_LETTERS.find(letter) > 0
    ):
        return _GROUP_RANKS["letter"]
    return _GROUP_RANKS[_label_kind(label, state.groups)]


def _title(cells: Sequence[str], has_label: bool) -> str:
    """The first filled cell beside the number."""
    return next((c for c in cells[1 if has_label or not cells[0] else 0 :] if c), "")


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
        if value and not (i == 0 and is_number_column(name)):
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
    if not label.isalpha() and not label[0].isdigit():
        return "none"  # what recognition makes of a letter: "€"
    return "letter" if label.islower() else "upper"
