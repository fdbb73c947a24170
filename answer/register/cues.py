"""How the words are arranged by which people ask for a list: what must stand in a question, and what may stand beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """One way of asking. Each of `needs` must stand in the question; what matches it, and then `also`, says nothing more."""

    needs: tuple[re.Pattern[str], ...]
    also: tuple[re.Pattern[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Cues:
    """The ways of one language. `folded` says that its patterns are written for text without accents.

    `duties` ask what somebody must do, `due` what ends at a time that is named, `deadlines` for all time limits of somebody,
    `targets` to set figures beside each other, `goals` for all figures of a document. `ending` says of duties that they end at the time that is named. `documents` match what names a document, its name being settled
    (`answer.register.canvas.NAME`), `fillers` what asks for nothing of its own; `leading` and `trailing` are particles around a name.
    """

    folded: bool
    duties: Sequence[Way]
    due: Sequence[Way]
    deadlines: Sequence[Way]
    targets: Sequence[Way]
    goals: Sequence[Way]
    ending: re.Pattern[str]
    documents: re.Pattern[str]
    fillers: re.Pattern[str]
    leading: re.Pattern[str]
    trailing: re.Pattern[str]


def either(*patterns: str) -> re.Pattern[str]:
    """A pattern for any of several, on word boundaries."""
    return re.compile("|".join(rf"(?<!\w)(?:{pattern})(?!\w)" for pattern in patterns))
