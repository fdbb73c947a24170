"""What a run has done so far, kept on disk so that one that was cut short goes on where it stopped."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from eval.files import write_text

Row = Mapping[str, Any]


class Journal:
    """Rows with an `id`, each on disk as soon as it is known. The first line says under which circumstances they came about.

    Opened again under the same circumstances it has the rows of before; under others it starts afresh and says so on
    standard error, with what differs. A last line that was cut short is taken away.
    """

    def __init__(self, path: Path, circumstances: Mapping[str, Any]) -> None:
        self.path = path
        self.rows: dict[str, Row] = {}
        head = _line({"circumstances": circumstances})
        kept = self._kept(head) if path.is_file() else []
        write_text(path, "".join([head, *kept]))
        self._file = path.open("a", encoding="utf-8", newline="\n")

    def append(self, row: Row) -> None:
        """Keeps a row; it is with the operating system before this returns, so that a killed process does not lose it."""
        self.rows[row["id"]] = row
        self._file.write(_line(row))
        self._file.flush()

    def remove(self) -> None:
        """Deletes the file, once what it held stands elsewhere."""
        self._file.close()
        self.path.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def _kept(self, head: str) -> list[str]:
        """The whole lines of an earlier run under the same circumstances, their rows taken up."""
        lines = self.path.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True)
        if not lines or lines[0] != head:
            print(
                f"{self.path}: left by a run under other circumstances ({_differences(lines, head)}); starting afresh.",
                file=sys.stderr,
            )
            return []
        for number, line in enumerate(lines[1:], 2):
            row = _object(line) if line.endswith("\n") else None
            if row is None:
                print(f"{self.path}, line {number}: cut short; going on from there.", file=sys.stderr)
                return lines[1 : number - 1]
            self.rows[row["id"]] = row
        return lines[1:]


def _line(row: Row) -> str:
    # ASCII: a text may hold breaks that are none to JSON, and a file cut in the middle of a letter stays readable.
    return json.dumps(row) + "\n"


def _object(line: str) -> dict[str, Any] | None:
    try:
        row = json.loads(line)
    except ValueError:
        return None
    return row if isinstance(row, dict) else None


def _differences(lines: list[str], head: str) -> str:
    """The names of the circumstances that are not the same."""
    before = (_object(lines[0]) if lines else None) or {}
    old, new = before.get("circumstances"), json.loads(head)["circumstances"]
    if not isinstance(old, dict):
        return "they are not readable"
    return ", ".join(name for name in sorted(old.keys() | new.keys()) if old.get(name) != new.get(name))
