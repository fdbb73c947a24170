"""Rows of the register on their way into the record: what `obligations/` reads and `index/record/` keeps without knowing what it means."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class KeptRow:
    """One row: the columns it is found by, its words accented and plain, and itself as JSON.

    `columns` has the names of `index.record.tables.ObligationRow` from `kind` on.
    """

    columns: Mapping[str, Any]
    accented: str
    plain: str
    body: str


@dataclass(frozen=True, slots=True)
class Registered:
    """The rows of an edition in reading order, and the version of the program that read them."""

    reader: str
    rows: tuple[KeptRow, ...]
