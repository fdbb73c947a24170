"""The tables of a document: its rows put together again, each with its columns, groups and page."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from index.passage import Passage
from ui.words import Words


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells by column, the groups above it, its page."""

    cells: tuple[str, ...]
    groups: tuple[str, ...]
    page: int | None


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
    path = rows[0].section
    for row in rows[1:]:
        path = tuple(a for a, _ in _alike(path, row.section))
    columns = max((_columns(row) for row in rows), key=len)
    made = tuple(Row(_cells(row, columns), row.section[len(path) :], row.page) for row in rows)
    return Table(path, columns, made)


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
    heads = [*table.columns, *([words("page_head")] if paged else [])]
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    body: list[str] = []
    before: tuple[str, ...] = ()
    for row in table.rows:
        if row.groups != before and row.groups:
            group = escape(" › ".join(row.groups))
            body.append(f'<tr class="group"><th scope="colgroup" colspan="{len(heads)}">{group}</th></tr>')
        before = row.groups
        page = f'<td class="number">{row.page or ""}</td>' if paged else ""
        body.append(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row.cells)}{page}</tr>")
    return (
        f'<div class="rows" role="region" tabindex="0" aria-label="{escape(label)}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table></div>"
    )
