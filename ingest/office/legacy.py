"""Text typed in the fonts that Vietnam used before Unicode: its letters look right in those fonts only."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from index.errors import InputError
from vietnamese.quality import legacy_share

_MOST = 0.1  # of the words: a name or a unit may hold such a letter
_WORDS = 5_000


def is_legacy(text: str) -> bool:
    """Whether the words of a text are spelt for TCVN3 or VNI fonts."""
    return legacy_share(text) > _MOST


def refuse_legacy(path: Path, lines: Iterable[str]) -> None:
    """Raises InputError where the first words of a file are spelt for TCVN3 or VNI fonts."""
    words = (word for line in lines for word in line.split())
    if is_legacy(" ".join(islice(words, _WORDS))):
        raise InputError(
            f"{path}: the letters are of an old Vietnamese font (TCVN3 or VNI); convert the file to Unicode first."
        )
