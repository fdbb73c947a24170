"""Figures of plans made for one test, read by the real ingest and by the register."""

from collections.abc import Mapping
from dataclasses import replace

from obligations.comparison import MeasureRow, tables_of
from obligations.reading import read_document
from obligations.stated import Stated, stated_figures
from tests.obligations.made_plans import SEVERAL_YEARS, plan_document, plan_passages


def figures(body: str, name: str = "made", title: str = SEVERAL_YEARS) -> list[Stated]:
    """The figures of a plan with this body."""
    passages = plan_passages(body, title)
    cells = {passage.id: passage.cells for passage in passages}
    rows = [replace(row, document_id=name) for row in read_document(plan_document(body, title), passages, {})]
    return stated_figures((row for row in rows if row.kind == "target"), cells.__getitem__)


def goals(*blocks: str, heading: str = "1. Mục tiêu cụ thể", name: str = "made") -> list[Stated]:
    """The figures of bullets under one heading of targets."""
    return figures("\n".join(["I. MỤC TIÊU", heading, *(f"- {block}" for block in blocks)]), name)


def measure_rows(documents: Mapping[str, str]) -> list[MeasureRow]:
    """The rows of all tables of plans, by their names."""
    read = [figure for name, body in documents.items() for figure in figures(body, name)]
    return [row for table in tables_of(read) for row in table.rows]


def table(columns: str, *rows: str) -> str:
    """An appendix with one table; columns and cells are parted by bars."""
    rule = "|".join("---" for _ in columns.split("|"))
    return "\n".join(["PHỤ LỤC", "BIỂU CHỈ TIÊU", "", f"| {columns} |", f"|{rule}|", *(f"| {row} |" for row in rows)])
