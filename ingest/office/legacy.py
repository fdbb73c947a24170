"""Text typed in the fonts that Vietnam used before Unicode: its letters look right in those fonts only."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from index.errors import InputError
from vietnamese.quality import legacy_share

_SHARE = 0.1  # of the words
_LINES = 500


def refuse_legacy(path: Path, lines: Iterable[str]) -> None:
    """Raises InputError where the words of a file are spelt for TCVN3 or VNI fonts."""
    if legacy_share(" ".join(islice(lines, _LINES))) > _SHARE:
        raise InputError(
            f"{path}: the letters are of an old Vietnamese font (TCVN3 or VNI); convert the file to Unicode first."
        )
