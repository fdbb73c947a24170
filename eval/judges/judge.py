"""What a judge is: it gives one answer its marks."""

from collections.abc import Mapping, Sequence
from typing import Protocol

Marks = Mapping[str, float | None]
"""By name, from 0 (worst) to 1; None where the judge gave none."""
MARKS = ("faithfulness", "answer_relevancy")
"""faithfulness: statements of the answer that follow from the passages it cites / its statements.
answer_relevancy: mean cosine of the question and questions that the judge makes up from the answer alone."""


class JudgeFailed(Exception):
    """The judge could not be reached for one answer, or what it said could not be read."""


class Judge(Protocol):
    """Judges answers one at a time; several may be under way at once."""

    @property
    def about(self) -> Mapping[str, str]:
        """What its marks depend on: the model and everything else that has a version."""
        ...

    async def marks(self, question: str, answer: str, passages: Sequence[str]) -> Marks:
        """The marks of MARKS for one answer that rests on `passages`. Raises JudgeFailed."""
        ...
