"""Names of files: which are passed over, which cannot be a document's, and how any is shown."""

import unicodedata
from collections.abc import Sequence
from pathlib import PurePosixPath

LONGEST = 255
"""Bytes of one step of a path, as file systems have it."""
_LEFT_BY_SYSTEMS = frozenset({"thumbs.db", "desktop.ini", "__macosx", "ehthumbs.db"})
_LOCK = "~$"  # what Word and Excel put beside a document while it is open
_INVISIBLE = frozenset({"Cc", "Cs", "Zl", "Zp"})
_TURNING = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def is_passed_over(steps: Sequence[str]) -> bool:
    """Whether a path below a folder or in an archive is hidden, or is what systems and editors leave there for themselves."""
    return any(s.startswith((".", _LOCK)) or s.lower() in _LEFT_BY_SYSTEMS for s in steps)


def wrong_name(name: str) -> str | None:
    """Why a name, or a path with "/", cannot be that of a document, with the remedy; None where it can."""
    steps = name.split("/")
    if name.startswith("/") or ".." in steps or (len(name) > 1 and name[1] == ":" and name[0].isalpha()):
        return "its name leads out of the archive; pack it under a plain name"
    if "\\" in name:
        return "its name holds a backslash; rename it"
    if any(unicodedata.category(c) in _INVISIBLE or c in _TURNING for c in name):
        return "its name holds signs that cannot be seen or are no letters; rename it"
    if any(len(step.encode()) > LONGEST for step in steps):
        return f"its name is longer than {LONGEST} bytes; shorten it"
    return None if PurePosixPath(name).stem.strip(" .") else "it has no name before the suffix; rename it"


def shown_name(name: str) -> str:
    """A name as it may be printed: signs that would move a cursor or hide others are spelt out."""
    return "".join(c if c.isprintable() and c not in _TURNING else c.encode("unicode_escape").decode() for c in name)
