"""The mechanisms that can be switched off, and how they are chosen by name."""

from collections.abc import Sequence

from eval.ablation.answering import COMPOSING, DECISION, DESKS
from eval.ablation.searching import RANK, SEARCH
from eval.ablation.switch import Ablation
from eval.ablation.understanding import MEANING, SCOPE, WORDS
from index.errors import SettingError

ABLATIONS: tuple[Ablation, ...] = (*WORDS, *MEANING, *SCOPE, *SEARCH, *RANK, *DECISION, *COMPOSING, *DESKS)
"""Every one, in the order in which an answer is made."""


def chosen(names: Sequence[str]) -> tuple[Ablation, ...]:
    """Those of the names, in the order of the list; all where none is named.

    Raises SettingError for a name that is none.
    """
    known = {a.name for a in ABLATIONS}
    stray = [name for name in names if name not in known]
    if stray:
        raise SettingError(f"{', '.join(stray)}: no mechanism of that name. Name some of {', '.join(sorted(known))}.")
    return tuple(a for a in ABLATIONS if not names or a.name in names)
