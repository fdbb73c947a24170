"""What an export is of: which index, which filter, which day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from obligations.exports.headings import Language, word
from obligations.exports.spans import day_words
from obligations.exports.text import clean
from obligations.wanted import Wanted


@dataclass(frozen=True, slots=True)
class About:
    """`index` names the publication the rows were read from, `indexed` is the ISO time it was made at, `total` how many rows the
    whole register has. `day` is the one the file is made on.
    """

    index: str
    indexed: str
    wanted: Wanted
    total: int
    day: date


def filters(wanted: Wanted, language: Language) -> Iterator[tuple[str, str]]:
    """The name and the value of each filter that is set, for people."""
    shown = {
        "kind": wanted.kind and word(f"kind.{wanted.kind}", language),
        "actor": wanted.actor,
        "role": wanted.role and word(f"role.{wanted.role}", language),
        "documents": None if wanted.documents is None else ", ".join(sorted(wanted.documents)),
        "province": wanted.province,
        "year": None if wanted.year is None else str(wanted.year),
        "deadline": wanted.deadline,
        "due": wanted.due and "–".join(day_words(day, language) for day in wanted.due),
        "words": wanted.words,
    }
    for name, value in shown.items():
        if value is not None:
            yield word(f"wanted.{name}", language), clean(value)
