"""Whether documents that a question sets beside each other say the same: one office or one figure of each, compared."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from answer.ask import Ask
from answer.extract import find_actor, find_figure
from answer.question import Question
from answer.terms import TermWeights
from answer.units import Unit, sentence_of
from vietnamese.text import fold, tidy


@dataclass(frozen=True, slots=True)
class Stated:
    """The one thing that a document states: an office, or a figure with the noun it counts (`unit`, folded; "%" for a share)."""

    kind: Literal["office", "figure"]
    value: str
    unit: str = ""


def stated_by(question: Question, unit: Unit, weights: TermWeights) -> Stated | None:
    """What the quoted part of a passage states of what is asked; None where nothing, or a row of several figures, does."""
    if question.ask is Ask.OFFICE:
        actor = find_actor(unit.passage, unit.text, weights)
        return Stated("office", actor.lead) if actor else None
    if question.ask is not Ask.NUMBER or unit.passage.kind == "row":
        return None
    figure = find_figure(question, sentence_of(unit, weights), weights)
    if figure is None:
        return None
    return Stated("figure", tidy(figure.text), "%" if "%" in figure.text else fold(figure.unit or ""))


def agreement(stated: Sequence[Stated | None]) -> bool | None:
    """Whether all state the same; None where one states nothing, or they count different things or bound them differently."""
    known = [s for s in stated if s is not None]
    if len(known) < max(2, len(stated)) or len({(s.kind, s.unit) for s in known}) > 1:
        return None
    if len({fold(s.value) for s in known}) == 1:
        return True
    if known[0].kind == "figure" and len({tuple(re.findall(r"\d+", s.value)) for s in known}) < len(known):
        return None
    return False
