"""Why a file was not read, in the page's language; the ingest's own words, with the remedy, stand beside it."""

import re

from index.settings import Settings
from ui.words import TABLE, Words

_KINDS: tuple[tuple[str, str], ...] = (
    ("reason.kind", r"files of this kind are not read"),
    ("reason.tool", r"apt-get install"),
    ("reason.nested", r"archive within an archive"),
    ("reason.password", r"protected|by a password"),
    ("reason.suffix", r"give it the suffix"),
    ("reason.font", r"old Vietnamese font"),
    ("reason.time", r"not read within|not done with it after|took more than \d+ seconds"),
    ("reason.memory", r"MB of memory"),
    ("reason.size", r"above the limit|too large|_MAX_FILE_MB|_MAX_PAGES|_MAX_PIXELS|more than [\d,]+ (rows|cells)"),
    ("reason.empty", r"hold(s|ing)? no (words|text|files)|no words were found|is empty"),
    ("reason.twice", r"same name before the suffix"),
    ("reason.catalog", r"catalog\.yaml"),
    ("reason.busy", r"Another ingest"),
    ("reason.model", r"embedding model"),
    ("reason.space", r"No space left|Disk quota"),
    ("reason.machine", r"fault of the machine"),
    ("reason.no_documents", r"holds no documents"),
    ("reason.access", r"cannot be read \(|may not be looked into"),
    ("reason.broken", r"damaged|cut short|cannot be unpacked|cannot cope with|lacks its part"),
)
"""Kinds of reason with what the ingest says of them, the first that fits."""


def kind_of(detail: str) -> str | None:
    """The key of the words for a reason; None for one that has none."""
    return next((key for key, pattern in _KINDS if key in TABLE and re.search(pattern, detail, re.IGNORECASE)), None)


def reason(detail: str, settings: Settings, words: Words, name: str = "") -> str:
    """A reason for people: what it means, and on a line below its own text without the folder's name.

    `name` is the file's, where it stands before the reason already.
    """
    short = detail.replace(f"{settings.corpus}/", "").replace(f"{settings.corpus.absolute()}/", "")
    short = short.removeprefix(f"{name}: ")
    kind = kind_of(short)
    if words.language == "en" or not short:
        return short or words("reason.unknown")
    return f"{words(kind or 'reason.unknown')}\n{words('detail', text=short)}"
