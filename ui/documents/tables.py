"""The tables of a document: its rows put together again, each with its columns, groups and page."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from index.passage import Passage
from ui.words import Words


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells by column, the groups above it, its page, and its number where it has one."""

    cells: tuple[str, ...]
    groups: tuple[str, ...]
    page: int | None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: where it stands (the path that all its rows share), its columns and rows."""

    path: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def tables(passages: Sequence[Passage]) -> list[Table]:
    """The tables in reading order: rows that follow each other belong together where one has all columns of the other.

    A row does not name its empty columns. Columns without a name are numbered.
    """
    runs: list[list[Passage]] = []
    columns: tuple[str, ...] = ()
    for passage in passages:
        if passage.kind != "row":
            runs.append([])
            continue
        own = _columns(passage)
        if runs and runs[-1] and (set(own) <= set(columns) or set(columns) <= set(own)):
            columns = max(columns, own, key=len)
            runs[-1].append(passage)
        else:
            columns = own
            runs.append([passage])
    return [_table(run) for run in runs if run]


def _columns(row: Passage) -> tuple[str, ...]:
    return tuple(row.cells) or tuple(str(number) for number, _ in enumerate(row.text.split(" | "), 1))


def _table(rows: Sequence[Passage]) -> Table:
    groups = [_groups(row) for row in rows]
    path = groups[0]
    for other in groups[1:]:
        path = tuple(a for a, _ in _alike(path, other))
    columns = max((_columns(row) for row in rows), key=len)
    made = tuple(
        Row(_cells(row, columns), above[len(path) :], row.page, _number(row))
        for row, above in zip(rows, groups, strict=True)
    )
    return Table(path, columns, made)


def _number(row: Passage) -> str:
    """A row's number, which is no cell of a column; empty where it has none."""
    first = row.text.split(" | ")[0]
    return first if row.cells and first not in row.cells.values() else ""


def _groups(row: Passage) -> tuple[str, ...]:
    """The path of a row without its own name, which stands in its cells."""
    *above, own = row.section or ("",)
    name = own.removeprefix(f"{_number(row)}. ").removesuffix("…").strip()
    return tuple(above) if name and any(cell.startswith(name) for cell in row.cells.values()) else row.section


def _cells(row: Passage, columns: Sequence[str]) -> tuple[str, ...]:
    cells = row.cells or dict(zip(_columns(row), row.text.split(" | "), strict=True))
    return tuple(cells.get(name, "") for name in columns)


def _alike(a: Sequence[str], b: Sequence[str]) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for one, other in zip(a, b, strict=False):
        if one != other:
            break
        pairs.append((one, other))
    return pairs


def table_html(table: Table, label: str, words: Words) -> str:
    """A table that scrolls inside itself, every text escaped; groups are rows of their own, as in the document."""
    paged = any(row.page is not None for row in table.rows)
    numbered = any(row.number for row in table.rows)
    heads = [*table.columns, *([words("page_head")] if paged else [])]
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    if numbered:
        head = f'<th scope="col" class="number">{escape(words("row_number"))}</th>{head}'
    body: list[str] = []
    before: tuple[str, ...] = ()
    for row in table.rows:
        if row.groups != before and row.groups:
            group = escape(" › ".join(row.groups))
            body.append(f'<tr class="group"><th scope="colgroup" colspan="{len(heads) + numbered}">{group}</th></tr>')
        before = row.groups
        page = f'<td class="number">{row.page or ""}</td>' if paged else ""
        number = f'<td class="number">{escape(row.number)}</td>' if numbered else ""
        body.append(f"<tr>{number}{''.join(f'<td>{escape(cell)}</td>' for cell in row.cells)}{page}</tr>")
    return (
        f'<div class="rows" role="region" tabindex="0" aria-label="{escape(label)}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table></div>"
    )
