"""Rows of a register drawn by chance, for a person to judge: the same rows for the same seed."""

import hashlib
import json
from collections.abc import Collection, Sequence
from typing import Any

from eval.register.score import Row

_SHOWN = ("kind", "actor", "role", "action", "deadline", "target", "document_id", "section", "lines", "page", "quote")


def identity(row: Row) -> str:
    """What a row is known by in files of judgements: 12 hexadecimal digits of who does what until when, and where it stands."""
    deadline, target = row["deadline"] or {}, row["target"] or {}
    told = [row["document_id"], row["section"], row["kind"], row["actor"], row["action"], deadline.get("text")]
    told += [target.get("value"), target.get("year")]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode("utf-8")).hexdigest()[:12]


def block_of(row: Row) -> tuple[str, str]:
    """The document and the beginning of the block that a row was read from; files of judgements keep no more of a quote."""
    return row["document_id"], row["quote"][:100]


def draw(rows: Sequence[Row], count: int, seed: int, seen: Collection[tuple[str, str]] = ()) -> list[dict[str, Any]]:
    """`count` of the rows, all where there are no more, each to be judged; in the order of the register.

    Those whose identity has, together with the seed, the lowest SHA-256: what a row says plays no part, and a row more or less in
    the register changes one row of the sample at most. `seen` are blocks (`block_of`) whose rows are left out, because somebody
    has looked at them before the program was changed.
    """
    left = {identity(row): row for row in rows if block_of(row) not in seen}
    taken = set(sorted(left, key=lambda name: hashlib.sha256(f"{seed}:{name}".encode()).digest())[:count])
    return [
        {"id": name, "seed": seed, "verdict": None, "reason": None, **{field: row[field] for field in _SHOWN}}
        for name, row in left.items()
        if name in taken
    ]
