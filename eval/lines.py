"""JSON Lines files: read with each malformed line named, one object a line."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from index.errors import SettingError


def read_objects(path: Path, problems: list[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each line's number and object. A line that is no JSON object goes to `problems` with the remedy; blank ones are skipped."""
    for number, line in enumerate(_text(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            problems.append(f"{path}, line {number}: not JSON ({error}). Write one JSON object on the line.")
            continue
        if isinstance(row, dict):
            yield number, row
        else:
            problems.append(f"{path}, line {number}: a {type(row).__name__}, not an object. Write {{...}} on the line.")


def as_lines(rows: Iterable[Mapping[str, Any]]) -> str:
    """One object a line, letters as they are."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise SettingError(f"{path} cannot be read ({error.strerror}). Name a JSON Lines file that exists.") from error
    except UnicodeDecodeError as error:
        raise SettingError(f"{path} is not UTF-8 (byte {error.start}). Save it as UTF-8.") from error
